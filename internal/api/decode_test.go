package api

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/attr"
)

// decoded reads a request that must be accepted.
func decoded[T Input](t *testing.T, op, body string) T {
	t.Helper()
	in, err := Decode(Operations[op], []byte(body))
	if err != nil {
		t.Fatalf("%s of %s: %v", op, body, err)
	}
	return in.(T)
}

func TestDecodeKeepsAbsentAndEmptyApart(t *testing.T) {
	in := decoded[*PutItemInput](t, "PutItem", with(`"Item":{},"Expected":{},"ReturnValues":null`))
	switch {
	case in.Item.Doc == nil || len(in.Item.Attrs) != 0:
		t.Errorf("an empty item is %+v", in.Item)
	case in.Expected == nil:
		t.Error("an empty Expected is absent")
	case in.ReturnValues != nil || in.ExpressionAttributeNames != nil || in.ExpressionAttributeValues != nil:
		t.Error("an absent member is there")
	}
}

func TestDecodeKeepsTheOrderAndTheLastOfAMap(t *testing.T) {
	var members []string
	for i := range 40 {
		members = append(members, fmt.Sprintf(`"#n%d":"a%d"`, i, i))
	}
	members = append(members, `"#n3":"again"`, `"#n39":"last"`)
	in := decoded[*GetItemInput](t, "GetItem", with(aKey+`"ProjectionExpression":"#n1","ExpressionAttributeNames":{`+strings.Join(members, ",")+`}`))
	names := in.ExpressionAttributeNames
	if len(names) != 40 {
		t.Fatalf("%d names, want 40", len(names))
	}
	for i, e := range names {
		want := fmt.Sprintf("a%d", i)
		switch i {
		case 3:
			want = "again"
		case 39:
			want = "last"
		}
		if e.Key != fmt.Sprintf("#n%d", i) || e.Value != want {
			t.Errorf("entry %d is %+v, want %s", i, e, want)
		}
	}
}

func TestDecodeGivesTheTableOfAnARN(t *testing.T) {
	const arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/my.table_1-x"
	get := decoded[*GetItemInput](t, "GetItem", `{"TableName":"`+arn+`",`+strings.TrimSuffix(aKey, ",")+`}`)
	if get.TableName != "my.table_1-x" {
		t.Errorf("got %q", get.TableName)
	}
	batch := decoded[*BatchGetItemInput](t, "BatchGetItem", `{"RequestItems":{"`+arn+`":{"Keys":[{"p":{"S":"a"}}]}}}`)
	if batch.RequestItems[0].Key != "my.table_1-x" {
		t.Errorf("got %q", batch.RequestItems[0].Key)
	}
}

func TestDecodeReadsScalarsAsTheServiceDoes(t *testing.T) {
	in := decoded[*QueryInput](t, "Query", with(aKeyCond+`"Limit":4294967296.5,"ConsistentRead":"Yes","ScanIndexForward":"0","ExclusiveStartKey":{"p":{"N":"+05"}}`))
	if *in.Limit != 2147483647 || !*in.ConsistentRead || *in.ScanIndexForward {
		t.Errorf("limit %d, consistent %v, forward %v", *in.Limit, *in.ConsistentRead, *in.ScanIndexForward)
	}
	if v, ok := in.ExclusiveStartKey.Get("p"); !ok || v.Type != attr.N || string(v.Doc) != `{"N":"5"}` {
		t.Errorf("starting key %s", in.ExclusiveStartKey.Doc)
	}
	if null := decoded[*QueryInput](t, "Query", with(aKeyCond+`"ScanIndexForward":null`)); null.ScanIndexForward != nil {
		t.Error("a null direction is there")
	}
}

// decodable is an operation of the model that is decoded whether this server answers it or not.
func decodable(op *Operation) *Operation {
	all := *op
	all.newInput = modelInputs[op.Name]
	return &all
}

func TestEveryOperationOfTheModelDecodes(t *testing.T) {
	if len(Operations) != 66 {
		t.Errorf("%d operations, want 66", len(Operations))
	}
	for name, op := range Operations {
		_, err := Decode(decodable(op), []byte(`{"Unknown":{"x":[1,{}]}}`))
		if err != nil && err.Code != "ValidationException" {
			t.Errorf("%s of an empty request: %v", name, err)
		}
		if _, err := Decode(op, []byte(`{}`)); !op.Served && (err == nil || err.Code != "UnknownOperationException") {
			t.Errorf("%s, which is not served, gives %v", name, err)
		}
		if Target(op.Prefix+"."+name) != op {
			t.Errorf("%s is not found by its target", name)
		}
	}
	if Target("DynamoDB_20120810.GetRecords") != nil || Target("GetItem") != nil {
		t.Error("a target of another service is found")
	}
}

func BenchmarkDecodePutItem(b *testing.B) {
	body := []byte(with(`"Item":{"p":{"S":"partition"},"c":{"N":"12345"},"data":{"S":"` + strings.Repeat("x", 900) + `"},"list":{"L":[{"N":"1"},{"BOOL":true}]}},` +
		`"ConditionExpression":"attribute_not_exists(p)","ReturnConsumedCapacity":"TOTAL"`))
	op := Operations["PutItem"]
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode(op, body); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecodeGetItem(b *testing.B) {
	body := []byte(with(`"Key":{"p":{"S":"partition"},"c":{"N":"12345"}},"ConsistentRead":true`))
	op := Operations["GetItem"]
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode(op, body); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAppendGetItem(b *testing.B) {
	out := &GetItemOutput{Item: Doc(`{"p":{"S":"partition"},"data":{"S":"` + strings.Repeat("x", 900) + `"}}`)}
	dst := make([]byte, 0, 4096)
	b.ReportAllocs()
	for b.Loop() {
		dst = out.Append(dst[:0])
	}
}
