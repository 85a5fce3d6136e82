package gosdk

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// shape is a SELECT and the Query or Scan that reads the same, in the same order.
type shape struct {
	name, text, parameters string
	same                   []string // "Query {...}" or "Scan {...}", one behind the other
}

const byP = `"KeyConditionExpression":"pk = :p`

func queryOf(rest, values string) string {
	return `Query {` + byP + rest + `","ExpressionAttributeValues":{":p":{"S":"b"}` + values + `}}`
}

func scanOf(filter, values string) string {
	return `Scan {"FilterExpression":"` + filter + `","ExpressionAttributeValues":{` + values + `}}`
}

var shapes = []shape{
	{"all of a table", `SELECT * FROM "$T"`, ``, []string{`Scan {}`}},
	{"a partition", `SELECT * FROM "$T" WHERE pk = 'b'`, ``, []string{queryOf(``, ``)}},
	{"a partition named by a parameter", `SELECT * FROM "$T" WHERE pk = ?`, parameters(`{"S":"b"}`), []string{queryOf(``, ``)}},
	{"a value before the key", `SELECT * FROM "$T" WHERE 'b' = pk`, ``, []string{queryOf(``, ``)}},
	{"an IN of one value", `SELECT * FROM "$T" WHERE pk IN ['b']`, ``, []string{queryOf(``, ``)}},
	{"an item", `SELECT * FROM "$T" WHERE pk = 'b' AND sk = '3'`, ``, []string{queryOf(` AND sk = :s`, `,":s":{"S":"3"}`)}},
	{"sort keys below", `SELECT * FROM "$T" WHERE pk = 'b' AND sk < '3'`, ``, []string{queryOf(` AND sk < :s`, `,":s":{"S":"3"}`)}},
	{"sort keys up to", `SELECT * FROM "$T" WHERE pk = 'b' AND sk <= '3'`, ``, []string{queryOf(` AND sk <= :s`, `,":s":{"S":"3"}`)}},
	{"sort keys above, mirrored", `SELECT * FROM "$T" WHERE '3' < sk AND pk = 'b'`, ``, []string{queryOf(` AND sk > :s`, `,":s":{"S":"3"}`)}},
	{"sort keys from", `SELECT * FROM "$T" WHERE pk = 'b' AND sk >= '3'`, ``, []string{queryOf(` AND sk >= :s`, `,":s":{"S":"3"}`)}},
	{"sort keys between", `SELECT * FROM "$T" WHERE pk = 'b' AND sk BETWEEN '2' AND '4'`, ``, []string{queryOf(` AND sk BETWEEN :s AND :t`, `,":s":{"S":"2"},":t":{"S":"4"}`)}},
	{"sort keys from two sides", `SELECT * FROM "$T" WHERE pk = 'b' AND sk > '1' AND sk < '4'`, ``, []string{queryOf(` AND sk BETWEEN :s AND :t`, `,":s":{"S":"2"},":t":{"S":"3"}`)}},
	{"sort keys by prefix", `SELECT * FROM "$T" WHERE pk = 'b' AND begins_with(sk, '3')`, ``, []string{queryOf(` AND begins_with(sk, :s)`, `,":s":{"S":"3"}`)}},
	{"sort keys not between", `SELECT * FROM "$T" WHERE pk = 'b' AND sk NOT BETWEEN '2' AND '4'`, ``, []string{queryOf(` AND sk < :s`, `,":s":{"S":"2"}`), queryOf(` AND sk > :s`, `,":s":{"S":"4"}`)}},
	{"some sort keys", `SELECT * FROM "$T" WHERE pk = 'b' AND sk IN ['4', '1']`, ``, []string{queryOf(` AND sk = :s`, `,":s":{"S":"1"}`), queryOf(` AND sk = :s`, `,":s":{"S":"4"}`)}},
	{"alternatives of sort keys", `SELECT * FROM "$T" WHERE pk = 'b' AND (sk >= '4' OR sk = '1')`, ``, []string{queryOf(` AND sk = :s`, `,":s":{"S":"1"}`), queryOf(` AND sk >= :s`, `,":s":{"S":"4"}`)}},
	{"a filter in a partition", `SELECT * FROM "$T" WHERE pk = 'b' AND v > 20`, ``,
		[]string{`Query {` + byP + `","FilterExpression":"v > :v","ExpressionAttributeValues":{":p":{"S":"b"},":v":{"N":"20"}}}`}},
	{"an alternative that is no key", `SELECT * FROM "$T" WHERE pk = 'b' AND (sk = '1' OR v = 30)`, ``, []string{queryOf(` AND sk = :s`, `,":s":{"S":"1"}`), queryOf(` AND sk = :s`, `,":s":{"S":"3"}`)}},
	{"two partitions", `SELECT * FROM "$T" WHERE pk IN ['c', 'b']`, ``, []string{queryOf(``, ``), strings.Replace(queryOf(``, ``), `"b"`, `"c"`, 1)}},
	{"two partitions as alternatives", `SELECT * FROM "$T" WHERE pk = 'c' OR pk = 'b'`, ``, []string{queryOf(``, ``), strings.Replace(queryOf(``, ``), `"b"`, `"c"`, 1)}},
	{"a partition named twice in IN", `SELECT * FROM "$T" WHERE pk IN ['b', 'b']`, ``, []string{queryOf(``, ``)}},
	{"partitions with ranges of their own", `SELECT * FROM "$T" WHERE (pk = 'c' AND sk < '2') OR (pk = 'b' AND sk > '3')`, ``,
		[]string{queryOf(` AND sk > :s`, `,":s":{"S":"3"}`), strings.Replace(queryOf(` AND sk < :s`, `,":s":{"S":"2"}`), `"b"`, `"c"`, 1)}},
	{"partitions and sort keys crossed", `SELECT * FROM "$T" WHERE pk IN ['c', 'b'] AND sk IN ['2', '1'] AND v > 10`, ``,
		[]string{queryOf(` AND sk = :s`, `,":s":{"S":"2"}`), strings.Replace(queryOf(` AND sk = :s`, `,":s":{"S":"2"}`), `"b"`, `"c"`, 1)}},
	{"two partitions at once", `SELECT * FROM "$T" WHERE pk = 'b' AND pk = 'c'`, ``, nil},
	{"a filter that never holds", `SELECT * FROM "$T" WHERE pk = 'b' AND 1 = 2`, ``, nil},
	{"a scan by a filter", `SELECT * FROM "$T" WHERE v = 30`, ``, []string{scanOf(`v = :v`, `":v":{"N":"30"}`)}},
	{"a scan by the sort key", `SELECT * FROM "$T" WHERE sk = '2'`, ``, []string{scanOf(`sk = :v`, `":v":{"S":"2"}`)}},
	{"a range of partitions is a scan", `SELECT * FROM "$T" WHERE pk > 'b'`, ``, []string{scanOf(`pk > :v`, `":v":{"S":"b"}`)}},
	{"an alternative beside the key is a scan", `SELECT * FROM "$T" WHERE pk = 'b' OR v = 30`, ``, []string{scanOf(`pk = :p OR v = :v`, `":p":{"S":"b"},":v":{"N":"30"}`)}},
	{"not equal", `SELECT * FROM "$T" WHERE extra <> 'e1'`, ``, []string{scanOf(`extra <> :v`, `":v":{"S":"e1"}`)}},
	{"NOT keeps what lacks the attribute", `SELECT * FROM "$T" WHERE NOT extra = 'e1'`, ``, []string{scanOf(`NOT extra = :v`, `":v":{"S":"e1"}`)}},
	{"NOT BETWEEN keeps what lacks the attribute", `SELECT * FROM "$T" WHERE v NOT BETWEEN 10 AND 20`, ``, []string{scanOf(`NOT v BETWEEN :v AND :w`, `":v":{"N":"10"},":w":{"N":"20"}`)}},
	{"NOT IN", `SELECT * FROM "$T" WHERE v NOT IN [10, 20]`, ``, []string{scanOf(`NOT v IN (:v, :w)`, `":v":{"N":"10"},":w":{"N":"20"}`)}},
	{"AND binds tighter than OR", `SELECT * FROM "$T" WHERE v = 10 OR v = 20 AND sk = '2'`, ``, []string{scanOf(`v = :v OR v = :w AND sk = :s`, `":v":{"N":"10"},":w":{"N":"20"},":s":{"S":"2"}`)}},
	{"parentheses", `SELECT * FROM "$T" WHERE (v = 10 OR v = 20) AND sk = '2'`, ``, []string{scanOf(`(v = :v OR v = :w) AND sk = :s`, `":v":{"N":"10"},":w":{"N":"20"},":s":{"S":"2"}`)}},
	{"two paths", `SELECT * FROM "$T" WHERE m.x = v`, ``, []string{`Scan {"FilterExpression":"m.x = v"}`}},
	{"a path among the values of IN", `SELECT * FROM "$T" WHERE m.x IN [v, 7]`, ``, []string{scanOf(`m.x IN (v, :v)`, `":v":{"N":"7"}`)}},
	{"a list element", `SELECT * FROM "$T" WHERE l2[1] = 'y'`, ``, []string{scanOf(`l2[1] = :v`, `":v":{"S":"y"}`)}},
	{"a whole list", `SELECT * FROM "$T" WHERE l2 = ['x', 'y']`, ``, []string{scanOf(`l2 = :v`, `":v":{"L":[{"S":"x"},{"S":"y"}]}`)}},
	{"a whole map", `SELECT * FROM "$T" WHERE m = {'x': 30}`, ``, []string{scanOf(`m = :v`, `":v":{"M":{"x":{"N":"30"}}}`)}},
	{"a set", `SELECT * FROM "$T" WHERE tags = <<'q', 'p'>>`, ``, []string{scanOf(`tags = :v`, `":v":{"SS":["p","q"]}`)}},
	{"a boolean", `SELECT * FROM "$T" WHERE flag = true`, ``, []string{scanOf(`flag = :v`, `":v":{"BOOL":true}`)}},
	{"attribute_exists", `SELECT * FROM "$T" WHERE attribute_exists(extra)`, ``, []string{`Scan {"FilterExpression":"attribute_exists(extra)"}`}},
	{"attribute_not_exists, in capitals", `SELECT * FROM "$T" WHERE ATTRIBUTE_NOT_EXISTS(extra)`, ``, []string{`Scan {"FilterExpression":"attribute_not_exists(extra)"}`}},
	{"attribute_type", `SELECT * FROM "$T" WHERE attribute_type(extra, 'S')`, ``, []string{scanOf(`attribute_type(extra, :v)`, `":v":{"S":"S"}`)}},
	{"begins_with", `SELECT * FROM "$T" WHERE begins_with(extra, 'e')`, ``, []string{scanOf(`begins_with(extra, :v)`, `":v":{"S":"e"}`)}},
	{"begins_with of a binary parameter", `SELECT * FROM "$T" WHERE begins_with(bin, ?)`, parameters(`{"B":"AQ=="}`), []string{scanOf(`begins_with(bin, :v)`, `":v":{"B":"AQ=="}`)}},
	{"contains", `SELECT * FROM "$T" WHERE contains(tags, 'p')`, ``, []string{scanOf(`contains(tags, :v)`, `":v":{"S":"p"}`)}},
	{"size", `SELECT * FROM "$T" WHERE size(l2) > 1`, ``, []string{scanOf(`size(l2) > :v`, `":v":{"N":"1"}`)}},
	{"size among the values of IN", `SELECT * FROM "$T" WHERE size(l2) IN [2, v]`, ``, []string{scanOf(`size(l2) IN (:v, v)`, `":v":{"N":"2"}`)}},
	{"IS MISSING", `SELECT * FROM "$T" WHERE extra IS MISSING`, ``, []string{`Scan {"FilterExpression":"attribute_not_exists(extra)"}`}},
	{"IS NOT MISSING", `SELECT * FROM "$T" WHERE extra IS NOT MISSING`, ``, []string{`Scan {"FilterExpression":"attribute_exists(extra)"}`}},
	{"IS NULL", `SELECT * FROM "$T" WHERE nil IS NULL`, ``, []string{scanOf(`attribute_type(nil, :v)`, `":v":{"S":"NULL"}`)}},
	{"IS NOT NULL", `SELECT * FROM "$T" WHERE nil IS NOT NULL`, ``, []string{scanOf(`NOT attribute_type(nil, :v)`, `":v":{"S":"NULL"}`)}},
	{"IS STRUCT", `SELECT * FROM "$T" WHERE m IS STRUCT`, ``, []string{scanOf(`attribute_type(m, :v)`, `":v":{"S":"M"}`)}},
	{"IS LIST", `SELECT * FROM "$T" WHERE l2 IS LIST`, ``, []string{scanOf(`attribute_type(l2, :v)`, `":v":{"S":"L"}`)}},
	{"IS NUMERIC", `SELECT * FROM "$T" WHERE v IS NUMERIC`, ``, []string{scanOf(`attribute_type(v, :v)`, `":v":{"S":"N"}`)}},
	{"a truth compared with an attribute", `SELECT * FROM "$T" WHERE flag = attribute_exists(extra)`, ``,
		[]string{scanOf(`(flag = :t AND attribute_exists(extra)) OR (flag = :f AND attribute_not_exists(extra))`, `":t":{"BOOL":true},":f":{"BOOL":false}`)}},
	{"two truths compared", `SELECT * FROM "$T" WHERE attribute_exists(flag) <> attribute_exists(extra)`, ``,
		[]string{`Scan {"FilterExpression":"(attribute_exists(flag) AND attribute_not_exists(extra)) OR (attribute_not_exists(flag) AND attribute_exists(extra))"}`}},
	{"columns", `SELECT pk, v FROM "$T" WHERE pk = 'b'`, ``, []string{`Query {` + byP + `","ExpressionAttributeValues":{":p":{"S":"b"}},"ProjectionExpression":"pk, v"}`}},
	{"a quoted name with a dot", `SELECT "d.d" FROM "$T" WHERE pk = 'b'`, ``,
		[]string{`Query {` + byP + `","ExpressionAttributeValues":{":p":{"S":"b"}},"ProjectionExpression":"#d","ExpressionAttributeNames":{"#d":"d.d"}}`}},
	{"downwards", `SELECT * FROM "$T" WHERE pk = 'b' ORDER BY sk DESC`, ``, []string{`Query {` + byP + `","ExpressionAttributeValues":{":p":{"S":"b"}},"ScanIndexForward":false}`}},
	{"upwards", `SELECT * FROM "$T" WHERE pk = 'b' ORDER BY sk ASC`, ``, []string{queryOf(``, ``)}},
	{"by the partition key: sort keys come downwards", `SELECT * FROM "$T" WHERE pk = 'b' ORDER BY pk`, ``, []string{`Query {` + byP + `","ExpressionAttributeValues":{":p":{"S":"b"}},"ScanIndexForward":false}`}},
	{"partitions downwards, sort keys upwards", `SELECT * FROM "$T" WHERE pk IN ['b', 'c'] ORDER BY pk DESC, sk`, ``, []string{strings.Replace(queryOf(``, ``), `"b"`, `"c"`, 1), queryOf(``, ``)}},
	{"alternatives of sort keys, downwards", `SELECT * FROM "$T" WHERE pk = 'b' AND (sk >= '4' OR sk = '1') ORDER BY sk DESC`, ``,
		[]string{queryOf(` AND sk = :s`, `,":s":{"S":"5"}`), queryOf(` AND sk = :s`, `,":s":{"S":"4"}`), queryOf(` AND sk = :s`, `,":s":{"S":"1"}`)}},
	{"a global index", `SELECT * FROM "$T"."all" WHERE g = 'g1'`, ``, []string{`Query {"IndexName":"all","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"g1"}}}`}},
	{"a range of a global index", `SELECT * FROM "$T"."all" WHERE g = 'g1' AND r > 2`, ``, []string{`Query {"IndexName":"all","KeyConditionExpression":"g = :g AND r > :r","ExpressionAttributeValues":{":g":{"S":"g1"},":r":{"N":"2"}}}`}},
	{"a global index of keys", `SELECT * FROM "$T"."keys" WHERE g = 'g1'`, ``, []string{`Query {"IndexName":"keys","KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"g1"}}}`}},
	{"all of an index", `SELECT * FROM "$T"."keys"`, ``, []string{`Scan {"IndexName":"keys"}`}},
	{"a filter on what a scanned index lacks", `SELECT * FROM "$T"."keys" WHERE v = 10`, ``, nil},
	{"an index by the table's key is a scan", `SELECT * FROM "$T"."all" WHERE pk = 'b'`, ``, []string{`Scan {"IndexName":"all","FilterExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"b"}}}`}},
	{"a local index", `SELECT * FROM "$T"."local" WHERE pk = 'b'`, ``, []string{`Query {"IndexName":"local",` + byP + `","ExpressionAttributeValues":{":p":{"S":"b"}}}`}},
	{"a local index fetches from the table", `SELECT pk, v FROM "$T"."local" WHERE pk = 'b' AND l > 'l2'`, ``,
		[]string{`Query {"IndexName":"local",` + byP + ` AND l > :l","ExpressionAttributeValues":{":p":{"S":"b"},":l":{"S":"l2"}},"ProjectionExpression":"pk, v"}`}},
}

// shapeItems are three partitions of five items, of which some are in the indexes.
func shapeItems() []string {
	var items []string
	for _, pk := range []string{"a", "b", "c"} {
		for n := 1; n <= 5; n++ {
			more := fmt.Sprintf(`,"v":{"N":"%d"},"m":{"M":{"x":{"N":"%d"}}},"flag":{"BOOL":%t},"d.d":{"S":"dot"}`, 10*n, 60-10*n, n%2 == 1)
			if n <= 3 {
				more += fmt.Sprintf(`,"g":{"S":"g%d"},"r":{"N":"%d"},"l":{"S":"l%d"},"extra":{"S":"e%d"},"l2":{"L":[{"S":"x"},{"S":"y"}]}`, n%2, n, 4-n, n)
			} else {
				more += `,"tags":{"SS":["p","q"]},"nil":{"NULL":true},"bin":{"B":"AQI="}`
			}
			items = append(items, fmt.Sprintf(`{"pk":{"S":"%s"},"sk":{"S":"%d"}%s}`, pk, n, more))
		}
	}
	return items
}

func TestExecuteStatement_selects_read_what_query_and_scan_read(t *testing.T) {
	const source = "Developer guide: ql-reference.select"
	group(t, func(t *testing.T, c *caller) {
		for _, s := range shapes {
			runCase(t, s.name, source, func(t *testing.T) {
				table := c.Borrow(t, indexedTable)
				putAll(t, c, table, shapeItems())
				compareShape(t, c, table, s)
			})
		}
	})
}

// compareShape runs the statement as a whole and in pages of two items looked at.
func compareShape(t *testing.T, c *caller, table string, s shape) {
	var want []string
	for _, same := range s.same {
		op, in, _ := strings.Cut(same, " ")
		want = append(want, c.Pages(t, op, tableInput(table, in)).Items...)
	}
	text := strings.ReplaceAll(s.text, "$T", table)
	var more []string
	if s.parameters != "" {
		more = []string{s.parameters}
	}
	for _, limit := range []string{"", `"Limit":2`} {
		members := slices.Clone(more)
		if limit != "" {
			members = append(members, limit)
		}
		got, _ := statements(t, c, text, members...)
		if d := harness.Difference(`[`+strings.Join(want, ",")+`]`, `[`+strings.Join(got, ",")+`]`); d != "" {
			t.Errorf("%s %s: %s", s.text, limit, d)
		}
	}
	if s.same != nil && len(want) == 0 {
		t.Errorf("%s: the comparison is empty", s.text)
	}
}

func TestExecuteStatement_selects_cost_what_query_and_scan_cost(t *testing.T) {
	single(t, "API_ExecuteStatement: ReturnConsumedCapacity; measured against the service", func(t *testing.T, c *caller) {
		table := c.Borrow(t, indexedTable)
		putAll(t, c, table, shapeItems())
		for _, s := range shapes {
			if len(s.same) == 1 {
				compareCost(t, c, table, s)
			}
		}
	})
}

// compareCost wants the statement to cost what its Query or Scan costs, arm by arm.
func compareCost(t *testing.T, c *caller, table string, s shape) {
	const indexes = `"ReturnConsumedCapacity":"INDEXES"`
	op, in, _ := strings.Cut(s.same[0], " ")
	request := tableInput(table, in)
	var want, got struct{ ConsumedCapacity json.RawMessage }
	harness.Into(t, c.OK(t, op, strings.TrimSuffix(request, "}")+","+indexes+"}"), &want)
	more := []string{indexes}
	if s.parameters != "" {
		more = append(more, s.parameters)
	}
	harness.Into(t, c.OK(t, "ExecuteStatement", statement(strings.ReplaceAll(s.text, "$T", table), more...)), &got)
	if len(want.ConsumedCapacity) == 0 || len(got.ConsumedCapacity) == 0 {
		t.Fatalf("no consumed capacity is told: of %s %q, of %s %q", op, want.ConsumedCapacity, s.text, got.ConsumedCapacity)
	}
	if d := harness.Difference(string(want.ConsumedCapacity), string(got.ConsumedCapacity)); d != "" {
		t.Errorf("the cost of %s: %s", s.text, d)
	}
}
