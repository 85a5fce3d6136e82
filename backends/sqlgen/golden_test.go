package sqlgen

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

var update = flag.Bool("update", false, "write the golden files")

// music is a table with an index by genre and year.
var music = &catalog.Table{
	ID: 7, Version: 3, Name: "Music",
	Partition: catalog.KeyAttr{Name: "Artist", Type: attr.S}, Sort: &catalog.KeyAttr{Name: "Song's", Type: attr.N},
	Indexes: []*catalog.Index{
		{ID: 1, Name: "ByGenre", Projection: catalog.ProjectKeysOnly, Partition: []catalog.KeyAttr{{Name: "Genre", Type: attr.S}}, Sort: []catalog.KeyAttr{{Name: "Year", Type: attr.N}}},
		{ID: 4, Name: "ByLabel", Projection: catalog.ProjectAll, Partition: []catalog.KeyAttr{{Name: "Label", Type: attr.S}}},
	},
}

// shelf has local indexes.
var shelf = &catalog.Table{
	ID: 9, Version: 1, Name: "Shelf", Partition: music.Partition, Sort: music.Sort,
	Indexes: []*catalog.Index{
		{ID: 1, Name: "ByYear", Local: true, Projection: catalog.ProjectKeysOnly, Partition: []catalog.KeyAttr{music.Partition}, Sort: []catalog.KeyAttr{{Name: "Year", Type: attr.N}}},
		{ID: 2, Name: "ByLabel", Local: true, Projection: catalog.ProjectAll, Partition: []catalog.KeyAttr{music.Partition}, Sort: []catalog.KeyAttr{{Name: "Label", Type: attr.S}}},
		{ID: 3, Name: "ByGenre", Projection: catalog.ProjectAll, Partition: []catalog.KeyAttr{{Name: "Genre", Type: attr.S}}},
	},
}

var stamp = Stamp{Ver: 5, At: time.UnixMilli(1)}

var bare = &catalog.Table{ID: 8, Version: 1, Name: "Bare", Partition: catalog.KeyAttr{Name: "pk", Type: attr.S}}

func number(text string) attr.Value {
	v, p := attr.NumberValue(text)
	if p != nil {
		panic(p.Message)
	}
	return v
}

func name(names ...string) *plan.PathOperand {
	var p attr.Path
	for _, n := range names {
		p = append(p, attr.Step{Name: n})
	}
	return &plan.PathOperand{Path: p}
}

func val(v attr.Value) *plan.ValueOperand { return &plan.ValueOperand{Value: v} }

func str(s string) *plan.ValueOperand { return val(attr.StringValue(s)) }

func bin(s string) *plan.ValueOperand { return val(attr.BinaryValue([]byte(s))) }

// predicates are one of each kind, and the forms that are compiled in their own way.
func predicates() map[string]plan.Predicate {
	element := &plan.PathOperand{Path: attr.Path{{Name: "a"}, {Name: "b"}, {Index: 2, IsIndex: true}}}
	size := &plan.SizeOperand{Path: name("a").Path}
	cmp := func(op plan.Op, l, r plan.Operand) plan.Predicate { return &plan.Compare{Op: op, Left: l, Right: r} }
	return map[string]plan.Predicate{
		"equal":                        cmp(plan.EQ, name("a"), str("x")),
		"not equal":                    cmp(plan.NE, name("a"), name("b")),
		"less than a number":           cmp(plan.LT, name("a"), val(number("1.5"))),
		"at least a string":            cmp(plan.GE, str("x"), name("a")),
		"at most a binary":             cmp(plan.LE, name("a"), bin("x")),
		"greater, types unknown":       cmp(plan.GT, name("a"), element),
		"less than an unordered value": cmp(plan.LT, name("a"), val(attr.BoolValue(true))),
		"size in a comparison":         cmp(plan.GT, size, val(number("3"))),
		"size equal":                   cmp(plan.EQ, size, name("n")),
		"missing operand":              cmp(plan.NE, &plan.MissingOperand{}, str("x")),
		"between":                      &plan.Between{Of: name("a"), Low: val(number("1")), High: val(number("2"))},
		"between of several types":     &plan.Between{Of: name("a"), Low: val(number("1")), High: str("2")},
		"in":                           &plan.In{Of: name("a"), List: []plan.Operand{str("x"), val(number("1")), name("b")}},
		"exists":                       &plan.Exists{Path: element.Path},
		"type is":                      &plan.TypeIs{Path: name("a").Path, Type: attr.SS},
		"begins with a string":         &plan.BeginsWith{Of: name("a"), Prefix: str("x")},
		"begins with a binary":         &plan.BeginsWith{Of: name("a"), Prefix: bin("x")},
		"contains a string":            &plan.Contains{Of: name("a"), Needle: str("x")},
		"contains U+0001":              &plan.Contains{Of: name("a"), Needle: str("\x01")},
		"contains a number":            &plan.Contains{Of: name("a"), Needle: val(number("1"))},
		"contains a binary":            &plan.Contains{Of: name("a"), Needle: bin("x")},
		"contains an attribute":        &plan.Contains{Of: name("a"), Needle: element},
		"value contains an attribute":  &plan.Contains{Of: str("abc"), Needle: name("a")},
		"and, or, not": &plan.And{Of: []plan.Predicate{
			&plan.Or{Of: []plan.Predicate{&plan.Exists{Path: name("a").Path}, &plan.Const{Value: true}}},
			&plan.Not{Of: cmp(plan.EQ, name("a"), name("a"))},
		}},
	}
}

// must gives a statement that is made without an error.
func must(t *testing.T) func(st Statement, err error) Statement {
	return func(st Statement, err error) Statement {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return st
	}
}

// statements are the statements of a dialect by what they are for.
func statements(t *testing.T, d *Dialect) map[string]Statement {
	g := New(d)
	must := must(t)
	it := attr.ItemOf([]attr.Field{{Name: "Artist", Node: &attr.Node{Type: attr.S, Text: "needle"}}})
	key := catalog.Key{Token: attr.Token{1}, Sort: []byte("needle")}
	row := &Row{Table: music, Key: key, Item: &it, Ver: 5}
	entry := &catalog.Entry{Token: attr.Token{2}, Sort: []byte("needle"), Size: 3}
	cond := &plan.Compare{Op: plan.EQ, Left: name("a"), Right: str("needle")}
	token := attr.Token{1}
	all := map[string]Statement{
		"get":                  g.GetItem(music, key),
		"get many":             g.GetItems([]plan.Read{{Table: music, Key: key}, {Table: music, Key: key}}),
		"read for an update":   must(g.ReadItem(music, key, cond)),
		"put":                  g.PutItem(row),
		"put, true on missing": must(g.PutItemIf(row, cond, true)),
		"put, must be there":   must(g.PutItemIf(row, cond, false)),
		"delete":               g.DeleteItem(music, key),
		"delete if":            must(g.DeleteItemIf(music, key, cond)),
		"put entry":            g.PutEntry(music, music.Indexes[0], key, entry),
		"delete entry":         g.DeleteEntry(music, music.Indexes[0], key),
		"item stats":           g.ItemStats(music),
		"index stats":          g.IndexStats(music, music.Indexes[0]),
		"index stats, all":     g.IndexStats(music, music.Indexes[1]),
		"collection size":      g.CollectionSize(shelf, token),
		"insert definition":    g.InsertDefinition("needle", 1, "needle"),
		"update definition":    g.UpdateDefinition(music, "needle"),
		"list tables":          g.ListTables("needle", 10),
		"list expiring":        g.ListExpiring(),
	}
	jobs(g, key, all)
	once := &plan.Once{Account: "needle", Operation: "needle", Token: "needle", Now: time.UnixMilli(1)}
	for n, st := range map[string]Statement{
		"claim": g.ClaimOnce(once), "read": g.ReadOnce(once), "record": g.RecordOnce(once, nil), "forget": g.ForgetOnce(once),
	} {
		all["once: "+n] = st
	}
	for i, st := range append(g.CreateTable(music), g.DropTable(music)...) {
		all[fmt.Sprintf("definition %d", i)] = st
	}
	queries := map[string]*plan.Query{
		"query":             {Table: music, Partition: &token, Range: plan.Range{Low: []byte("needle"), High: []byte("needle"), HighOpen: true}},
		"query backward":    {Table: music, Partition: &token, Backward: true, After: &plan.Position{Key: key}, Filter: cond},
		"scan a segment":    {Table: music, Segment: &plan.Segment{}, After: &plan.Position{Key: key}, CountOnly: true},
		"query an index":    {Table: music, Index: music.Indexes[0], Partition: &token, After: &plan.Position{Key: key, IndexSort: []byte("needle")}},
		"scan an index all": {Table: music, Index: music.Indexes[1], After: &plan.Position{Key: key, IndexSort: []byte("needle")}},
	}
	for n, q := range queries {
		if d.Guarded {
			all[n] = must(g.Chunk(q, Chunk{After: q.After, Rows: 100, Bytes: 1000}))
			if SendsAll(q) {
				all[n+", uncut"] = must(g.Chunk(q, Chunk{After: q.After, Rows: 100, Bytes: 1000, Uncut: true}))
			}
		} else {
			all[n] = must(g.Walk(q))
		}
	}
	for n, p := range predicates() {
		b := g.build("")
		b.Predicate(p)
		all["predicate: "+n] = must(g.finish(b, "predicate"))
	}
	streamStatements(g, all)
	if d.Guarded {
		recordedStatements(t, g, all)
		sharedStatements(t, g, all)
	}
	return all
}

// jobs are the statements of background work.
func jobs(g *Generator, key catalog.Key, all map[string]Statement) {
	filling := *bare
	filling.Indexes = []*catalog.Index{{ID: 1, Backfilling: true}}
	for n, st := range map[string]Statement{
		"take": g.TakeJob("needle", "needle", time.Minute), "save": g.SaveJob("needle", "needle", []byte("needle"), time.Minute),
		"end": g.EndJob("needle", "needle"), "free": g.FreeJobs(), "waiting": g.WaitingJobs("needle", 10), "count": g.CountJobs("needle"),
		"want clearing": g.WantClearing("needle"), "clear rows": g.ClearRows("ddbsql_t7", 10), "rows up to": g.RowsUpTo("ddbsql_t7", 10),
		"want": g.TableJob(bare, &filling)[0], "drop": g.TableJob(&filling, bare)[0],
	} {
		all["job: "+n] = st
	}
	all["backfill: items"] = g.BackfillItems(music, music.Indexes[0], nil, 10)
	all["backfill: more items"] = g.BackfillItems(music, music.Indexes[1], &key, 10)
}

// sharedStatements are those for databases that several servers share.
func sharedStatements(t *testing.T, g *Generator, all map[string]Statement) {
	it := attr.ItemOf([]attr.Field{{Name: "Artist", Node: &attr.Node{Type: attr.S, Text: "needle"}}})
	key := catalog.Key{Token: attr.Token{1}, Sort: []byte("needle")}
	entry := &catalog.Entry{Token: attr.Token{2}, Sort: []byte("needle"), Size: 3}
	put := plan.ItemWrite{Kind: plan.Put, Table: music, Key: key, Item: &it, Entries: []*catalog.Entry{entry, nil}}
	put.Condition, put.HoldsOnMissing = &plan.Exists{Path: name("a").Path}, false
	del := plan.ItemWrite{Kind: plan.Delete, Table: music, Key: key}
	old := func(w plan.ItemWrite) plan.ItemWrite { w.NeedOld, w.NeedOldOnFailure = true, true; return w }
	for n, w := range map[string]plan.ItemWrite{"change: put": put, "change: put, old image": old(put), "change: delete": del, "change: delete, old image": old(del)} {
		c, err := g.Change(&w, stamp)
		if err != nil {
			t.Fatal(err)
		}
		for i, st := range c.Statements {
			all[fmt.Sprintf("%s %d", n, i)] = st
		}
	}
	updates(t, g, key, all)
	manyPuts(t, g, put, all)
	row := Row{Table: music, Key: key, Item: &it, Ver: 5}
	swap := &Swap{Row: row, Existed: true, OldVer: 4, OldEntries: []*catalog.Entry{nil, entry}, NewEntries: []*catalog.Entry{entry, nil}}
	all["swap"] = g.SwapItem(swap)
	all["swap in"] = g.SwapItem(&Swap{Row: Row{Table: bare, Key: key, Item: &it}})
	all["hold"] = g.HoldItem(&row)
	all["lock collection"] = g.LockCollection(shelf, key.Token)
	all["backfill: entries"] = g.BackfillEntries(music, music.Indexes[0], []BackfillEntry{{Key: key, Ver: 5, Entry: entry}})
	all["lock table"] = g.LockTable(Lock{ItemTable(music), LockWriters})
	all["lock definition"] = g.LockDefinition(music)
	for i, st := range append(g.LockedSwap(swap), g.LockedDelete(music, key, true)...) {
		all[fmt.Sprintf("locked %d", i)] = st
	}
	for i, st := range append(g.PutItems([]*plan.ItemWrite{&put}, 5), g.DeleteItems([]*plan.ItemWrite{&del}, stamp.At)...) {
		all[fmt.Sprintf("batch %d", i)] = st
	}
	delIf := del
	delIf.Condition = put.Condition
	streamed := *music
	streamed.Stream = &catalog.TableStream{ID: 3, View: catalog.ViewOld, Enabled: true}
	for what, table := range map[string]*catalog.Table{"expired": music, "expired, recorded": &streamed} {
		delIf.Table, delIf.Expired = table, true
		expired, err := g.DeleteItemsIf([]*plan.ItemWrite{&delIf}, time.UnixMilli(1))
		if err != nil {
			t.Fatal(err)
		}
		for i, st := range expired {
			all[fmt.Sprintf("batch, %s %d", what, i)] = st
		}
	}
}

// updates are those that one statement computes.
func updates(t *testing.T, g *Generator, key catalog.Key, all map[string]Statement) {
	n, one := name("n"), &plan.ValueExpr{Value: number("1")}
	for what, actions := range map[string][]plan.Action{
		"update: add": {{Verb: plan.AddValue, Path: n.Path, Value: one}},
		"update: set and remove": {
			{Verb: plan.SetValue, Path: n.Path, Value: &plan.ValueExpr{Value: attr.StringValue("needle")}},
			{Verb: plan.SetValue, Path: name("m").Path, Value: &plan.IfNotExists{Path: name("m").Path, Else: one}},
			{Verb: plan.Remove, Path: name("o").Path},
		},
		"update: sum": {{Verb: plan.SetValue, Path: n.Path, Value: &plan.Arithmetic{Minus: true, Left: &plan.IfNotExists{Path: n.Path, Else: one}, Right: &plan.PathExpr{Path: name("m").Path}}}},
	} {
		w := &plan.ItemWrite{Kind: plan.Update, Table: bare, Key: key, Actions: actions, NeedNew: true, Condition: &plan.Exists{Path: n.Path}}
		st, ok, err := g.UpdateItem(w, nil, stamp)
		if !ok || err != nil {
			t.Fatalf("%s: %v, %v", what, ok, err)
		}
		all[what] = st
		all[what+", many"] = must(t)(g.Many(w, false, &st).Statement([]*Statement{&st, &st}))
	}
}

// manyPuts are puts that one statement carries out.
func manyPuts(t *testing.T, g *Generator, put plan.ItemWrite, all map[string]Statement) {
	put.HoldsOnMissing = true
	plain, old, recorded := put, put, put
	plain.Table, plain.Entries = bare, nil
	old.NeedOld, old.Entries = true, []*catalog.Entry{put.Entries[0], put.Entries[0]}
	streamed := *bare
	streamed.Stream = &catalog.TableStream{ID: 3, View: catalog.ViewBoth, Enabled: true}
	recorded.Table, recorded.Entries = &streamed, nil
	for what, w := range map[string]*plan.ItemWrite{"many: put": &plain, "many: put, old image": &old, "many: put, recorded": &recorded} {
		c, err := g.Change(w, stamp)
		if err != nil {
			t.Fatal(err)
		}
		all[what] = must(t)(g.Many(w, false, &c.Statements[0]).Statement([]*Statement{&c.Statements[0]}))
	}
}

func TestStatementTexts(t *testing.T) {
	for _, d := range []*Dialect{SQLite(), Postgres()} {
		t.Run(d.Name, func(t *testing.T) {
			var text strings.Builder
			all := statements(t, d)
			for _, what := range sorted(all) {
				fmt.Fprintf(&text, "-- %s (%s)\n%s\n\n", what, all[what].Name, all[what].SQL)
			}
			file := filepath.Join("testdata", d.Name+".golden.sql")
			if *update {
				if err := os.WriteFile(file, []byte(text.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Split(text.String(), "\n\n"); text.String() != string(want) {
				for i, w := range strings.Split(string(want), "\n\n") {
					if i < len(got) && got[i] != w {
						t.Fatalf("got\n%s\nwant\n%s\n(go test -update writes the golden files)", got[i], w)
					}
				}
				t.Fatal("there are statements more or less than in the golden file (go test -update writes it)")
			}
		})
	}
}
