package gosdk

import "testing"

const conditionFailed = "ConditionalCheckFailedException: The conditional request failed"

func TestExecuteStatement_insert(t *testing.T) {
	run(t, hashTable, "Developer guide: ql-reference.insert", []scenario{
		{name: "an item of all kinds of literals", steps: []step{
			executes(`INSERT INTO "$T" VALUE {'pk': 'a', 'n': -1.50, 't': true, 'z': null, 's': <<'y', 'x'>>, 'ns': <<2, 1e0>>, 'l': [1, ['it''s']], 'm': {'k': {}}}`, ``),
			item("a", `{"Item":{"pk":{"S":"a"},"n":{"N":"-1.5"},"t":{"BOOL":true},"z":{"NULL":true},"s":{"SS":["x","y"]},"ns":{"NS":["1","2"]},
				"l":{"L":[{"N":"1"},{"L":[{"S":"it's"}]}]},"m":{"M":{"k":{"M":{}}}}}}`),
		}},
		{name: "parameters", steps: []step{
			executes(`INSERT INTO "$T" VALUE {'pk': ?, 'l': ?, 'b': ?}`, ``, parameters(`{"S":"a"}`, `{"L":[{"N":"1"}]}`, `{"B":"AQ=="}`)),
			item("a", `{"Item":{"pk":{"S":"a"},"l":{"L":[{"N":"1"}]},"b":{"B":"AQ=="}}}`),
		}},
		{name: "a parameter inside of a list", steps: []step{
			refuses(`INSERT INTO "$T" VALUE {'pk': 'a', 'l': [?, 2]}`, invalid+"Unsupported data type: Parameter under key root*", parameters(`{"N":"1"}`)),
		}},
		{name: "more parameters than question marks", steps: []step{
			executes(`INSERT INTO "$T" VALUE {'pk': ?}`, ``, parameters(`{"S":"a"}`, `{"S":"unused"}`)),
		}},
		{name: "an item that is there", given: []string{`{"pk":{"S":"a"},"v":{"N":"1"}}`}, steps: []step{
			refuses(`INSERT INTO "$T" VALUE {'pk': 'a', 'v': 2}`, `DuplicateItemException: Duplicate primary key exists in table`),
			item("a", `{"Item":{"pk":{"S":"a"},"v":{"N":"1"}}}`),
		}},
		{name: "comments and a semicolon", steps: []step{
			executes("INSERT /* into */ INTO \"$T\" -- the table\nVALUE {'pk': 'a'};", ``),
			item("a", `{"Item":{"pk":{"S":"a"}}}`),
		}},
		{name: "without a key", steps: []step{
			refuses(`INSERT INTO "$T" VALUE {'v': 1}`, invalid+"One or more parameter values were invalid: Missing the key pk in the item"),
		}},
		{name: "a key of another type", steps: []step{
			refuses(`INSERT INTO "$T" VALUE {'pk': 1}`, invalid+"One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N"),
		}},
		{name: "an empty key", steps: []step{
			refuses(`INSERT INTO "$T" VALUE {'pk': ''}`, invalid+"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk"),
		}},
		{name: "a parameter as the item", steps: []step{
			refuses(`INSERT INTO "$T" VALUE ?`, invalid+"Unsupported format in item expression. Please use struct format {...} to express item values for insert statement.*", parameters(`{"M":{"pk":{"S":"a"}}}`)),
		}},
		{name: "a bag of two types", steps: []step{
			refuses(`INSERT INTO "$T" VALUE {'pk': 'a', 's': <<1, 'a'>>}`, invalid+"Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags*"),
		}},
		{name: "a bag with a number twice", steps: []step{
			refuses(`INSERT INTO "$T" VALUE {'pk': 'a', 's': <<1, 1.0>>}`, invalid+"Input collection contains duplicates under root.s"),
		}},
		{name: "a number out of range", steps: []step{
			refuses(`INSERT INTO "$T" VALUE {'pk': 'a', 'l': [1, 1e126]}`, invalid+"Number overflow. Attempting to store a number with magnitude larger than supported range under root.l[1]"),
		}},
		{name: "a function", steps: []step{
			refuses(`INSERT INTO "$T" VALUE {'pk': 'a', 'x': size('a')}`, invalid+"Unsupported data type: *"),
		}},
		{name: "into an index", steps: []step{
			refuses(`INSERT INTO "$T"."idx" VALUE {'pk': 'a'}`, invalid+"FROM clause may only contain a single table name in data manipulation statements"),
		}},
		{name: "an item that is too large", steps: []step{
			refuses(`INSERT INTO "$T" VALUE {'pk': 'a', 'x': ?}`, invalid+"Item size has exceeded the maximum allowed size", parameters(`{"S":"`+letters(409600)+`"}`)),
		}},
	})
}

// updated is the item that the cases of UPDATE begin with.
const updated = `{"pk":{"S":"a"},"n":{"N":"5"},"l":{"L":[{"N":"1"},{"N":"2"},{"N":"3"}]},"m":{"M":{"x":{"S":"old"}}},"s":{"SS":["p","q"]}}`

func TestExecuteStatement_update(t *testing.T) {
	given := []string{updated}
	run(t, hashTable, "Developer guide: ql-reference.update", []scenario{
		{name: "SET of several paths, and nothing returned", given: given, steps: []step{
			executes(`UPDATE "$T" SET n = 7, m.x = 'new', w = ? WHERE pk = 'a'`, ``, parameters(`{"BOOL":true}`)),
			executes(`SELECT n, m.x, w FROM "$T" WHERE pk = 'a'`, `{"n":{"N":"7"},"x":{"S":"new"},"w":{"BOOL":true}}`),
		}},
		{name: "clauses in any order", given: given, steps: []step{
			executes(`UPDATE "$T" REMOVE m SET w = 1 REMOVE l[0] SET v = 2 WHERE pk = 'a' RETURNING ALL NEW *`,
				`{"pk":{"S":"a"},"n":{"N":"5"},"l":{"L":[{"N":"2"},{"N":"3"}]},"s":{"SS":["p","q"]},"w":{"N":"1"},"v":{"N":"2"}}`),
		}},
		{name: "FROM first", given: given, steps: []step{
			executes(`FROM "$T" WHERE pk = 'a' SET n = 1 RETURNING MODIFIED NEW *`, `{"n":{"N":"1"}}`),
		}},
		{name: "sums read the item as it was", given: given, steps: []step{
			executes(`UPDATE "$T" SET n = n + 1, o = n - 2 WHERE pk = 'a' RETURNING MODIFIED NEW *`, `{"n":{"N":"6"},"o":{"N":"3"}}`),
		}},
		{name: "if_not_exists", given: given, steps: []step{
			executes(`UPDATE "$T" SET n = if_not_exists(n, 0) + 1, z = if_not_exists(z, 0) + 1 WHERE pk = 'a' RETURNING MODIFIED NEW *`, `{"n":{"N":"6"},"z":{"N":"1"}}`),
		}},
		{name: "list_append on both sides", given: given, steps: []step{
			executes(`UPDATE "$T" SET l = list_append(l, [4]), k = list_append([0], l) WHERE pk = 'a' RETURNING MODIFIED NEW *`,
				`{"l":{"L":[{"N":"1"},{"N":"2"},{"N":"3"},{"N":"4"}]},"k":{"L":[{"N":"0"},{"N":"1"},{"N":"2"},{"N":"3"}]}}`),
		}},
		{name: "set_add", given: given, steps: []step{
			executes(`UPDATE "$T" SET s = set_add(s, <<'q', 'r'>>), t = set_add(t, ?) WHERE pk = 'a' RETURNING MODIFIED NEW *`,
				`{"s":{"SS":["p","q","r"]},"t":{"NS":["1"]}}`, parameters(`{"NS":["1"]}`)),
		}},
		{name: "set_delete", given: given, steps: []step{
			executes(`UPDATE "$T" SET s = SET_DELETE(s, <<'q', 'r'>>) WHERE pk = 'a' RETURNING MODIFIED NEW *`, `{"s":{"SS":["p"]}}`),
		}},
		{name: "set_delete of all members", given: given, steps: []step{
			executes(`UPDATE "$T" SET s = set_delete(s, <<'q', 'p'>>) WHERE pk = 'a' RETURNING MODIFIED NEW *`, ``),
			executes(`SELECT s FROM "$T" WHERE pk = 'a'`, `{}`),
		}},
		{name: "what is modified comes packed", given: given, steps: []step{
			executes(`UPDATE "$T" SET l[2] = 9, l[0] = 8 WHERE pk = 'a' RETURNING MODIFIED NEW *`, `{"l":{"L":[{"N":"8"},{"N":"9"}]}}`),
		}},
		{name: "what was modified", given: given, steps: []step{
			executes(`UPDATE "$T" SET n = 1, m.x = 'y' WHERE pk = 'a' RETURNING MODIFIED OLD *`, `{"n":{"N":"5"},"m":{"M":{"x":{"S":"old"}}}}`),
		}},
		{name: "the item as it was", given: []string{`{"pk":{"S":"a"},"n":{"N":"5"}}`}, steps: []step{
			executes(`UPDATE "$T" SET n = 1 WHERE pk = 'a' RETURNING ALL OLD *`, `{"pk":{"S":"a"},"n":{"N":"5"}}`),
		}},
		{name: "a REMOVE leaves nothing modified", given: given, steps: []step{
			executes(`UPDATE "$T" REMOVE n WHERE pk = 'a' RETURNING MODIFIED NEW *`, ``),
		}},
		{name: "an item that is not there is not made", steps: []step{
			refuses(`UPDATE "$T" SET n = 1 WHERE pk = 'none'`, conditionFailed),
			item("none", `{}`),
		}},
		{name: "a condition that holds", given: given, steps: []step{
			executes(`UPDATE "$T" SET n = 1 WHERE n > 4 AND 'a' = pk AND attribute_exists(m.x)`, ``),
		}},
		{name: "a condition that does not hold", given: given, steps: []step{
			refuses(`UPDATE "$T" SET n = 1 WHERE pk = 'a' AND n > 5`, conditionFailed),
			refuses(`UPDATE "$T" SET n = 1 WHERE pk = 'a' AND 1 = 2`, conditionFailed),
		}},
		{name: "the item on a failed condition", given: []string{`{"pk":{"S":"a"},"n":{"N":"5"}}`}, steps: []step{
			refuses(`UPDATE "$T" SET n = 1 WHERE pk = 'a' AND n > 5`,
				`{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","Message":"The conditional request failed","Item":{"pk":{"S":"a"},"n":{"N":"5"}}}`,
				`"ReturnValuesOnConditionCheckFailure":"ALL_OLD"`),
			refuses(`UPDATE "$T" SET n = 1 WHERE pk = 'none'`,
				`{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed"}`,
				`"ReturnValuesOnConditionCheckFailure":"ALL_OLD"`),
		}},
	})
}

func TestExecuteStatement_refused_updates(t *testing.T) {
	given := []string{updated}
	run(t, hashTable, "Developer guide: ql-reference.update; texts measured against the service", []scenario{
		{name: "a sum of what is not there", given: given, steps: []step{
			refuses(`UPDATE "$T" SET n = none + 1 WHERE pk = 'a'`, invalid+"The provided expression refers to an attribute that does not exist in the item"),
		}},
		{name: "a path without parent", given: given, steps: []step{
			refuses(`UPDATE "$T" SET none.y = 1 WHERE pk = 'a'`, invalid+"The document path provided in the update expression is invalid for update"),
		}},
		{name: "a key attribute", given: given, steps: []step{
			refuses(`UPDATE "$T" SET pk = 'b' WHERE pk = 'a'`, invalid+"One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key"),
			refuses(`UPDATE "$T" REMOVE pk WHERE pk = 'none'`, invalid+"One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key"),
		}},
		{name: "paths that overlap", given: given, steps: []step{
			refuses(`UPDATE "$T" SET m.x = 1, m = 2 WHERE pk = 'a'`, invalid+"Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [m, x], path two: [m]"),
		}},
		{name: "no key", given: given, steps: []step{
			refuses(`UPDATE "$T" SET n = 1 WHERE n = 5`, invalid+noKey), refuses(`UPDATE "$T" SET n = 1 WHERE pk > 'a'`, invalid+noKey),
			refuses(`UPDATE "$T" SET n = 1 WHERE pk = 'a' OR n = 5`, invalid+noKey),
		}},
		{name: "two keys", given: given, steps: []step{
			refuses(`UPDATE "$T" SET n = 1 WHERE pk = 'a' AND pk = 'b'`, invalid+"Multiple conditions on same key pk. Only single item Update/Insert/Delete are supported"),
		}},
		{name: "keys of other types", given: given, steps: []step{
			refuses(`UPDATE "$T" SET n = 1 WHERE pk = 1`, invalid+"Key attribute's data type should match its data type in table's schema: Key pk"),
			refuses(`UPDATE "$T" SET n = 1 WHERE pk = ['a']`, invalid+"Key value must be of type S, N, or B. Key name: pk, Key type: L"),
		}},
		{name: "a key that is too long", given: given, steps: []step{
			refuses(`UPDATE "$T" SET n = 1 WHERE pk = ?`, invalid+"One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes", parameters(`{"S":"`+letters(2049)+`"}`)),
		}},
		{name: "an index", given: given, steps: []step{
			refuses(`UPDATE "$T"."idx" SET n = 1 WHERE pk = 'a'`, invalid+"This operation is not supported on an index"),
		}},
		{name: "set_add of what is no set", given: given, steps: []step{
			refuses(`UPDATE "$T" SET s = set_add(s, ?) WHERE pk = 'a'`, invalid+"The second argument to SET_ADD must be a value with type SET", parameters(`{"N":"1"}`)),
			refuses(`UPDATE "$T" SET s = set_add(s, <<1>>) WHERE pk = 'a'`, invalid+"An operand in the update expression has an incorrect data type"),
			refuses(`UPDATE "$T" SET s = set_add(t, <<1>>) WHERE pk = 'a'`, invalid+"The first argument to SET_ADD must equal the assignment value"),
		}},
	})
}

const noKey = "Where clause does not contain a mandatory equality on all key attributes"

func TestExecuteStatement_delete(t *testing.T) {
	given := []string{`{"pk":{"S":"a"},"n":{"N":"5"}}`}
	run(t, hashTable, "Developer guide: ql-reference.delete", []scenario{
		{name: "an item", given: given, steps: []step{executes(`DELETE FROM "$T" WHERE pk = 'a'`, ``), item("a", `{}`)}},
		{name: "the item that was deleted", given: given, steps: []step{
			executes(`DELETE FROM "$T" WHERE pk = 'a' RETURNING ALL OLD *`, `{"pk":{"S":"a"},"n":{"N":"5"}}`),
			executes(`DELETE FROM "$T" WHERE pk = 'a' RETURNING ALL OLD *`, ``),
		}},
		{name: "a condition that holds", given: given, steps: []step{executes(`DELETE FROM "$T" WHERE pk = 'a' AND n BETWEEN 5 AND 6`, ``), item("a", `{}`)}},
		{name: "a condition that does not hold", given: given, steps: []step{
			refuses(`DELETE FROM "$T" WHERE pk = 'a' AND n = 6`, conditionFailed),
			refuses(`DELETE FROM "$T" WHERE pk = 'a' AND n = 6`,
				`{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","Message":"The conditional request failed","Item":{"pk":{"S":"a"},"n":{"N":"5"}}}`,
				`"ReturnValuesOnConditionCheckFailure":"ALL_OLD"`),
		}},
		{name: "an item that is not there, whatever the condition", steps: []step{
			executes(`DELETE FROM "$T" WHERE pk = 'a'`, ``), executes(`DELETE FROM "$T" WHERE pk = 'a' AND n = 6`, ``),
		}},
		{name: "no key", steps: []step{refuses(`DELETE FROM "$T"`, invalid+noKey)}},
		{name: "another form of RETURNING", steps: []step{
			refuses(`DELETE FROM "$T" WHERE pk = 'a' RETURNING ALL NEW *`, invalid+"Invalid returning clause: RETURNING ALL NEW *. Only RETURNING ALL OLD * is allowed in DELETE statements."),
		}},
	})
}

func TestExecuteStatement_sort_keys(t *testing.T) {
	given := []string{`{"pk":{"S":"a"},"sk":{"N":"1"}}`, `{"pk":{"S":"a"},"sk":{"N":"2"}}`}
	run(t, numberTable, "Developer guide: ql-reference.update, ql-reference.delete: WHERE", []scenario{
		{name: "both key attributes name the item, in any order", given: given, steps: []step{
			executes(`UPDATE "$T" SET v = 1 WHERE sk = 2.0 AND pk = 'a'`, ``),
			executes(`SELECT sk, v FROM "$T" WHERE pk = 'a'`, `{"sk":{"N":"1"}},{"sk":{"N":"2"},"v":{"N":"1"}}`),
		}},
		{name: "half a key", given: given, steps: []step{
			refuses(`UPDATE "$T" SET v = 1 WHERE pk = 'a'`, invalid+noKey), refuses(`DELETE FROM "$T" WHERE pk = 'a' AND sk > 1`, invalid+noKey),
		}},
		{name: "a sort key of another type", given: given, steps: []step{
			refuses(`DELETE FROM "$T" WHERE pk = 'a' AND sk = '1'`, invalid+"Key attribute's data type should match its data type in table's schema: Key sk"),
		}},
		{name: "one sort key more", given: given, steps: []step{
			refuses(`INSERT INTO "$T" VALUE {'pk': 'a', 'sk': 2}`, `DuplicateItemException: Duplicate primary key exists in table`),
			executes(`INSERT INTO "$T" VALUE {'pk': 'a', 'sk': 3}`, ``),
		}},
	})
}
