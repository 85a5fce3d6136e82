package postgres

import (
	"context"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// TestWritersFillAnIndexToo changes items while an index is being filled, in ways that leave their entries as they are or would be. A
// backfill that has read such an item before leaves its entry to the writer.
func TestWritersFillAnIndexToo(t *testing.T) {
	ctx := context.Background()
	b := openAt(t, pgtest.URL(t), backends.Options{})
	before := tableOf(t, b, "filled")
	key := putOf(t, before, `{"pk":{"S":"k"}}`)
	set := func(tab *catalog.Table, name string, v attr.Value) plan.ItemWrite {
		return plan.ItemWrite{Kind: plan.Update, Table: tab, Key: key.Key, KeyAttrs: key.Item.Attrs,
			Actions: []plan.Action{{Verb: plan.SetValue, Path: attr.Path{{Name: name}}, Value: &plan.ValueExpr{Value: v}}}}
	}
	tab := *before
	for id, change := range []plan.Write{
		{Items: []plan.ItemWrite{set(&tab, "other", attr.StringValue("v"))}},
		{Items: []plan.ItemWrite{set(&tab, "a", attr.StringValue("x"))}},
		{Items: []plan.ItemWrite{set(&tab, "a", attr.StringValue("x"))}, Atomic: true},
	} {
		write(t, b, putOf(t, &tab, `{"pk":{"S":"k"},"a":{"S":"x"}}`))
		x := &catalog.Index{ID: int32(id + 1), Name: "by-a", Projection: catalog.ProjectAll, Backfilling: true, Partition: []catalog.KeyAttr{{Name: "a", Type: attr.S}}}
		tab.Indexes = []*catalog.Index{x}
		if err := b.UpdateTable(ctx, &tab); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Write(ctx, &change); err != nil {
			t.Fatal(err)
		}
		page, err := b.Query(ctx, &plan.Query{Table: &tab, Index: x, MaxBytes: 1000})
		if err != nil || page.Matched != 1 {
			t.Errorf("change %d: the index has %d entries (%v)", id, page.Matched, err)
		}
	}
}

// TestWritersDeleteWhatABackfillHasJustWritten takes an item out of an index, while the backfill that writes its entry has not committed yet.
// The writer waits for it, and must see the entry then; also if the backfill is one of a server that lost its lease long ago, and the index
// has been filled by another and is in use.
func TestWritersDeleteWhatABackfillHasJustWritten(t *testing.T) {
	remove := plan.ItemWrite{Kind: plan.Update, Actions: []plan.Action{{Verb: plan.Remove, Path: attr.Path{{Name: "a"}}}}}
	for _, c := range []struct {
		name   string
		active bool
		write  plan.ItemWrite
	}{
		{"an update while the index is filled", false, remove},
		{"a put while the index is filled", false, plan.ItemWrite{Kind: plan.Put}},
		{"a delete while the index is filled", false, plan.ItemWrite{Kind: plan.Delete}},
		{"an update once the index is in use", true, remove},
		{"a put once the index is in use", true, plan.ItemWrite{Kind: plan.Put}},
		{"a delete once the index is in use", true, plan.ItemWrite{Kind: plan.Delete}},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx := context.Background()
			b := openAt(t, pgtest.URL(t), backends.Options{})
			tab := *tableOf(t, b, "filling")
			put := putOf(t, &tab, `{"pk":{"S":"k"},"a":{"S":"x"}}`)
			write(t, b, put)
			x := &catalog.Index{ID: 1, Name: "by-a", Projection: catalog.ProjectAll, Backfilling: true, Partition: []catalog.KeyAttr{{Name: "a", Type: attr.S}}}
			tab.Indexes = []*catalog.Index{x}
			if err := b.UpdateTable(ctx, &tab); err != nil {
				t.Fatal(err)
			}
			late := lateBackfill(t, b, &tab, x)
			if c.active {
				tab = *filled(t, b, &tab)
			}
			w := c.write
			if w.Table, w.Key, w.KeyAttrs = &tab, put.Key, put.Item.Attrs[:1]; w.Kind == plan.Put {
				w = putOf(t, &tab, `{"pk":{"S":"k"}}`)
			}
			writeDuring(t, b, &late, &w)
			if page, err := b.Query(ctx, &plan.Query{Table: &tab, Index: tab.Indexes[0], MaxBytes: 1000}); err != nil || page.Matched != 0 {
				t.Errorf("the index has %d entries of an item that is not in it (%v)", page.Matched, err)
			}
		})
	}
}

// lateBackfill is the statement that writes the entries of the items as they are now.
func lateBackfill(t *testing.T, b *Backend, tab *catalog.Table, x *catalog.Index) (st sqlgen.Statement) {
	t.Helper()
	ctx := context.Background()
	if err := b.with(ctx, func(s *session) error {
		read := b.gen.BackfillItems(tab, x, nil, 10)
		entries, _, err := s.entriesOf(ctx, &read, tab, x, 10)
		st = b.gen.BackfillEntries(tab, x, entries)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return st
}

// filled is the table once its index has been filled and is in use.
func filled(t *testing.T, b *Backend, tab *catalog.Table) *catalog.Table {
	t.Helper()
	next, x := *tab, *tab.Indexes[0]
	_, err := b.Backfill(context.Background(), tab, tab.Indexes[0], nil, 10)
	x.Backfilling = false
	next.Indexes = []*catalog.Index{&x}
	if err == nil {
		err = b.UpdateTable(context.Background(), &next)
	}
	if err != nil {
		t.Fatal(err)
	}
	return &next
}

// writeDuring runs a statement, begins the write, and commits the statement once the write waits for it.
func writeDuring(t *testing.T, b *Backend, st *sqlgen.Statement, w *plan.ItemWrite) {
	t.Helper()
	ctx := context.Background()
	done := make(chan error, 1)
	err := b.with(ctx, func(s *session) error {
		for _, st := range []*sqlgen.Statement{&sqlgen.Begin, st} {
			if _, err := s.one(ctx, st, nil); err != nil {
				return err
			}
		}
		go func() {
			_, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{*w}})
			done <- err
		}()
		waiting := sqlgen.Statement{Name: "waiting", SQL: "SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))"}
		for blocked := int64(0); blocked == 0; {
			if _, err := s.one(ctx, &waiting, func(r row) { blocked = r.int(0) }); err != nil {
				return err
			}
		}
		_, err := s.one(ctx, &sqlgen.Commit, nil)
		return err
	})
	if err == nil {
		err = <-done
	}
	if err != nil {
		t.Fatal(err)
	}
}
