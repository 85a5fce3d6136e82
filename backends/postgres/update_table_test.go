package postgres

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// TestUpdateTableWaitsWithoutShutting adds an index while somebody holds a row, and removes one while somebody reads it, both for long.
// The change waits for them, and meanwhile others write without noticing.
func TestUpdateTableWaitsWithoutShutting(t *testing.T) {
	ctx := context.Background()
	b := openAt(t, pgtest.URL(t), backends.Options{})
	cases := []struct {
		name   string
		holds  func(*catalog.Table) string
		change func(*catalog.Table)
	}{
		{"adding waits for writers", func(t *catalog.Table) string { return "SELECT 1 FROM " + sqlgen.ItemTable(t) + " FOR UPDATE" },
			func(t *catalog.Table) {
				x := &catalog.Index{ID: 2, Name: "by-b", Projection: catalog.ProjectAll, Partition: []catalog.KeyAttr{{Name: "b", Type: attr.S}}}
				t.Indexes = []*catalog.Index{t.Indexes[0], x}
			}},
		{"removing waits for readers", func(t *catalog.Table) string { return "SELECT 1 FROM " + sqlgen.IndexTable(t, t.Indexes[0]) },
			func(t *catalog.Table) { t.Indexes = nil }},
	}
	for i, c := range cases {
		tab := tableOf(t, b, fmt.Sprintf("held-%d", i), "a")
		if _, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{putOf(t, tab, `{"pk":{"S":"held"},"a":{"S":"x"}}`)}}); err != nil {
			t.Fatal(err)
		}
		changed := *tab
		c.change(&changed)
		done := make(chan error, 1)
		err := b.with(ctx, func(s *session) error {
			if err := s.runAll(ctx, []sqlgen.Statement{sqlgen.Begin, {Name: "hold", SQL: c.holds(tab)}}); err != nil {
				return err
			}
			go func() { done <- b.UpdateTable(ctx, &changed) }()
			writeMeanwhile(t, b, tab)
			select {
			case err := <-done:
				t.Errorf("%s: it did not (%v)", c.name, err)
				done <- err
			default:
			}
			return s.rollback(ctx, nil)
		})
		if err == nil {
			err = <-done
		}
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// writeMeanwhile puts items one after the other for half a second, and a hundred at least. If writers are shut out they are not done in
// any time; and nineteen of twenty take no longer than a quarter of a second, however busy the machine is.
func writeMeanwhile(t *testing.T, b *Backend, tab *catalog.Table) {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	var took []time.Duration
	end := time.Now().Add(500 * time.Millisecond)
	for n := 0; n < 100 || time.Now().Before(end); n++ {
		p := &plan.Write{Items: []plan.ItemWrite{putOf(t, tab, fmt.Sprintf(`{"pk":{"S":"%d"},"a":{"S":"y"}}`, n%10))}}
		begin := time.Now()
		if _, err := b.Write(ctx, p); err != nil {
			t.Errorf("write %d: %v", n, err)
			return
		}
		took = append(took, time.Since(begin))
	}
	slices.Sort(took)
	if slow := took[len(took)*19/20]; slow > 250*time.Millisecond {
		t.Errorf("one of twenty writes took %v or longer", slow)
	}
}
