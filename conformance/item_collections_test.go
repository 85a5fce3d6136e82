package conformance

import (
	"fmt"
	"testing"
)

// With a limit for item collections, every kind of write that makes one larger than that is refused, and no other.
func TestItemCollectionLimit(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		c.crash(t, "--item-collection-limit", "1000")
		table := newTableName()
		createTable(t, c, table, indexedTable)
		item := func(sk string, bytes int, more string) string {
			return fmt.Sprintf(`{"pk":{"S":"a"},"sk":{"S":"%s"}%s,"v":{"S":"%s"}}`, sk, more, letters(bytes-7))
		}
		const tooLarge = `ItemCollectionSizeLimitExceededException: Collection size exceeded`
		const reason = `{"Code":"ItemCollectionSizeLimitExceeded","Message":"Collection size exceeded."}`
		grow := `"Key":{"pk":{"S":"a"},"sk":{"S":"1"}},"UpdateExpression":"SET w = :w","ExpressionAttributeValues":{":w":{"S":"` + letters(600) + `"}}`
		insert := `"Statement":"INSERT INTO \"$T\" VALUE {'pk':'a','sk':'2','v':?}","Parameters":[{"S":"` + letters(600) + `"}]`
		count := func(n string) step {
			return step{"Query", `{"Select":"COUNT","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"a"}}}`, `{"Count":` + n + `,"ScannedCount":` + n + `}`}
		}
		for _, s := range []step{
			{"PutItem", `{"Item":` + item("1", 500, "") + `}`, `{}`},
			{"PutItem", `{"Item":` + item("2", 501, "") + `}`, tooLarge},
			{"PutItem", `{"Item":` + item("2", 491, `,"l":{"S":"x"}`) + `}`, tooLarge}, // its entry in the local index counts
			{"UpdateItem", `{` + grow + `}`, tooLarge},
			{"BatchWriteItem", `{"RequestItems":{"$T":[{"PutRequest":{"Item":` + item("2", 600, "") + `}}]}}`, tooLarge},
			{"TransactWriteItems", transaction("", putAction(item("2", 600, "")), deleteAction(`{"pk":{"S":"b"},"sk":{"S":"1"}}`)), canceled(reason, noReason)},
			{"TransactWriteItems", transaction("", act("Update", grow)), canceled(reason)},
			{"ExecuteStatement", `{` + insert + `}`, tooLarge},
			{"BatchExecuteStatement", `{"Statements":[{` + insert + `}]}`, `{"Responses":[{"Error":{"Code":"ItemCollectionSizeLimitExceeded","Message":"Collection size exceeded."},"TableName":"$T"}]}`},
			{"ExecuteTransaction", `{"TransactStatements":[{` + insert + `}]}`, canceled(reason)},
			count("1"),
			{"PutItem", `{"Item":` + item("2", 500, "") + `}`, `{}`},
			{"PutItem", `{"ReturnValues":"NONE","Item":` + item("2", 500, "") + `}`, `{}`},
			{"UpdateItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"2"}},"UpdateExpression":"REMOVE v"}`, `{}`},
			{"PutItem", `{"Item":{"pk":{"S":"b"},"sk":{"S":"1"},"v":{"S":"` + letters(900) + `"}}}`, `{}`},
			count("2"),
			{"DeleteItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"1"}}}`, `{}`},
			count("1"),
		} {
			playStep(t, c, table, s)
		}
		plain := newTableName()
		createTable(t, c, plain, sortedTable)
		playStep(t, c, plain, step{"PutItem", `{"Item":` + item("1", 5000, "") + `}`, `{}`})
	})
}
