package gosdk

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

func TestExecuteStatement_refused_selects(t *testing.T) {
	one := func(name, text, want string, more ...string) scenario {
		return scenario{name: name, steps: []step{refuses(text, want, more...)}}
	}
	const typed = invalid + "Key attribute's data type should match its data type in table's schema: Key "
	run(t, indexedTable, "Developer guide: ql-reference.select; texts measured against the service", []scenario{
		one("no such table", `SELECT * FROM "no-such-table"`, "ResourceNotFoundException: Requested resource not found"),
		one("no such index", `SELECT * FROM "$T"."nope"`, invalid+"The table does not have the specified index: nope"),
		one("a bad name", `SELECT * FROM "no"`, invalid+"Table name should be within the length [3, 255] and only contain 'a-z', 'A-Z', '0-9', '-', '_', '.'."),
		one("a path of three", `SELECT * FROM "$T"."all"."x"`, invalid+"A path may contain at most 2 components in the FROM clause"),
		one("an alias", `SELECT * FROM "$T" t`, invalid+"Aliasing is not supported"),
		one("what is no statement", `SELEC * FROM "$T"`, invalid+"Statement wasn't well formed, can't be processed: *"),
		one("two statements", `SELECT * FROM "$T"; SELECT * FROM "$T"`, invalid+"Statement wasn't well formed, can't be processed: Unexpected token after semicolon. (Only one query is allowed.)"),
		one("a condition alone", `EXISTS(SELECT * FROM "$T" WHERE pk = 'a')`, invalid+"EXISTS can only be used in ExecuteTransaction write requests."),
		one("an aggregate", `SELECT count(*) FROM "$T"`, invalid+"Unexpected path component at 1:8:5"),
		one("a function that is none", `SELECT * FROM "$T" WHERE foo(v)`, invalid+"Unrecognized function: foo at 1:*"),
		one("too few parameters", `SELECT * FROM "$T" WHERE pk = ? AND v = ?`, invalid+"Number of parameters in request and statement don't match.", parameters(`{"S":"a"}`)),
		one("a parameter that is no number", `SELECT * FROM "$T"`, invalid+"The parameter cannot be converted to a numeric value: x", parameters(`{"N":"x"}`)),
		one("a parameter with duplicates", `SELECT * FROM "$T"`, invalid+"Input collection contains duplicates", parameters(`{"NS":["1","1.0"]}`)),
		one("no parameters", `SELECT * FROM "$T"`, invalid+"1 validation error detected: Value '[]' at 'parameters' failed to satisfy constraint: Member must have length greater than or equal to 1", parameters()),
		one("Limit 0", `SELECT * FROM "$T"`, invalid+"1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1", `"Limit":0`),
		one("no statement", ``, invalid+"1 validation error detected: Value '' at 'statement' failed to satisfy constraint: Member must have length greater than or equal to 1"),
		one("a long statement", `SELECT * FROM "$T" WHERE pk = '`+letters(8192)+`'`, invalid+"1 validation error detected: Value '*' at 'statement' failed to satisfy constraint: Member must have length less than or equal to 8192"),
		one("members in the service's order", ``, invalid+"4 validation errors detected: Value 'X' at 'returnValuesOnConditionCheckFailure' failed to satisfy constraint: *; Value '0' at 'limit' *; Value '' at 'statement' *; Value 'Y' at 'returnConsumedCapacity' *",
			`"ReturnConsumedCapacity":"Y"`, `"Limit":0`, `"ReturnValuesOnConditionCheckFailure":"X"`),
		one("a key of another type", `SELECT * FROM "$T" WHERE pk = 1`, typed+"pk"),
		one("a sort key of another type", `SELECT * FROM "$T" WHERE pk = 'a' AND sk > 1`, typed+"sk"),
		one("a prefix of a number key", `SELECT * FROM "$T"."all" WHERE g = 'a' AND begins_with(r, 'a')`, typed+"r"),
		one("an index key of another type", `SELECT * FROM "$T"."all" WHERE g = 1`, typed+"g"),
		one("a key that is no scalar", `SELECT * FROM "$T" WHERE pk = {'a': 1}`, invalid+"Key value must be of type S, N, or B. Key name: pk, Key type: M"),
		one("an empty key", `SELECT * FROM "$T" WHERE pk = ''`, invalid+"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk"),
		one("a key that is too long", `SELECT * FROM "$T" WHERE pk = ?`, invalid+"One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes", parameters(`{"S":"`+letters(2049)+`"}`)),
		one("a sort key that is too long", `SELECT * FROM "$T" WHERE pk = 'a' AND sk < ?`, invalid+"One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes", parameters(`{"S":"`+letters(1025)+`"}`)),
		one("a path into a key", `SELECT * FROM "$T" WHERE pk.x = 'a'`, invalid+"Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: pk"),
		one("a partition twice", `SELECT * FROM "$T" WHERE pk = 'a' OR pk = 'a'`, invalid+overlap),
		one("ranges that meet", `SELECT * FROM "$T" WHERE pk = 'a' AND (sk > '1' OR sk < '2')`, invalid+overlap),
		one("a comparison of a boolean", `SELECT * FROM "$T" WHERE v > true`, invalid+"Incorrect operand type for operator or function; operator or function: >, operand type: BOOL"),
		one("a path compared with itself", `SELECT * FROM "$T" WHERE m[0] = m[0]`, invalid+"The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [m, [0]]"),
		one("bounds of two types", `SELECT * FROM "$T" WHERE NOT v BETWEEN 1 AND 'a'`, invalid+"The BETWEEN operator requires same data type for lower and upper bounds; *"),
		one("bounds in the wrong order", `SELECT * FROM "$T" WHERE v BETWEEN 2 AND 1`, invalid+"The BETWEEN operator requires upper bound to be greater than or equal to lower bound; *"),
		one("a prefix that is a number", `SELECT * FROM "$T" WHERE begins_with(v, 1)`, invalid+"Incorrect operand type for operator or function; operator or function: begins_with, operand type: N"),
		one("MISSING without IS", `SELECT * FROM "$T" WHERE v = MISSING`, invalid+"MISSING must be compared using IS operator"),
		one("a type that IS does not know", `SELECT * FROM "$T" WHERE v IS FLOAT`, invalid+"Unsupported data type for IS operator: FLOAT. Supported data types are [MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC, STRUCT, TUPLE, LIST]*"),
		one("an attribute as a condition", `SELECT * FROM "$T" WHERE v`, invalid+"WHERE clause must contain an expression that resolves to a boolean"),
		one("too many operands of IN", `SELECT * FROM "$T" WHERE v IN [`+strings.TrimSuffix(strings.Repeat("1,", 101), ",")+`]`, invalid+"The IN operator is provided with too many operands; number of operands: 101"),
		one("a column twice", `SELECT a.x, x FROM "$T"`, invalid+"Duplicate identifiers in select clause: x"),
		one("columns that overlap", `SELECT a.x, a FROM "$T"`, invalid+"Two document paths overlap with each other; must remove or rewrite one of these paths; *"),
		one("what a global index lacks", `SELECT v FROM "$T"."keys" WHERE g = 'a'`, invalid+"One or more parameter values were invalid: Global secondary index keys does not project [v]"),
		one("a filter on what a global index lacks", `SELECT * FROM "$T"."keys" WHERE g = 'a' AND v = 1`, invalid+"One or more parameter values were invalid: Secondary index keys does not project one or more filter attributes: [v]"),
		one("a consistent read of a global index", `SELECT * FROM "$T"."all"`, invalid+"Strongly consistent read is not supported on Global Secondary Indexes", `"ConsistentRead":true`),
		one("ORDER BY without WHERE", `SELECT * FROM "$T" ORDER BY pk`, invalid+"Must have WHERE clause in the statement when using ORDER BY clause."),
		one("ORDER BY without a partition", `SELECT * FROM "$T" WHERE sk = '1' ORDER BY pk`, invalid+"Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause."),
		one("ORDER BY what is no key", `SELECT * FROM "$T" WHERE pk = 'a' ORDER BY v`, invalid+"Variable reference v in ORDER BY clause must be part of the primary key"),
		one("ORDER BY a path", `SELECT * FROM "$T" WHERE pk = 'a' ORDER BY v.x`, invalid+"Argument to ORDER BY must be of type VariableReference. Type: PATH"),
		one("ORDER BY the sort key over partitions", `SELECT * FROM "$T" WHERE pk IN ['a', 'b'] ORDER BY sk`, invalid+"Must have hash key in ORDER BY clause when more than one hash key condition specified in WHERE clause."),
		one("ORDER BY on an index by the table's key", `SELECT * FROM "$T"."all" WHERE g = 'a' ORDER BY pk`, invalid+"Variable reference pk in ORDER BY clause must be part of the primary key"),
	})
}

const overlap = "Overlapping conditions with range keys are not supported in where clause"

func TestExecuteStatement_column_names(t *testing.T) {
	given := []string{`{"pk":{"S":"a"},"m":{"M":{"x":{"N":"1"},"l":{"L":[{"S":"p"},{"L":[{"S":"q"}]}]}}},"a.b":{"S":"dot"}}`}
	run(t, hashTable, "Developer guide: ql-reference.select: projection; measured against the service", []scenario{
		{name: "members and elements", given: given, steps: []step{
			executes(`SELECT m.x, m.l[0], m.l[1][0] FROM "$T" WHERE pk = 'a'`, `{"x":{"N":"1"},"l[0]":{"S":"p"},"l[1][0]":{"S":"q"}}`),
		}},
		{name: "what is not there", given: given, steps: []step{
			executes(`SELECT m.none, none[0].y, m.x.z, m.l[7] FROM "$T" WHERE pk = 'a'`, `{}`),
		}},
		{name: "quoted names", given: given, steps: []step{
			executes(`SELECT "a.b", "m"."l" FROM "$T"`, `{"a.b":{"S":"dot"},"l":{"L":[{"S":"p"},{"L":[{"S":"q"}]}]}}`),
		}},
	})
}

func TestExecuteStatement_next_tokens(t *testing.T) {
	single(t, "API_ExecuteStatement: NextToken", func(t *testing.T, c *caller) {
		table := c.Borrow(t, sortedTable)
		for n := range 4 {
			c.OK(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"a"},"sk":{"S":"%d"}}}`, n)))
		}
		text := `SELECT sk FROM "` + table + `" WHERE pk = ?`
		var page struct {
			NextToken        string
			LastEvaluatedKey map[string]any
		}
		first := parameters(`{"S":"a"}`)
		harness.Into(t, c.OK(t, "ExecuteStatement", statement(text, first, `"Limit":1`)), &page)
		token := func(s string) string { return `"NextToken":"` + s + `"` }
		bent, err := base64.StdEncoding.DecodeString(page.NextToken)
		if err != nil || len(page.LastEvaluatedKey) != 2 {
			t.Fatalf("the page ends with %+v: %v", page, err)
		}
		bent[0]++
		const other = invalid + "NextToken does not match request"
		steps := []step{
			executes(text, `{"sk":{"S":"1"}},{"sk":{"S":"2"}},{"sk":{"S":"3"}}`, first, token(page.NextToken)),
			refuses(strings.Replace(text, " = ", "  = ", 1), other, first, token(page.NextToken)),
			refuses(text, other, parameters(`{"S":"b"}`), token(page.NextToken)),
			refuses(text, invalid+"Invalid NextToken", first, token("abc")),
			refuses(text, invalid+"Invalid NextToken", first, token(base64.StdEncoding.EncodeToString(bent))),
			refuses(text, invalid+"Invalid NextToken", first, token(page.NextToken[:len(page.NextToken)-8])),
		}
		for _, st := range steps {
			playStep(t, c, table, st)
		}
	})
}

func TestExecuteStatement_pages_of_one_megabyte(t *testing.T) {
	single(t, "API_ExecuteStatement: Limit; 1 MB", func(t *testing.T, c *caller) {
		table := c.Borrow(t, sortedTable)
		for n := range 6 { // 300 KB each, in two partitions
			c.OK(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"p%d"},"sk":{"S":"%d"},"x":{"S":"%s"}}}`, n%2, n, letters(300<<10))))
		}
		for _, text := range []string{`SELECT sk FROM "$T"`, `SELECT sk FROM "$T" WHERE pk IN ['p0', 'p1']`} {
			items, pages := statements(t, c, strings.ReplaceAll(text, "$T", table))
			if len(items) != 6 || pages != 2 {
				t.Errorf("%s gave %d items on %d pages, want 6 on 2", text, len(items), pages)
			}
		}
	})
}
