package postgres

import (
	"cmp"
	"context"
	"slices"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// getRequest is the read of one item by one caller.
type getRequest = request[plan.Read, backends.Row]

// Get reads several items by one statement per table, all in one round trip, and one item together with what other callers read at the
// moment.
func (b *Backend) Get(ctx context.Context, p *plan.Get, docs *backends.Arena) ([]backends.Row, error) {
	if rows, ok := b.replicaGet(ctx, p, docs); ok {
		return rows, nil
	}
	if len(p.Reads) != 1 {
		return b.get(ctx, p.Reads, p.Snapshot, docs)
	}
	row, err := b.gets.do(ctx, p.Reads[0])
	if err == errAlone {
		return b.get(ctx, p.Reads, false, docs)
	}
	return []backends.Row{row}, classify(ctx, "get", err)
}

// getGroup reads the items of several callers. If the server refuses that because of a table of one of them, each reads for itself.
func (b *Backend) getGroup(ctx context.Context, group []*getRequest) {
	list := make([]plan.Read, len(group))
	for i, r := range group {
		list[i] = r.in
	}
	rows, err := b.get(ctx, list, false, nil)
	if len(group) > 1 && state(err) != "" {
		err = errAlone
	}
	for i, r := range group {
		r.out, r.err = rows[i], err
	}
}

func (b *Backend) get(ctx context.Context, list []plan.Read, snapshot bool, docs *backends.Arena) ([]backends.Row, error) {
	rows := make([]backends.Row, len(list))
	err := b.do(ctx, "get", reads, func(s *session) error {
		clear(rows)
		if len(list) == 1 {
			return s.getOne(ctx, &list[0], &rows[0])
		}
		return s.getMany(ctx, list, snapshot, docs, rows)
	})
	return rows, err
}

func (s *session) getOne(ctx context.Context, r *plan.Read, to *backends.Row) error {
	st := s.gen.GetItem(r.Table, r.Key)
	var damaged error
	_, err := s.read(ctx, r.Table, &st, func(r row) {
		to.Size = int(r.int(0))
		to.Doc, damaged = s.document(r[1])
	})
	return cmp.Or(err, damaged)
}

func (s *session) getMany(ctx context.Context, list []plan.Read, snapshot bool, docs *backends.Arena, rows []backends.Row) error {
	statements, places := s.getStatements(list)
	var damaged error
	take := func(i int, r row) {
		doc, err := s.appendDocument(docs.Room(len(r[2])), r[2])
		if err != nil {
			damaged = err
		}
		rows[places[i][r.int(0)-1]] = backends.Row{Size: int(r.int(1)), Doc: docs.Keep(doc)}
	}
	var err error
	if snapshot && len(statements) > 1 {
		err = s.snapshot(ctx, statements, take)
	} else if s.standby {
		_, err = s.readVersions(ctx, tablesRead(list), statements, take)
	} else {
		_, err = s.pipeline(ctx, statements, take)
	}
	return cmp.Or(err, damaged)
}

// snapshot runs statements that read in one round trip and one transaction, in which all see the same state.
func (s *session) snapshot(ctx context.Context, statements []sqlgen.Statement, each func(i int, r row)) error {
	all := slices.Concat([]sqlgen.Statement{beginSnapshot}, statements, []sqlgen.Statement{sqlgen.Commit})
	_, err := s.pipeline(ctx, all, func(i int, r row) { each(i-1, r) })
	return s.rollback(ctx, err)
}

// getStatements makes one statement per table; places tells which of the list the keys of each are.
func (s *session) getStatements(list []plan.Read) (statements []sqlgen.Statement, places [][]int) {
	numbers := map[int64]int{}
	var reads [][]plan.Read
	for i := range list {
		r := &list[i]
		n, ok := numbers[r.Table.ID]
		if !ok {
			n = len(reads)
			numbers[r.Table.ID] = n
			reads, places = append(reads, make([]plan.Read, 0, len(list)-i)), append(places, make([]int, 0, len(list)-i))
		}
		reads[n], places[n] = append(reads[n], *r), append(places[n], i)
	}
	for _, of := range reads {
		statements = append(statements, s.gen.GetItems(of))
	}
	return statements, places
}

// tablesRead lists the definitions that reads were planned for.
func tablesRead(list []plan.Read) []*catalog.Table {
	var tables []*catalog.Table
	for i := range list {
		if t := list[i].Table; !slices.ContainsFunc(tables, func(other *catalog.Table) bool { return sameDefinition(t, other) }) {
			tables = append(tables, t)
		}
	}
	return tables
}
