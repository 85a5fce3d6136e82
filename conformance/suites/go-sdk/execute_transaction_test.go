package gosdk

import (
	"slices"
	"strings"
	"testing"
)

// transacted is the input of an ExecuteTransaction of members as statement makes them; more are further members of the request.
func transacted(more string, members ...string) string {
	return `{"TransactStatements":[` + strings.Join(members, ",") + `]` + more + `}`
}

const (
	duplicateReason = `{"Code":"DuplicateItem","Message":"` + duplicateItem + `"}`
	committed       = `{"Responses":[]}`
	inFirst         = invalid + "Validation failed in TransactStatements[0]: "
	wrongKey        = "The provided key element does not match the schema"
)

func TestExecuteTransaction(t *testing.T) {
	given := []string{`{"pk":{"S":"a"},"v":{"N":"1"}}`, `{"pk":{"S":"b"}}`}
	on := func(text string, more ...string) string {
		return statement(strings.ReplaceAll(text, " T ", ` "$T" `), more...)
	}
	get := func(pk string) string { return on(`SELECT * FROM T WHERE pk = '` + pk + `'`) }
	plays := func(name, in, want string, after ...step) scenario {
		return scenario{name: name, given: given, steps: append([]step{{"ExecuteTransaction", in, want}}, after...)}
	}
	insert, update := on(`INSERT INTO T VALUE {'pk': 'c'}`), on(`UPDATE T SET v = v + 1 WHERE pk = 'a'`)
	run(t, hashTable, "API_ExecuteTransaction: TransactStatements; Developer guide: ql-reference.multiplestatements.transactions", []scenario{
		plays("reads", transacted("", get("a"), get("none"), on(`SELECT v FROM T WHERE pk = 'b'`)), `{"Responses":[{"Item":`+given[0]+`},{},{"Item":{}}]}`),
		plays("writes of all kinds", transacted("", insert, update, on(`DELETE FROM T WHERE pk = 'b'`), on(`EXISTS(SELECT * FROM T WHERE pk = 'd' AND v = 1)`)), canceled(noReason, noReason, noReason, conditionReason), item("c", `{}`)),
		plays("writes with a condition that holds", transacted("", insert, on(`DELETE FROM T WHERE pk = 'b'`), on(`EXISTS(SELECT * FROM T WHERE pk = 'a' AND v = 1)`)), committed, item("c", `{"Item":{"pk":{"S":"c"}}}`), item("b", `{}`)),
		plays("all failures are listed", transacted("", on(`INSERT INTO T VALUE {'pk': 'a'}`), on(`UPDATE T SET v = 1 WHERE pk = 'none'`), insert, on(`DELETE FROM T WHERE pk = 'b' AND v = 1`)),
			canceled(duplicateReason, conditionReason, noReason, conditionReason), item("c", `{}`)),
		plays("the item on a failed condition", transacted("", on(`UPDATE T SET v = 1 WHERE pk = 'a' AND v = 7`, oldOnFailure)), canceled(`{"Code":"ConditionalCheckFailed","Message":"`+conditionText+`","Item":`+given[0]+`}`)),
		plays("deleting what is not there, on a condition", transacted("", on(`DELETE FROM T WHERE pk = 'none' AND v = 1`), insert), committed, item("c", `{"Item":{"pk":{"S":"c"}}}`)),
		plays("deleting what is not there, when another statement fails", transacted("", on(`DELETE FROM T WHERE pk = 'none' AND v = 1`), on(`DELETE FROM T WHERE pk = 'none2'`), on(`UPDATE T SET v = 1 WHERE pk = 'none3'`), on(`DELETE FROM T WHERE pk = 'a' AND v = 1`)),
			canceled(conditionReason, noReason, conditionReason, noReason), item("a", `{"Item":`+given[0]+`}`)),
		plays("what is not valid beside what fails", transacted("", on(`UPDATE T SET pk = 'x' WHERE pk = 'a'`), on(`INSERT INTO T VALUE {'pk': 'b'}`), insert, on(`UPDATE T REMOVE pk WHERE pk = 'd'`)),
			canceled(invalidReason(keyIsUpdated), duplicateReason, noReason, invalidReason(keyIsUpdated)), item("c", `{}`)),
		plays("EXISTS of what is not there", transacted("", on(`EXISTS(SELECT * FROM T WHERE pk = 'none' AND v IS MISSING)`)), canceled(conditionReason)),
		plays("EXISTS of half a key", transacted("", on(`EXISTS(SELECT * FROM T WHERE v = 1)`)), inFirst+"EXISTS() must contain a single item read with additional condition"),
		plays("EXISTS without a condition", transacted("", on(`EXISTS(SELECT * FROM T WHERE pk = 'a')`)), inFirst+"EXISTS() must contain a single item read with additional condition"),
		plays("a table that is not there", transacted("", statement(`SELECT * FROM "no-such-table" WHERE pk = 'a'`), get("a")), canceled(`{"Code":"ResourceNotFound","Message":"Requested resource not found"}`, noReason)),
		plays("reads beside writes", transacted("", get("a"), insert), invalid+"ExecuteTransaction API does not support both read and write operations in the same request."),
		plays("an item twice", transacted("", update, on(`DELETE FROM T WHERE pk = 'a'`)), invalid+"Transaction request cannot include multiple operations on one item"),
		plays("an item read twice", transacted("", get("a"), get("a")), invalid+"Transaction request cannot include multiple operations on one item"),
		plays("a read of more than an item", transacted("", on(`SELECT * FROM T WHERE pk = 'a' AND v = 1`)), inFirst+"Select statements within ExecuteTransaction must specify the primary key in the where clause."),
		plays("a read of an index", transacted("", statement(`SELECT * FROM "$T"."idx" WHERE pk = 'a'`)), inFirst+"Reads on indices are not supported within transactions."),
		plays("RETURNING", transacted("", on(`DELETE FROM T WHERE pk = 'a' RETURNING ALL OLD *`)), inFirst+"RETURNING clause is not supported in ExecuteTransaction."),
		plays("what cannot be read", transacted("", get("a"), statement(`SELEC`)), invalid+"Validation failed in TransactStatements[1]: *"),
		plays("too few parameters", transacted("", on(`SELECT * FROM T WHERE pk = ?`)), inFirst+"Number of parameters in request and statement don't match."),
		plays("a parameter that is no number", transacted("", on(`SELECT * FROM T WHERE pk = 'a'`, parameters(`{"N":"x"}`))), invalid+"The parameter cannot be converted to a numeric value: x"),
		plays("a key of another type, read", transacted("", get("a"), on(`SELECT * FROM T WHERE pk = 1`)), canceled(noReason, invalidReason(wrongKey))),
		plays("a key of another type, written", transacted("", on(`UPDATE T SET v = 1 WHERE pk = 'none'`), on(`UPDATE T SET v = 1 WHERE pk = 1`)), canceled(noReason, invalidReason(wrongKey))),
		plays("a key of a type that no key has", transacted("", on(`DELETE FROM T WHERE pk = true`)), inFirst+"Key value must be of type S, N, or B. Key name: pk, Key type: BOOL"),
		plays("an inserted key of another type", transacted("", on(`INSERT INTO T VALUE {'pk': 1}`)), canceled(invalidReason("One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N"))),
		plays("an update of the key", transacted("", insert, on(`UPDATE T SET pk = 'x' WHERE pk = 'a'`)), canceled(noReason, invalidReason(keyIsUpdated))),
		plays("what the data refuses", transacted("", insert, on(`UPDATE T SET v = none WHERE pk = 'a'`)), canceled(noReason, invalidReason("The provided expression refers to an attribute that does not exist in the item"))),
		plays("more than 4 MB of parameters", transacted("", slices.Repeat([]string{on(`DELETE FROM T WHERE pk = 'a' AND v = ?`, parameters(`{"S":"`+letters(400<<10)+`"}`))}, 11)...),
			invalid+"Transaction payload size cannot exceed 4MB. Payload Size: 4505600"),
		plays("members in the service's order", `{"TransactStatements":[],"ReturnConsumedCapacity":"X","ClientRequestToken":"`+letters(37)+`"}`,
			invalid+"3 validation errors detected: Value '*' at 'clientRequestToken' *; Value '[]' at 'transactStatements' *; Value 'X' at 'returnConsumedCapacity' *"),
	})
}

func TestExecuteTransaction_tokens(t *testing.T) {
	given := []string{`{"pk":{"S":"a"},"n":{"N":"1"}}`}
	add := func(by string, more ...string) string {
		return statement(`UPDATE "$T" SET n = n + `+by+` WHERE pk = 'a'`, more...)
	}
	const (
		token    = `,"ClientRequestToken":"$TOKEN"`
		mismatch = "IdempotentParameterMismatchException: Specified idempotent token was used with different request parameters within the idempotency window"
		twice    = `{"Item":{"pk":{"S":"a"},"n":{"N":"2"}}}`
	)
	plays := func(name string, steps ...step) scenario { return scenario{name: name, given: given, steps: steps} }
	once := func(in string) step { return step{"ExecuteTransaction", in, committed} }
	run(t, hashTable, "API_ExecuteTransaction: ClientRequestToken", []scenario{
		plays("asked twice", once(transacted(token, add("1"))), once(transacted(token, add("1"))), item("a", twice)),
		plays("NONE is the same as nothing", once(transacted(token, add("1"))), once(transacted(token, add("1", `"ReturnValuesOnConditionCheckFailure":"NONE"`))), item("a", twice)),
		plays("another statement", once(transacted(token, add("1"))), step{"ExecuteTransaction", transacted(token, add("2")), mismatch}, item("a", twice)),
		plays("another mode", once(transacted(token, add("1"))), step{"ExecuteTransaction", transacted(token, add("1", oldOnFailure)), mismatch}, item("a", twice)),
		plays("tokens of TransactWriteItems are others", once(transacted(token, add("1"))),
			step{"TransactWriteItems", transaction(token, addAction("a", "1")), `{}`}, item("a", `{"Item":{"pk":{"S":"a"},"n":{"N":"3"}}}`)),
	})
}

func TestExecuteTransaction_consumed_capacity(t *testing.T) {
	given := []string{`{"pk":{"S":"a"},"x":{"S":"` + letters(1500) + `"}}`}
	const total = `,"ReturnConsumedCapacity":"TOTAL"`
	units := func(kind, n string) string {
		return `"ConsumedCapacity":[{"TableName":"$T","CapacityUnits":` + n + `,"` + kind + `CapacityUnits":` + n + `}]}`
	}
	remove := statement(`DELETE FROM "$T" WHERE pk = 'a'`)
	run(t, hashTable, "API_ExecuteTransaction: ReturnConsumedCapacity; Developer guide: transaction-apis: Capacity management", []scenario{
		{name: "reads, missing ones too", given: given, steps: []step{{"ExecuteTransaction",
			transacted(total, statement(`SELECT pk FROM "$T" WHERE pk = 'a'`), statement(`SELECT * FROM "$T" WHERE pk = 'none'`)),
			`{"Responses":[{"Item":{"pk":{"S":"a"}}},{}],` + units("Read", "4")}}},
		{name: "writes, and their replay", given: given, steps: []step{
			{"ExecuteTransaction", transacted(total+`,"ClientRequestToken":"$TOKEN"`, remove), `{"Responses":[],` + units("Write", "4")},
			{"ExecuteTransaction", transacted(total+`,"ClientRequestToken":"$TOKEN"`, remove), `{"Responses":[],` + units("Read", "2")},
		}},
	})
}
