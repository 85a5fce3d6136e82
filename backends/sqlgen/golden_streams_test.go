package sqlgen

import (
	"fmt"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// recorded is a table with a stream of that view.
func recorded(t *catalog.Table, view catalog.View) *catalog.Table {
	with := *t
	with.ID += 10
	with.Stream = &catalog.TableStream{ID: 5, Label: "needle", View: view, Enabled: true}
	return &with
}

// streamStatements are those of streams, for all databases.
func streamStatements(g *Generator, all map[string]Statement) {
	now := time.UnixMilli(1)
	s := &catalog.Stream{ID: 5, Table: "needle", Label: "needle", Last: 9, Shards: catalog.NewShards(2, now)}
	one := &catalog.Stream{ID: 6, Shards: catalog.NewShards(1, now)}
	record := &backends.Record{Kind: backends.Modify, At: now, Keys: []byte(`{}`), New: []byte(`{"needle":{"S":""}}`)}
	for n, st := range map[string]Statement{
		"insert":        g.InsertStream("needle", s, "needle"),
		"read":          g.Stream("needle", "needle"),
		"lock":          g.LockStream(s.ID),
		"read all":      g.Streams(),
		"list":          g.ListStreams(&plan.Streams{AfterTable: "needle", AfterLabel: "needle", Limit: 10}),
		"list all":      g.ListStreams(&plan.Streams{AfterTable: "needle", AfterLabel: "needle", Limit: 10, Deleted: true}),
		"list a table":  g.ListStreams(&plan.Streams{Table: "needle", AfterTable: "needle", AfterLabel: "needle", Limit: 10}),
		"update":        g.UpdateStream(s, "needle"),
		"delete":        g.DeleteStream(s),
		"probe":         g.ProbeStream(s.ID),
		"page":          g.Records(&plan.Records{Stream: s, Shard: 1, After: 3, Limit: 10, MaxBytes: 100}),
		"trim, the end": g.TrimEnd(s, 1, 10),
		"trim":          g.DeleteRecords(s, 8),
		"check":         g.AllRecords(s),
		"drop":          g.DropRecords(s.ID),
		"record":        g.InsertRecord(recorded(bare, catalog.ViewNew), catalog.Key{Token: attr.Token{1}}, record),
	} {
		all["stream: "+n] = st
	}
	for n, statements := range map[string][]Statement{"create": g.CreateRecords(s.ID), "place": g.PlaceRecords(s, 10), "place in one shard": g.PlaceRecords(one, 10)} {
		for i, st := range statements {
			all[fmt.Sprintf("stream: %s %d", n, i)] = st
		}
	}
}

// recordedStatements are writes of tables with streams, on databases whose statements may write in several places.
func recordedStatements(t *testing.T, g *Generator, all map[string]Statement) {
	it := attr.ItemOf([]attr.Field{{Name: "Artist", Node: &attr.Node{Type: attr.S, Text: "needle"}}})
	key := catalog.Key{Token: attr.Token{1}, Sort: []byte("needle")}
	entry := &catalog.Entry{Token: attr.Token{2}, Sort: []byte("needle"), Size: 3}
	for _, view := range []catalog.View{catalog.ViewKeysOnly, catalog.ViewOld, catalog.ViewNew, catalog.ViewBoth} {
		tab := recorded(music, view)
		put := plan.ItemWrite{Kind: plan.Put, Table: tab, Key: key, Item: &it, Entries: []*catalog.Entry{entry, nil}}
		del := plan.ItemWrite{Kind: plan.Delete, Table: tab, Key: key, Expired: true}
		for n, w := range map[string]plan.ItemWrite{"put": put, "delete": del} {
			c, err := g.Change(&w, stamp)
			if err != nil {
				t.Fatal(err)
			}
			all[fmt.Sprintf("recorded %s: %s", view, n)] = c.Statements[0]
		}
		all[fmt.Sprintf("recorded %s: deletes", view)] = g.DeleteItems([]*plan.ItemWrite{&del}, stamp.At)[0]
	}
	tab := recorded(bare, catalog.ViewBoth)
	w := &plan.ItemWrite{Kind: plan.Update, Table: tab, Key: key, Actions: []plan.Action{{Verb: plan.AddValue, Path: name("n").Path, Value: &plan.ValueExpr{Value: number("1")}}}}
	update, _, err := g.UpdateItem(w, &it, stamp)
	if err != nil {
		t.Fatal(err)
	}
	all["recorded: update"] = update
	record := &backends.Record{Kind: backends.Insert, Keys: []byte(`{}`), New: []byte(`{"needle":{"S":""}}`)}
	all["recorded: swap"] = g.SwapItem(&Swap{Row: Row{Table: tab, Key: key, Item: &it}, Record: record})
}
