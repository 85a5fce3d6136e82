package postgres

import (
	"context"
	"strings"

	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// copyTable copies a table with its indexes.
func (l *loading) copyTable(ctx context.Context, original, t *catalog.Table) error {
	if err := l.s.runAll(ctx, l.b.gen.CreateTable(t)); err != nil {
		return err
	}
	if err := l.copyRows(ctx, sqlgen.ItemTable(original), sqlgen.ItemTable(t)); err != nil {
		return err
	}
	for i, x := range original.Indexes {
		if err := l.copyRows(ctx, sqlgen.IndexTable(original, x), sqlgen.IndexTable(t, t.Indexes[i])); err != nil {
			return err
		}
	}
	return nil
}

// copyStream copies the records of a stream. A stream that was removed since its row was read is looked at again.
func (l *loading) copyStream(ctx context.Context, original, s *catalog.Stream) error {
	if err := l.s.runAll(ctx, l.b.gen.CreateRecords(s.ID)); err != nil {
		return err
	}
	to := sqlgen.RecordTable(s.ID)
	err := l.copyRows(ctx, sqlgen.RecordTable(original.ID), to)
	switch {
	case state(err) == stateUndefinedTable:
		return errRaced
	case err != nil:
		return err
	}
	// Those who write next draw higher numbers.
	return l.script(ctx, "SELECT setval(pg_get_serial_sequence('"+to+"', 'n'), max(n)) FROM "+to+" HAVING max(n) > 0")
}

// manyBytes are so many that keys are sorted rather than put in one by one.
const manyBytes = 8 << 20

// copyRows copies the rows of a table of the source. With many of them the keys are made afterwards.
func (l *loading) copyRows(ctx context.Context, from, to string) error {
	columns, bytes, err := l.columns(ctx, l.source(from))
	if err != nil {
		return err
	}
	insert := "INSERT INTO " + to + " (" + columns + ") OVERRIDING SYSTEM VALUE SELECT " + columns + " FROM " + l.source(from)
	if bytes < manyBytes {
		return l.script(ctx, insert)
	}
	drops, adds, err := l.constraints(ctx, to)
	switch {
	case err != nil:
		return err
	case drops == "": // records
		return l.script(ctx, insert)
	}
	return l.script(ctx, "ALTER TABLE "+to+" "+drops+"; "+insert+"; ALTER TABLE "+to+" "+adds)
}

// columns lists a table's columns, and says how long it is.
func (l *loading) columns(ctx context.Context, table string) (list string, bytes int64, err error) {
	name := sqlgen.Literal(table) + "::regclass"
	st := sqlgen.Statement{Name: "copied_columns", SQL: "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum), pg_table_size(" + name + ") " +
		"FROM pg_attribute WHERE attrelid = " + name + " AND attnum > 0 AND NOT attisdropped"}
	err = l.s.fetch(ctx, &st, func(r row) { list, bytes = r.text(0), r.int(1) })
	return list, bytes, err
}

// constraints gives the clauses that drop and add the keys of a table.
func (l *loading) constraints(ctx context.Context, table string) (drops, adds string, err error) {
	st := sqlgen.Statement{Name: "copied_keys", SQL: "SELECT quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint " +
		"WHERE conrelid = '" + table + "'::regclass AND contype IN ('p', 'u')"}
	var drop, add []string
	err = l.s.fetch(ctx, &st, func(r row) {
		drop = append(drop, "DROP CONSTRAINT "+r.text(0))
		add = append(add, "ADD CONSTRAINT "+r.text(0)+" "+r.text(1))
	})
	return strings.Join(drop, ", "), strings.Join(add, ", "), err
}
