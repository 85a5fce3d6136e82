package sqlite

import (
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// A request costs these statements when it is alone, and no more allocations than these. Counted work does not depend on the
// machine.
func TestWorkOfOneRequest(t *testing.T) {
	var statements []string
	b, err := Open(ctx, "sqlite:"+filepath.Join(t.TempDir(), "work.db"), backends.Options{
		Logger:  slog.New(slog.DiscardHandler),
		Observe: func(name string, _ time.Duration, _ error) { statements = append(statements, name) },
	})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	stopCheckpointer(b.(*backend)) // it runs statements too

	bt := fillBenchTable(t, b, perPartition)
	one := benchItem(t, bt.tab, 7)
	token := attr.TokenOf(attr.StringValue("partition-000000"))
	number, _ := attr.NumberValue("7")
	condition := &plan.Compare{Op: plan.NE, Left: &plan.PathOperand{Path: attr.Path{{Name: "group"}}}, Right: &plan.ValueOperand{Value: number}}
	get := func(keys int) func() error {
		p := &plan.Get{Reads: slices.Repeat([]plan.Read{{Table: bt.tab, Key: one.Key}}, keys)}
		return func() error { _, err := b.Get(ctx, p, nil); return err }
	}
	query := func(p plan.Query) func() error {
		p.Table, p.Partition, p.MaxBytes = bt.tab, &token, 1<<20
		return func() error {
			page, err := b.Query(ctx, &p)
			if err == nil && page.Scanned == 0 {
				err = fmt.Errorf("an empty page")
			}
			if err == nil {
				page.Release()
			}
			return err
		}
	}
	write := func(change func(w *plan.ItemWrite)) func() error {
		w := one
		change(&w)
		p := &plan.Write{Items: []plan.ItemWrite{w}}
		return func() error { _, err := b.Write(ctx, p); return err }
	}
	for _, c := range []struct {
		name       string
		do         func() error
		statements string
		allocs     float64
	}{
		{"a get", get(1), "get_item", 6},
		{"a get of 25", get(25), "get_items", 30},
		{"a query of 100 items", query(plan.Query{}), "query", 20},
		{"a count of 100 items", query(plan.Query{CountOnly: true}), "query", 20},
		{"a put", write(func(*plan.ItemWrite) {}), "begin put_item commit", 14},
		{"a put with a condition", write(func(w *plan.ItemWrite) { w.Condition = condition }), "begin put_item_if commit", 24},
		{"a put that gives the old item", write(func(w *plan.ItemWrite) { w.NeedOld = true }), "begin read_item put_item commit", 20},
	} {
		t.Run(c.name, func(t *testing.T) {
			run := func() {
				if err := c.do(); err != nil {
					t.Error(err)
				}
			}
			run() // prepares the statements
			statements = statements[:0]
			run()
			if got := strings.Join(statements, " "); got != strings.TrimSpace(c.statements) {
				t.Errorf("statements %s", got)
			}
			if got := testing.AllocsPerRun(100, run); got > c.allocs {
				t.Errorf("%v allocations, more than %v", got, c.allocs)
			}
		})
	}
}

func stopCheckpointer(b *backend) {
	b.check.once.Do(func() { close(b.check.stop) })
	<-b.check.ended
}
