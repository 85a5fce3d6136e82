package conformance

import (
	"fmt"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// With a limit for item collections, every kind of write that makes one larger than that is refused, and no other.
func TestItemCollectionLimit(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		c.crash(t, "--item-collection-limit", "1000")
		table := c.Own(t, harness.IndexedTable)
		item := func(sk string, bytes int, more string) string {
			return fmt.Sprintf(`{"pk":{"S":"a"},"sk":{"S":"%s"}%s,"v":{"S":"%s"}}`, sk, more, harness.Letters(bytes-7))
		}
		const tooLarge = `ItemCollectionSizeLimitExceededException: Collection size exceeded`
		const reason = `{"Code":"ItemCollectionSizeLimitExceeded","Message":"Collection size exceeded."}`
		grow := `"Key":{"pk":{"S":"a"},"sk":{"S":"1"}},"UpdateExpression":"SET w = :w","ExpressionAttributeValues":{":w":{"S":"` + harness.Letters(600) + `"}}`
		insert := `"Statement":"INSERT INTO \"$T\" VALUE {'pk':'a','sk':'2','v':?}","Parameters":[{"S":"` + harness.Letters(600) + `"}]`
		count := func(n string) request {
			return request{"Query", `{"Select":"COUNT","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"a"}}}`, `{"Count":` + n + `,"ScannedCount":` + n + `}`}
		}
		for _, s := range []request{
			{"PutItem", `{"Item":` + item("1", 500, "") + `}`, `{}`},
			{"PutItem", `{"Item":` + item("2", 501, "") + `}`, tooLarge},
			{"PutItem", `{"Item":` + item("2", 491, `,"l":{"S":"x"}`) + `}`, tooLarge}, // its entry in the local index counts
			{"UpdateItem", `{` + grow + `}`, tooLarge},
			{"BatchWriteItem", `{"RequestItems":{"$T":[{"PutRequest":{"Item":` + item("2", 600, "") + `}}]}}`, tooLarge},
			{"TransactWriteItems", harness.Transaction("", harness.PutAction(item("2", 600, "")), harness.DeleteAction(`{"pk":{"S":"b"},"sk":{"S":"1"}}`)), harness.Canceled(reason, harness.NoReason)},
			{"TransactWriteItems", harness.Transaction("", harness.Act("Update", grow)), harness.Canceled(reason)},
			{"ExecuteStatement", `{` + insert + `}`, tooLarge},
			{"BatchExecuteStatement", `{"Statements":[{` + insert + `}]}`, `{"Responses":[{"Error":{"Code":"ItemCollectionSizeLimitExceeded","Message":"Collection size exceeded."},"TableName":"$T"}]}`},
			{"ExecuteTransaction", `{"TransactStatements":[{` + insert + `}]}`, harness.Canceled(reason)},
			count("1"),
			{"PutItem", `{"Item":` + item("2", 500, "") + `}`, `{}`},
			{"PutItem", `{"ReturnValues":"NONE","Item":` + item("2", 500, "") + `}`, `{}`},
			{"UpdateItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"2"}},"UpdateExpression":"REMOVE v"}`, `{}`},
			{"PutItem", `{"Item":{"pk":{"S":"b"},"sk":{"S":"1"},"v":{"S":"` + harness.Letters(900) + `"}}}`, `{}`},
			count("2"),
			{"DeleteItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"1"}}}`, `{}`},
			count("1"),
		} {
			c.Play(t, table, s.op, s.in, s.want)
		}
		plain := c.Tables.NewName()
		c.CreateTable(t, plain, harness.SortedTable)
		c.Play(t, plain, "PutItem", `{"Item":`+item("1", 5000, "")+`}`, `{}`)
	})
}
