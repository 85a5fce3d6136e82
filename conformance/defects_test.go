package conformance

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// The tests of these files are named after defects that other implementations have had: one test for each group of them, one part for
// each fact. What is right in a single case is tested with its operation; here are the cases that went wrong.

func TestDefectIndexEntryIdentity(t *testing.T) {
	t.Run("entries of equal index keys are told apart by the table's key", func(t *testing.T) {
		query := `{"IndexName":"all","ProjectionExpression":"pk,sk","KeyConditionExpression":"g = :g AND r = :r","ExpressionAttributeValues":{":g":{"S":"x"},":r":{"N":"1"}}}`
		twins := func(more string) []string {
			return []string{`{"pk":{"S":"a"},"sk":{"S":"1"}` + more, `{"pk":{"S":"a"},"sk":{"S":"2"}` + more, `{"pk":{"S":"b"},"sk":{"S":"1"}` + more}
		}
		count := func(n string) step {
			return step{"Query", strings.Replace(query, `"ProjectionExpression":"pk,sk"`, `"Select":"COUNT"`, 1), `{"Count":` + n + `,"ScannedCount":` + n + `}`}
		}
		run(t, indexedTable, []scenario{{name: "puts, moves and deletes of one leave the others", given: twins(`,"g":{"S":"x"},"r":{"N":"1"}}`), steps: []step{
			count("3"),
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"1"},"g":{"S":"x"},"r":{"N":"1"},"v":{"S":"again"}}}`, `{}`}, count("3"),
			{"UpdateItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"1"}},"UpdateExpression":"SET r = :r","ExpressionAttributeValues":{":r":{"N":"2"}}}`, `{}`}, count("2"),
			{"DeleteItem", `{"Key":{"pk":{"S":"b"},"sk":{"S":"1"}}}`, `{}`}, count("1"),
			{"Query", query, `{"Items":[{"pk":{"S":"a"},"sk":{"S":"2"}}],"Count":1,"ScannedCount":1}`},
		}}})
	})
	t.Run("a delete takes its own entry", deleteItemLeavesNoIndexEntry)
	t.Run("a delete finds its entries by the table's key, through an index", deletesFindEntriesByKey)
}

// deletesFindEntriesByKey asks the database for its plan of a delete: nothing in it may walk a table or an index.
func deletesFindEntriesByKey(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		table := newTableName()
		createTable(t, c, table, indexedTable)
		for i := range 500 {
			c.ok(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"a%d"},"sk":{"S":"s"},"g":{"S":"x"},"r":{"N":"1"},"l":{"S":"m"}}}`, i)))
		}
		plan := c.explain(t, "DeleteItem", tableInput(table, `{"Key":{"pk":{"S":"a7"},"sk":{"S":"s"}}}`))
		for _, walk := range []string{"SCAN ddbsql", "Seq Scan on ddbsql_t"} {
			if strings.Contains(plan, walk) {
				t.Errorf("a delete walks a whole table:\n%s", plan)
			}
		}
		if n := strings.Count(plan, "statement "); n < 2 || !strings.Contains(plan, "token") {
			t.Errorf("%d statements of a delete in a table with indexes:\n%s", n, plan)
		}
	})
}

func TestDefectCursors(t *testing.T) {
	t.Run("global index over a hash-only table, tied keys, forward and reverse", pagesOfTiedIndexKeys)
	t.Run("local index, tied keys, forward and reverse", pagesOfTiedLocalKeys)
	t.Run("BETWEEN keeps its other bound on the second page", pagesOfAnIndexRange)
	t.Run("scan of an index with tied keys", scanPagesOfAnIndex)
	t.Run("an item deleted between two pages", pagesWhileItemsAreDeleted)
}

// pagesOfTiedLocalKeys reads a local index, whose entries come by two of the sort key's values, in pages of every size.
func pagesOfTiedLocalKeys(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		table := newTableName()
		createTable(t, c, table, indexedTable)
		const items = 12
		for i := range items {
			c.ok(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"a"},"sk":{"S":"%02d"},"l":{"S":"%d"}}}`, (i*7)%items, i%2)))
		}
		for _, condition := range []string{`pk = :p`, `pk = :p AND l BETWEEN :l AND :l`} {
			for _, forward := range []string{"true", "false"} {
				ask := func(limit int) []string {
					in := fmt.Sprintf(`{"IndexName":"local","ScanIndexForward":%s,"Limit":%d,"KeyConditionExpression":"%s","ExpressionAttributeValues":{":p":{"S":"a"},":l":{"S":"1"}}}`, forward, limit, condition)
					if !strings.Contains(condition, ":l") {
						in = strings.Replace(in, `,":l":{"S":"1"}`, "", 1)
					}
					return c.pages(t, "Query", tableInput(table, in)).items
				}
				whole, want := ask(1000), items
				if strings.Contains(condition, ":l") {
					want = items / 2
				}
				if len(whole) != want {
					t.Errorf("%s, forward %s: %d items, want %d", condition, forward, len(whole), want)
				}
				for limit := 1; limit <= items+1; limit++ {
					if got := ask(limit); !slices.Equal(got, whole) {
						t.Errorf("%s, forward %s, limit %d: %v, in one page %v", condition, forward, limit, got, whole)
					}
				}
			}
		}
	})
}

// The Postgres databases of these tests sort texts as a dictionary does.
func TestDefectCollationAndNUL(t *testing.T) {
	words := []string{"A", "B", "Z", "a", "a b", "aa", "b", "z", "e\u0301", "Ä", "é", "ß", "中", "😀"}
	slices.Sort(words) // by bytes
	var given, keys []string
	for i := range words {
		given = append(given, `{"pk":{"S":"a"},"sk":{"S":"`+words[(i*3)%len(words)]+`"}}`)
		keys = append(keys, `{"sk":{"S":"`+words[i]+`"}}`)
	}
	ask := func(condition, values string, want []string) step {
		n := itoa(len(want))
		return step{"Query", `{"ProjectionExpression":"sk","KeyConditionExpression":"pk = :p` + condition + `","ExpressionAttributeValues":{":p":{"S":"a"}` + values + `}}`,
			`{"Items":[` + strings.Join(want, ",") + `],"Count":` + n + `,"ScannedCount":` + n + `}`}
	}
	place := func(word string) int { return slices.Index(words, word) }
	t.Run("strings as keys sort by their bytes, and are equal by them", func(t *testing.T) {
		run(t, sortedTable, []scenario{{name: "in a dictionary's database", given: given, steps: []step{
			ask("", "", keys),
			ask(" AND sk BETWEEN :v AND :w", `,":v":{"S":"Z"},":w":{"S":"b"}`, keys[place("Z"):place("b")+1]),
			ask(" AND sk > :v", `,":v":{"S":"z"}`, keys[place("z")+1:]),
			ask(" AND sk = :v", `,":v":{"S":"é"}`, keys[place("é"):place("é")+1]),
			ask(" AND begins_with(sk, :v)", `,":v":{"S":"a"}`, keys[place("a"):place("aa")+1]),
		}}})
	})
	t.Run("tables are listed in the order of bytes", func(t *testing.T) {
		t.Parallel()
		onOwn(t, func(t *testing.T, c *caller) {
			for _, name := range []string{"a-b", "aab", "Bbb", "a_b", "a.b", "aAb"} {
				createTable(t, c, name, hashTable)
			}
			playStep(t, c, "", step{"ListTables", `{}`, `{"TableNames":["Bbb","a-b","a.b","aAb","a_b","aab"]}`})
			playStep(t, c, "", step{"ListTables", `{"ExclusiveStartTableName":"a-b","Limit":2}`, `{"TableNames":["a.b","aAb"],"LastEvaluatedTableName":"aAb"}`})
		})
	})
	t.Run("U+0000 in keys, names, values and conditions", nulCharacters)
}

// nulCharacters keeps U+0000, and the characters beside it, wherever a string can stand.
func nulCharacters(t *testing.T) {
	const nul, one, two = `a\u0000b`, `a\u0001b`, `a\u0001\u0001b`
	item := func(sk string) string {
		return `{"pk":{"S":"` + nul + `"},"sk":{"S":"` + sk + `"},"` + nul + `":{"S":"` + nul + `"},"m":{"M":{"` + nul + `":{"L":[{"S":"` + nul + `"}]}}},"s":{"SS":["` + nul + `","` + two + `","` + one + `"]}}`
	}
	key := func(sk string) string { return `"Key":{"pk":{"S":"` + nul + `"},"sk":{"S":"` + sk + `"}}` }
	condition := func(expression string) step {
		return step{"UpdateItem", `{` + key(nul) + `,"UpdateExpression":"SET touched = :t","ConditionExpression":"` + expression + `","ExpressionAttributeNames":{"#n":"` + nul + `"},
			"ExpressionAttributeValues":{":t":{"BOOL":true},":v":{"S":"` + nul + `"}}}`, `{}`}
	}
	run(t, sortedTable, []scenario{
		{name: "comes back as it was written, and is not what stands in for it", given: []string{item(nul), item(one), item(two)}, steps: []step{
			{"GetItem", `{` + key(nul) + `}`, `{"Item":` + item(nul) + `}`},
			{"GetItem", `{` + key(two) + `}`, `{"Item":` + item(two) + `}`},
			{"Query", `{"ProjectionExpression":"sk","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"` + nul + `"}}}`,
				`{"Items":[{"sk":{"S":"` + nul + `"}},{"sk":{"S":"` + two + `"}},{"sk":{"S":"` + one + `"}}],"Count":3,"ScannedCount":3}`},
			{"Query", `{"Select":"COUNT","KeyConditionExpression":"pk = :p AND begins_with(sk, :v)","ExpressionAttributeValues":{":p":{"S":"` + nul + `"},":v":{"S":"a\u0000"}}}`, `{"Count":1,"ScannedCount":1}`},
			condition("#n = :v"), condition("contains(#n, :v)"), condition("begins_with(#n, :v)"), condition("m.#n[0] = :v AND contains(s, :v)"), condition("size(#n) <> :t AND #n IN (:v)"),
		}},
	})
}

func TestDefectNumberKeys(t *testing.T) {
	t.Run("38 digits and the ends of the range are kept exactly", numbersAreCanonical)
	t.Run("what would lose a digit or leave the range is refused", numbersThatAreRefused)
	t.Run("5, 5.0 and +5 are one key, and -0 is 0", numbersAsKeys)
	t.Run("sums keep 38 digits", func(t *testing.T) {
		const digits = "12345678901234567890123456789012345678"
		run(t, hashTable, []scenario{{name: "where a float would not", given: []string{`{"pk":{"S":"a"},"n":{"N":"` + digits + `"}}`}, steps: []step{
			{"UpdateItem", `{"Key":{"pk":{"S":"a"}},"UpdateExpression":"ADD n :one SET m = n - :one","ExpressionAttributeValues":{":one":{"N":"1"}},"ReturnValues":"UPDATED_NEW"}`,
				`{"Attributes":{"n":{"N":"12345678901234567890123456789012345679"},"m":{"N":"12345678901234567890123456789012345677"}}}`},
			{"Scan", `{"Select":"COUNT","FilterExpression":"n > :n","ExpressionAttributeValues":{":n":{"N":"` + digits + `"}}}`, `{"Count":1,"ScannedCount":1}`},
			{"Scan", `{"Select":"COUNT","FilterExpression":"n = :n","ExpressionAttributeValues":{":n":{"N":"` + digits + `"}}}`, `{"Count":0,"ScannedCount":1}`},
		}}})
	})
}

func TestDefectBinaryOrderAndPrefixes(t *testing.T) {
	t.Run("numbers by value, binaries by unsigned bytes, strings by UTF-8", queryOrdersKeys)
	t.Run("begins_with of bytes at the top", queryBeginsWithBytesAtTheTop)
	t.Run("begins_with and contains know no wildcards", func(t *testing.T) {
		var given []string
		for _, sk := range []string{`%`, `%a`, `_`, `_a`, `a`, `ab`, `a%`, `a_`, `a\\b`, `\\`} {
			given = append(given, `{"pk":{"S":"a"},"sk":{"S":"`+sk+`"},"v":{"S":"`+sk+`"}}`)
		}
		ask := func(prefix, n string) step {
			return step{"Query", `{"Select":"COUNT","KeyConditionExpression":"pk = :p AND begins_with(sk, :v)","ExpressionAttributeValues":{":p":{"S":"a"},":v":{"S":"` + prefix + `"}}}`, `{"Count":` + n + `,"ScannedCount":` + n + `}`}
		}
		filter := func(function, value, n string) step {
			return step{"Scan", `{"Select":"COUNT","FilterExpression":"` + function + `(v, :v)","ExpressionAttributeValues":{":v":{"S":"` + value + `"}}}`, `{"Count":` + n + `,"ScannedCount":10}`}
		}
		run(t, sortedTable, []scenario{{name: "in keys and filters", given: given, steps: []step{
			ask("%", "2"), ask("_", "2"), ask("a%", "1"), ask("a_", "1"), ask(`\\`, "1"), ask(`a\\`, "1"),
			filter("begins_with", "%", "2"), filter("begins_with", "a_", "1"), filter("begins_with", `\\`, "1"),
			filter("contains", "%", "3"), filter("contains", "_", "3"), filter("contains", "%a", "1"), filter("contains", `\\`, "2"),
		}}})
	})
}
