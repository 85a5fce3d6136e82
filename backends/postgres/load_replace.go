package postgres

import (
	"context"
	"strconv"
	"strings"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

const (
	// replaceTries is how often the locks are asked for. Each time they are waited for less long than Postgres takes to look for a
	// deadlock, so that it is never one of the requests that has to give way, nor this.
	replaceTries = 200
	replaceWait  = "SET LOCAL lock_timeout = '300ms'"
	// vacuumWait is longer than somebody has to wait for an automatic vacuum before Postgres ends that (deadlock_timeout, 1 s if nobody set it).
	vacuumWait = "SET LOCAL lock_timeout = '3s'"
)

// catalogTables are those that the migrations make.
var catalogTables = []string{sqlgen.CatalogTable, sqlgen.StreamsTable, sqlgen.JobsTable, sqlgen.OnceTable}

// present reads the names of the SQL tables there are. It must come before the transaction, whose moment begins behind its locks.
func (l *loading) present(ctx context.Context) (names []string, err error) {
	tables, streams, err := l.definitions(ctx)
	return sqlTables(tables, streams), err
}

// replace removes all that is in the schema, when nobody is at it any more, and keeps everybody off it until the end. Those who wait then
// find the new definitions, or that the tables of theirs are gone.
func (l *loading) replace(ctx context.Context) error {
	var err error
	for try := 1; try <= replaceTries; try++ {
		if err = l.tryReplace(ctx); err == nil {
			return l.script(ctx, "SET LOCAL lock_timeout = 0")
		}
		if !waited(err) && state(err) != stateUndefinedTable {
			return err
		}
		if state(err) == stateUndefinedTable {
			l.vacuumed = nil // one of them was deleted meanwhile
		}
		if err := l.script(ctx, "ROLLBACK TO SAVEPOINT replacing"); err != nil {
			return err
		}
		if !pause(ctx, try) {
			return ctx.Err()
		}
	}
	return err
}

func (l *loading) tryReplace(ctx context.Context) error {
	if err := l.script(ctx, "SAVEPOINT replacing"); err != nil {
		return err
	}
	if err := l.keepOutVacuum(ctx); err != nil {
		return err
	}
	if err := l.script(ctx, replaceWait); err != nil {
		return err
	}
	if err := l.lock(ctx, catalogTables); err != nil {
		return err
	}
	tables, streams, err := l.catalog(ctx, l.to)
	if err != nil {
		return err
	}
	if err := l.lock(ctx, sqlTables(tables, streams)); err != nil {
		return err
	}
	var drops []sqlgen.Statement
	for _, t := range tables {
		drops = append(drops, l.b.gen.DropTable(t)...)
	}
	for _, s := range streams {
		drops = append(drops, l.b.gen.DropRecords(s.ID))
	}
	if err := l.s.runAll(ctx, drops); err != nil {
		return err
	}
	return l.script(ctx, "DELETE FROM "+strings.Join(catalogTables, "; DELETE FROM "))
}

// keepOutVacuum takes a lock that no reader or writer notices. Who waits for less than a second each time is never let past a vacuum.
func (l *loading) keepOutVacuum(ctx context.Context) error {
	if len(l.vacuumed) == 0 {
		return nil
	}
	return l.script(ctx, vacuumWait+"; LOCK TABLE "+strings.Join(l.vacuumed, ", ")+" IN "+string(sqlgen.LockMaintenance)+" MODE")
}

func (l *loading) lock(ctx context.Context, tables []string) error {
	if len(tables) == 0 {
		return nil
	}
	return l.script(ctx, "LOCK TABLE "+strings.Join(tables, ", ")+" IN ACCESS EXCLUSIVE MODE")
}

// sqlTables names all that holds items, entries and records.
func sqlTables(tables []*catalog.Table, streams []*catalog.Stream) []string {
	var names []string
	for _, t := range tables {
		names = append(names, sqlgen.ItemTable(t))
		for _, x := range t.Indexes {
			names = append(names, sqlgen.IndexTable(t, x))
		}
	}
	for _, s := range streams {
		names = append(names, sqlgen.RecordTable(s.ID))
	}
	return names
}

// define makes the copy what everybody finds.
func (l *loading) define(ctx context.Context) error {
	for _, t := range l.tables {
		if err := l.defineTable(ctx, t); err != nil {
			return err
		}
	}
	for _, s := range l.streams {
		definition, err := backends.EncodeStream(s)
		if err != nil {
			return err
		}
		err = l.script(ctx, "INSERT INTO "+sqlgen.StreamsTable+" (id, table_name, label, last, definition) OVERRIDING SYSTEM VALUE VALUES ("+
			strings.Join([]string{number(s.ID), sqlgen.Literal(s.Table), sqlgen.Literal(s.Label), number(s.Last), sqlgen.Literal(definition)}, ", ")+")")
		if err != nil {
			return err
		}
	}
	if l.from.Name == "" {
		return nil
	}
	account := "account"
	if l.as.Account != "" {
		account = sqlgen.Literal(attr.EscapeText(l.as.Account))
	}
	return l.script(ctx, "INSERT INTO "+sqlgen.OnceTable+" (account, operation, token, digest, expires, sizes) SELECT "+account+
		", operation, token, digest, expires, sizes FROM "+l.source(sqlgen.OnceTable)+" ON CONFLICT DO NOTHING")
}

func (l *loading) defineTable(ctx context.Context, t *catalog.Table) error {
	definition, err := backends.EncodeDefinition(t)
	if err != nil {
		return err
	}
	err = l.script(ctx, "INSERT INTO "+sqlgen.CatalogTable+" (id, name, version, definition, expires) OVERRIDING SYSTEM VALUE VALUES ("+
		strings.Join([]string{number(t.ID), sqlgen.Literal(t.Name), number(t.Version), sqlgen.Literal(definition),
			strconv.FormatBool(t.ExpiryIndex() != nil)}, ", ")+")")
	if err != nil {
		return err
	}
	return l.s.oneByOne(ctx, l.b.gen.TableJob(nil, t))
}

func number(n int64) string { return strconv.FormatInt(n, 10) }
