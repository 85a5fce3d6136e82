package sqlite

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

func TestPagesBeginAtTheirPosition(t *testing.T) {
	b := openMemory(t)
	defer b.Close()
	tab := &catalog.Table{Name: "pages", Partition: catalog.KeyAttr{Name: "pk", Type: attr.S}, Sort: &catalog.KeyAttr{Name: "sk", Type: attr.S}}
	tab.Indexes = []*catalog.Index{{ID: 1, Name: "x", Projection: catalog.ProjectAll,
		Partition: []catalog.KeyAttr{{Name: "a", Type: attr.S}}, Sort: []catalog.KeyAttr{{Name: "n", Type: attr.N}}}}
	if err := b.CreateTable(ctx, tab); err != nil {
		t.Fatal(err)
	}
	x, token, all := tab.Indexes[0], &attr.Token{}, plan.Range{Low: []byte{1}, High: []byte{9}}
	at := &plan.Position{IndexSort: []byte{5}, Key: catalog.Key{Sort: []byte{5}}}
	cases := []struct {
		name string
		q    plan.Query
		want string // in SQLite's plan
	}{
		{"a scan", plan.Query{After: at}, "((token,sk)>(?,?))"},
		{"a segment", plan.Query{Segment: &plan.Segment{}, After: at}, "((token,sk)>(?,?) AND token<?)"},
		{"a query", plan.Query{Partition: token, Range: all, After: at}, "(token=? AND sk>? AND sk<?)"},
		{"a query backward", plan.Query{Partition: token, Range: all, After: at, Backward: true}, "(token=? AND sk>? AND sk<?)"},
		{"an index query", plan.Query{Index: x, Partition: token, Range: all, After: at}, "(itoken=? AND (isk,token,sk)>(?,?,?) AND isk<?)"},
		{"an index query backward", plan.Query{Index: x, Partition: token, Range: all, After: at, Backward: true}, "(itoken=? AND isk>? AND (isk,token,sk)<(?,?,?))"},
		{"an index segment", plan.Query{Index: x, Segment: &plan.Segment{}, After: at}, "((itoken,isk,token,sk)>(?,?,?,?) AND itoken<?)"},
	}
	for _, c := range cases {
		c.q.Table = tab
		statements, err := b.Explain(ctx, &c.q)
		if err != nil {
			t.Fatal(err)
		}
		if got := statements[0].Plan; !strings.Contains(got, c.want) || strings.Contains(got, "TEMP") || strings.Contains(got, "SCAN") {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
