package engine_test

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
)

// What goes wrong with one table of a batch does not let what it writes to others happen twice: the second time it would cost less.
func TestTablesOfABatchAreWrittenOnce(t *testing.T) {
	const (
		capacity = `"ConsumedCapacity":[{"TableName":"first","CapacityUnits":2.0,"Table":{"CapacityUnits":1.0},"GlobalSecondaryIndexes":{"by-group":{"CapacityUnits":1.0}}}`
		second   = `{"second":[{"PutRequest":{"Item":{"pk":{"S":"a"},"grp":{"S":"x"}}}}]}`
	)
	for _, c := range []struct {
		name        string
		code        backends.Code
		unprocessed string
	}{
		{"a table has changed", backends.CodeStale, `{}`},
		{"another write holds an item", backends.CodeConflict, second},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, do := failingEngine(t)
			for _, table := range []string{"first", "second"} {
				_, err := do("CreateTable", `{"TableName":"`+table+`","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
					"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"grp","AttributeType":"S"}],
					"GlobalSecondaryIndexes":[{"IndexName":"by-group","KeySchema":[{"AttributeName":"grp","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}]}`)
				if err != nil {
					t.Fatal(err)
				}
			}
			f.err = &backends.Error{Code: c.code, Op: "write"}
			out, err := do("BatchWriteItem", `{"ReturnConsumedCapacity":"INDEXES","RequestItems":{"first":[{"PutRequest":{"Item":{"pk":{"S":"a"},"grp":{"S":"x"}}}}],`+second[1:]+`}`)
			if err != nil || !strings.Contains(out, capacity) || !strings.Contains(out, `"UnprocessedItems":`+c.unprocessed) {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
}
