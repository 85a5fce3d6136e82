package sqlite

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// openDurable opens a database by a name that leads to it.
func openDurable(t *testing.T) *backend {
	t.Helper()
	dir := t.TempDir()
	link := filepath.Join(dir, "link.db")
	if err := os.Mkdir(filepath.Join(dir, "elsewhere"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "elsewhere", "full.db"), link); err != nil {
		t.Fatal(err)
	}
	b, err := Open(ctx, "sqlite:"+link, backends.Options{Logger: slog.New(slog.DiscardHandler), Durability: backends.Full})
	if err != nil {
		t.Fatal(err)
	}
	return b.(*backend)
}

func TestFullDurabilityAnswersEveryWriteAndRead(t *testing.T) {
	b := openDurable(t)
	tab := newTable(t, b, "full")
	var wg sync.WaitGroup
	for i := range 16 {
		w := put(t, tab, fmt.Sprintf(`{"pk":{"S":"%d"}}`, i))
		wg.Go(func() {
			for range 20 {
				if _, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{w}}); err != nil {
					t.Error(err)
				}
				if get(t, b, w) == "" {
					t.Error("what was written is not there")
				}
				if _, err := b.Query(ctx, &plan.Query{Table: tab, MaxBytes: 1 << 20}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if err := b.Close(); err != nil {
		t.Error(err)
	}
}

// What was committed before the log was left is on the disk: who waits for that is answered although there is no log yet. Who waits for a
// later commit is not, without a log.
func TestWhatWasCommittedBeforeTheLogWasLeftIsAnswered(t *testing.T) {
	path := filepath.Join(t.TempDir(), "left.db")
	f := &flusher{path: path, wake: make(chan struct{}, 1)} // which flushes when it is told
	commit := func() *request {
		r := newRequest(ctx, writes, nil, nil)
		f.begin()
		f.committed([]*request{r})
		return r
	}
	answer := func(r *request) error {
		f.mu.Lock()
		f.flush()
		f.mu.Unlock()
		return r.wait()
	}
	makeFile(t, path)
	for range 3 {
		makeFile(t, path+"-wal")
		if err := answer(commit()); err != nil {
			t.Fatalf("with a log: %v", err)
		}
		r := commit()
		f.leaveLog()
		if err := os.Remove(path + "-wal"); err != nil {
			t.Fatal(err)
		}
		if err := answer(r); err != nil {
			t.Fatalf("of the log that was left: %v", err)
		}
	}
	if err := answer(commit()); code(err) != backends.CodeUnavailable {
		t.Errorf("without a log: %v", err)
	}
}

func makeFile(t *testing.T, name string) {
	t.Helper()
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestALogThatCannotBeFlushedAnswersNothingAnyMore(t *testing.T) {
	b := openDurable(t)
	defer b.Close()
	tab := newTable(t, b, "broken")
	w := put(t, tab, `{"pk":{"S":"a"}}`)
	read, write, err := os.Pipe() // which cannot be flushed
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	b.exec.flusher.mu.Lock()
	good := b.exec.flusher.log
	b.exec.flusher.log = write
	b.exec.flusher.mu.Unlock()
	defer good.Close()
	if _, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{w}}); code(err) != backends.CodeUnavailable {
		t.Errorf("the write gave %v", err)
	}
	if _, err := b.Get(ctx, &plan.Get{Reads: []plan.Read{{Table: tab, Key: w.Key}}}, nil); code(err) != backends.CodeUnavailable {
		t.Errorf("a get of what may be lost gave %v", err)
	}
	if _, err := b.Query(ctx, &plan.Query{Table: tab, MaxBytes: 1 << 20}); code(err) != backends.CodeUnavailable {
		t.Errorf("a query gave %v", err)
	}
}
