package postgres

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// recordedTable creates a table with a stream of one shard.
func recordedTable(t testing.TB, b *Backend, name string) *catalog.Table {
	t.Helper()
	tab := &catalog.Table{Name: name, Partition: catalog.KeyAttr{Name: "pk", Type: attr.S}}
	tab.Stream = &catalog.TableStream{Label: "label", View: catalog.ViewBoth, Enabled: true, Opening: &catalog.Stream{
		Label: "label", View: catalog.ViewBoth, Partition: tab.Partition, Shards: catalog.NewShards(1, time.Now()),
	}}
	if err := b.CreateTable(context.Background(), tab); err != nil {
		t.Fatal(err)
	}
	return tab
}

// TestReadersWhoWaitHoldNoConnection lets more callers than there are connections wait for records that another server is placing.
// Others read and write meanwhile.
func TestReadersWhoWaitHoldNoConnection(t *testing.T) {
	ctx := context.Background()
	url := pgtest.URL(t)
	b, other := openAt(t, url, backends.Options{}), openAt(t, url, backends.Options{})
	tab := recordedTable(t, b, "awaited")
	stream := &catalog.Stream{ID: tab.Stream.ID}
	write(t, b, putOf(t, tab, `{"pk":{"S":"x"}}`))
	var waiting sync.WaitGroup
	err := other.with(ctx, func(s *session) error {
		if _, err := other.lockStream(ctx, s, stream.ID); err != nil {
			return err
		}
		for range 4 * defaultConns {
			waiting.Go(func() {
				if current, err := b.PlaceRecords(ctx, stream); err != nil || current.Last < 1 {
					t.Errorf("place records: %+v, %v", current, err)
				}
			})
		}
		for range 20 {
			began := time.Now()
			write(t, b, withOld(putOf(t, tab, `{"pk":{"S":"y"}}`)))
			rows, err := b.Get(ctx, &plan.Get{Reads: []plan.Read{{Table: tab, Key: putOf(t, tab, `{"pk":{"S":"y"}}`).Key}, {Table: tab, Key: putOf(t, tab, `{"pk":{"S":"x"}}`).Key}}}, nil)
			if took := time.Since(began); err != nil || rows[0].Doc == nil || took > 500*time.Millisecond {
				t.Errorf("a write and a read took %v (%v)", took, err)
			}
		}
		return s.rollback(ctx, nil)
	})
	if err != nil {
		t.Fatal(err)
	}
	waiting.Wait()
}
