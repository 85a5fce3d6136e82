package postgres

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// tally counts writers' additions to one item each, by what they were told.
type tally struct {
	told, doubtful, refused atomic.Int64
	unexpected              atomic.Value
}

// add adds 1 to the item of that name until stop is closed.
func (y *tally) add(t *testing.T, b *Backend, tab *catalog.Table, pk string, stop <-chan struct{}) {
	for {
		select {
		case <-stop:
			return
		default:
		}
		_, err := b.Write(context.Background(), &plan.Write{Items: []plan.ItemWrite{addOf(t, tab, pk)}})
		switch codeOfError(err) {
		case 0:
			y.told.Add(1)
		case backends.CodeUnknown:
			y.doubtful.Add(1)
		case backends.CodeUnavailable:
			y.refused.Add(1)
		default:
			y.unexpected.Store(err)
		}
	}
}

// TestFaultsUnderLoad adds to counters while the database is restarted in both modes, sessions are ended by an administrator, and the
// network is cut. Every addition that was told is there, none is there twice, and nothing is answered but what is true.
func TestFaultsUnderLoad(t *testing.T) {
	server := startServer(t, pgtest.Options{Durable: true})
	proxy := pgtest.NewProxy(t, server)
	direct := openAt(t, server.URL, backends.Options{})
	restart := func(end func()) func() error {
		return func() error {
			end()
			return server.Run()
		}
	}
	for _, fault := range []struct {
		name   string
		strike func() error
	}{
		{"a fast restart", restart(server.ShutDown)},
		{"an immediate restart", restart(server.Kill)},
		{"sessions ended by an administrator", func() error {
			return direct.with(context.Background(), func(s *session) error {
				_, err := s.pg.Exec(context.Background(), "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'").ReadAll()
				return err
			})
		}},
		{"statements cancelled by an administrator", func() error {
			return direct.with(context.Background(), func(s *session) error {
				_, err := s.pg.Exec(context.Background(), "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'").ReadAll()
				return err
			})
		}},
		{"connections cut", func() error { proxy.Cut(); return nil }},
		{"connections refused for a while", func() error {
			proxy.Refuse(true)
			proxy.Cut()
			time.AfterFunc(300*time.Millisecond, func() { proxy.Refuse(false) })
			return nil
		}},
	} {
		t.Run(fault.name, func(t *testing.T) { underLoad(t, proxy.URL, fault.strike) })
	}
	if found, err := direct.Check(context.Background()); err != nil || len(found) > 0 {
		t.Errorf("check: %q, %v", found, err)
	}
}

// underLoad strikes three times while writers add, on one item together, on two of several servers' and on their own ones.
func underLoad(t *testing.T, url string, strike func() error) {
	const writers = 6
	servers := []*Backend{openAt(t, url, backends.Options{Durability: backends.Full}), openAt(t, url, backends.Options{Durability: backends.Full})}
	tab := tableOf(t, servers[0], "counters", "a")
	var y tally
	var wg sync.WaitGroup
	stop := make(chan struct{})
	for n := range writers {
		wg.Go(func() { y.add(t, servers[n%2], tab, fmt.Sprintf("c%d", n/2), stop) })
	}
	for range 3 {
		before := y.told.Load()
		waitUntil(t, func() bool { return y.told.Load() > before+50 })
		if err := strike(); err != nil {
			t.Fatal(err)
		}
	}
	before := y.told.Load()
	waitUntil(t, func() bool { return y.told.Load() > before+50 })
	close(stop)
	wg.Wait()
	if err, _ := y.unexpected.Load().(error); err != nil {
		t.Errorf("a writer was told %v", err)
	}
	sum := int64(0)
	for n := range writers / 2 {
		count := int64(0)
		got := item(t, servers[0], tab, fmt.Sprintf("c%d", n))
		if _, err := fmt.Sscanf(got, `{"n":{"N":"%d"}`, &count); err != nil {
			t.Fatalf("counter %d is %s", n, got)
		}
		sum += count
	}
	t.Logf("%d additions told, %d doubtful, %d refused: %d there", y.told.Load(), y.doubtful.Load(), y.refused.Load(), sum)
	if sum < y.told.Load() || sum > y.told.Load()+y.doubtful.Load() {
		t.Errorf("%d additions are there, %d were told and %d doubtful", sum, y.told.Load(), y.doubtful.Load())
	}
	if err := servers[0].DropTable(context.Background(), tab); err != nil {
		t.Fatal(err)
	}
}

// waitUntil waits until something holds. A machine that is busy with other tests has a minute for it.
func waitUntil(t *testing.T, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !holds(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("it does not come to that")
		}
	}
}

// TestADatabaseThatHangs freezes all of the database's processes: whoever waits is told in time, writers that they do not know what
// happened. Thawed it serves again.
func TestADatabaseThatHangs(t *testing.T) {
	server := startServer(t, pgtest.Options{})
	const limit = 500 * time.Millisecond
	b := openAt(t, server.URL, backends.Options{StatementTimeout: limit})
	tab := tableOf(t, b, "t", "a")
	write(t, b, putOf(t, tab, `{"pk":{"S":"x"},"n":{"N":"1"}}`))
	if err := server.Freeze(); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	start := time.Now()
	for range 40 {
		wg.Go(func() {
			_, err := b.Write(context.Background(), &plan.Write{Items: []plan.ItemWrite{addOf(t, tab, "x")}})
			if code := codeOfError(err); code != backends.CodeUnknown && code != backends.CodeUnavailable {
				t.Errorf("a write: %v", err)
			}
		})
		wg.Go(func() {
			if _, err := b.Query(context.Background(), &plan.Query{Table: tab, MaxBytes: 1 << 20}); codeOfError(err) != backends.CodeUnavailable {
				t.Errorf("a scan: %v", err)
			}
		})
	}
	wg.Wait()
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("told after %v", took)
	} else {
		t.Logf("all told after %v", took)
	}
	if err := server.Thaw(); err != nil {
		t.Fatal(err)
	}
	waitUntil(t, func() bool {
		_, err := b.Write(context.Background(), &plan.Write{Items: []plan.ItemWrite{putOf(t, tab, `{"pk":{"S":"y"}}`)}})
		return err == nil
	})
}

// TestAStatementThatTakesTooLong waits for a row that somebody holds longer than a statement may take.
func TestAStatementThatTakesTooLong(t *testing.T) {
	url := pgtest.URL(t)
	b, other := openAt(t, url, backends.Options{StatementTimeout: 100 * time.Millisecond}), openAt(t, url, backends.Options{})
	tab := tableOf(t, b, "t", "a")
	holding(t, other, lockOf(t, other, tab, "held"), func() {
		_, err := b.Write(context.Background(), &plan.Write{Items: []plan.ItemWrite{addOf(t, tab, "held")}})
		if codeOfError(err) != backends.CodeUnavailable {
			t.Errorf("got %v", err)
		}
	})
	write(t, b, addOf(t, tab, "held"))
}

// TestTooManyClients takes the last connections that Postgres gives: requests share those that their server has, or wait for some to get
// free, and are refused in time if none does.
func TestTooManyClients(t *testing.T) {
	const all = 9
	server := startServer(t, pgtest.Options{Settings: []string{fmt.Sprintf("max_connections=%d", all), "superuser_reserved_connections=0", "max_wal_senders=0"}})
	b := openAt(t, server.URL, backends.Options{Connections: 6})
	tab := tableOf(t, b, "t", "a")
	hog := openAt(t, server.URL, backends.Options{Connections: 30})
	release := takeAll(t, hog)
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() { write(t, b, addOf(t, tab, "shared")) })
		wg.Go(func() { item(t, b, tab, "shared") })
	}
	wg.Wait()

	b.reset()
	waitUntil(t, func() bool {
		release = append(release, takeAll(t, hog)...)
		return len(release) == all
	})
	start := time.Now()
	_, err := b.Write(context.Background(), &plan.Write{Items: []plan.ItemWrite{addOf(t, tab, "x")}})
	if took := time.Since(start); codeOfError(err) != backends.CodeUnavailable || took < patience/2 || took > 4*patience {
		t.Errorf("without a connection: %v after %v", err, took)
	}
	time.AfterFunc(patience/10, func() {
		for _, r := range release {
			r()
		}
		hog.reset()
	})
	write(t, b, addOf(t, tab, "x"))
	if got := item(t, b, tab, "x"); !strings.Contains(got, `"n":{"N":"1"}`) {
		t.Errorf("the item is %s", got)
	}
}

// takeAll takes connections until the server gives no more, and tells how to give each back.
func takeAll(t *testing.T, hog *Backend) (release []func()) {
	t.Helper()
	for {
		conn, err := hog.pool.Acquire(context.Background())
		switch {
		case err == nil:
			release = append(release, conn.Release)
		case state(err) == stateTooManyConns:
			return release
		case !errors.Is(err, errDown):
			t.Fatal(err)
		}
	}
}

// TestConnectionsAreCounted never has more connections than --db-connections says.
func TestConnectionsAreCounted(t *testing.T) {
	server := startServer(t, pgtest.Options{})
	b := openAt(t, server.URL, backends.Options{Connections: 5})
	tab := tableOf(t, b, "t", "a")
	most := int64(0)
	count := "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
	other := openAt(t, server.URL, backends.Options{Connections: 3})
	var wg sync.WaitGroup
	for n := range 30 {
		wg.Go(func() {
			for range 20 {
				write(t, b, addOf(t, tab, fmt.Sprint(n)))
				item(t, b, tab, fmt.Sprint(n))
				if _, err := b.Query(context.Background(), &plan.Query{Table: tab, MaxBytes: 1 << 20}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Go(func() {
		for range 50 {
			err := other.with(context.Background(), func(s *session) error {
				results, err := s.pg.Exec(context.Background(), count).ReadAll()
				n := int64(0)
				if err == nil {
					_, err = fmt.Sscan(string(results[0].Rows[0][0]), &n)
				}
				most = max(most, n)
				return err
			})
			if err != nil {
				t.Error(err)
			}
		}
	})
	wg.Wait()
	if most > 5+2 || most < 3 { // the other one has two besides at most
		t.Errorf("%d connections at once", most)
	}
}

// TestADiskThatIsFull lets the files of the database grow no further: writes are refused and nothing of them is there, reads go on.
func TestADiskThatIsFull(t *testing.T) {
	const limit = 1<<20 + 4096 // the piece of a block that fits tells Postgres that the disk is full
	server := startServer(t, pgtest.Options{FileLimit: limit})
	b := openAt(t, server.URL, backends.Options{})
	tab := tableOf(t, b, "t", "a")
	filler := strings.Repeat("0123456789abcdefghijklmnopqrstuvwxyz", 1500/36)
	var last string
	var refused error
	for n := 0; refused == nil && n < 5000; n++ {
		last = fmt.Sprintf("k%d", n)
		put := putOf(t, tab, fmt.Sprintf(`{"pk":{"S":"%s"},"a":{"S":"x"},"v":{"S":"%s"}}`, last, filler))
		_, refused = b.Write(context.Background(), &plan.Write{Items: []plan.ItemWrite{put}})
	}
	if codeOfError(refused) != backends.CodeUnavailable {
		t.Fatalf("a write to a full disk gives %v", refused)
	}
	if got := item(t, b, tab, last); got != "" {
		t.Error("the refused item is there")
	}
	if got := item(t, b, tab, "k0"); got == "" {
		t.Error("an item is gone")
	}
	if found, err := b.Check(context.Background()); err != nil || len(found) > 0 {
		t.Errorf("check: %q, %v", found, err)
	}
}

// TestADatabaseThatOnlyReads answers reads, and tells writers that it is not available, as a standby is that was made the primary too early.
func TestADatabaseThatOnlyReads(t *testing.T) {
	url := pgtest.URL(t)
	writer := openAt(t, url, backends.Options{})
	tab := tableOf(t, writer, "t", "a")
	write(t, writer, putOf(t, tab, `{"pk":{"S":"x"}}`))
	b := openAt(t, url+"&default_transaction_read_only=on", backends.Options{})
	for name, p := range map[string]*plan.Write{
		"a put":         {Items: []plan.ItemWrite{putOf(t, tab, `{"pk":{"S":"x"},"a":{"S":"y"}}`)}},
		"an update":     {Items: []plan.ItemWrite{addOf(t, tab, "x")}},
		"a transaction": {Atomic: true, Items: []plan.ItemWrite{addOf(t, tab, "x")}},
	} {
		if _, err := b.Write(context.Background(), p); codeOfError(err) != backends.CodeUnavailable {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := item(t, b, tab, "x"); got != `{"pk":{"S":"x"}}` {
		t.Errorf("read %s", got)
	}
}
