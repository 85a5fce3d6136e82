package gosdk

import "testing"

func TestGetItem(t *testing.T) {
	item := `{"pk":{"S":"a"},"sk":{"S":"b"},"n":{"N":"1"},"l":{"L":[{"S":"zero"},{"M":{"x":{"N":"1"},"y":{"N":"2"}}},{"S":"two"}]},"m":{"M":{"in":{"M":{"deep":{"BOOL":true},"er":{"S":"s"}}},"out":{"N":"3"}}}}`
	key := `"Key":{"pk":{"S":"a"},"sk":{"S":"b"}}`
	given := []string{item}
	run(t, sortedTable, "API_GetItem: ProjectionExpression; Developer guide: Expressions.ProjectionExpressions", []scenario{
		{name: "a missing item is answered without the member Item", source: "API_GetItem: if there is no matching item, GetItem does not return any data", steps: []step{
			{"GetItem", `{` + key + `}`, `{}`},
		}},
		{name: "the whole item comes without a projection", source: "API_GetItem: ConsistentRead, Item", given: given, steps: []step{
			{"GetItem", `{` + key + `,"ConsistentRead":true}`, `{"Item":` + item + `}`},
		}},
		{name: "a projection gives the named attributes and nothing else", given: given, steps: []step{
			{"GetItem", `{` + key + `,"ProjectionExpression":"n, nothing"}`, `{"Item":{"n":{"N":"1"}}}`},
		}},
		{name: "a projection of what is not there gives an empty item", given: given, steps: []step{
			{"GetItem", `{` + key + `,"ProjectionExpression":"nothing"}`, `{"Item":{}}`},
			{"GetItem", `{` + key + `,"ProjectionExpression":"n.x, l[9], m[0]"}`, `{"Item":{}}`},
		}},
		{name: "nested paths keep the way to them", given: given, steps: []step{
			{"GetItem", `{` + key + `,"ProjectionExpression":"m.#i.deep","ExpressionAttributeNames":{"#i":"in"}}`, `{"Item":{"m":{"M":{"in":{"M":{"deep":{"BOOL":true}}}}}}}`},
		}},
		{name: "list elements come compacted in index order, whatever order was asked", given: given, steps: []step{
			{"GetItem", `{` + key + `,"ProjectionExpression":"l[2], l[0]"}`, `{"Item":{"l":{"L":[{"S":"zero"},{"S":"two"}]}}}`},
		}},
		{name: "parts of one list element come merged", given: given, steps: []step{
			{"GetItem", `{` + key + `,"ProjectionExpression":"l[1].y, l[1].x"}`, `{"Item":{"l":{"L":[{"M":{"x":{"N":"1"},"y":{"N":"2"}}}]}}}`},
		}},
		{name: "a name with a dot is reached through a placeholder only", given: []string{`{"pk":{"S":"a"},"sk":{"S":"b"},"a.b":{"N":"1"},"a":{"M":{"b":{"N":"2"}}}}`}, steps: []step{
			{"GetItem", `{` + key + `,"ProjectionExpression":"#ab","ExpressionAttributeNames":{"#ab":"a.b"}}`, `{"Item":{"a.b":{"N":"1"}}}`},
			{"GetItem", `{` + key + `,"ProjectionExpression":"a.b"}`, `{"Item":{"a":{"M":{"b":{"N":"2"}}}}}`},
		}},
		{name: "the legacy AttributesToGet gives top-level attributes", source: "API_GetItem: AttributesToGet", given: given, steps: []step{
			{"GetItem", `{` + key + `,"AttributesToGet":["n","sk","nothing"]}`, `{"Item":{"n":{"N":"1"},"sk":{"S":"b"}}}`},
		}},
	})
}

func TestGetItem_refuses(t *testing.T) {
	key := `"Key":{"pk":{"S":"a"},"sk":{"S":"b"}}`
	run(t, sortedTable, "API_GetItem: Request Parameters; texts measured against the service", []scenario{
		{name: "a key with an attribute too few, too many, or another one", steps: []step{
			{"GetItem", `{"Key":{"pk":{"S":"a"}}}`, `ValidationException: The provided key element does not match the schema`},
			{"GetItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"b"},"n":{"N":"1"}}}`, `ValidationException: The provided key element does not match the schema`},
			{"GetItem", `{"Key":{"pk":{"S":"a"},"other":{"S":"b"}}}`, `ValidationException: The provided key element does not match the schema`},
		}},
		{name: "a key of another type", steps: []step{
			{"GetItem", `{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}}}`, `ValidationException: The provided key element does not match the schema`},
		}},
		{name: "an empty key value", steps: []step{
			{"GetItem", `{"Key":{"pk":{"S":""},"sk":{"S":"b"}}}`, `ValidationException: One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk`},
		}},
		{name: "keys past their size limits", source: "Developer guide: ServiceQuotas: partition key length, sort key length; texts measured against the service", steps: []step{
			{"GetItem", `{"Key":{"pk":{"S":"` + letters(2049) + `"},"sk":{"S":"b"}}}`, `ValidationException: One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes`},
			{"GetItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"` + letters(1025) + `"}}}`, `ValidationException: One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes`},
		}},
		{name: "projections that overlap, even on a missing item", steps: []step{
			{"GetItem", `{` + key + `,"ProjectionExpression":"a, a.b"}`, `ValidationException: Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]`},
			{"GetItem", `{` + key + `,"ProjectionExpression":"n, n"}`, `ValidationException: Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [n], path two: [n]`},
		}},
		{name: "projections that conflict: a path that is both a list and a map", steps: []step{
			{"GetItem", `{` + key + `,"ProjectionExpression":"a.b, a[0]"}`, `ValidationException: Invalid ProjectionExpression: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [0]]`},
		}},
		{name: "a reserved word as a bare name, in any case", source: "Developer guide: ReservedWords", steps: []step{
			{"GetItem", `{` + key + `,"ProjectionExpression":"name"}`, `ValidationException: Invalid ProjectionExpression: Attribute name is a reserved keyword; reserved keyword: name`},
			{"GetItem", `{` + key + `,"ProjectionExpression":"x.Status"}`, `ValidationException: Invalid ProjectionExpression: Attribute name is a reserved keyword; reserved keyword: Status`},
		}},
		{name: "a placeholder that is not defined, and one that is not used", steps: []step{
			{"GetItem", `{` + key + `,"ProjectionExpression":"#n"}`, `ValidationException: Invalid ProjectionExpression: An expression attribute name used in the document path is not defined; attribute name: #n`},
			{"GetItem", `{` + key + `,"ProjectionExpression":"a","ExpressionAttributeNames":{"#n":"n"}}`, `ValidationException: Value provided in ExpressionAttributeNames unused in expressions: keys: {#n}`},
		}},
		{name: "an empty projection and one of blanks", steps: []step{
			{"GetItem", `{` + key + `,"ProjectionExpression":""}`, `ValidationException: Invalid ProjectionExpression: The expression can not be empty;`},
			{"GetItem", `{` + key + `,"ProjectionExpression":"   "}`, `ValidationException: Invalid ProjectionExpression: Syntax error; token: "<EOF>", near: "   "`},
		}},
		{name: "syntax errors, by token and surroundings", steps: []step{
			{"GetItem", `{` + key + `,"ProjectionExpression":"a b"}`, `ValidationException: Invalid ProjectionExpression: Syntax error; token: "b", near: "a b"`},
			{"GetItem", `{` + key + `,"ProjectionExpression":"a,"}`, `ValidationException: Invalid ProjectionExpression: Syntax error; token: "<EOF>", near: ","`},
			{"GetItem", `{` + key + `,"ProjectionExpression":"l[00]"}`, `ValidationException: Invalid ProjectionExpression: Syntax error; token: "0", near: "00]"`},
			{"GetItem", `{` + key + `,"ProjectionExpression":"_a"}`, `ValidationException: Invalid ProjectionExpression: Syntax error; token: "_"*`},
		}},
		{name: "a projection past 4096 bytes", source: "Developer guide: ServiceQuotas: expression parameters: length", steps: []step{
			{"GetItem", `{` + key + `,"ProjectionExpression":"` + letters(4097) + `"}`, `ValidationException: Invalid ProjectionExpression: Expression size has exceeded the maximum allowed size*`},
		}},
		{name: "AttributesToGet beside a projection", steps: []step{
			{"GetItem", `{` + key + `,"AttributesToGet":["a"],"ProjectionExpression":"b"}`,
				`ValidationException: Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}`},
		}},
		{name: "AttributesToGet with a name twice", steps: []step{
			{"GetItem", `{` + key + `,"AttributesToGet":["a","a"]}`, `ValidationException: One or more parameter values were invalid: Duplicate value in attribute name: a`},
		}},
		{name: "names without a projection", steps: []step{
			{"GetItem", `{` + key + `,"ExpressionAttributeNames":{"#n":"n"}}`, `ValidationException: ExpressionAttributeNames can only be specified when using expressions`},
		}},
		{name: "a missing table", steps: []step{
			{"GetItem", `{"TableName":"conformance.nowhere",` + key + `}`, `ResourceNotFoundException: Requested resource not found`},
		}},
	})
}
