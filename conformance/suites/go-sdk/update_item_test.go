package gosdk

import "testing"

const updatedItem = `{"pk":{"S":"a"},"n":{"N":"5"},"s":{"S":"str"},"l":{"L":[{"S":"zero"},{"S":"one"},{"S":"two"}]},"m":{"M":{"x":{"N":"1"},"y":{"M":{"z":{"N":"2"}}}}},"ss":{"SS":["p","q"]},"ns":{"NS":["1","2"]}}`

func TestUpdateItem_set(t *testing.T) {
	key := `"Key":{"pk":{"S":"a"}}`
	given := []string{updatedItem}
	run(t, hashTable, "Developer guide: Expressions.UpdateExpressions: SET", []scenario{
		{name: "an update of a missing item creates it", steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET v = :v","ExpressionAttributeValues":{":v":{"N":"1"}},"ReturnValues":"ALL_NEW"}`, `{"Attributes":{"pk":{"S":"a"},"v":{"N":"1"}}}`},
		}},
		{name: "an update without an expression creates the bare item", steps: []step{
			{"UpdateItem", `{` + key + `}`, `{}`},
			{"GetItem", `{` + key + `}`, `{"Item":{"pk":{"S":"a"}}}`},
		}},
		{name: "a nested value is set in its place and nothing else moves", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET m.y.z = :v, m.y.w = :v","ExpressionAttributeValues":{":v":{"N":"9"}},"ReturnValues":"UPDATED_NEW"}`, `{"Attributes":{"m":{"M":{"y":{"M":{"z":{"N":"9"},"w":{"N":"9"}}}}}}}`},
			{"GetItem", `{` + key + `,"ProjectionExpression":"m"}`, `{"Item":{"m":{"M":{"x":{"N":"1"},"y":{"M":{"z":{"N":"9"},"w":{"N":"9"}}}}}}}`},
		}},
		{name: "every clause reads the item as it was", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET n = :seven, o = n + :one, p = s, s = :t","ExpressionAttributeValues":{":seven":{"N":"7"},":one":{"N":"1"},":t":{"S":"new"}},"ReturnValues":"UPDATED_NEW"}`,
				`{"Attributes":{"n":{"N":"7"},"o":{"N":"6"},"p":{"S":"str"},"s":{"S":"new"}}}`},
		}},
		{name: "numbers add and subtract exactly, to the 38th digit", given: []string{`{"pk":{"S":"a"},"n":{"N":"12345678901234567890123456789012345677"},"d":{"N":"0.1"}}`}, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET n = n + :one, d = d - :d","ExpressionAttributeValues":{":one":{"N":"1"},":d":{"N":"0.3"}},"ReturnValues":"UPDATED_NEW"}`, `{"Attributes":{"n":{"N":"12345678901234567890123456789012345678"},"d":{"N":"-0.2"}}}`},
		}},
		{name: "if_not_exists takes the old value, else the given one", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET n = if_not_exists(n, :v), o = if_not_exists(o, :v), c = if_not_exists(c, :z) + :v","ExpressionAttributeValues":{":v":{"N":"1"},":z":{"N":"10"}},"ReturnValues":"UPDATED_NEW"}`,
				`{"Attributes":{"n":{"N":"5"},"o":{"N":"1"},"c":{"N":"11"}}}`},
		}},
		{name: "list_append joins in the order given", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET l = list_append(:v, l), k = list_append(l, :v)","ExpressionAttributeValues":{":v":{"L":[{"N":"1"}]}},"ReturnValues":"UPDATED_NEW"}`,
				`{"Attributes":{"l":{"L":[{"N":"1"},{"S":"zero"},{"S":"one"},{"S":"two"}]},"k":{"L":[{"S":"zero"},{"S":"one"},{"S":"two"},{"N":"1"}]}}}`},
		}},
		{name: "list writes past the end append in order of their indexes", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET l[20] = :b, l[10] = :a, l[1] = :c","ExpressionAttributeValues":{":a":{"S":"A"},":b":{"S":"B"},":c":{"S":"C"}}}`, `{}`},
			{"GetItem", `{` + key + `,"ProjectionExpression":"l"}`, `{"Item":{"l":{"L":[{"S":"zero"},{"S":"C"},{"S":"two"},{"S":"A"},{"S":"B"}]}}}`},
		}},
		{name: "a whole map is replaced, not merged", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET m = :m","ExpressionAttributeValues":{":m":{"M":{"new":{"BOOL":false}}}},"ReturnValues":"UPDATED_NEW"}`, `{"Attributes":{"m":{"M":{"new":{"BOOL":false}}}}}`},
		}},
		{name: "a name with NUL and quotes is an ordinary path", steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET #n = :v","ExpressionAttributeNames":{"#n":"a\u0000'\"; --"},"ExpressionAttributeValues":{":v":{"S":"\u0000"}},"ReturnValues":"ALL_NEW"}`, `{"Attributes":{"pk":{"S":"a"},"a\u0000'\"; --":{"S":"\u0000"}}}`},
		}},
	})
}

func TestUpdateItem_remove_add_delete(t *testing.T) {
	key := `"Key":{"pk":{"S":"a"}}`
	given := []string{updatedItem}
	run(t, hashTable, "Developer guide: Expressions.UpdateExpressions: REMOVE, ADD, DELETE", []scenario{
		{name: "REMOVE drops attributes and ignores missing ones", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"REMOVE n, s, m.y.z, nothing","ReturnValues":"ALL_NEW"}`, `{"Attributes":{"pk":{"S":"a"},"l":{"L":[{"S":"zero"},{"S":"one"},{"S":"two"}]},"m":{"M":{"x":{"N":"1"},"y":{"M":{}}}},"ss":{"SS":["p","q"]},"ns":{"NS":["1","2"]}}}`},
		}},
		{name: "REMOVE's indexes are those of the old list", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"REMOVE l[0], l[1], l[7]"}`, `{}`},
			{"GetItem", `{` + key + `,"ProjectionExpression":"l"}`, `{"Item":{"l":{"L":[{"S":"two"}]}}}`},
		}},
		{name: "an update that only removes has no new attributes to show", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"REMOVE n","ReturnValues":"UPDATED_NEW"}`, `{}`},
		}},
		{name: "a REMOVE shows what was there", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"REMOVE n, m.x","ReturnValues":"UPDATED_OLD"}`, `{"Attributes":{"n":{"N":"5"},"m":{"M":{"x":{"N":"1"}}}}}`},
		}},
		{name: "ADD sums numbers, unites sets and starts both from nothing", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"ADD n :n, ss :ss, ns :ns, fresh :n, freshset :ss","ExpressionAttributeValues":{":n":{"N":"-7"},":ss":{"SS":["q","r"]},":ns":{"NS":["2.0","3"]}},"ReturnValues":"UPDATED_NEW"}`,
				`{"Attributes":{"n":{"N":"-2"},"ss":{"SS":["p","q","r"]},"ns":{"NS":["1","2","3"]},"fresh":{"N":"-7"},"freshset":{"SS":["q","r"]}}}`},
		}},
		{name: "DELETE takes members out, and the attribute with the last one", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"DELETE ss :one, ns :both, nothing :one","ExpressionAttributeValues":{":one":{"SS":["p","absent"]},":both":{"NS":["1","2.0"]}}}`, `{}`},
			{"GetItem", `{` + key + `,"ProjectionExpression":"ss, ns"}`, `{"Item":{"ss":{"SS":["q"]}}}`},
		}},
		{name: "all four clauses work together in any order and case", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"delete ss :ss remove s add n :one set o = :one","ExpressionAttributeValues":{":ss":{"SS":["p"]},":one":{"N":"1"}},"ReturnValues":"UPDATED_NEW"}`,
				`{"Attributes":{"ss":{"SS":["q"]},"n":{"N":"6"},"o":{"N":"1"}}}`},
		}},
	})
}

func TestUpdateItem_return_values(t *testing.T) {
	update := `"Key":{"pk":{"S":"a"}},"UpdateExpression":"SET n = :v, q = :v","ExpressionAttributeValues":{":v":{"N":"9"}}`
	given := []string{`{"pk":{"S":"a"},"n":{"N":"5"},"s":{"S":"str"}}`}
	run(t, hashTable, "API_UpdateItem: ReturnValues", []scenario{
		{name: "NONE answers nothing", given: given, steps: []step{{"UpdateItem", `{` + update + `,"ReturnValues":"NONE"}`, `{}`}}},
		{name: "ALL_OLD answers the item before", given: given, steps: []step{{"UpdateItem", `{` + update + `,"ReturnValues":"ALL_OLD"}`, `{"Attributes":{"pk":{"S":"a"},"n":{"N":"5"},"s":{"S":"str"}}}`}}},
		{name: "ALL_NEW answers the item after", given: given, steps: []step{{"UpdateItem", `{` + update + `,"ReturnValues":"ALL_NEW"}`, `{"Attributes":{"pk":{"S":"a"},"n":{"N":"9"},"s":{"S":"str"},"q":{"N":"9"}}}`}}},
		{name: "UPDATED_OLD answers the touched attributes that were there", given: given, steps: []step{{"UpdateItem", `{` + update + `,"ReturnValues":"UPDATED_OLD"}`, `{"Attributes":{"n":{"N":"5"}}}`}}},
		{name: "UPDATED_NEW answers the touched attributes", given: given, steps: []step{{"UpdateItem", `{` + update + `,"ReturnValues":"UPDATED_NEW"}`, `{"Attributes":{"n":{"N":"9"},"q":{"N":"9"}}}`}}},
		{name: "UPDATED_NEW after a DELETE of one member answers the rest of the set",
			given: []string{`{"pk":{"S":"a"},"ss":{"SS":["p","q"]}}`},
			steps: []step{{"UpdateItem", `{"Key":{"pk":{"S":"a"}},"UpdateExpression":"DELETE ss :v","ExpressionAttributeValues":{":v":{"SS":["p"]}},"ReturnValues":"UPDATED_NEW"}`, `{"Attributes":{"ss":{"SS":["q"]}}}`}}},
	})
}

func TestUpdateItem_on_condition(t *testing.T) {
	key := `"Key":{"pk":{"S":"a"}}`
	failed := `ConditionalCheckFailedException: The conditional request failed`
	run(t, hashTable, "API_UpdateItem: ConditionExpression", []scenario{
		{name: "a condition on a missing item sees no attributes, not even the key", steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET v = :v","ConditionExpression":"attribute_exists(pk)","ExpressionAttributeValues":{":v":{"N":"1"}}}`, failed},
			{"GetItem", `{` + key + `}`, `{}`},
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET v = :v","ConditionExpression":"attribute_not_exists(pk) AND v <> :v","ExpressionAttributeValues":{":v":{"N":"1"}}}`, `{}`},
		}},
		{name: "a counter that may not pass its limit stops there", given: []string{`{"pk":{"S":"a"},"n":{"N":"1"}}`}, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"ADD n :one","ConditionExpression":"n < :two","ExpressionAttributeValues":{":one":{"N":"1"},":two":{"N":"2"}},"ReturnValues":"UPDATED_NEW"}`, `{"Attributes":{"n":{"N":"2"}}}`},
			{"UpdateItem", `{` + key + `,"UpdateExpression":"ADD n :one","ConditionExpression":"n < :two","ExpressionAttributeValues":{":one":{"N":"1"},":two":{"N":"2"}}}`, failed},
		}},
		{name: "a failed condition shows the item on request", given: []string{`{"pk":{"S":"a"},"n":{"N":"1"}}`}, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"REMOVE n","ConditionExpression":"n = :z","ExpressionAttributeValues":{":z":{"N":"0"}},"ReturnValuesOnConditionCheckFailure":"ALL_OLD"}`,
				`{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed","Item":{"pk":{"S":"a"},"n":{"N":"1"}}}`},
		}},
	})
}

func TestUpdateItem_refused_expressions(t *testing.T) {
	key := `"Key":{"pk":{"S":"a"}}`
	invalid := "ValidationException: 1 validation error detected: Invalid UpdateExpression: "
	// Each row is an update expression, its values, and the text after the usual beginning.
	rows := []struct{ name, expression, values, want string }{
		{"an empty expression", ``, ``, `The expression can not be empty;`},
		{"only blanks", `  `, ``, `Syntax error; token: "<EOF>", near: "  "`},
		{"a clause without an action", `SET`, ``, `Syntax error; token: "<EOF>", near: "SET"`},
		{"a word that is no clause", `PUT a = :v`, `{":v":{"N":"1"}}`, `Syntax error; token: "PUT", near: "PUT a"`},
		{"a clause twice", `SET a = :v SET b = :v`, `{":v":{"N":"1"}}`, `The "SET" section can only be used once in an update expression;`},
		{"overlapping paths, named in the order written", `SET a.b = :v, a = :v`, `{":v":{"N":"1"}}`, `Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a]`},
		{"one path in two clauses", `SET a = :v REMOVE a`, `{":v":{"N":"1"}}`, `Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]`},
		{"conflicting paths", `SET a.b = :v, a[0] = :v`, `{":v":{"N":"1"}}`, `Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [0]]`},
		{"a reserved word", `SET name = :v`, `{":v":{"N":"1"}}`, `Attribute name is a reserved keyword; reserved keyword: name`},
		{"an undefined value", `SET a = :w`, ``, `An expression attribute value used in expression is not defined; attribute value: :w`},
		{"an undefined name", `SET #a = :v`, `{":v":{"N":"1"}}`, `An expression attribute name used in the document path is not defined; attribute name: #a`},
		{"an unknown function", `SET a = plus(b, :v)`, `{":v":{"N":"1"}}`, `Invalid function name; function: plus`},
		{"a condition's function", `SET a = attribute_exists(b)`, ``, `The function is not allowed in an update expression; function: attribute_exists`},
		{"a wrong number of arguments", `SET a = if_not_exists(b)`, ``, `Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1`},
		{"if_not_exists of a path in favour of itself", `SET a = if_not_exists(b, b)`, ``, `The first operand must be distinct from the remaining operands for this operator or function; operator: if_not_exists, first operand: [b]`},
		{"arithmetic on a string", `SET a = b + :v`, `{":v":{"S":"x"}}`, `Incorrect operand type for operator or function; operator or function: +, operand type: S`},
		{"list_append of a number", `SET a = list_append(b, :v)`, `{":v":{"N":"1"}}`, `Incorrect operand type for operator or function; operator or function: list_append, operand type: N`},
		{"ADD of a string", `ADD a :v`, `{":v":{"S":"x"}}`, `Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND`},
		{"DELETE of a number", `DELETE a :v`, `{":v":{"N":"1"}}`, `Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND`},
		{"three summands", `SET a = b + c + d`, ``, `Syntax error; token: "+", near: "c + d"`},
		{"a quoted literal", `SET a = 'x'`, ``, `Syntax error; token: "'", near: "= 'x"`},
		{"a list index that is no literal", `SET l[:v] = :v`, `{":v":{"N":"1"}}`, `Syntax error; token: ":v", near: "[:v]"`},
	}
	var scenarios []scenario
	for _, r := range rows {
		in := `{` + key + `,"UpdateExpression":"` + r.expression + `"`
		if r.values != "" {
			in += `,"ExpressionAttributeValues":` + r.values
		}
		scenarios = append(scenarios, scenario{name: r.name, steps: []step{{"UpdateItem", in + `}`, invalid + r.want}}})
	}
	run(t, hashTable, "Developer guide: Expressions.UpdateExpressions; texts measured against the service", scenarios)
}

func TestUpdateItem_refused_data(t *testing.T) {
	key := `"Key":{"pk":{"S":"a"}}`
	given := []string{updatedItem}
	one := `,"ExpressionAttributeValues":{":v":{"N":"1"}}}`
	path := `ValidationException: The document path provided in the update expression is invalid for update`
	missing := `ValidationException: The provided expression refers to an attribute that does not exist in the item`
	operand := `ValidationException: An operand in the update expression has an incorrect data type`
	unchanged := step{"GetItem", `{` + key + `}`, `{"Item":` + updatedItem + `}`}
	run(t, hashTable, "API_UpdateItem: Errors; texts measured against the service", []scenario{
		{name: "a path through a missing parent", given: given, steps: []step{{"UpdateItem", `{` + key + `,"UpdateExpression":"SET nothing.x = :v"` + one, path}, unchanged}},
		{name: "a path through a scalar", given: given, steps: []step{{"UpdateItem", `{` + key + `,"UpdateExpression":"SET n.x = :v"` + one, path}}},
		{name: "an index into a map and a name into a list", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET m[0] = :v"` + one, path},
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET l.x = :v"` + one, path},
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET l[9].x = :v"` + one, path},
		}},
		{name: "REMOVE below a scalar", given: given, steps: []step{{"UpdateItem", `{` + key + `,"UpdateExpression":"REMOVE n.x"}`, path}}},
		{name: "an operand that is not there", given: given, steps: []step{{"UpdateItem", `{` + key + `,"UpdateExpression":"SET x = nothing"}`, missing}, unchanged}},
		{name: "arithmetic on a missing attribute is not arithmetic on zero", given: given, steps: []step{{"UpdateItem", `{` + key + `,"UpdateExpression":"SET x = nothing + :v"` + one, missing}}},
		{name: "arithmetic on a stored string", given: given, steps: []step{{"UpdateItem", `{` + key + `,"UpdateExpression":"SET x = s + :v"` + one, operand}}},
		{name: "list_append to a stored number", given: given, steps: []step{{"UpdateItem", `{` + key + `,"UpdateExpression":"SET n = list_append(n, l)"}`, operand}}},
		{name: "ADD of a number to a stored string", given: given, steps: []step{{"UpdateItem", `{` + key + `,"UpdateExpression":"ADD s :v"` + one, operand}, unchanged}},
		{name: "ADD of a number set to a stored string set", given: given, steps: []step{{"UpdateItem", `{` + key + `,"UpdateExpression":"ADD ss :v","ExpressionAttributeValues":{":v":{"NS":["1"]}}}`, operand}}},
		{name: "a sum that needs a 39th digit", given: []string{`{"pk":{"S":"a"},"n":{"N":"1e38"}}`}, steps: []step{{"UpdateItem", `{` + key + `,"UpdateExpression":"SET n = n + :v","ExpressionAttributeValues":{":v":{"N":"0.1"}}}`, `ValidationException: *Number*`}}},
		{name: "a sum past the range", given: []string{`{"pk":{"S":"a"},"n":{"N":"9e125"}}`}, steps: []step{{"UpdateItem", `{` + key + `,"UpdateExpression":"ADD n :v","ExpressionAttributeValues":{":v":{"N":"9e125"}}}`, `ValidationException: Number overflow. Attempting to store a number with magnitude larger than supported range`}}},
		{name: "a key attribute as a target", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET pk = :v","ExpressionAttributeValues":{":v":{"S":"b"}}}`, `ValidationException: One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key`},
			{"UpdateItem", `{` + key + `,"UpdateExpression":"REMOVE pk"}`, `ValidationException: One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key`},
		}},
		{name: "an item that would pass 400 KB", given: []string{`{"pk":{"S":"a"},"v":{"S":"` + letters(300*1024) + `"}}`}, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET w = :w","ExpressionAttributeValues":{":w":{"S":"` + letters(101*1024) + `"}}}`, `ValidationException: Item size to update has exceeded the maximum allowed size`},
		}},
		{name: "an index key of another type, and an empty one", table: indexedTable, given: []string{`{"pk":{"S":"a"},"sk":{"S":"b"},"g":{"S":"x"}}`}, steps: []step{
			{"UpdateItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"b"}},"UpdateExpression":"SET g = :v"` + one, `ValidationException: *Type mismatch for Index Key g Expected: S Actual: N*`},
			{"UpdateItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"b"}},"UpdateExpression":"SET g = :v","ExpressionAttributeValues":{":v":{"S":""}}}`, `ValidationException: One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty string value.`},
		}},
	})
}

func TestUpdateItem_legacy_attribute_updates(t *testing.T) {
	key := `"Key":{"pk":{"S":"a"}}`
	given := []string{updatedItem}
	run(t, hashTable, "API_UpdateItem: AttributeUpdates; Developer guide: LegacyConditionalParameters.AttributeUpdates", []scenario{
		{name: "PUT sets, DELETE without a value removes", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"AttributeUpdates":{"n":{"Value":{"N":"6"}},"s":{"Action":"DELETE"},"a.b":{"Action":"PUT","Value":{"N":"1"}}},"ReturnValues":"UPDATED_NEW"}`, `{"Attributes":{"n":{"N":"6"},"a.b":{"N":"1"}}}`},
			{"GetItem", `{` + key + `,"ProjectionExpression":"s"}`, `{"Item":{}}`},
		}},
		{name: "ADD sums, unites and appends to lists; DELETE takes set members out", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"AttributeUpdates":{"n":{"Action":"ADD","Value":{"N":"1"}},"ss":{"Action":"DELETE","Value":{"SS":["p"]}},"ns":{"Action":"ADD","Value":{"NS":["3"]}},"l":{"Action":"ADD","Value":{"L":[{"S":"three"}]}}},"ReturnValues":"UPDATED_NEW"}`,
				`{"Attributes":{"n":{"N":"6"},"ss":{"SS":["q"]},"ns":{"NS":["1","2","3"]},"l":{"L":[{"S":"zero"},{"S":"one"},{"S":"two"},{"S":"three"}]}}}`},
		}},
		{name: "ADD of another type is refused", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"AttributeUpdates":{"s":{"Action":"ADD","Value":{"N":"1"}}}}`, `ValidationException: *ype mismatch*`},
		}},
		{name: "a DELETE alone on a missing item creates nothing", steps: []step{
			{"UpdateItem", `{` + key + `,"AttributeUpdates":{"s":{"Action":"DELETE"}}}`, `{}`},
			{"GetItem", `{` + key + `}`, `{}`},
		}},
		{name: "an unknown action is refused before the table is looked up", steps: []step{
			{"UpdateItem", `{"TableName":"conformance.nowhere",` + key + `,"AttributeUpdates":{"s":{"Action":"put","Value":{"N":"1"}}}}`, `ValidationException: 1 validation error detected: Member must satisfy enum value set: [ADD, DELETE, PUT]' for Action`},
		}},
		{name: "AttributeUpdates beside an expression is refused", steps: []step{
			{"UpdateItem", `{` + key + `,"AttributeUpdates":{"s":{"Action":"DELETE"}},"UpdateExpression":"REMOVE s"}`,
				`ValidationException: 1 validation error detected: Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributeUpdates} Expression parameters: {UpdateExpression}`},
		}},
		{name: "a key attribute is refused", steps: []step{
			{"UpdateItem", `{` + key + `,"AttributeUpdates":{"pk":{"Value":{"S":"x"}}}}`, `ValidationException: One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key`},
		}},
	})
}

func TestUpdateItem_indexes(t *testing.T) {
	key := `"Key":{"pk":{"S":"a"},"sk":{"S":"b"}}`
	given := []string{`{"pk":{"S":"a"},"sk":{"S":"b"},"g":{"S":"x"},"r":{"N":"1"},"v":{"N":"1"}}`}
	count := func(index, g, want string) step {
		return step{"Query", `{"IndexName":"` + index + `","Select":"COUNT","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"` + g + `"}}}`, `{"Count":` + want + `,"ScannedCount":` + want + `}`}
	}
	run(t, indexedTable, "Developer guide: GSI: Data synchronization between tables and global secondary indexes", []scenario{
		{name: "to another partition", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET g = :g","ExpressionAttributeValues":{":g":{"S":"y"}}}`, `{}`},
			count("all", "x", "0"), count("keys", "x", "0"), count("all", "y", "1"), count("keys", "y", "1"),
		}},
		{name: "out of one index when its sort key goes, not out of the other", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"REMOVE r"}`, `{}`},
			count("all", "x", "0"), count("keys", "x", "1"),
			{"UpdateItem", `{` + key + `,"UpdateExpression":"SET r = :r","ExpressionAttributeValues":{":r":{"N":"2"}}}`, `{}`},
			count("all", "x", "1"),
		}},
		{name: "not at all when the values stay, and show the new attributes", given: given, steps: []step{
			{"UpdateItem", `{` + key + `,"UpdateExpression":"ADD v :v","ExpressionAttributeValues":{":v":{"N":"1"}}}`, `{}`},
			{"Query", `{"IndexName":"all","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"x"}}}`, `{"Items":[{"pk":{"S":"a"},"sk":{"S":"b"},"g":{"S":"x"},"r":{"N":"1"},"v":{"N":"2"}}],"Count":1,"ScannedCount":1}`},
		}},
	})
}
