package gosdk

import (
	"slices"
	"strings"
	"testing"
)

// Strings are keys, prefixes and values of any characters: no dictionary and no wildcard has a say.

func TestQuery_strings_sort_by_bytes(t *testing.T) {
	words := []string{"A", "B", "Z", "a", "a b", "aa", "b", "z", "e\u0301", "Ä", "é", "ß", "中", "😀"}
	slices.Sort(words) // by bytes
	var given, keys []string
	for i := range words {
		given = append(given, `{"pk":{"S":"a"},"sk":{"S":"`+words[(i*3)%len(words)]+`"}}`)
		keys = append(keys, `{"sk":{"S":"`+words[i]+`"}}`)
	}
	place := func(word string) int { return slices.Index(words, word) }
	asks := func(name, condition, values string, want []string) scenario {
		n := itoa(len(want))
		return scenario{name: name, given: given, steps: []step{
			{"Query", `{"ProjectionExpression":"sk","KeyConditionExpression":"pk = :p` + condition + `","ExpressionAttributeValues":{":p":{"S":"a"}` + values + `}}`,
				`{"Items":[` + strings.Join(want, ",") + `],"Count":` + n + `,"ScannedCount":` + n + `}`},
		}}
	}
	run(t, sortedTable, "API_Query: ScanIndexForward: for type String, the order of UTF-8 bytes", []scenario{
		asks("all of a partition", "", "", keys),
		asks("capitals come before small letters", " AND sk BETWEEN :v AND :w", `,":v":{"S":"Z"},":w":{"S":"b"}`, keys[place("Z"):place("b")+1]),
		asks("letters beyond ASCII come behind z", " AND sk > :v", `,":v":{"S":"z"}`, keys[place("z")+1:]),
		asks("a letter is not its decomposed form", " AND sk = :v", `,":v":{"S":"é"}`, keys[place("é"):place("é")+1]),
		asks("a prefix is one of bytes", " AND begins_with(sk, :v)", `,":v":{"S":"a"}`, keys[place("a"):place("aa")+1]),
	})
}

func TestQuery_prefixes_know_no_wildcards(t *testing.T) {
	var given []string
	for _, sk := range []string{`%`, `%a`, `_`, `_a`, `a`, `ab`, `a%`, `a_`, `a\\b`, `\\`} {
		given = append(given, `{"pk":{"S":"a"},"sk":{"S":"`+sk+`"},"v":{"S":"`+sk+`"}}`)
	}
	ask := func(prefix, n string) step {
		return step{"Query", `{"Select":"COUNT","KeyConditionExpression":"pk = :p AND begins_with(sk, :v)","ExpressionAttributeValues":{":p":{"S":"a"},":v":{"S":"` + prefix + `"}}}`, `{"Count":` + n + `,"ScannedCount":` + n + `}`}
	}
	filter := func(function, value, n string) step {
		return step{"Query", `{"Select":"COUNT","KeyConditionExpression":"pk = :p","FilterExpression":"` + function + `(v, :v)","ExpressionAttributeValues":{":p":{"S":"a"},":v":{"S":"` + value + `"}}}`, `{"Count":` + n + `,"ScannedCount":10}`}
	}
	run(t, sortedTable, "Developer guide: Expressions.OperatorsAndFunctions: begins_with, contains", []scenario{
		{name: "in a key condition", given: given, steps: []step{ask("%", "2"), ask("_", "2"), ask("a%", "1"), ask("a_", "1")}},
		{name: "a backslash in a key condition", given: given, steps: []step{ask(`\\`, "1"), ask(`a\\`, "1")}},
		{name: "in a filter by begins_with", given: given, steps: []step{filter("begins_with", "%", "2"), filter("begins_with", "a_", "1"), filter("begins_with", `\\`, "1")}},
		{name: "in a filter by contains", given: given, steps: []step{filter("contains", "%", "3"), filter("contains", "_", "3"), filter("contains", "%a", "1"), filter("contains", `\\`, "2")}},
	})
}

// Entries of equal index keys are told apart by the table's key.
func TestQuery_entries_of_equal_index_keys(t *testing.T) {
	query := `{"IndexName":"all","ProjectionExpression":"pk,sk","KeyConditionExpression":"g = :g AND r = :r","ExpressionAttributeValues":{":g":{"S":"x"},":r":{"N":"1"}}}`
	count := func(n string) step {
		return step{"Query", strings.Replace(query, `"ProjectionExpression":"pk,sk"`, `"Select":"COUNT"`, 1), `{"Count":` + n + `,"ScannedCount":` + n + `}`}
	}
	const more = `,"g":{"S":"x"},"r":{"N":"1"}}`
	given := []string{`{"pk":{"S":"a"},"sk":{"S":"1"}` + more, `{"pk":{"S":"a"},"sk":{"S":"2"}` + more, `{"pk":{"S":"b"},"sk":{"S":"1"}` + more}
	run(t, indexedTable, "Developer guide: GSI: the index key values do not need to be unique", []scenario{
		{name: "all are there", given: given, steps: []step{count("3")}},
		{name: "a put of one leaves the others", given: given, steps: []step{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"1"},"g":{"S":"x"},"r":{"N":"1"},"v":{"S":"again"}}}`, `{}`}, count("3"),
		}},
		{name: "a move of one leaves the others", given: given, steps: []step{
			{"UpdateItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"1"}},"UpdateExpression":"SET r = :r","ExpressionAttributeValues":{":r":{"N":"2"}}}`, `{}`}, count("2"),
		}},
		{name: "deletes of two leave the third", given: given, steps: []step{
			{"DeleteItem", `{"Key":{"pk":{"S":"b"},"sk":{"S":"1"}}}`, `{}`}, {"DeleteItem", `{"Key":{"pk":{"S":"a"},"sk":{"S":"1"}}}`, `{}`}, count("1"),
			{"Query", query, `{"Items":[{"pk":{"S":"a"},"sk":{"S":"2"}}],"Count":1,"ScannedCount":1}`},
		}},
	})
}
