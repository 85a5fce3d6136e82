package postgres

import (
	"context"
	"errors"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

var _ backends.Copies = (*Backend)(nil)

// SaveCopy makes a schema with a copy of everything.
func (b *Backend) SaveCopy(ctx context.Context, to string) error {
	own, err := b.ownSchema(ctx)
	if err != nil {
		return err
	}
	switch found, err := b.ListSchemas(ctx, to); {
	case err != nil:
		return err
	case len(found) > 0 && found[0].Name == to:
		return errors.New("there is a schema " + to)
	}
	opts := b.opts
	opts.Schema, opts.Connections, opts.ReadReplica = to, maxGroups+1, ""
	copied, err := Open(ctx, b.url, opts)
	if err != nil {
		return err
	}
	err = errors.Join(copied.LoadCopy(ctx, backends.Place{Name: own, InUse: true}, backends.Identity{}), copied.Close())
	if err != nil {
		return errors.Join(err, b.DropSchema(context.WithoutCancel(ctx), to))
	}
	return nil
}

// ownSchema is the schema in which everything is.
func (b *Backend) ownSchema(ctx context.Context) (name string, err error) {
	st := sqlgen.Statement{Name: "own_schema", SQL: "SELECT current_schema()::text"}
	err = b.do(ctx, "own schema", reads, func(s *session) error {
		_, err := s.one(ctx, &st, func(r row) { name = r.text(0) })
		return err
	})
	return name, err
}

// LoadCopy makes tables of the copy, with ids that this schema never had, and then takes the place of what was there, in one transaction. Who
// has planned by an older definition finds no SQL table of that id.
func (b *Backend) LoadCopy(ctx context.Context, from backends.Place, as backends.Identity) error {
	own, err := b.ownSchema(ctx)
	if err != nil {
		return err
	}
	return b.do(ctx, "load copy", writes, func(s *session) error {
		s.unhurried.Store(true)
		defer s.unhurried.Store(false)
		l := &loading{b: b, s: s, from: from, to: own, as: as}
		return s.rollback(ctx, l.run(ctx))
	})
}

// loading is a transaction that replaces what is in a schema.
type loading struct {
	b       *Backend
	s       *session
	from    backends.Place
	to      string // the schema
	as      backends.Identity
	tables  []*catalog.Table // of the copy
	streams []*catalog.Stream

	vacuumed []string // the SQL tables to be replaced, which a vacuum may be at
}

// What a loading may take its time for, and how it reads: whole tables, which nothing else here does.
const (
	beginLoading = "BEGIN"
	// beginOfOneMoment sees what was committed when the first statement ran, whatever is written meanwhile.
	beginOfOneMoment = "BEGIN ISOLATION LEVEL REPEATABLE READ"
	loadingSettings  = "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; " +
		"SET LOCAL enable_seqscan = on; SET LOCAL enable_sort = on; SET LOCAL client_min_messages = warning"
)

// run does it. What is in use by others is replaced at the end, so that they wait for moments; but a copy of what is in use itself has to
// see all of one moment, and could not see what others changed later: then those wait from the beginning, if there are any.
func (l *loading) run(ctx context.Context) (err error) {
	if l.vacuumed, err = l.present(ctx); err != nil {
		return err
	}
	begin := beginLoading
	if l.from.InUse {
		begin = beginOfOneMoment
	}
	steps := []func(context.Context) error{l.copy, l.replace}
	if l.from.InUse {
		steps = []func(context.Context) error{l.hold, l.replace, l.copy}
	}
	if err := l.script(ctx, begin+"; "+loadingSettings); err != nil {
		return err
	}
	for _, step := range append(steps, l.define) {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return l.script(ctx, "COMMIT")
}

// script runs statements without arguments and without rows, which are not worth preparing.
func (l *loading) script(ctx context.Context, sql string) error {
	_, err := l.s.pg.Exec(ctx, sql).ReadAll()
	return err
}

// in lets names of tables be those of a schema from now on.
func (l *loading) in(ctx context.Context, schema string) error {
	return l.script(ctx, "SET LOCAL search_path = "+quoted(schema))
}

// hold keeps the definitions of the source as they are until the end.
func (l *loading) hold(ctx context.Context) error {
	return l.script(ctx, "LOCK TABLE "+l.source(sqlgen.CatalogTable)+" IN SHARE MODE")
}

// source names a table of the source.
func (l *loading) source(table string) string { return quoted(l.from.Name) + "." + table }

// catalog reads the definitions and streams of a schema.
func (l *loading) catalog(ctx context.Context, schema string) (tables []*catalog.Table, streams []*catalog.Stream, err error) {
	if err := l.in(ctx, schema); err != nil {
		return nil, nil, err
	}
	if tables, streams, err = l.definitions(ctx); err != nil {
		return nil, nil, err
	}
	return tables, streams, l.in(ctx, l.to)
}

// definitions reads those of the schema that names are of.
func (l *loading) definitions(ctx context.Context) (tables []*catalog.Table, streams []*catalog.Stream, err error) {
	var broken error
	st := l.b.gen.Definitions()
	err = l.s.fetch(ctx, &st, func(r row) {
		t, err := backends.DecodeDefinition(r.int(0), r.int(1), r.text(2))
		tables, broken = append(tables, t), errors.Join(broken, err)
	})
	if err != nil {
		return nil, nil, err
	}
	st = l.b.gen.Streams()
	err = l.s.fetch(ctx, &st, func(r row) {
		s, err := streamOf(r)
		streams, broken = append(streams, s), errors.Join(broken, err)
	})
	return tables, streams, errors.Join(err, broken)
}

// copy makes the SQL tables of the copy, under ids of this schema's own counters.
func (l *loading) copy(ctx context.Context) error {
	if l.from.Name == "" {
		return nil
	}
	tables, streams, err := l.catalog(ctx, l.from.Name)
	if err != nil {
		return err
	}
	ids := map[int64]int64{}
	for _, original := range streams {
		s := original.Copied(l.as.Region, l.as.Account)
		if s.ID, err = l.nextID(ctx, sqlgen.StreamsTable); err != nil {
			return err
		}
		ids[original.ID] = s.ID
		l.streams = append(l.streams, s)
		if err := l.copyStream(ctx, original, s); err != nil {
			return err
		}
	}
	for _, original := range tables {
		t := original.Copied(l.as.Region, l.as.Account, ids)
		if t.ID, err = l.nextID(ctx, sqlgen.CatalogTable); err != nil {
			return err
		}
		t.Version = 1
		l.tables = append(l.tables, t)
		if err := l.copyTable(ctx, original, t); err != nil {
			return err
		}
	}
	return nil
}

// nextID draws an id. Nobody ever gets it again, even if the transaction is undone.
func (l *loading) nextID(ctx context.Context, table string) (id int64, err error) {
	st := sqlgen.Statement{Name: "next_id", SQL: "SELECT nextval(pg_get_serial_sequence('" + table + "', 'id'))"}
	err = l.s.fetch(ctx, &st, func(r row) { id = r.int(0) })
	return id, err
}
