package postgres

import (
	"context"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

// An automatic vacuum, which takes minutes here as it does with a large table, is ended by who replaces everything.
func TestACopyIsLoadedBesideAnAutomaticVacuum(t *testing.T) {
	server := startServer(t, pgtest.Options{Settings: []string{
		"autovacuum_naptime=1s", "autovacuum_vacuum_threshold=1", "autovacuum_vacuum_scale_factor=0", "autovacuum_vacuum_cost_delay=100ms", "autovacuum_vacuum_cost_limit=1",
	}})
	b := openAt(t, server.URL, backends.Options{})
	tab := tableOf(t, b, "t", "a")
	items := sqlgen.ItemTable(tab)
	pgtest.Exec(t, server.URL, "INSERT INTO "+items+" SELECT decode(md5(n::text), 'hex'), '', 100, 1, jsonb_build_object('a', repeat('x', 900)) FROM generate_series(1, 5000) n")
	pgtest.Exec(t, server.URL, "UPDATE "+items+" SET size = 200")
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	awaitVacuum(ctx, t, b, items)
	if err := b.LoadCopy(ctx, backends.Place{}, backends.Identity{}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Table(ctx, tab.Name); codeOfError(err) != backends.CodeNoTable {
		t.Errorf("the table is there: %v", err)
	}
}

// awaitVacuum returns while an automatic vacuum is at a table.
func awaitVacuum(ctx context.Context, t *testing.T, b *Backend, table string) {
	t.Helper()
	st := sqlgen.Statement{Name: "find_vacuum", SQL: "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'autovacuum worker' AND query LIKE '%" + table + "%'"}
	for found := int64(0); found == 0; {
		err := b.do(ctx, "find vacuum", reads, func(s *session) error {
			_, err := s.one(ctx, &st, func(r row) { found = r.int(0) })
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
