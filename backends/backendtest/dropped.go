package backendtest

import (
	"fmt"
	"slices"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// manyItems are more than any database removes in one piece when a table is dropped.
const manyItems = 300

func testDropped(t *testing.T, b backends.Backend) {
	f := newFixture(t, b, indexedTable("dropped"))
	f.loadMany()
	old := f.tab
	f.must(b.DropTable(f.ctx, old))
	_, err := b.Table(f.ctx, old.Name)
	f.wantCode(err, backends.CodeNoTable)
	names, err := b.ListTables(f.ctx, "", 100)
	f.must(err)
	if slices.Contains(names, old.Name) {
		f.Errorf("tables are %q after the drop", names)
	}
	_, err = b.Query(f.ctx, &plan.Query{Table: old, MaxBytes: 1 << 20})
	f.wantCode(err, backends.CodeStale)

	f.tab = indexedTable("dropped")
	f.must(b.CreateTable(f.ctx, f.tab))
	f.loadMany()
	f.clear(40)
	f.holds(`{"pk":{"S":"p"},"sk":{"S":"7"}}`, manyItem(7))
	f.sound()

	next := *f.tab
	next.Indexes = slices.Clone(next.Indexes)
	next.Indexes = slices.DeleteFunc(next.Indexes, func(x *catalog.Index) bool { return x.Name == "byA" })
	f.must(b.UpdateTable(f.ctx, &next))
	f.tab = &next
	f.clear(1000)
	f.sound()
	if n, err := b.CountJobs(f.ctx, backends.DroppedTables); n != 0 || err != nil {
		f.Errorf("%d jobs (%v) are left", n, err)
	}
}

func manyItem(i int) string {
	return fmt.Sprintf(`{"pk":{"S":"p"},"sk":{"S":"%d"},"a":{"S":"a%d"},"n":{"N":"%d"},"b":{"S":"b"}}`, i, i%7, i)
}

func (f *fixture) loadMany() {
	f.Helper()
	var docs []string
	for i := range manyItems {
		docs = append(docs, manyItem(i))
	}
	f.load(docs...)
}

// clear does all jobs of dropped tables, with so many rows in a step. The last step may be done again, as after a crash.
func (f *fixture) clear(limit int) {
	f.Helper()
	jobs, err := f.b.WaitingJobs(f.ctx, backends.DroppedTables, 10)
	f.must(err)
	for _, job := range jobs {
		f.takes(job, "one", long, "", true)
		table := job[len(backends.DroppedTables):]
		steps := 0
		for more := true; more; steps++ {
			if more, err = f.b.ClearDropped(f.ctx, table, limit); err != nil || steps > manyItems {
				f.Fatalf("step %d of %s: %v", steps, job, err)
			}
		}
		if want := manyItems/limit + 1; steps != want {
			f.Errorf("%s took %d steps, want %d", job, steps, want)
		}
		more, err := f.b.ClearDropped(f.ctx, table, limit)
		f.must(err)
		if more {
			f.Errorf("%s has more after its end", job)
		}
		f.must(f.b.EndJob(f.ctx, job, "one"))
	}
}
