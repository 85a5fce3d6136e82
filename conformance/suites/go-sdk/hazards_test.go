package gosdk

import (
	"strings"
	"testing"
)

// hazards are requests that have stopped servers for good: by a stack that ends, by a parser that tries each way to read them, by a number
// that is written out. They are sent when all other cases are over, one after the other.
var hazards = []badRequest{
	bad("200000 open brackets", "PutItem", strings.Repeat("[", 200000), serialization, "*"),
	bad("200000 brackets in an unknown member", "PutItem", `{"TableName":"$T","X":`+deepArrays(200000)+`}`, serialization, "*"),
	bad("100000 nested lists in a value", "PutItem", putBody(nested(100000)), serialization, "*"),
	bad("a number with an absurd exponent", "PutItem", putBody(`{"N":"1e1000000000"}`), validation, "*Number overflow. Attempting to store a number with magnitude larger than supported range"),
	bad("a number of an absurd smallness", "PutItem", putBody(`{"N":"1e-1000000000"}`), validation, "*Number underflow. Attempting to store a number with magnitude smaller than supported range"),
	bad("a number of 100000 digits", "PutItem", putBody(`{"N":"`+strings.Repeat("7", 100000)+`"}`), validation, "*"),
	bad("500 nested lists in an expression value", "UpdateItem", `{"TableName":"$T","Key":{"pk":{"S":"a"}},"UpdateExpression":"SET a = :v","ExpressionAttributeValues":{":v":`+nested(500)+`}}`, validation, "*Nesting Levels have exceeded supported limits*"),
	bad("an expression of 1000 open parentheses", "Scan", `{"TableName":"$T","FilterExpression":"`+strings.Repeat("(", 1000)+`a = a`+strings.Repeat(")", 1000)+`"}`, validation, "Invalid FilterExpression: *"),
	bad("an expression of 500 ORs", "Scan", `{"TableName":"$T","FilterExpression":"a = b`+strings.Repeat(" OR a=b", 500)+`"}`, validation, "Invalid FilterExpression: *"),
	bad("an expression of 1000 NOTs", "Scan", `{"TableName":"$T","FilterExpression":"`+strings.Repeat("NOT ", 1000)+`a = b"}`, validation, "Invalid FilterExpression: *"),
}

func TestPutItem_hazards(t *testing.T)    { sendHazards(t, "PutItem") }
func TestUpdateItem_hazards(t *testing.T) { sendHazards(t, "UpdateItem") }
func TestScan_hazards(t *testing.T)       { sendHazards(t, "Scan") }

func sendHazards(t *testing.T, op string) {
	t.Helper()
	last(t, func(t *testing.T, c *caller) { refusesRequests(t, c, op, hazards) })
}
