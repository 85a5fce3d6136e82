package translator

import (
	"slices"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// execute prepares an ExecuteStatement; values are its parameters as JSON.
func execute(t *testing.T, text, values string) (*ExecuteStatement, string) {
	t.Helper()
	body := `{"Statement":"` + strings.ReplaceAll(text, `"`, `\"`) + `"`
	if values != "" {
		body += `,"Parameters":[` + values + `]`
	}
	p, err := PrepareExecuteStatement(request[*api.ExecuteStatementInput](t, "ExecuteStatement", body+`}`), exprs)
	return p, refusal(err)
}

// partitionNames are the keys that the cases name, by their tokens.
func partitionNames(of catalog.KeyAttr) map[attr.Token]string {
	names := map[attr.Token]string{}
	for _, name := range []string{"a", "b", "c"} {
		if of.Type == attr.S {
			names[attr.TokenOf(attr.StringValue(name))] = name
		}
	}
	return names
}

// showReads writes the reads of a SELECT: each with what it reads, and the filter and direction that they share.
func showReads(t *testing.T, reads []*Read) string {
	t.Helper()
	var parts []string
	for _, r := range reads {
		q := r.Plan
		of := "table"
		if q.Index != nil {
			of = q.Index.Name
		}
		if q.Partition != nil {
			name, ok := partitionNames(schemaOf(q.Table, q.Index).partition[0])[*q.Partition]
			if !ok {
				t.Fatalf("the partition %x is not one that the cases name", *q.Partition)
			}
			of += " " + name
		}
		if !everySort(q.Range) {
			of += " " + showRange(q.Range)
		}
		parts = append(parts, of)
	}
	all := strings.Join(parts, ", ")
	if len(reads) > 0 {
		if reads[0].Plan.Backward {
			all += " backward"
		}
		if f := reads[0].Plan.Filter; f != nil {
			all += " where " + show(f)
		}
	}
	return all
}

func TestSelectsBecomeTheReadsThatTheirKeysName(t *testing.T) {
	const (
		x, y, z = "78", "79", "7a" // bytes of the sort keys x, y and z
		v       = `[v]={"N":"1"}`
	)
	for _, c := range []struct{ name, where, want string }{
		{"nothing", ``, "table"},
		{"an attribute", `WHERE v = 1`, "table where " + v},
		{"the partition", `WHERE p = 'a'`, "table a"},
		{"the partition, mirrored and in parentheses", `WHERE ('a' = p)`, "table a"},
		{"the partition and an attribute", `WHERE v = 1 AND p = 'a'`, "table a where " + v},
		{"an item", `WHERE p = 'a' AND c = 'x'`, "table a [" + x + "," + x + "]"},
		{"a range", `WHERE p = 'a' AND c > 'x'`, "table a (" + x + ",]"},
		{"a range, mirrored", `WHERE p = 'a' AND 'x' > c`, "table a [," + x + ")"},
		{"a range from two sides", `WHERE p = 'a' AND c > 'x' AND c <= 'z'`, "table a (" + x + "," + z + "]"},
		{"ranges without anything in common", `WHERE p = 'a' AND c < 'x' AND c > 'y'`, ""},
		{"BETWEEN", `WHERE p = 'a' AND c BETWEEN 'x' AND 'y'`, "table a [" + x + "," + y + "]"},
		{"NOT BETWEEN", `WHERE p = 'a' AND c NOT BETWEEN 'x' AND 'y'`, "table a [," + x + "), table a (" + y + ",]"},
		{"a prefix", `WHERE p = 'a' AND begins_with(c, 'x')`, "table a [" + x + "," + y + ")"},
		{"<> stays a filter", `WHERE p = 'a' AND c <> 'x'`, `table a where [c]<>{"S":"x"}`},
		{"a function that no key has", `WHERE p = 'a' AND contains(c, 'x')`, `table a where contains([c],{"S":"x"})`},
		{"partitions, in order", `WHERE p IN ['c', 'a', 'b']`, "table a, table b, table c"},
		{"a partition twice", `WHERE p IN ['a', 'a']`, "table a"},
		{"alternatives", `WHERE p = 'b' OR p = 'a'`, "table a, table b"},
		{"alternatives with ranges", `WHERE (p = 'b' AND c < 'x') OR (p = 'a' AND c = 'y')`, "table a [" + y + "," + y + "], table b [," + x + ")"},
		{"ranges of one partition", `WHERE (p = 'a' AND c = 'y') OR (p = 'a' AND c < 'y')`, "table a [," + y + "), table a [" + y + "," + y + "]"},
		{"a product", `WHERE p IN ['b', 'a'] AND c IN ['y', 'x']`, "table a [" + x + "," + x + "], table a [" + y + "," + y + "], table b [" + x + "," + x + "], table b [" + y + "," + y + "]"},
		{"two partitions at once", `WHERE p = 'a' AND p = 'b'`, ""},
		{"one partition twice over", `WHERE p = 'a' AND p IN ['a', 'b']`, "table a"},
		{"an alternative that is no key", `WHERE p = 'a' AND (c = 'x' OR v = 1)`, `table a where ([c]={"S":"x"} OR ` + v + `)`},
		{"an alternative beside the partition", `WHERE p = 'a' OR v = 1`, `table where ([p]={"S":"a"} OR ` + v + `)`},
		{"alternatives with filters of their own", `WHERE (p = 'a' AND v = 1) OR p = 'b'`, `table a, table b where (([p]={"S":"a"} AND ` + v + `) OR [p]={"S":"b"})`},
		{"a negated partition", `WHERE NOT p = 'a'`, `table where NOT [p]={"S":"a"}`},
		{"a range of partitions", `WHERE p > 'a'`, `table where [p]>{"S":"a"}`},
		{"the sort key alone", `WHERE c = 'x'`, `table where [c]={"S":"x"}`},
		{"ranges that meet, of two conditions each", `WHERE p = 'a' AND ((c >= 'x' AND c < 'z') OR c = 'y')`, `table a [` + x + `,` + z + `) where ([p]={"S":"a"} AND (([c]>={"S":"x"} AND [c]<{"S":"z"}) OR [c]={"S":"y"}))`},
		{"never", `WHERE p = 'a' AND 1 = 2`, "table a where false"},
		{"always", `WHERE 1 = 1`, "table"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, refused := execute(t, `SELECT * FROM "indexed" `+c.where, "")
			same(t, c.name, refused, "")
			reads, err := p.PlanRead(indexed())
			if err != nil {
				t.Fatal(err)
			}
			same(t, c.name, showReads(t, reads.All), c.want)
		})
	}
}

func TestSelectsReadIndexesByTheKeysOfThese(t *testing.T) {
	for _, c := range []struct{ name, from, want string }{
		{"a partition", `"indexed"."gall" WHERE g = 'a'`, "gall a"},
		{"a range", `"indexed"."gall" WHERE g = 'a' AND h < 1`, "gall a [,03820b)"},
		{"the table's key", `"indexed"."gall" WHERE p = 'a'`, `gall where [p]={"S":"a"}`},
		{"an index without sort key", `"indexed"."gkeys" WHERE g = 'a' AND p = 'a'`, `gkeys a where [p]={"S":"a"}`},
		{"a filter on what is not projected", `"indexed"."gkeys" WHERE v = 1`, `gkeys where false`},
		{"a local index", `"indexed"."lkeys" WHERE p = 'a' AND l = 'x'`, "lkeys a [78,78]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, refused := execute(t, `SELECT * FROM `+c.from, "")
			same(t, c.name, refused, "")
			reads, err := p.PlanRead(indexed())
			if err != nil {
				t.Fatal(err)
			}
			same(t, c.name, showReads(t, reads.All), c.want)
		})
	}
}

func TestOrderBySaysHowPartitionsAndSortKeysCome(t *testing.T) {
	const both = `WHERE p IN ['b', 'a'] AND c IN ['x', 'y']`
	const ax, ay, bx, by = "table a [78,78]", "table a [79,79]", "table b [78,78]", "table b [79,79]"
	list := func(parts ...string) string { return strings.Join(parts, ", ") }
	for _, c := range []struct{ name, clause, want string }{
		{"not said", both, list(ax, ay, bx, by)},
		{"the partition key alone", both + ` ORDER BY p`, list(ay, ax, by, bx) + " backward"},
		{"the partition key alone, down", both + ` ORDER BY p DESC`, list(by, bx, ay, ax) + " backward"},
		{"both up", both + ` ORDER BY p ASC, c ASC`, list(ax, ay, bx, by)},
		{"partitions down", both + ` ORDER BY p DESC, c`, list(bx, by, ax, ay)},
		{"sort keys down", both + ` ORDER BY p, c DESC`, list(ay, ax, by, bx) + " backward"},
		{"both down", both + ` ORDER BY c DESC, p DESC`, list(by, bx, ay, ax) + " backward"},
		{"the sort key of one partition", `WHERE p = 'a' ORDER BY c DESC`, "table a backward"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, refused := execute(t, `SELECT * FROM "indexed" `+c.clause, "")
			same(t, c.name, refused, "")
			reads, err := p.PlanRead(indexed())
			if err != nil {
				t.Fatal(err)
			}
			same(t, c.name, showReads(t, reads.All), c.want)
		})
	}
}

func TestWhatWouldBeTooManyReadsStaysAFilter(t *testing.T) {
	var partitions, sorts []string
	for n := range 20 {
		partitions = append(partitions, "'"+string(rune('A'+n))+"'")
		sorts = append(sorts, "'"+string(rune('a'+n))+"'")
	}
	where := ` WHERE c IN [` + strings.Join(sorts, ",") + `] AND p IN [` + strings.Join(partitions, ",") + `]`
	p, refused := execute(t, `SELECT * FROM "indexed"`+where, "")
	same(t, "the statement", refused, "")
	reads, err := p.PlanRead(indexed())
	if err != nil {
		t.Fatal(err)
	}
	if len(reads.All) != 20 || !everySort(reads.All[0].Plan.Range) {
		t.Errorf("there are %d reads, the first of %s", len(reads.All), showRange(reads.All[0].Plan.Range))
	}
	if in, ok := reads.All[0].Plan.Filter.(*plan.In); !ok || len(in.List) != 20 {
		t.Errorf("the filter is %s", show(reads.All[0].Plan.Filter))
	}
}

func TestReadsGoOnFromTheirTokens(t *testing.T) {
	const text = `SELECT * FROM "indexed" WHERE p IN ['a', 'b']`
	first, _ := execute(t, text, "")
	reads, err := first.PlanRead(indexed())
	if err != nil {
		t.Fatal(err)
	}
	with := func(token string) (*Reads, string) {
		in := &api.ExecuteStatementInput{Statement: text, NextToken: &token}
		p, err := PrepareExecuteStatement(in, exprs)
		if err != nil {
			return nil, refusal(err)
		}
		next, err := p.PlanRead(indexed())
		return next, refusal(err)
	}
	next, refused := with(*reads.NextToken(1, []byte(`{"p":{"S":"b"},"c":{"S":"x"}}`)))
	same(t, "the next page", refused, "")
	if next.First != 1 || next.All[0].Plan.After != nil || string(next.All[1].Plan.After.Key.Sort) != "x" {
		t.Errorf("the next page begins in read %d", next.First)
	}
	for _, c := range []struct{ name, token string }{
		{"of another partition than its read", *reads.NextToken(0, []byte(`{"p":{"S":"b"},"c":{"S":"x"}}`))},
		{"of a read that is not there", *reads.NextToken(2, []byte(`{"p":{"S":"b"},"c":{"S":"x"}}`))},
		{"of half a key", *reads.NextToken(1, []byte(`{"p":{"S":"b"}}`))},
		{"of a key of another type", *reads.NextToken(1, []byte(`{"p":{"S":"b"},"c":{"N":"1"}}`))},
		{"of nothing", ""},
	} {
		_, refused := with(c.token)
		same(t, c.name, refused, "Invalid NextToken")
	}
}

func TestTokensAreBoundToValues(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		same       bool
	}{
		{"the same", `{"S":"a"}`, `{"S":"a"}`, true},
		{"another type", `{"S":"1"}`, `{"N":"1"}`, false},
		{"a number in another form", `{"N":"1.5e1"}`, `{"N":"15"}`, true},
		{"a set in another order", `{"SS":["a","b"]}`, `{"SS":["b","a"]}`, true},
		{"two values for one", `{"S":"a"},{"S":"b"}`, `{"S":"a"}`, false},
		{"values in another order", `{"S":"a"},{"S":"b"}`, `{"S":"b"},{"S":"a"}`, false},
	} {
		a, _ := execute(t, `SELECT * FROM "indexed"`, c.a)
		b, _ := execute(t, `SELECT * FROM "indexed"`, c.b)
		if got := slices.Equal(a.digest, b.digest); got != c.same {
			t.Errorf("%s: the same: %v", c.name, got)
		}
	}
}

func TestAStatementWithAListAmongItsParametersCannotGoOn(t *testing.T) {
	values := []attr.Value{{Type: attr.L, Doc: []byte(`{"L":[]}`), Size: 3, Depth: 1}}
	d := statementDigest("SELECT", values)
	_, err := parseToken(nextToken(d, 0, []byte(`{"p":{"S":"a"}}`)), d, values)
	same(t, "the token", refusal(err), "NextToken does not match request")
}
