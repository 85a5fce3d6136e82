package gosdk

import (
	"fmt"
	"strings"
	"testing"
)

// batch is the input of a BatchExecuteStatement of members as statement makes them; more are further members of the request.
func batch(more string, members ...string) string {
	return `{"Statements":[` + strings.Join(members, ",") + `]` + more + `}`
}

// answers is the answer of a batch: its responses.
func answers(responses ...string) string {
	return `{"Responses":[` + strings.Join(responses, ",") + `]}`
}

// found is a response with an item, done one without, and failed one with an error; of all of them tell the table.
func found(item string) string { return `{"TableName":"$T","Item":` + item + `}` }

const done = `{"TableName":"$T"}`

func failed(code, message string) string {
	return `{"TableName":"$T","Error":{"Code":"` + code + `","Message":"` + message + `"}}`
}

// refused is the response of a member that is wrong by itself, which does not tell the table.
func refused(code, message string) string {
	return `{"Error":{"Code":"` + code + `","Message":"` + message + `"}}`
}

const (
	oldOnFailure   = `"ReturnValuesOnConditionCheckFailure":"ALL_OLD"`
	notOneOfBatch  = "Select statements within BatchExecuteStatement must specify the primary key in the where clause."
	duplicateItem  = "Duplicate primary key exists in table"
	conditionText  = "The conditional request failed"
	keyIsUpdated   = "One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key"
	longPartition  = "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes"
	keyOfOtherType = "Key attribute's data type should match its data type in table's schema: Key pk"
)

func TestBatchExecuteStatement(t *testing.T) {
	given := []string{`{"pk":{"S":"a"},"v":{"N":"1"},"m":{"M":{"x":{"S":"y"}}}}`, `{"pk":{"S":"b"}}`}
	get := func(pk string) string { return statement(`SELECT * FROM "$T" WHERE pk = '` + pk + `'`) }
	on := func(text string, more ...string) string {
		return statement(strings.ReplaceAll(text, " T ", ` "$T" `), more...)
	}
	plays := func(name, in, want string, after ...step) scenario {
		return scenario{name: name, given: given, steps: append([]step{{"BatchExecuteStatement", in, want}}, after...)}
	}
	run(t, hashTable, "API_BatchExecuteStatement: Statements; Developer guide: ql-reference.multiplestatements.batching", []scenario{
		plays("items that are there and not", batch("", get("a"), get("none"), get("b")), answers(found(given[0]), done, found(given[1]))),
		plays("columns and parameters", batch("", statement(`SELECT m.x FROM "$T" WHERE pk = ?`, parameters(`{"S":"a"}`))), answers(found(`{"x":{"S":"y"}}`))),
		plays("an IN of one value names an item", batch("", on(`SELECT * FROM T WHERE pk IN ['b']`)), answers(found(given[1]))),
		plays("reads of anything but one item", batch("", on(`SELECT * FROM T WHERE v = 1`), on(`SELECT * FROM T WHERE pk = 'a' AND v = 1`), on(`SELECT * FROM T WHERE pk IN ['a', 'b']`), on(`SELECT * FROM T WHERE pk > 'a'`), get("b")),
			answers(refused("ValidationError", notOneOfBatch), refused("ValidationError", notOneOfBatch), refused("ValidationError", notOneOfBatch), refused("ValidationError", notOneOfBatch), found(given[1]))),
		plays("a table that is not there", batch("", statement(`SELECT * FROM "no-such-table" WHERE pk = 'a'`), get("b")), answers(refused("ResourceNotFound", "Requested resource not found"), found(given[1]))),
		plays("a key of another type", batch("", on(`SELECT * FROM T WHERE pk = 1`), get("b")), answers(refused("ValidationError", keyOfOtherType), found(given[1]))),
		plays("statements that cannot be read", batch("", on(`SELECT * FROM T WHERE pk = ?`), statement(`EXISTS(SELECT * FROM "$T" WHERE pk = 'a')`), get("b"), on(`SELECT * FROM T WHERE pk = 'a'`, parameters(`{"N":"x"}`))),
			answers(refused("ValidationError", "Number of parameters in request and statement don't match."), refused("ValidationError", "EXISTS can only be used in ExecuteTransaction write requests."), found(given[1]),
				refused("ValidationError", "The parameter cannot be converted to a numeric value: x"))),
		plays("writes of all kinds", batch("", on(`INSERT INTO T VALUE {'pk': 'c'}`), on(`UPDATE T SET v = v + 1 WHERE pk = 'a'`), on(`DELETE FROM T WHERE pk = 'b'`)), answers(done, done, done),
			item("a", `{"Item":{"pk":{"S":"a"},"v":{"N":"2"},"m":{"M":{"x":{"S":"y"}}}}}`), item("b", `{}`), item("c", `{"Item":{"pk":{"S":"c"}}}`)),
		plays("what members return", batch("", on(`UPDATE T SET v = 5 WHERE pk = 'a' RETURNING MODIFIED OLD *`), on(`DELETE FROM T WHERE pk = 'b' RETURNING ALL OLD *`), on(`DELETE FROM T WHERE pk = 'none' RETURNING ALL OLD *`)),
			answers(found(`{"v":{"N":"1"}}`), found(given[1]), done)),
		plays("each member fails by itself", batch("", on(`INSERT INTO T VALUE {'pk': 'a'}`), on(`UPDATE T SET v = 5 WHERE pk = 'none'`), on(`DELETE FROM T WHERE pk = 'b' AND v = 1`), on(`INSERT INTO T VALUE {'pk': 'c'}`)),
			answers(failed("DuplicateItem", duplicateItem), failed("ConditionalCheckFailed", conditionText), failed("ConditionalCheckFailed", conditionText), done)),
		plays("the item on a failed condition", batch("", on(`DELETE FROM T WHERE pk = 'b' AND v = 1`, oldOnFailure)),
			answers(`{"TableName":"$T","Error":{"Code":"ConditionalCheckFailed","Message":"`+conditionText+`","Item":{"pk":{"S":"b"}}}}`)),
		plays("refusals that tell the table and others", batch("", on(`UPDATE T SET pk = 'x' WHERE pk = 'c'`), on(`UPDATE T SET v = none WHERE pk = 'a'`), on(`UPDATE T SET v = 1 WHERE v = 1`), statement(`DELETE FROM "$T" WHERE pk = ?`, parameters(`{"S":"`+letters(2049)+`"}`)), on(`DELETE FROM T WHERE pk = 1`)),
			answers(failed("ValidationError", keyIsUpdated), refused("ValidationError", "The provided expression refers to an attribute that does not exist in the item"), refused("ValidationError", noKey), failed("ValidationError", longPartition), refused("ValidationError", keyOfOtherType))),
		plays("reads beside writes", batch("", get("a"), on(`DELETE FROM T WHERE pk = 'b'`)), invalid+"Read and write requests together in the same batch is not supported.", item("b", `{"Item":{"pk":{"S":"b"}}}`)),
		plays("an item twice", batch("", on(`DELETE FROM T WHERE pk = 'b'`), on(`UPDATE T SET v = 1 WHERE pk = 'b'`)), invalid+"Provided list of item keys contains duplicates", item("b", `{"Item":{"pk":{"S":"b"}}}`)),
		plays("an item read twice", batch("", get("a"), on(`SELECT v FROM T WHERE 'a' = pk`)), invalid+"Provided list of item keys contains duplicates"),
		plays("no statements", `{"Statements":[]}`, invalid+"1 validation error detected: Value '[]' at 'statements' failed to satisfy constraint: Member must have length greater than or equal to 1"),
		plays("26 statements, and a bad mode", batch(`,"ReturnConsumedCapacity":"X"`, strings.Split(strings.TrimSuffix(strings.Repeat(get("a")+"\n", 26), "\n"), "\n")...),
			invalid+"2 validation errors detected: Value 'X' at 'returnConsumedCapacity' failed to satisfy constraint: *; Value '*' at 'statements' failed to satisfy constraint: Member must have length less than or equal to 25"),
		plays("a member without parameters refuses all", batch("", statement(`SELECT * FROM "$T" WHERE pk = 'a'`, parameters())), invalid+"1 validation error detected: Value '[]' at 'statements.1.member.parameters' failed to satisfy constraint: Member must have length greater than or equal to 1"),
	})
}

func TestBatchExecuteStatement_consumed_capacity(t *testing.T) {
	given := []string{`{"pk":{"S":"a"},"x":{"S":"` + letters(1500) + `"}}`}
	capacity := func(units string) string {
		return `"ConsumedCapacity":[{"TableName":"$T","CapacityUnits":` + units + `}]}`
	}
	play := func(name, in, responses, units string) scenario {
		want := strings.TrimSuffix(answers(responses), "}")
		if units != "" {
			want += "," + capacity(units)
		} else {
			want += "}"
		}
		return scenario{name: name, given: given, steps: []step{{"BatchExecuteStatement", in, want}}}
	}
	const total = `,"ReturnConsumedCapacity":"TOTAL"`
	missing := func(pk string, more ...string) string {
		return statement(fmt.Sprintf(`SELECT * FROM "$T" WHERE pk = '%s'`, pk), more...)
	}
	run(t, hashTable, "API_BatchExecuteStatement: ReturnConsumedCapacity", []scenario{
		play("reads by their consistency", batch(total, missing("x"), missing("y", `"ConsistentRead":true`)), done+","+done, "1.5"),
		play("writes", batch(total, statement(`INSERT INTO "$T" VALUE {'pk': 'b'}`), statement(`DELETE FROM "$T" WHERE pk = 'a'`)), done+","+done, "3"),
		play("a failed one costs what it tried", batch(total, statement(`INSERT INTO "$T" VALUE {'pk': 'a'}`), statement(`INSERT INTO "$T" VALUE {'pk': 'b'}`)), failed("DuplicateItem", duplicateItem)+","+done, "3"),
		play("nothing succeeded", batch(total, statement(`INSERT INTO "$T" VALUE {'pk': 'a'}`)), failed("DuplicateItem", duplicateItem), ""),
	})
}
