package backendtest

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// testExplain asks for the statements of each kind of plan: they have names and the database's own plan, hold no value in
// their text, and change nothing.
func testExplain(t *testing.T, b backends.Backend) {
	testExplained(newFixture(t, b, indexedTable("explain")))
	f := newFixture(t, b, opening(indexedTable("explain-recorded"), catalog.ViewBoth, 2))
	testExplained(f)
	stream := (&subscriber{fixture: f}).current()
	f.explained("a page of a stream", &plan.Records{Stream: stream, Shard: 1, Limit: 10, MaxBytes: maxBytes})
}

func testExplained(f *fixture) {
	const doc = `{"pk":{"S":"needle"},"sk":{"S":"s"},"a":{"S":"needle"},"n":{"N":"1"}}`
	token := attr.TokenOf(attr.StringValue("needle"))
	plans := map[string]any{
		"a get":             &plan.Get{Reads: []plan.Read{{Table: f.tab, Key: f.key(doc)}}},
		"a put":             &plan.Write{Items: []plan.ItemWrite{f.put(doc)}},
		"a conditional put": &plan.Write{Items: []plan.ItemWrite{onlyIf(f.put(doc), f.is("a", `{"S":"needle"}`))}},
		"a delete":          &plan.Write{Items: []plan.ItemWrite{f.delete(doc)}},
		"an update":         &plan.Write{Items: []plan.ItemWrite{f.update(`{"pk":{"S":"needle"},"sk":{"S":"s"}}`, f.add("n", `{"N":"1"}`))}},
		"a query":           &plan.Query{Table: f.tab, Partition: &token, MaxBytes: maxBytes, Filter: f.is("a", `{"S":"needle"}`)},
		"an index query":    &plan.Query{Table: f.tab, Index: f.tab.Indexes[0], Partition: &token, MaxBytes: maxBytes},
		"a scan":            &plan.Query{Table: f.tab, MaxBytes: maxBytes},
	}
	for name, p := range plans {
		f.explained(name, p)
	}
	f.holds(`{"pk":{"S":"needle"},"sk":{"S":"s"}}`, "")
	_, err := f.b.Explain(f.ctx, "nothing")
	f.wantCode(err, backends.CodeInternal)
}

// explained fails unless the plan has statements with names, texts without values, and plans of the database.
func (f *fixture) explained(name string, p any) {
	f.Helper()
	statements, err := f.b.Explain(f.ctx, p)
	if err != nil || len(statements) == 0 {
		f.Errorf("%s: %d statements, %v", name, len(statements), err)
	}
	planned := false
	for _, st := range statements {
		planned = planned || st.Plan != ""
		if st.Name == "" || st.SQL == "" || strings.Contains(st.SQL, "needle") {
			f.Errorf("%s: statement %q: %s", name, st.Name, st.SQL)
		}
	}
	if !planned {
		f.Errorf("%s: the database has no plan of it", name)
	}
}
