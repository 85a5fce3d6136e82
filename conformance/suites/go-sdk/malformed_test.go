package gosdk

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

const (
	serialization = "com.amazon.coral.service#SerializationException"
	validation    = "com.amazon.coral.validate#ValidationException"
	notFound      = "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException"
)

// badRequest is a malformed request, of which the service's constraint or its parser complains, and the refusal it must get. In body and message $T is the name of a table with the
// partition key pk, a string. * in message stands for any run of characters.
type badRequest struct {
	name string
	harness.Raw
	status        int
	kind, message string
}

func bad(name, op, body string, kind, message string) badRequest {
	return badRequest{name: name, Raw: harness.Raw{Op: op, Body: body}, status: http.StatusBadRequest, kind: kind, message: message}
}

// putBody is a PutItem of one attribute beside the key.
func putBody(value string) string {
	return `{"TableName":"$T","Item":{"pk":{"S":"a"},"v":` + value + `}}`
}

func deepArrays(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }

var brokenJSON = []badRequest{
	bad("an empty body", "PutItem", ``, serialization, "*"),
	bad("blanks", "PutItem", `  `, serialization, "*"),
	bad("an open brace", "PutItem", `{`, serialization, "*"),
	bad("a closing brace", "PutItem", `}`, serialization, "*"),
	bad("a bare word", "PutItem", `hello`, serialization, "*"),
	bad("a word in braces", "PutItem", `{broken`, serialization, "*"),
	bad("a number as the body", "PutItem", `17`, serialization, "*"),
	bad("a string as the body", "PutItem", `"PutItem"`, serialization, "*"),
	bad("an array as the body", "PutItem", `[]`, serialization, "*"),
	bad("a name without a value", "PutItem", `{"TableName"}`, serialization, "*"),
	bad("a missing colon", "PutItem", `{"TableName" "$T"}`, serialization, "*"),
	bad("a missing comma", "PutItem", `{"TableName":"$T" "Item":{}}`, serialization, "*"),
	bad("a comma too many", "PutItem", `{"TableName":"$T",}`, serialization, "*"),
	bad("single quotes", "PutItem", `{'TableName':'$T'}`, serialization, "*"),
	bad("a comment", "PutItem", `{/* */"TableName":"$T"}`, serialization, "*"),
	bad("an unfinished string", "PutItem", `{"TableName":"$T`, serialization, "*"),
	bad("an unknown escape", "PutItem", putBody(`{"S":"\x41"}`), serialization, "*"),
	bad("an unfinished escape", "PutItem", putBody(`{"S":"\u00"}`), serialization, "*"),
	bad("a raw control character", "PutItem", putBody("{\"S\":\"a\nb\"}"), serialization, "*"),
	bad("a raw NUL", "PutItem", putBody("{\"S\":\"a\x00b\"}"), serialization, "*"),
	bad("an unfinished literal", "PutItem", putBody(`{"BOOL":tru}`), serialization, "*"),
	bad("text after the end", "PutItem", putBody(`{"N":"1"}`)+`x`, serialization, "*"),
	bad("a second body after the end", "PutItem", putBody(`{"N":"1"}`)+`{}`, serialization, "*"),
	bad("a byte order mark alone", "PutItem", "\xef\xbb\xbf", serialization, "*"),
	bad("a byte that is no UTF-8, in a value", "PutItem", putBody("{\"S\":\"\xff\"}"), serialization, "*"),
	bad("a byte that is no UTF-8, in a name", "PutItem", "{\"TableName\":\"$T\",\"Item\":{\"pk\":{\"S\":\"a\"},\"\xc3(\":{\"S\":\"x\"}}}", serialization, "*"),
	bad("an overlong encoding", "PutItem", putBody("{\"S\":\"\xc0\xaf\"}"), serialization, "*"),
	bad("a surrogate in UTF-8", "PutItem", putBody("{\"S\":\"\xed\xa0\x80\"}"), serialization, "*"),
}

var wrongTypes = []badRequest{
	bad("a number as the table name", "PutItem", `{"TableName":17,"Item":{}}`, serialization, "NUMBER_VALUE cannot be converted to String"),
	bad("a boolean as the table name", "GetItem", `{"TableName":true,"Key":{}}`, serialization, "TRUE_VALUE cannot be converted to String"),
	bad("a decimal as the table name", "GetItem", `{"TableName":1.5,"Key":{}}`, serialization, "DECIMAL_VALUE cannot be converted to String"),
	bad("a list as the table name", "GetItem", `{"TableName":[],"Key":{}}`, serialization, "*"),
	bad("an object as the table name", "GetItem", `{"TableName":{},"Key":{}}`, serialization, "*"),
	bad("a string as the item", "PutItem", `{"TableName":"$T","Item":"x"}`, serialization, "*"),
	bad("a list as the key", "GetItem", `{"TableName":"$T","Key":[]}`, serialization, "*"),
	bad("a string as an attribute value", "PutItem", putBody(`"x"`), serialization, "*"),
	bad("a number as an attribute value", "PutItem", putBody(`1`), serialization, "*"),
	bad("N as a JSON number", "PutItem", putBody(`{"N":3}`), serialization, "NUMBER_VALUE cannot be converted to String"),
	bad("S as a boolean", "PutItem", putBody(`{"S":false}`), serialization, "FALSE_VALUE cannot be converted to String"),
	bad("BOOL as a number", "PutItem", putBody(`{"BOOL":1}`), serialization, "NUMBER_VALUE cannot be converted to Boolean"),
	bad("BOOL as a word that says nothing", "PutItem", putBody(`{"BOOL":"maybe"}`), serialization, "Unexpected token received from parser"),
	bad("L as an object", "PutItem", putBody(`{"L":{}}`), serialization, "*"),
	bad("M as a list", "PutItem", putBody(`{"M":[]}`), serialization, "*"),
	bad("SS as a string", "PutItem", putBody(`{"SS":"x"}`), serialization, "*"),
	bad("NS of JSON numbers", "PutItem", putBody(`{"NS":[1]}`), serialization, "*"),
	bad("B that is no base64", "PutItem", putBody(`{"B":"!"}`), serialization, "*"),
	bad("B without its padding", "PutItem", putBody(`{"B":"QQ"}`), serialization, "Base64 encoded length is expected a multiple of 4 bytes but found: 2"),
	bad("Limit as a string", "Scan", `{"TableName":"$T","Limit":"1"}`, serialization, "STRING_VALUE cannot be converted to Integer"),
	bad("Limit as a boolean", "Scan", `{"TableName":"$T","Limit":true}`, serialization, "*"),
	bad("AttributesToGet as a string", "GetItem", `{"TableName":"$T","Key":{"pk":{"S":"a"}},"AttributesToGet":"a"}`, serialization, "*"),
	bad("RequestItems as a list", "BatchGetItem", `{"RequestItems":[]}`, serialization, "*"),
	bad("a placeholder name as a number", "GetItem", `{"TableName":"$T","Key":{"pk":{"S":"a"}},"ProjectionExpression":"#a","ExpressionAttributeNames":{"#a":1}}`, serialization, "*"),
}

func (b badRequest) check(t *testing.T, c *caller, table string) {
	t.Helper()
	b.Body = strings.ReplaceAll(b.Body, "$T", table)
	got := b.Send(t, c.Endpoint)
	if got.Status != b.status || !harness.Matches(b.kind, got.Kind) || !c.Words.Says(b.message, got.Message) {
		t.Errorf("%s: want %d %s: %s, got %d %s: %s\nrequest: %s", b.Op, b.status, b.kind, b.message, got.Status, got.Kind, harness.Short(got.Body), harness.Short(b.Body))
	}
}

// malformed sends the malformed requests of one operation. None of them may write anything.
func malformed(t *testing.T, op string) {
	t.Helper()
	group(t, func(t *testing.T, c *caller) {
		refusesRequests(t, c, op, slices.Concat(brokenJSON, wrongTypes, wrongValues, envelopes))
	})
}

// refusesRequests has a case of each request of the operation.
func refusesRequests(t *testing.T, c *caller, op string, requests []badRequest) {
	t.Helper()
	const source = "CommonErrors: SerializationException, ValidationException; constraints of the API's request parameters; texts measured against the service"
	for _, b := range requests {
		if b.Op != op {
			continue
		}
		runCase(t, b.name, source, func(t *testing.T) {
			table := c.Borrow(t, hashTable)
			b.check(t, c, table)
			playStep(t, c, table, step{"Scan", `{"Select":"COUNT","ConsistentRead":true}`, `{"Count":0,"ScannedCount":0}`})
		})
	}
}

func TestPutItem_malformed(t *testing.T)          { malformed(t, "PutItem") }
func TestGetItem_malformed(t *testing.T)          { malformed(t, "GetItem") }
func TestUpdateItem_malformed(t *testing.T)       { malformed(t, "UpdateItem") }
func TestDeleteItem_malformed(t *testing.T)       { malformed(t, "DeleteItem") }
func TestQuery_malformed(t *testing.T)            { malformed(t, "Query") }
func TestScan_malformed(t *testing.T)             { malformed(t, "Scan") }
func TestBatchGetItem_malformed(t *testing.T)     { malformed(t, "BatchGetItem") }
func TestBatchWriteItem_malformed(t *testing.T)   { malformed(t, "BatchWriteItem") }
func TestTransactGetItems_malformed(t *testing.T) { malformed(t, "TransactGetItems") }
