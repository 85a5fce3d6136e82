package gosdk

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// writesOf are all ways to write an attribute of the item with key pk = "k": each must refuse the value with the same message. item is
// the whole item that a put would write.
func writesOf(item, attribute, value, text string) []step {
	const where = `"Key":{"pk":{"S":"k"}}`
	put := `{"TableName":"$T","Item":` + item + `}`
	update := `{"TableName":"$T",` + where + `,"UpdateExpression":"SET ` + attribute + ` = :v","ExpressionAttributeValues":{":v":` + value + `}}`
	statement := `{"Statement":"UPDATE \"$T\" SET ` + attribute + ` = ? WHERE pk = 'k'","Parameters":[` + value + `]}`
	refused := "ValidationException: " + text
	const cancelled = `TransactionCanceledException: *[ValidationError]`
	putInTransaction := cancelled
	if strings.Contains(text, "empty") {
		putInTransaction = refused // a mistake of the request as a whole
	}
	return []step{
		{"PutItem", put, refused},
		{"UpdateItem", update, refused},
		{"UpdateItem", `{` + where + `,"AttributeUpdates":{"` + attribute + `":{"Action":"PUT","Value":` + value + `}}}`, refused},
		{"BatchWriteItem", `{"RequestItems":{"$T":[{"PutRequest":{"Item":` + item + `}}]}}`, refused},
		{"TransactWriteItems", `{"TransactItems":[{"Put":` + put + `}]}`, putInTransaction},
		{"TransactWriteItems", `{"TransactItems":[{"Update":` + update + `}]}`, cancelled},
		{"ExecuteStatement", insertOf(item), refused},
		{"ExecuteStatement", statement, refused},
		{"BatchExecuteStatement", `{"Statements":[` + statement + `]}`, `{"Responses":[{"Error":{"Code":"ValidationError","Message":"*"}}]}`},
		{"ExecuteTransaction", `{"TransactStatements":[` + statement + `]}`, cancelled},
	}
}

// insertOf is the statement that inserts an item.
func insertOf(item string) string {
	parsed, err := harness.ParseJSON(item)
	if err != nil {
		panic(err)
	}
	var members, values []string
	for name, value := range parsed.(map[string]any) {
		if name == "pk" {
			value = map[string]any{"S": "new"} // nobody has inserted it yet
		}
		members, values = append(members, "'"+name+"':?"), append(values, harness.Compact(value))
	}
	return `{"Statement":"INSERT INTO \"$T\" VALUE {` + strings.Join(members, ",") + `}","Parameters":[` + strings.Join(values, ",") + `]}`
}

// Every way to write checks the attributes of index keys, and leaves the item as it was.
func TestPutItem_index_keys(t *testing.T)               { checksIndexKeys(t, "PutItem") }
func TestUpdateItem_index_keys(t *testing.T)            { checksIndexKeys(t, "UpdateItem") }
func TestBatchWriteItem_index_keys(t *testing.T)        { checksIndexKeys(t, "BatchWriteItem") }
func TestTransactWriteItems_index_keys(t *testing.T)    { checksIndexKeys(t, "TransactWriteItems") }
func TestExecuteStatement_index_keys(t *testing.T)      { checksIndexKeys(t, "ExecuteStatement") }
func TestBatchExecuteStatement_index_keys(t *testing.T) { checksIndexKeys(t, "BatchExecuteStatement") }
func TestExecuteTransaction_index_keys(t *testing.T)    { checksIndexKeys(t, "ExecuteTransaction") }

// checksIndexKeys has a case of each value that an index key must not have, written by one operation.
func checksIndexKeys(t *testing.T, op string) {
	t.Helper()
	const invalid = "One or more parameter values were invalid: "
	const emptyString = "One or more parameter values are not valid. *cannot contain an empty string value.*"
	table := definition("pk:S h:S r:N b:B", "pk:HASH", `,"GlobalSecondaryIndexes":[`+globalIndex("two", "h:HASH r:RANGE", projectAll)+`,`+globalIndex("one", "b:HASH", `{"ProjectionType":"KEYS_ONLY"}`)+`]`)
	var scenarios []scenario
	for _, r := range []struct{ name, attribute, value, text string }{
		{"another type", "h", `{"N":"1"}`, invalid + "Type mismatch for Index Key h Expected: S Actual: N IndexName: two"},
		{"another type in the sort key", "r", `{"S":"1"}`, invalid + "Type mismatch for Index Key r Expected: N Actual: S IndexName: two"},
		{"NULL", "b", `{"NULL":true}`, invalid + "Type mismatch for Index Key b Expected: B Actual: NULL IndexName: one"},
		{"a map", "h", `{"M":{}}`, invalid + "Type mismatch for Index Key h Expected: S Actual: M IndexName: two"},
		{"a set", "b", `{"BS":["AA=="]}`, invalid + "Type mismatch for Index Key b Expected: B Actual: BS IndexName: one"},
		{"an empty string", "h", `{"S":""}`, emptyString},
		{"an empty binary", "b", `{"B":""}`, strings.Replace(emptyString, "string", "binary", 1)},
		{"a partition key that is too long", "h", `{"S":"` + letters(2049) + `"}`, invalid + "Size of hashkey has exceeded the maximum size limit of2048 bytes"},
	} {
		item := fmt.Sprintf(`{"pk":{"S":"k"},"%s":%s}`, r.attribute, r.value)
		steps := slices.DeleteFunc(writesOf(item, r.attribute, r.value, r.text), func(s step) bool { return s.op != op })
		steps = append(steps, step{"Scan", `{}`, `{"Items":[{"pk":{"S":"k"}}],"Count":1,"ScannedCount":1}`})
		scenarios = append(scenarios, scenario{name: r.name, given: []string{`{"pk":{"S":"k"}}`}, steps: steps})
	}
	run(t, table, "Developer guide: GSI: type of index key attributes; texts measured against the service", scenarios)
}
