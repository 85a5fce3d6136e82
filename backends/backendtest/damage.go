package backendtest

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// Damage breaks rows behind the back of a backend, by SQL that exec runs in its database, and wants Check to find each break
// and nothing else.
func Damage(t *testing.T, b backends.Backend, exec func(ctx context.Context, sql string) error) {
	b = backends.Contract(b)
	cases := []struct {
		name  string
		sql   func(t *catalog.Table) string
		finds int
	}{
		{"nothing", func(t *catalog.Table) string { return "DELETE FROM " + sqlgen.ItemTable(t) + " WHERE size < 0" }, 0},
		{"an-entry-is-gone", func(t *catalog.Table) string { return "DELETE FROM " + sqlgen.IndexTable(t, t.Indexes[1]) }, 1},
		{"an-entry-moved", func(t *catalog.Table) string {
			return "UPDATE " + sqlgen.IndexTable(t, t.Indexes[0]) + " SET itoken = token"
		}, 1},
		{"an-entry-grew", func(t *catalog.Table) string {
			return "UPDATE " + sqlgen.IndexTable(t, t.Indexes[1]) + " SET size = size + 1"
		}, 1},
		{"an-item-grew", func(t *catalog.Table) string { return "UPDATE " + sqlgen.ItemTable(t) + " SET size = size + 1" }, 1},
		{"an-item-moved", func(t *catalog.Table) string { return "UPDATE " + sqlgen.ItemTable(t) + " SET sk = token" }, 7},
		{"an-item-is-gone", func(t *catalog.Table) string { return "DELETE FROM " + sqlgen.ItemTable(t) }, 3},
		{"a-record-is-gone", func(t *catalog.Table) string { return "DELETE FROM " + sqlgen.RecordTable(t.Stream.ID) }, 1},
		{"a-record-moved", func(t *catalog.Table) string {
			return "UPDATE " + sqlgen.RecordTable(t.Stream.ID) + " SET shard = 3 - shard"
		}, 1},
		{"a-stream-is-gone", func(t *catalog.Table) string {
			return fmt.Sprint("DELETE FROM ", sqlgen.StreamsTable, " WHERE id = ", t.Stream.ID)
		}, 1},
	}
	for _, c := range cases {
		f := newFixture(t, b, opening(indexedTable(c.name), catalog.ViewBoth, 2))
		f.load(`{"pk":{"S":"p"},"sk":{"S":"s"},"a":{"S":"x"},"n":{"N":"1"},"b":{"S":"B"},"x":{"S":"y"}}`)
		(&subscriber{fixture: f}).current() // the record has a position
		f.sound()
		f.must(exec(f.ctx, c.sql(f.tab)))
		found, err := b.Check(f.ctx)
		f.must(err)
		if len(found) != c.finds || !strings.Contains(strings.Join(found, "\n"), c.name) && c.finds > 0 {
			t.Errorf("%s: found %d: %s", c.name, len(found), fmt.Sprintf("%q", found))
		}
		f.must(b.DropTable(f.ctx, f.tab))
		if _, err := b.TrimStream(f.ctx, &catalog.Stream{ID: f.tab.Stream.ID}, time.Now().Add(time.Hour), 1); err != nil && codeOf(err) != backends.CodeNoStream {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
