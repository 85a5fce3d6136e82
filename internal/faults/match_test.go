package faults

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/api"
)

func TestWhichRequestsMatch(t *testing.T) {
	const (
		stream  = "arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/2024-11-22T15:00:00.000"
		put     = `{"TableName":"orders","Item":{"id":{"S":"user-7"},"n":{"N":"1e1"},"b":{"B":"AAE="}}}`
		batch   = `{"RequestItems":{"orders":[{"PutRequest":{"Item":{"id":{"S":"a"}}}}],"films":[{"DeleteRequest":{"Key":{"id":{"S":"b"}}}}]}}`
		gets    = `{"RequestItems":{"orders":{"Keys":[{"id":{"S":"a"}},{"id":{"S":"b"}}]}}}`
		writes  = `{"TransactItems":[{"Put":{"TableName":"orders","Item":{"id":{"S":"a"}}}},{"ConditionCheck":{"TableName":"films","Key":{"id":{"S":"b"}},"ConditionExpression":"attribute_exists(id)"}}]}`
		reads   = `{"TransactItems":[{"Get":{"TableName":"orders","Key":{"id":{"S":"a"}}}}]}`
		query   = `{"TableName":"orders","KeyConditionExpression":":v = #i AND sk > :w","ExpressionAttributeNames":{"#i":"id"},"ExpressionAttributeValues":{":v":{"S":"a"},":w":{"N":"1"}}}`
		legacy  = `{"TableName":"orders","KeyConditions":{"id":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}}}`
		execute = `{"Statement":"SELECT * FROM \"orders\".\"byDate\" WHERE id = 'a'"}`
		perform = `{"TransactStatements":[{"Statement":"INSERT INTO films VALUE {'id':'a'}"},{"Statement":"DELETE FROM orders WHERE id = 'a'"}]}`
	)
	for _, c := range []struct {
		name, rule, operation, body string
		want                        bool
	}{
		{"a caller by the access key", `"AccessKey":"AKIA*"`, "GetItem", getA, true},
		{"not another caller", `"AccessKey":"other"`, "GetItem", getA, false},
		{"any request, without conditions", ``, "ListTables", `{}`, true},
		{"an operation by its name", `"Operations":["PutItem"]`, "PutItem", put, true},
		{"not another operation", `"Operations":["PutItem"]`, "GetItem", getA, false},
		{"operations by a pattern", `"Operations":["Batch*Item"]`, "BatchWriteItem", batch, true},
		{"one of several operations", `"Operations":["GetItem","Put*"]`, "PutItem", put, true},
		{"a table by its name", `"Table":"orders"`, "GetItem", getA, true},
		{"a table by a pattern", `"Table":"o*d*s"`, "GetItem", getA, true},
		{"not another table", `"Table":"order"`, "GetItem", getA, false},
		{"not a table whose pattern overlaps itself", `"Table":"orde*ders"`, "GetItem", getA, false},
		{"a table by its ARN", `"Table":"orders"`, "GetItem", strings.Replace(getA, `"orders"`, `"arn:aws:dynamodb:us-east-1:000000000000:table/orders"`, 1), true},
		{"a table among those of a batch", `"Table":"films"`, "BatchWriteItem", batch, true},
		{"a table of a transaction", `"Table":"films"`, "TransactWriteItems", writes, true},
		{"a table of a statement", `"Table":"orders"`, "ExecuteStatement", execute, true},
		{"a table of one of several statements", `"Table":"orders"`, "ExecuteTransaction", perform, true},
		{"a table that is described", `"Table":"orders"`, "DescribeTable", `{"TableName":"orders"}`, true},
		{"a table whose tags are listed", `"Table":"orders"`, "ListTagsOfResource", `{"ResourceArn":"arn:aws:dynamodb:us-east-1:000000000000:table/orders"}`, true},
		{"a table whose stream is described", `"Table":"orders"`, "DescribeStream", `{"StreamArn":"` + stream + `"}`, true},
		{"a table whose stream is read", `"Table":"orders"`, "GetRecords", `{"ShardIterator":"` + stream + `|1|AAAA"}`, true},
		{"no table where none is named", `"Table":"*"`, "ListTables", `{}`, true},
		{"a key of a string", `"Key":{"id":"a"}`, "GetItem", getA, true},
		{"not another key", `"Key":{"id":"b"}`, "GetItem", getA, false},
		{"a key by a pattern, of a put", `"Key":{"id":"user-*"}`, "PutItem", put, true},
		{"a number as the service writes it", `"Key":{"n":"10"}`, "PutItem", put, true},
		{"a binary by its base64", `"Key":{"b":{"B":"AA*"}}`, "PutItem", put, true},
		{"not a value of another type", `"Key":{"n":{"S":"10"}}`, "PutItem", put, false},
		{"all attributes of a key", `"Key":{"id":"user-7","n":"1*"}`, "PutItem", put, true},
		{"not one attribute of two", `"Key":{"id":"user-7","n":"2*"}`, "PutItem", put, false},
		{"not a key without the attribute", `"Key":{"id":"a","sk":"*"}`, "GetItem", getA, false},
		{"a key of a batch", `"Key":{"id":"b"}`, "BatchWriteItem", batch, true},
		{"a key of a batch, in its table", `"Table":"films","Key":{"id":"b"}`, "BatchWriteItem", batch, true},
		{"not a key of a batch in another table", `"Table":"orders","Key":{"id":"b"}`, "BatchWriteItem", batch, false},
		{"a key of a batch that is read", `"Key":{"id":"b"}`, "BatchGetItem", gets, true},
		{"a key of a transaction", `"Key":{"id":"b"}`, "TransactWriteItems", writes, true},
		{"a key of a transaction that reads", `"Key":{"id":"a"}`, "TransactGetItems", reads, true},
		{"the partition of a Query", `"Key":{"id":"a"}`, "Query", query, true},
		{"not another partition", `"Key":{"id":"b"}`, "Query", query, false},
		{"not what a Query has a range of", `"Key":{"sk":"1"}`, "Query", query, false},
		{"the partition of a Query in the older form", `"Key":{"id":"a"}`, "Query", legacy, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			rule := `{"Error":"InternalServerError"}`
			if c.rule != "" {
				rule = `{"Error":"InternalServerError",` + c.rule + `}`
			}
			got := ask(t, rulesOf(t, rule).Around(&worker{answer: "done"}, "AKIATEST"), c.operation, c.body)
			if (got != "done") != c.want {
				t.Errorf("got %s, want a fault: %t", got, c.want)
			}
		})
	}
}

func TestWhatTheEngineRefusesIsLeftToIt(t *testing.T) {
	rs := rulesOf(t, `{"Error":"InternalServerError"}`)
	for _, c := range []struct{ name, operation, body string }{
		{"a body that is no JSON", "GetItem", `{`},
		{"a request without what it needs", "GetItem", `{"TableName":"orders"}`},
		{"an operation nobody knows", "GetNothing", `{}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ask(t, rs.Around(&worker{answer: "the engine's"}, ""), c.operation, c.body); got != "the engine's" {
				t.Errorf("got %s", got)
			}
		})
	}
	if got := rs.List()[0]; got.Seen != 0 {
		t.Errorf("they count: %+v", got)
	}
}

// A text matches its own characters, with asterisks in place of some, and nothing of another length without them.
func FuzzMatches(f *testing.F) {
	f.Add("orders", 2, 4)
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		if from < 0 || to < from || to > len(text) || strings.Contains(text, "*") {
			return
		}
		if pattern := text[:from] + "*" + text[to:]; !matches(pattern, text) || !matches("*"+pattern+"*", text) {
			t.Errorf("%q does not match %q", text, pattern)
		}
		if matches(text+"x", text) || matches("x*"+text, text) && !strings.HasPrefix(text, "x") {
			t.Errorf("%q matches too much", text)
		}
	})
}

// A request of any shape is read without a panic, as often as the engine reads it.
func FuzzRead(f *testing.F) {
	for name := range batchForms {
		f.Add(name, `{"RequestItems":{"orders":[]}}`)
	}
	f.Add("GetItem", getA)
	f.Add("ExecuteStatement", `{"Statement":"SELECT * FROM orders"}`)
	rs := rulesOf(f, `{"Unprocessed":1}`, `{"PageSize":1}`, `{"Error":"TransactionConflictException"}`)
	f.Fuzz(func(t *testing.T, operation, body string) {
		op := api.Operations[operation]
		if op == nil {
			return
		}
		_, ok := read(operation, []byte(body), rs.texts)
		if _, refused := api.Decode(op, []byte(body)); ok != (refused == nil) {
			t.Errorf("read %t, decoded %v", ok, refused)
		}
		ask(t, rs.Around(silent{}, ""), operation, body)
	})
}
