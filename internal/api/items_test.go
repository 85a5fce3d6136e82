package api

import (
	"strings"
	"testing"
)

// with writes a request to the table abc with those members.
func with(members string) string { return `{"TableName":"abc",` + members + `}` }

const (
	anItem   = `"Item":{"p":{"S":"a"}},`
	aKey     = `"Key":{"p":{"S":"a"}},`
	aKeyCond = `"KeyConditions":{"p":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}},`
	anExpr   = `"ConditionExpression":"a = :a",`
	invalid  = "One or more parameter values were invalid: "
	mixed    = "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: "
)

func TestWritesRefuseParametersThatDoNotGoTogether(t *testing.T) {
	checkRefusals(t, []refusal{
		{"Expected beside an expression", "PutItem", with(anItem + anExpr + `"Expected":{}`), one + mixed + "{Expected} Expression parameters: {ConditionExpression}"},
		{"ConditionalOperator beside an expression", "DeleteItem", with(aKey + anExpr + `"ConditionalOperator":"x"`), one + mixed + "{ConditionalOperator} Expression parameters: {ConditionExpression}"},
		{"all of both kinds", "UpdateItem", with(aKey + anExpr + `"UpdateExpression":"x","AttributeUpdates":{},"Expected":{},"ConditionalOperator":"AND"`), one + mixed + "{AttributeUpdates, Expected, ConditionalOperator} Expression parameters: {UpdateExpression, ConditionExpression}"},
		{"names without an expression", "PutItem", with(anItem + `"ExpressionAttributeNames":{"#a":"b"}`), one + "ExpressionAttributeNames can only be specified when using expressions"},
		{"values without an expression", "UpdateItem", with(aKey + `"ExpressionAttributeValues":{":a":{"S":"b"}}`), one + "ExpressionAttributeValues can only be specified when using expressions"},
		{"no names", "PutItem", with(anItem + anExpr + `"ExpressionAttributeNames":{}`), one + "ExpressionAttributeNames must not be empty"},
		{"no values", "PutItem", with(anItem + anExpr + `"ExpressionAttributeValues":{}`), one + "ExpressionAttributeValues must not be empty"},
		{"a name without its mark", "PutItem", with(anItem + anExpr + `"ExpressionAttributeNames":{"a":"b"}`), one + `ExpressionAttributeNames contains invalid key: Syntax error; key: "a"`},
		{"a name that is only a mark", "PutItem", with(anItem + anExpr + `"ExpressionAttributeNames":{"#":"b"}`), one + `ExpressionAttributeNames contains invalid key: Syntax error; key: "#"`},
		{"a name that is not ASCII", "PutItem", with(anItem + anExpr + `"ExpressionAttributeNames":{"#é":"b"}`), one + `ExpressionAttributeNames contains invalid key: Syntax error; key: "#é"`},
		{"a name without text", "PutItem", with(anItem + anExpr + `"ExpressionAttributeNames":{"":"b"}`), one + `ExpressionAttributeNames contains invalid key: The expression attribute map contains an empty key;`},
		{"the longest name and value", "PutItem", with(anItem + anExpr + `"ExpressionAttributeNames":{"#` + strings.Repeat("a", 254) + `":"b"},"ExpressionAttributeValues":{":` + strings.Repeat("a", 254) + `":{"S":"b"}}`), ""},
		{"a name that is too long", "PutItem", with(anItem + anExpr + `"ExpressionAttributeNames":{"#` + strings.Repeat("a", 255) + `":"b"}`), one + `ExpressionAttributeNames contains invalid key: The expression attribute map contains a key that is too long; size of key: 256`},
		{"a value whose name is too long", "PutItem", with(anItem + anExpr + `"ExpressionAttributeValues":{":` + strings.Repeat("a", 255) + `":{"S":"b"}}`), one + `ExpressionAttributeValues contains invalid key: The expression attribute map contains a key that is too long;`},
		{"a value without its mark", "PutItem", with(anItem + anExpr + `"ExpressionAttributeValues":{"#a":{"S":"b"}}`), one + `ExpressionAttributeValues contains invalid key: Syntax error; key: "#a"`},
		{"a name for nothing", "PutItem", with(anItem + anExpr + `"ExpressionAttributeNames":{"#a":""}`), one + "Empty attribute name"},
		{"an operator without conditions", "PutItem", with(anItem + `"ConditionalOperator":"AND"`), one + "ConditionalOperator cannot be used without Filter or Expected"},
		{"an operator with one condition", "PutItem", with(anItem + `"ConditionalOperator":"x","Expected":{"a":{"Exists":false}}`), one + "ConditionalOperator can only be used when Filter or Expected has two or more elements"},
		{"an unknown operator", "PutItem", with(anItem + `"ConditionalOperator":"x","Expected":{"a":{"Exists":false},"b":{"Exists":false}}`), one + "Member must satisfy enum value set: [OR, AND]"},
		{"a condition on nothing", "DeleteItem", with(aKey + `"Expected":{"":{"Exists":false}}`), one + "Empty attribute name"},
		{"an unknown comparison", "DeleteItem", with(aKey + `"Expected":{"a":{"ComparisonOperator":"eq","AttributeValueList":[{"S":"a"}]}}`), one + invalid + "Invalid comparison operator"},
		{"everything in order", "UpdateItem", with(aKey + anExpr + `"UpdateExpression":"x","ExpressionAttributeNames":{"#a":"b"},"ExpressionAttributeValues":{":a_1":{"N":"1"}}`), ""},
	})
}

// lists is a value of n lists inside each other.
func lists(n int) string { return strings.Repeat(`{"L":[`, n) + strings.Repeat("]}", n) }

func TestValuesMayHaveLevelsByTheirPlace(t *testing.T) {
	const tooDeep = "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit"
	const named = "ExpressionAttributeValues contains invalid value: " + tooDeep + " for key :a"
	filter := func(n int) string {
		return `"FilterExpression":"a = :a","ExpressionAttributeValues":{":a":` + lists(n) + `}`
	}
	condition := func(n int) string { return `{"a":{"ComparisonOperator":"EQ","AttributeValueList":[` + lists(n) + `]}}` }
	checkRefusals(t, []refusal{
		{"31 in an attribute of an item", "PutItem", with(`"Item":{"a":` + lists(31) + `}`), ""},
		{"32 in an attribute of an item", "PutItem", with(`"Item":{"a":` + lists(32) + `}`), one + tooDeep},
		{"the older layer reads an item of 63", "PutItem", with(`"Item":{"a":` + lists(62) + `}`), tooDeep},
		{"32 in a value of an expression", "Scan", with(filter(32)), ""},
		{"33 in a value of an expression", "Scan", with(filter(33)), tooDeep},
		{"33 in a value of a write", "PutItem", with(anItem + anExpr + `"ExpressionAttributeValues":{":a":` + lists(33) + `}`), one + tooDeep},
		{"the older layer names a value of 63", "UpdateItem", with(aKey + anExpr + `"ExpressionAttributeValues":{":a":` + lists(63) + `}`), named},
		{"31 in a key", "GetItem", with(`"Key":{"p":` + lists(31) + `}`), ""},
		{"32 in a key", "DeleteItem", with(`"Key":{"p":` + lists(32) + `}`), one + tooDeep},
		{"31 in Expected", "PutItem", with(anItem + `"Expected":{"a":{"Value":` + lists(31) + `}}`), ""},
		{"32 in Expected", "PutItem", with(anItem + `"Expected":{"a":{"Value":` + lists(32) + `}}`), one + tooDeep},
		{"32 in AttributeUpdates", "UpdateItem", with(aKey + `"AttributeUpdates":{"a":{"Value":` + lists(32) + `}}`), one + tooDeep},
		{"32 in QueryFilter", "Query", with(aKeyCond + `"QueryFilter":` + condition(32)), tooDeep},
		{"32 in KeyConditions", "Query", with(`"KeyConditions":` + condition(32)), tooDeep},
		{"32 in ScanFilter", "Scan", with(`"ScanFilter":` + condition(32)), ""},
		{"33 in ScanFilter", "Scan", with(`"ScanFilter":` + condition(33)), tooDeep},
	})
}

func TestValuesAreRefusedInTheEnvelopeOfTheOperation(t *testing.T) {
	const emptySet = invalid + "An string set  may not be empty"
	const noType = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
	checkRefusals(t, []refusal{
		{"an empty set in the item", "PutItem", with(`"Item":{"p":{"SS":[]}}`), one + emptySet},
		{"an empty set in the key", "DeleteItem", with(`"Key":{"p":{"SS":[]}}`), one + emptySet},
		{"an empty set in the key of a read", "GetItem", with(`"Key":{"p":{"SS":[]}}`), emptySet},
		{"an empty set among the values", "UpdateItem", with(aKey + anExpr + `"ExpressionAttributeValues":{":a":{"SS":[]}}`), one + emptySet},
		{"an empty set among the values of a read", "Scan", with(`"FilterExpression":"a = :a","ExpressionAttributeValues":{":a":{"SS":[]}}`), emptySet},
		{"an empty set in Expected", "PutItem", with(anItem + `"Expected":{"a":{"Value":{"SS":[]}}}`), one + emptySet},
		{"an empty set in AttributeUpdates", "UpdateItem", with(aKey + `"AttributeUpdates":{"a":{"Value":{"SS":[]}}}`), one + emptySet},
		{"an empty set in KeyConditions", "Query", with(`"KeyConditions":{"p":{"ComparisonOperator":"EQ","AttributeValueList":[{"SS":[]}]}}`), emptySet},
		{"an empty set in a starting key", "Query", with(aKeyCond + `"ExclusiveStartKey":{"p":{"SS":[]}}`), emptySet},
		{"an empty set in a batch", "BatchWriteItem", `{"RequestItems":{"abc":[{"PutRequest":{"Item":{"p":{"SS":[]}}}}]}}`, emptySet},
		{"an empty set in a batch of keys", "BatchGetItem", `{"RequestItems":{"abc":{"Keys":[{"p":{"SS":[]}}]}}}`, emptySet},
		{"a value without type", "PutItem", with(`"Item":{"p":{}}`), noType},
		{"a value without type among the values", "Query", with(`"KeyConditionExpression":"a","ExpressionAttributeValues":{":a":{}}`), "ExpressionAttributeValues contains invalid value: " + noType + " for key :a"},
		{"a boolean as string makes the layer the older one", "PutItem", with(`"Item":{"p":{"BOOL":"yes"},"q":{"SS":[]}}`), emptySet},
		{"so it does in an update, which names the value", "UpdateItem", with(`"Key":{"p":{"BOOL":"yes"}},"UpdateExpression":"x","ExpressionAttributeValues":{":a":{"SS":[]}}`), "ExpressionAttributeValues contains invalid value: " + emptySet + " for key :a"},
		{"an attribute without name", "PutItem", with(`"Item":{"":{"S":"a"}}`), one + "Empty attribute name"},
		{"an attribute without name in a batch", "BatchWriteItem", `{"RequestItems":{"abc":[{"PutRequest":{"Item":{"":{"S":"a"}}}}]}}`, "Empty attribute name"},
		{"an item that is too large", "PutItem", with(`"Item":{"p":{"S":"` + strings.Repeat("x", 409600) + `"}}`), "Item size has exceeded the maximum allowed size"},
		{"an item of the largest size", "PutItem", with(`"Item":{"p":{"S":"` + strings.Repeat("x", 409599) + `"}}`), ""},
		{"an item that is too large in a batch", "BatchWriteItem", `{"RequestItems":{"abc":[{"PutRequest":{"Item":{"p":{"S":"` + strings.Repeat("x", 409600) + `"}}}}]}}`, "Item size has exceeded the maximum allowed size"},
	})
}

func TestReadsRefuseParametersThatDoNotGoTogether(t *testing.T) {
	const specific = "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES"
	const onlyIndex = "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName"
	checkRefusals(t, []refusal{
		{"both projections", "GetItem", with(aKey + `"AttributesToGet":["a"],"ProjectionExpression":"a"`), mixed + "{AttributesToGet} Expression parameters: {ProjectionExpression}"},
		{"an attribute twice", "GetItem", with(aKey + `"AttributesToGet":["a","b","a"]`), invalid + "Duplicate value in attribute name: a"},
		{"an attribute without name", "GetItem", with(aKey + `"AttributesToGet":[""]`), "Empty attribute name"},
		{"names beside AttributesToGet", "GetItem", with(aKey + `"AttributesToGet":["a"],"ExpressionAttributeNames":{"#a":"a"}`), "ExpressionAttributeNames can only be specified when using expressions"},
		{"no key condition", "Query", `{"TableName":"abc"}`, "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."},
		{"both key conditions", "Query", with(aKeyCond + `"KeyConditionExpression":"p = :a"`), mixed + "{KeyConditions} Expression parameters: {KeyConditionExpression}"},
		{"older key conditions beside a filter expression", "Query", with(aKeyCond + `"FilterExpression":"a"`), ""},
		{"older filters beside an expression", "Query", with(`"KeyConditionExpression":"a","FilterExpression":"b","ProjectionExpression":"c","AttributesToGet":["a"],"QueryFilter":{},"ConditionalOperator":"AND"`), mixed + "{AttributesToGet, QueryFilter, ConditionalOperator} Expression parameters: {ProjectionExpression, FilterExpression, KeyConditionExpression}"},
		{"values without an expression", "Query", with(aKeyCond + `"ExpressionAttributeValues":{":a":{"S":"a"}}`), "ExpressionAttributeValues can only be specified when using expressions: FilterExpression and KeyConditionExpression are null"},
		{"values beside a projection only", "Scan", with(`"ProjectionExpression":"a","ExpressionAttributeValues":{":a":{"S":"a"}}`), "ExpressionAttributeValues can only be specified when using expressions: FilterExpression is null"},
		{"an operator without filter", "Query", with(aKeyCond + `"ConditionalOperator":"AND"`), "ConditionalOperator cannot be used without Filter or Expected"},
		{"SPECIFIC_ATTRIBUTES without any", "Query", with(aKeyCond + `"Select":"SPECIFIC_ATTRIBUTES"`), one + specific},
		{"SPECIFIC_ATTRIBUTES without any", "Scan", with(`"Select":"SPECIFIC_ATTRIBUTES"`), specific},
		{"SPECIFIC_ATTRIBUTES with some", "Scan", with(`"Select":"SPECIFIC_ATTRIBUTES","AttributesToGet":["a"]`), ""},
		{"COUNT with attributes", "Query", with(aKeyCond + `"Select":"COUNT","AttributesToGet":["a"]`), one + "Cannot specify the AttributesToGet when choosing to get only the Count"},
		{"ALL_ATTRIBUTES with a projection", "Scan", with(`"Select":"ALL_ATTRIBUTES","ProjectionExpression":"a"`), "Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES"},
		{"ALL_PROJECTED_ATTRIBUTES without index", "Query", with(aKeyCond + `"Select":"ALL_PROJECTED_ATTRIBUTES"`), one + onlyIndex},
		{"ALL_PROJECTED_ATTRIBUTES with an index", "Query", with(aKeyCond + `"Select":"ALL_PROJECTED_ATTRIBUTES","IndexName":"idx"`), ""},
		{"a segment alone", "Scan", with(`"Segment":0`), "The TotalSegments parameter is required but was not present in the request when Segment parameter is present"},
		{"total segments alone", "Scan", with(`"TotalSegments":1`), "The Segment parameter is required but was not present in the request when parameter TotalSegments is present"},
		{"a segment past the last", "Scan", with(`"Segment":2,"TotalSegments":2`), "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less than TotalSegments: 2"},
		{"the last segment", "Scan", with(`"Segment":999999,"TotalSegments":1000000`), ""},
	})
}

func TestBatchesRefuseWhatTheirTablesShare(t *testing.T) {
	key := `{"p":{"S":"a"}}`
	keys := key + strings.Repeat(","+key, 59)
	put := `{"PutRequest":{"Item":{"p":{"S":"a"}}}}`
	puts := put + strings.Repeat(","+put, 19)
	checkRefusals(t, []refusal{
		{"no tables to write", "BatchWriteItem", `{"RequestItems":{}}`, "The requestItems parameter is required for BatchWriteItem"},
		{"more than 25 writes in all", "BatchWriteItem", `{"RequestItems":{"abc":[` + puts + `],"def":[` + puts + `]}}`, "Too many items requested for the BatchWriteItem call"},
		{"a write of no kind", "BatchWriteItem", `{"RequestItems":{"abc":[{}]}}`, "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"},
		{"a write of two kinds", "BatchWriteItem", `{"RequestItems":{"abc":[{"PutRequest":{"Item":` + key + `},"DeleteRequest":{"Key":` + key + `}}]}}`, "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"},
		{"more than 100 keys in all", "BatchGetItem", `{"RequestItems":{"abc":{"Keys":[` + keys + `]},"def":{"Keys":[` + keys + `]}}}`, "Too many items requested for the BatchGetItem call"},
		{"a table by its name and its ARN", "BatchGetItem", `{"RequestItems":{"abc":{"Keys":[` + key + `]},"arn:aws:dynamodb:us-east-1:000000000000:table/abc":{"Keys":[` + key + `]}}}`, invalid + "RequestItems names a table more than once: abc"},
		{"writes to a table by its name and its ARN", "BatchWriteItem", `{"RequestItems":{"arn:aws:dynamodb:us-east-1:000000000000:table/abc":[{"DeleteRequest":{"Key":` + key + `}}],"abc":[{"DeleteRequest":{"Key":` + key + `}}]}}`, invalid + "RequestItems names a table more than once: abc"},
		{"both projections, at different tables", "BatchGetItem", `{"RequestItems":{"abc":{"Keys":[` + key + `],"AttributesToGet":["a"]},"def":{"Keys":[` + key + `],"ProjectionExpression":"a"}}}`, mixed + "{AttributesToGet} Expression parameters: {ProjectionExpression}"},
		{"an attribute twice", "BatchGetItem", `{"RequestItems":{"abc":{"Keys":[` + key + `],"AttributesToGet":["a","a"]}}}`, invalid + "Duplicate value in attribute name: a"},
		{"names without projection", "BatchGetItem", `{"RequestItems":{"abc":{"Keys":[` + key + `],"ExpressionAttributeNames":{"#a":"a"}}}}`, "ExpressionAttributeNames can only be specified when using expressions"},
	})
}
