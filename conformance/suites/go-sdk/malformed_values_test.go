package gosdk

import "strings"

var wrongValues = []badRequest{
	bad("no table name", "GetItem", `{"Key":{"pk":{"S":"a"}}}`, validation, "*at 'TableName' failed to satisfy constraint: Member must not be null*"),
	bad("no key", "GetItem", `{"TableName":"$T"}`, validation, "*at 'Key' failed to satisfy constraint: Member must not be null*"),
	bad("no item", "PutItem", `{"TableName":"$T"}`, validation, "*at 'Item' failed to satisfy constraint: Member must not be null*"),
	bad("nothing at all", "PutItem", `{}`, validation, "2 validation errors detected: *at 'TableName' failed to satisfy constraint: Member must not be null*"),
	bad("null as the table name", "GetItem", `{"TableName":null,"Key":{"pk":{"S":"a"}}}`, validation, "*at 'TableName' failed to satisfy constraint: Member must not be null*"),
	bad("a table name of two letters", "GetItem", `{"TableName":"ab","Key":{"pk":{"S":"a"}}}`, validation, "*"),
	bad("a table name that would be a path", "GetItem", `{"TableName":"../../etc","Key":{"pk":{"S":"a"}}}`, validation, "*"),
	bad("a table name that would be SQL", "GetItem", `{"TableName":"x'; DROP TABLE y; --","Key":{"pk":{"S":"a"}}}`, validation, "*"),
	bad("a table nobody made", "GetItem", `{"TableName":"conformance.nowhere","Key":{"pk":{"S":"a"}}}`, notFound, "Requested resource not found"),
	bad("an attribute value without a type", "PutItem", putBody(`{}`), validation, "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"),
	bad("an attribute value of an unknown type", "PutItem", putBody(`{"dog":"x"}`), validation, "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"),
	bad("an attribute value of two types", "PutItem", putBody(`{"S":"x","N":"1"}`), validation, "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"),
	bad("a value that is null", "PutItem", putBody(`{"S":null}`), validation, "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"),
	bad("an exponent beyond 64 bits", "PutItem", putBody(`{"N":"1e99999999999999999999999"}`), validation, "*numeric value*"),
	bad("50 nested lists", "PutItem", putBody(nested(50)), validation, "*Nesting Levels have exceeded supported limits*"),
	bad("33 nested lists in an expression value", "Scan", `{"TableName":"$T","FilterExpression":"a = :v","ExpressionAttributeValues":{":v":`+nested(33)+`}}`, validation, "Nesting Levels have exceeded supported limits: *"),
	bad("32 nested lists in Expected", "PutItem", `{"TableName":"$T","Item":{"pk":{"S":"a"}},"Expected":{"a":{"Value":`+nested(32)+`}}}`, validation, "1 validation error detected: Nesting Levels have exceeded supported limits: *"),
	bad("32 nested lists stored by an expression", "UpdateItem", `{"TableName":"$T","Key":{"pk":{"S":"a"}},"UpdateExpression":"SET a = :v","ExpressionAttributeValues":{":v":`+nested(32)+`}}`, validation, "Nesting Levels have exceeded supported limits"),
	bad("a placeholder of 256 bytes", "Scan", `{"TableName":"$T","FilterExpression":"attribute_exists(#a)","ExpressionAttributeNames":{"#`+strings.Repeat("a", 255)+`":"x"}}`, validation, "ExpressionAttributeNames contains invalid key: The expression attribute map contains a key that is too long; size of key: 256"),
	bad("an absurd negative limit", "Scan", `{"TableName":"$T","Limit":-99999999999999999999}`, validation, "*at 'Limit' failed to satisfy constraint: Member must have value greater than or equal to 1*"),
	bad("an expression of letters beyond ASCII", "Scan", `{"TableName":"$T","FilterExpression":"😀 = é"}`, validation, "Invalid FilterExpression: Syntax error; token: *"),
	bad("an expression with an unfinished string", "Scan", `{"TableName":"$T","FilterExpression":"a = \"x"}`, validation, "Invalid FilterExpression: Syntax error; token: *"),
	bad("a placeholder name without its sign", "Scan", `{"TableName":"$T","FilterExpression":"attribute_exists(a)","ExpressionAttributeNames":{"n":"x"}}`, validation, `ExpressionAttributeNames contains invalid key: Syntax error; key: "n"`),
	bad("a placeholder value without its sign", "Scan", `{"TableName":"$T","FilterExpression":"attribute_exists(a)","ExpressionAttributeValues":{"v":{"N":"1"}}}`, validation, `ExpressionAttributeValues contains invalid key: Syntax error; key: "v"`),
	bad("an attribute name of 65536 bytes", "PutItem", `{"TableName":"$T","Item":{"pk":{"S":"a"},"`+letters(65536)+`":{"N":"1"}}}`, validation, "*Attribute name is too large, must be less than 65536 bytes"),
}

const (
	oneError  = "1 validation error detected: "
	twoErrors = "2 validation errors detected: "
)

func nowhere(more string) string { return `{"TableName":"conformance.nowhere"` + more + `}` }

const someKey = `,"Key":{"pk":{"S":"a"}}`

// envelopes are requests whose refusal shows how the service says what is wrong: the prefix of __type, the older and the newer words,
// several violations in one message, and the order in which it looks.
var envelopes = []badRequest{
	bad("__type of a validation error", "GetItem", `{}`, validation, "*"),
	bad("__type of the service's own error", "GetItem", nowhere(someKey), notFound, "Requested resource not found"),
	bad("__type of a body that is no JSON", "GetItem", `{`, serialization, "*"),
	bad("a required parameter is named in the newer words", "GetItem", `{"TableName":"$T"}`, validation, oneError+"Value at 'Key' failed to satisfy constraint: Member must not be null"),
	bad("a required parameter is named in the older words", "TransactGetItems", `{"TransactItems":[{}]}`, validation, oneError+"Value null at 'transactItems.1.member.get' failed to satisfy constraint: Member must not be null"),
	bad("a required parameter is named in words of its own", "BatchWriteItem", `{"RequestItems":{}}`, validation, "The requestItems parameter is required for BatchWriteItem"),
	bad("two members missing are one message", "PutItem", `{}`, validation, twoErrors+"Value at '*' failed to satisfy constraint: Member must not be null; Value at '*' failed to satisfy constraint: Member must not be null"),
	bad("a short name and an unknown enumeration are one message", "PutItem", `{"TableName":"x","Item":{},"ReturnValues":"x"}`, validation, twoErrors+"*; *"),
	bad("members before the table", "Query", nowhere(`,"Limit":0`), validation, oneError+"*'Limit'*"),
	bad("the expression before the table", "PutItem", nowhere(`,"Item":{"pk":{"S":"a"}},"ConditionExpression":"a ="`), validation, oneError+"Invalid ConditionExpression: Syntax error; token: *"),
	bad("unused values before the table", "GetItem", nowhere(someKey+`,"ProjectionExpression":"a","ExpressionAttributeNames":{"#b":"b"}`), validation, "*unused in expressions: keys: {#b}"),
	bad("the table before its keys", "GetItem", nowhere(`,"Key":{"x":{"N":"1"}}`), notFound, "Requested resource not found"),
	bad("the keys before the condition", "DeleteItem", `{"TableName":"$T","Key":{"x":{"N":"1"}},"ConditionExpression":"attribute_exists(pk)"}`, validation, "The provided key element does not match the schema"),
}
