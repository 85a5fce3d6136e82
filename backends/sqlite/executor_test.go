package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

func code(err error) backends.Code {
	var e *backends.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return 0
}

// blocked starts a request that holds the executor until the returned function is called, so that others gather behind it.
func blocked(e *executor) (release func()) {
	held, started := make(chan struct{}), make(chan struct{})
	go e.read(ctx, "hold", func(*conn) error {
		close(started)
		<-held
		return nil
	})
	<-started
	return func() { close(held) }
}

// gather runs calls so that the executor takes them as one batch.
func gather(e *executor, calls ...func() error) []error {
	release := blocked(e)
	errs := make([]error, len(calls))
	var wg sync.WaitGroup
	for i, call := range calls {
		wg.Go(func() { errs[i] = call() })
	}
	for e.queue.size() < len(calls) {
		runtime.Gosched()
	}
	release()
	wg.Wait()
	return errs
}

func TestAFailingWriteTakesNoNeighbourDown(t *testing.T) {
	b := openFile(t).(*backend)
	defer b.Close()
	tab := newTable(t, b, "neighbours")
	table := sqlgen.ItemTable(tab)
	write := func(doc string) func() error {
		w := put(t, tab, doc)
		return func() error {
			_, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{w}})
			return err
		}
	}
	half := func(then func(c *conn) error) func() error {
		return func() error {
			return b.exec.write(ctx, "half", func(c *conn) error {
				if err := c.script("INSERT INTO " + table + " VALUES (x'00000000000000000000000000000001', x'', 1, x'0c')"); err != nil {
					return err
				}
				return then(c)
			})
		}
	}
	errs := gather(b.exec,
		write(`{"pk":{"S":"first"}}`),
		half(func(c *conn) error { return c.script("INSERT INTO nowhere VALUES (1)") }),
		half(func(*conn) error { panic("a fault") }),
		half(func(c *conn) error { return c.script("ROLLBACK") }),
		write(`{"pk":{"S":"last"}}`),
	)
	for i, wantFailure := range []bool{false, true, true, true, false} {
		if (errs[i] != nil) != wantFailure {
			t.Errorf("request %d: %v", i, errs[i])
		}
	}
	var count int64
	err := b.exec.read(ctx, "count", func(c *conn) (err error) {
		count, _, err = c.sums(b.gen.ItemStats(tab))
		return err
	})
	if err != nil || count != 2 {
		t.Errorf("%d items are there, %v; want the two of the good writes", count, err)
	}
}

func TestWritesOfOneBatchShareATransaction(t *testing.T) {
	b := openFile(t).(*backend)
	defer b.Close()
	tab := newTable(t, b, "shared")
	before := b.exec.commits.Load()
	var calls []func() error
	for i := range 20 {
		w := put(t, tab, fmt.Sprintf(`{"pk":{"S":"%d"}}`, i))
		calls = append(calls, func() error {
			_, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{w}})
			return err
		})
	}
	for i, err := range gather(b.exec, calls...) {
		if err != nil {
			t.Errorf("write %d: %v", i, err)
		}
	}
	if commits := b.exec.commits.Load() - before; commits != 1 {
		t.Errorf("20 writes took %d transactions", commits)
	}
}

func TestATableIsChangedBetweenWritesNotAmongThem(t *testing.T) {
	b := openFile(t).(*backend)
	defer b.Close()
	tab := newTable(t, b, "changing")
	old, fresh := *tab, *tab
	w := put(t, &old, `{"pk":{"S":"a"}}`)
	late := make(chan error, 1)
	release := blocked(b.exec)
	updated := make(chan error, 1)
	go func() { updated <- b.UpdateTable(ctx, &fresh) }()
	for b.exec.queue.size() < 1 {
		runtime.Gosched()
	}
	go func() {
		_, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{w}})
		late <- err
	}()
	for b.exec.queue.size() < 2 {
		runtime.Gosched()
	}
	release()
	if err := <-updated; err != nil {
		t.Error(err)
	}
	if err := <-late; code(err) != backends.CodeStale {
		t.Errorf("a write planned on the old definition, after the change: %v", err)
	}
}

func TestACallerThatGoesAwayLeavesTheExecutorAlone(t *testing.T) {
	b := openFile(t).(*backend)
	defer b.Close()
	tab := newTable(t, b, "away")
	w := put(t, tab, `{"pk":{"S":"a"}}`)
	gone, cancel := context.WithCancel(ctx)
	release := blocked(b.exec)
	result := make(chan error, 1)
	go func() {
		_, err := b.Write(gone, &plan.Write{Items: []plan.ItemWrite{w}})
		result <- err
	}()
	for b.exec.queue.size() < 1 {
		runtime.Gosched()
	}
	cancel()
	if err := <-result; code(err) != backends.CodeCanceled {
		t.Errorf("the caller got %v", err)
	}
	release()
	if got := get(t, b, w); got != "" {
		t.Errorf("a write whose caller was gone before it began was done: %s", got)
	}
	if _, err := b.Query(gone, &plan.Query{Table: tab, MaxBytes: 1 << 20}); err != nil && code(err) != backends.CodeCanceled {
		t.Errorf("Query gave %v", err)
	}
}

func TestAClosedDatabaseSaysSo(t *testing.T) {
	b := openFile(t).(*backend)
	tab := newTable(t, b, "closed")
	w := put(t, tab, `{"pk":{"S":"a"}}`)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{w}}); code(err) != backends.CodeUnavailable {
		t.Errorf("Write gave %v", err)
	}
	if _, err := b.Query(ctx, &plan.Query{Table: tab, MaxBytes: 1 << 20}); code(err) != backends.CodeUnavailable {
		t.Errorf("Query gave %v", err)
	}
}

func TestTheLogDoesNotGrowWithoutEnd(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	b := openAt(t, path).(*backend)
	defer b.Close()
	stopCheckpointer(b) // the test looks itself
	tab := newTable(t, b, "growing")
	big := fmt.Sprintf(`{"pk":{"S":"a"},"x":{"S":"%0300000d"}}`, 0)
	writes := make([]plan.ItemWrite, 8)
	for i := range writes {
		writes[i] = put(t, tab, big)
		writes[i].Key.Token = attr.Token{byte(i)}
	}
	for range 2 * maxLogBytes / (8 * 300_000) { // twice the bound, were it only appended to
		if _, err := b.Write(ctx, &plan.Write{Items: writes}); err != nil {
			t.Fatal(err)
		}
		if b.exec.commits.Load()%20 == 0 {
			if err := b.check.look(); err != nil {
				t.Fatal(err)
			}
		}
	}
	log, err := os.Stat(path + "-wal")
	if err != nil {
		t.Fatal(err)
	}
	if log.Size() > maxLogBytes*3/2 {
		t.Errorf("the log has %d MB", log.Size()>>20)
	}
}

func TestReadsOfOneBatchMayCheckEverything(t *testing.T) {
	b := openMemory(t).(*backend)
	defer b.Close()
	w := put(t, newTable(t, b, "checked"), `{"pk":{"S":"a"}}`)
	look := func() error { _, err := b.Check(ctx); return err }
	get := func() error {
		_, err := b.Get(ctx, &plan.Get{Reads: []plan.Read{{Table: w.Table, Key: w.Key}}}, nil)
		return err
	}
	pause := func() error {
		return b.exec.pause(func(c *conn) error { _, err := restart(c); return err })
	}
	for i, err := range gather(b.exec, get, look, pause, get, look) {
		if err != nil {
			t.Errorf("request %d: %v", i, err)
		}
	}
}

func TestAFullDiskFailsWritesUntilThereIsRoom(t *testing.T) {
	b := openFile(t).(*backend)
	defer b.Close()
	tab := newTable(t, b, "full")
	small := put(t, tab, `{"pk":{"S":"small"}}`)
	big := put(t, tab, fmt.Sprintf(`{"pk":{"S":"big"},"x":{"S":"%0300000d"}}`, 0))
	limit := func(pages int) {
		t.Helper()
		err := b.exec.pause(func(c *conn) error { return c.script(fmt.Sprintf("PRAGMA max_page_count=%d", pages)) })
		if err != nil {
			t.Fatal(err)
		}
	}
	write := func(w plan.ItemWrite) error {
		_, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{w}})
		return err
	}
	limit(20)
	errs := gather(b.exec, func() error { return write(small) }, func() error { return write(big) })
	if errs[0] != nil || code(errs[1]) != backends.CodeUnavailable {
		t.Errorf("the small write gave %v, the big one %v", errs[0], errs[1])
	}
	if got := get(t, b, small); got == "" {
		t.Error("the small item is not there")
	}
	limit(1 << 20)
	if err := write(big); err != nil {
		t.Errorf("with room again: %v", err)
	}
	if found, err := b.Check(ctx); err != nil || len(found) > 0 {
		t.Errorf("Check found %q, %v", found, err)
	}
}

func TestReadsGoOnWhileChangesAreHeldBack(t *testing.T) {
	b := openFile(t).(*backend)
	defer b.Close()
	tab := newTable(t, b, "held")
	key := put(t, tab, `{"pk":{"S":"a"}}`).Key
	exists := func() bool {
		rows, err := b.Get(ctx, &plan.Get{Reads: []plan.Read{{Table: tab, Key: key}}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		return rows[0].Doc != nil
	}
	gone, leave := context.WithCancel(ctx)
	written, left := make(chan error, 1), make(chan error, 1)
	err := b.exec.withoutChanges(func() error {
		go func() {
			_, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{put(t, tab, `{"pk":{"S":"a"}}`)}})
			written <- err
		}()
		go func() { left <- b.DropTable(gone, tab) }()
		for held := 0; held < 2; {
			if err := b.exec.read(ctx, "count", func(*conn) error { held = len(b.exec.held); return nil }); err != nil {
				return err
			}
		}
		leave()
		if err := <-left; code(err) != backends.CodeCanceled {
			t.Errorf("the caller that went away got %v", err)
		}
		if exists() || len(written) > 0 {
			t.Error("something was written")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := <-written; err != nil || !exists() {
		t.Errorf("nothing was written afterwards (%v)", err)
	}
}
