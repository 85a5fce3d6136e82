package postgres

import (
	"context"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// TestTheEndOfAStreamWaitsForWriters ends streams while a writer has written and not committed. Its record is one of the stream.
func TestTheEndOfAStreamWaitsForWriters(t *testing.T) {
	ctx := context.Background()
	b := openAt(t, pgtest.URL(t), backends.Options{})
	for name, end := range map[string]func(tab *catalog.Table) error{
		"disabled": func(tab *catalog.Table) error {
			stream := *tab.Stream
			stream.Enabled = false
			tab.Stream = &stream
			return b.UpdateTable(ctx, tab)
		},
		"dropped": func(tab *catalog.Table) error { return b.DropTable(ctx, tab) },
	} {
		tab := recordedTable(t, b, name)
		w := putOf(t, tab, `{"pk":{"S":"x"}}`)
		c, err := b.gen.Change(&w, stamp(time.Now()))
		if err != nil {
			t.Fatal(err)
		}
		changed, done := *tab, make(chan error, 1)
		err = b.with(ctx, func(s *session) error {
			if _, err := s.one(ctx, &sqlgen.Begin, nil); err != nil {
				return err
			}
			if _, err := s.one(ctx, &c.Statements[0], nil); err != nil {
				return err
			}
			go func() { done <- end(&changed) }()
			select {
			case err := <-done:
				t.Errorf("%s: it did not wait (%v)", name, err)
				done <- err
			case <-time.After(300 * time.Millisecond):
			}
			_, err := s.one(ctx, &sqlgen.Commit, nil)
			return err
		})
		if err == nil {
			err = <-done
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		stream, err := b.Stream(ctx, name, "label")
		if err != nil || stream.Last != 1 || stream.ClosedAt == nil || *stream.Shards[0].End != 1 {
			t.Errorf("%s: the stream is %+v (%v)", name, stream, err)
		}
		if found, err := b.Check(ctx); err != nil || len(found) > 0 {
			t.Errorf("%s: check: %q, %v", name, found, err)
		}
	}
}
