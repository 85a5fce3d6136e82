package postgres

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// fewConnections is how many to the database a pooler has for all: fewer than a server has to the pooler.
const fewConnections = 6

var schemaCount atomic.Int64

// behind gives the URL of an empty schema behind a pooler.
func behind(t *testing.T, pooler string) string {
	t.Helper()
	schema := fmt.Sprintf("pooled_%d", schemaCount.Add(1))
	owner := openAt(t, pooler, backends.Options{Pooler: backends.PoolerTransaction})
	err := owner.with(context.Background(), func(s *session) error {
		_, err := s.pg.Exec(context.Background(), "CREATE SCHEMA "+schema).ReadAll()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return pooler + "&search_path=" + schema
}

// TestBackendBehindAPooler runs the suite of all backends through PgBouncer, by which transactions of one connection go to several.
func TestBackendBehindAPooler(t *testing.T) {
	pooler := pgtest.Bouncer(t, startServer(t, pgtest.Options{}), fewConnections)
	backendtest.Run(t, func(t *testing.T) backends.Backend {
		return openAt(t, behind(t, pooler), backends.Options{Pooler: backends.PoolerTransaction, Connections: 12, StatementTimeout: time.Minute})
	})
}

// TestBackendWithPreparedStatementsBehindAPooler runs the suite through a PgBouncer that takes prepared statements along. Where only an older
// one is at hand it does without, as a database itself takes them along.
func TestBackendWithPreparedStatementsBehindAPooler(t *testing.T) {
	server := startServer(t, pgtest.Options{})
	o := backends.Options{Pooler: backends.PoolerPrepared, Connections: 12, StatementTimeout: time.Minute}
	url := func(t *testing.T) string { return pgtest.URL(t) }
	if pgtest.BouncerPrepares(t) {
		pooler := pgtest.Bouncer(t, server, fewConnections, "max_prepared_statements = 600")
		url = func(t *testing.T) string { return behind(t, pooler) }
	}
	backendtest.Run(t, func(t *testing.T) backends.Backend { return openAt(t, url(t), o) })
}

// TestServersBehindAPooler has two servers write the same items through one pooler.
func TestServersBehindAPooler(t *testing.T) {
	pooler := pgtest.Bouncer(t, startServer(t, pgtest.Options{}), fewConnections)
	url := behind(t, pooler)
	o := backends.Options{Pooler: backends.PoolerTransaction, Connections: 12}
	backendtest.Money(t, openAt(t, url, o), openAt(t, url, o))
	backendtest.StreamsUnderLoad(t, openAt(t, url, o), openAt(t, url, o))
}

// TestSchemasBehindAPooler asks for the search path of backends that have a schema each, as namespaces do: a pooler refuses one at a
// connection's start.
func TestSchemasBehindAPooler(t *testing.T) {
	server := startServer(t, pgtest.Options{})
	for _, c := range []struct {
		mode string
		kind backends.Pooler
	}{{"session", backends.PoolerSession}, {"transaction", backends.PoolerTransaction}} {
		t.Run(c.mode, func(t *testing.T) {
			pooler := pgtest.Bouncer(t, server, 2*fewConnections, "pool_mode = "+c.mode)
			for _, schema := range []string{"ddbsql_ns_one", "ddbsql_ns_two"} {
				b := openAt(t, pooler, backends.Options{Pooler: c.kind, Schema: schema, Connections: 4})
				got := ""
				err := b.do(context.Background(), "show", reads, func(s *session) error {
					st := sqlgen.Statement{Name: "show", SQL: "SELECT current_schema()::text"}
					_, err := s.one(context.Background(), &st, func(r row) { got = r.text(0) })
					return err
				})
				if err != nil || got != schema {
					t.Errorf("in schema %q instead of %s: %v", got, schema, err)
				}
			}
		})
	}
}

// TestSettingsBehindAPooler asks in the middle of transactions for the settings they have, while others use the same connections without any.
func TestSettingsBehindAPooler(t *testing.T) {
	server := startServer(t, pgtest.Options{})
	pooler := pgtest.Bouncer(t, server, 2)
	b := openAt(t, pooler, backends.Options{Pooler: backends.PoolerTransaction, Durability: backends.Full, StatementTimeout: 7 * time.Second})
	want := "on force_generic_plan off 1s 7s ddbsql"
	show := "SELECT concat_ws(' ', current_setting('synchronous_commit'), current_setting('plan_cache_mode'), current_setting('enable_seqscan'), " +
		"current_setting('lock_timeout'), current_setting('statement_timeout'), current_user)"
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				got := ""
				err := b.do(context.Background(), "show", reads, func(s *session) error {
					st := sqlgen.Statement{Name: "show", SQL: show}
					_, err := s.one(context.Background(), &st, func(r row) { got = r.text(0) })
					return err
				})
				if err != nil || got != want {
					t.Errorf("settings are %q, %v", got, err)
				}
			}
		})
	}
	wg.Wait()
	direct := openAt(t, server.URL, backends.Options{})
	err := direct.with(context.Background(), func(s *session) error {
		results, err := s.pg.Exec(context.Background(), "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND state LIKE 'idle in transaction%'").ReadAll()
		if err == nil && string(results[0].Rows[0][0]) != "0" {
			t.Error("transactions are left open behind the pooler")
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestAPoolerThatNobodyNamed is refused, because settings of sessions would be lost or be another's. One of sessions is taken if it is named.
func TestAPoolerThatNobodyNamed(t *testing.T) {
	server := startServer(t, pgtest.Options{})
	for _, c := range []struct {
		name, mode string
		pooler     backends.Pooler
		refusal    string
	}{
		{"transactions, not named", "", backends.PoolerNone, "--db-pooler"},
		{"sessions, named", "pool_mode = session", backends.PoolerSession, ""},
		{"no pooler, but one is named", "none", backends.PoolerTransaction, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			url := server.URL
			if c.mode != "none" {
				url = pgtest.Bouncer(t, server, fewConnections, c.mode)
			}
			b, err := Open(context.Background(), url, backends.Options{Pooler: c.pooler})
			if err == nil {
				b.Close()
			}
			if (err == nil) != (c.refusal == "") || err != nil && !strings.Contains(err.Error(), c.refusal) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// TestIsolationBehindAPooler refuses a user whose transactions are isolated in another way than statements by themselves need.
func TestIsolationBehindAPooler(t *testing.T) {
	server := startServer(t, pgtest.Options{Settings: []string{"default_transaction_isolation=serializable"}})
	pooler := pgtest.Bouncer(t, server, fewConnections)
	_, err := Open(context.Background(), pooler, backends.Options{Pooler: backends.PoolerTransaction})
	if err == nil || !strings.Contains(err.Error(), "ALTER ROLE") {
		t.Errorf("got %v", err)
	}
}

// TestNothingStaysOnPooledConnections looks for what a session behind a pooler must not leave: prepared statements and temporary functions.
func TestNothingStaysOnPooledConnections(t *testing.T) {
	server := startServer(t, pgtest.Options{})
	pooler := pgtest.Bouncer(t, server, 1) // all of us on one connection
	b := openAt(t, pooler, backends.Options{Pooler: backends.PoolerTransaction})
	tab := tableOf(t, b, "t", "a")
	write(t, b, putOf(t, tab, `{"pk":{"S":"x"}}`))
	write(t, b, addOf(t, tab, "x"))
	if _, err := b.Query(context.Background(), &plan.Query{Table: tab, MaxBytes: 1 << 20}); err != nil {
		t.Fatal(err)
	}
	err := b.with(context.Background(), func(s *session) error {
		results, err := s.pg.Exec(context.Background(), "SELECT (SELECT count(*) FROM pg_prepared_statements) + "+
			"(SELECT count(*) FROM pg_proc WHERE pronamespace = pg_my_temp_schema()) + (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory')").ReadAll()
		if err == nil && string(results[0].Rows[0][0]) != "0" {
			t.Errorf("%s things stay", results[0].Rows[0][0])
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
