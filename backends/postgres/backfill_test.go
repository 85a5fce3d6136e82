package postgres

import (
	"context"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
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
