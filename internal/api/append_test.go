package api

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/attr"
)

func ptr[T any](v T) *T { return &v }

func TestAppendWritesTheWireForm(t *testing.T) {
	cases := []struct {
		name string
		out  Output
		want string
	}{
		{"nothing", &GetItemOutput{}, `{}`},
		{"an item", &GetItemOutput{Item: Doc(`{"p":{"S":"a"}}`)}, `{"Item":{"p":{"S":"a"}}}`},
		{"an empty item", &GetItemOutput{Item: Doc(`{}`)}, `{"Item":{}}`},
		{"U+0000 in an item", &GetItemOutput{Item: Doc(`{"p":{"S":"\u0001\u0001"}}`)}, `{"Item":{"p":{"S":"\u0000"}}}`},
		{"capacity with a point", &PutItemOutput{ConsumedCapacity: &ConsumedCapacity{TableName: ptr("abc"), CapacityUnits: ptr(1.0), Table: &Capacity{CapacityUnits: ptr(0.5)}}},
			`{"ConsumedCapacity":{"TableName":"abc","CapacityUnits":1.0,"Table":{"CapacityUnits":0.5}}}`},
		{"a page", &QueryOutput{Items: []Doc{Doc(`{}`), Doc(`{"p":{"S":"a"}}`)}, Count: ptr(int32(2)), ScannedCount: ptr(int32(3)), LastEvaluatedKey: Doc(`{"p":{"S":"a"}}`)},
			`{"Items":[{},{"p":{"S":"a"}}],"Count":2,"ScannedCount":3,"LastEvaluatedKey":{"p":{"S":"a"}}}`},
		{"an empty page", &QueryOutput{Items: []Doc{}, Count: ptr(int32(0))}, `{"Items":[],"Count":0}`},
		{"lists by table", &BatchGetItemOutput{Responses: Map[[]Doc]{{Key: `a"b`, Value: []Doc{}}}, UnprocessedKeys: Map[*KeysAndAttributes]{}}, `{"Responses":{"a\"b":[]},"UnprocessedKeys":{}}`},
		{"a table", &DescribeTableOutput{Table: &TableDescription{
			TableName: ptr("abc"), CreationDateTime: ptr(time.UnixMilli(1700000000045)), DeletionProtectionEnabled: ptr(false),
			KeySchema:         []*KeySchemaElement{{AttributeName: "p", KeyType: "HASH"}},
			TableClassSummary: &TableClassSummary{LastUpdateDateTime: ptr(time.Unix(1700000000, 0))},
			TableSizeBytes:    ptr(int64(1 << 40)),
		}}, `{"Table":{"TableName":"abc","KeySchema":[{"AttributeName":"p","KeyType":"HASH"}],"CreationDateTime":1700000000.045,` +
			`"TableSizeBytes":1099511627776,"TableClassSummary":{"LastUpdateDateTime":1700000000.0},"DeletionProtectionEnabled":false}}`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := string(c.out.Append(nil)); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestWhatIsAppendedIsReadBack encodes structures that are both input and output, with every member set, and decodes
// them again.
func TestWhatIsAppendedIsReadBack(t *testing.T) {
	for _, sample := range []interface {
		Input
		Output
	}{&KeysAndAttributes{}, &WriteRequest{}, &GlobalSecondaryIndex{}, &TableCreationParameters{}, &StreamSpecification{}, &SSESpecification{}} {
		v := reflect.ValueOf(sample).Elem()
		t.Run(v.Type().Name(), func(t *testing.T) {
			fill(v)
			text := sample.Append(nil)
			if !json.Valid(text) {
				t.Fatalf("not JSON: %s", text)
			}
			back := reflect.New(v.Type())
			op := &Operation{newInput: func() Input { return back.Interface().(Input) }}
			if _, err := Decode(op, text); err != nil && err.Code == "SerializationException" {
				t.Fatalf("cannot read back %s: %v", text, err)
			}
			if again := back.Interface().(Output).Append(nil); string(again) != string(text) {
				t.Errorf("\n got %s\nwant %s", again, text)
			}
		})
	}
}

// fill sets every exported member that v holds to something that is not its zero value.
func fill(v reflect.Value) {
	switch v.Interface().(type) {
	case attr.Item:
		v.Set(reflect.ValueOf(attr.Item{Doc: []byte(`{"p":{"S":"a"}}`)}))
		return
	case time.Time:
		v.Set(reflect.ValueOf(time.UnixMilli(1700000000123)))
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i))
			if e := v.Index(i); e.Kind() == reflect.Struct && e.NumField() == 2 && e.Type().Field(0).Name == "Key" {
				e.Field(0).SetString(string(rune('a' + i)))
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i))
			}
		}
	case reflect.String:
		v.SetString("text \"é")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int32, reflect.Int64:
		v.SetInt(7)
	case reflect.Float64:
		v.SetFloat(0.5)
	}
}
