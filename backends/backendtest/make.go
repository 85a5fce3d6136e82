package backendtest

import (
	"context"
	"fmt"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// maxBytes is the size of a page that nothing in the tests reaches.
const maxBytes = 1 << 20

// fixture is a backend with one table in it.
type fixture struct {
	*testing.T
	ctx context.Context
	b   backends.Backend
	tab *catalog.Table
}

// newFixture creates a table of a fresh name.
func newFixture(t *testing.T, b backends.Backend, tab *catalog.Table) *fixture {
	t.Helper()
	f := &fixture{T: t, ctx: context.Background(), b: b, tab: tab}
	f.must(b.CreateTable(f.ctx, tab))
	return f
}

func (f *fixture) must(err error) {
	f.Helper()
	if err != nil {
		f.Fatal(err)
	}
}

// hashTable has a partition key pk only.
func hashTable(name string) *catalog.Table {
	return &catalog.Table{Name: name, Status: catalog.Active, Partition: catalog.KeyAttr{Name: "pk", Type: attr.S}, NextIndexID: 1}
}

// rangeTable has a partition key pk and a sort key sk of that type.
func rangeTable(name string, sort attr.Type) *catalog.Table {
	t := hashTable(name)
	t.Sort = &catalog.KeyAttr{Name: "sk", Type: sort}
	return t
}

// indexedTable has pk and sk, an index byA on (a, n) that projects everything, an index byB on b of keys and x, and a hidden one of the
// items with a number n.
func indexedTable(name string) *catalog.Table {
	t := rangeTable(name, attr.S)
	t.Indexes = []*catalog.Index{
		{ID: 1, Name: "byA", Status: catalog.Active, Projection: catalog.ProjectAll,
			Partition: []catalog.KeyAttr{{Name: "a", Type: attr.S}}, Sort: []catalog.KeyAttr{{Name: "n", Type: attr.N}}},
		{ID: 2, Name: "byB", Status: catalog.Active, Projection: catalog.ProjectInclude, NonKey: []string{"x"},
			Partition: []catalog.KeyAttr{{Name: "b", Type: attr.S}}},
		{ID: 3, Name: "hidden", Hidden: true, Status: catalog.Active, Projection: catalog.ProjectKeysOnly,
			Sort: []catalog.KeyAttr{{Name: "n", Type: attr.N}}},
	}
	t.NextIndexID = 3
	return t
}

// item reads a document.
func (f *fixture) item(doc string) *attr.Item {
	f.Helper()
	it, err := attr.ParseItem([]byte(doc))
	f.must(err)
	return &it
}

// key reads the key of an item of the table.
func (f *fixture) key(doc string) catalog.Key {
	f.Helper()
	k, ok := f.tab.Key(f.item(doc))
	if !ok {
		f.Fatalf("%s has no key", doc)
	}
	return k
}

// path makes the path of names.
func path(names ...string) plan.Path {
	p := make(plan.Path, len(names))
	for i, n := range names {
		p[i].Name = n
	}
	return p
}

func (f *fixture) value(doc string) attr.Value {
	f.Helper()
	v, err := attr.ParseValue([]byte(doc))
	f.must(err)
	return v
}

// is is the condition that an attribute equals a value.
func (f *fixture) is(name, doc string) plan.Predicate {
	f.Helper()
	return &plan.Compare{Op: plan.EQ, Left: &plan.PathOperand{Path: path(name)}, Right: &plan.ValueOperand{Value: f.value(doc)}}
}

func exists(name string) plan.Predicate    { return &plan.Exists{Path: path(name)} }
func notExists(name string) plan.Predicate { return &plan.Not{Of: exists(name)} }

// put is the plan of a put of a document.
func (f *fixture) put(doc string) plan.ItemWrite {
	f.Helper()
	it := f.item(doc)
	return plan.ItemWrite{Kind: plan.Put, Table: f.tab, Key: f.key(doc), Item: it, Entries: f.tab.Entries(it)}
}

// delete is the plan of a delete of the item with that key.
func (f *fixture) delete(key string) plan.ItemWrite {
	f.Helper()
	return plan.ItemWrite{Kind: plan.Delete, Table: f.tab, Key: f.key(key)}
}

// check is the plan of a condition alone.
func (f *fixture) check(key string) plan.ItemWrite {
	f.Helper()
	return plan.ItemWrite{Kind: plan.Check, Table: f.tab, Key: f.key(key)}
}

// update is the plan of an update of the item with that key.
func (f *fixture) update(key string, actions ...plan.Action) plan.ItemWrite {
	f.Helper()
	return plan.ItemWrite{Kind: plan.Update, Table: f.tab, Key: f.key(key), KeyAttrs: f.item(key).Attrs, Actions: actions}
}

// set is the action SET name = value.
func (f *fixture) set(name, doc string) plan.Action {
	f.Helper()
	return plan.Action{Verb: plan.SetValue, Path: path(name), Value: &plan.ValueExpr{Value: f.value(doc)}}
}

// add is the action ADD name value.
func (f *fixture) add(name, doc string) plan.Action {
	f.Helper()
	return plan.Action{Verb: plan.AddValue, Path: path(name), Value: &plan.ValueExpr{Value: f.value(doc)}}
}

// onlyIf gives a write a condition; its truth on a missing item is the reference's.
func onlyIf(w plan.ItemWrite, p plan.Predicate) plan.ItemWrite {
	w.Condition = p
	w.HoldsOnMissing = Holds(p, &attr.Node{Type: attr.M})
	return w
}

// write carries out one write.
func (f *fixture) write(w plan.ItemWrite) backends.WriteResult {
	f.Helper()
	results, err := f.b.Write(f.ctx, &plan.Write{Items: []plan.ItemWrite{w}})
	f.must(err)
	return results[0]
}

// load puts items.
func (f *fixture) load(docs ...string) {
	f.Helper()
	p := &plan.Write{}
	for _, doc := range docs {
		p.Items = append(p.Items, f.put(doc))
	}
	_, err := f.b.Write(f.ctx, p)
	f.must(err)
}

// get reads the document of an item in canonical form, empty when there is none.
func (f *fixture) get(key string) string {
	f.Helper()
	rows, err := f.b.Get(f.ctx, &plan.Get{Reads: []plan.Read{{Table: f.tab, Key: f.key(key)}}}, nil)
	f.must(err)
	return canonical(f, rows[0].Doc)
}

// canonical is a document without what databases may change in it: blanks and the order of members.
func canonical(f *fixture, doc []byte) string {
	f.Helper()
	if len(doc) == 0 {
		return ""
	}
	it, err := attr.ParseItem(doc)
	f.must(err)
	n := attr.Node{Type: attr.M, Map: it.Fields()}
	sortMembers(&n)
	v := n.Value()
	return string(v.Doc[len(`{"M":`) : len(v.Doc)-1])
}

// same fails unless a document is the wanted one.
func (f *fixture) same(what string, got []byte, want string) {
	f.Helper()
	if want != "" {
		want = canonical(f, []byte(want))
	}
	if have := canonical(f, got); have != want {
		f.Errorf("%s is %s, want %s", what, have, want)
	}
}

// holds fails unless the table's item of that key is the wanted one.
func (f *fixture) holds(key, want string) {
	f.Helper()
	f.same("the item "+key, []byte(f.get(key)), want)
}

// sound fails if the backend finds its indexes or sizes wrong.
func (f *fixture) sound() {
	f.Helper()
	found, err := f.b.Check(f.ctx)
	f.must(err)
	for _, damage := range found {
		f.Errorf("check: %s", damage)
	}
}

// wantCode fails unless err is a backend error of that code.
func (f *fixture) wantCode(err error, code backends.Code) {
	f.Helper()
	if got := codeOf(err); got != code {
		f.Errorf("error %v has code %d, want %d", err, got, code)
	}
}

func sk(i int) string { return fmt.Sprintf(`"pk":{"S":"p"},"sk":{"S":"%04d"}`, i) }
