package postgres

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Get reads one item by a statement of its own and several by one statement per table, all in one round trip.
func (b *Backend) Get(ctx context.Context, p *plan.Get) ([]backends.Row, error) {
	rows := make([]backends.Row, len(p.Reads))
	err := b.do(ctx, "get", reads, func(s *session) error {
		clear(rows)
		if len(p.Reads) == 1 {
			st := b.gen.GetItem(p.Reads[0].Table, p.Reads[0].Key)
			_, err := s.one(ctx, &st, func(r row) { rows[0] = backends.Row{Size: int(r.int(0)), Doc: r.doc(1)} })
			return err
		}
		return b.getMany(ctx, s, p, rows)
	})
	return rows, err
}

func (b *Backend) getMany(ctx context.Context, s *session, p *plan.Get, rows []backends.Row) error {
	statements, places := b.getStatements(p)
	_, err := s.pipeline(ctx, statements, func(i int, r row) {
		rows[places[i][r.int(0)-1]] = backends.Row{Size: int(r.int(1)), Doc: r.doc(2)}
	})
	return err
}

// getStatements makes one statement per table; places tells which of the plan's reads the keys of each are.
func (b *Backend) getStatements(p *plan.Get) (statements []sqlgen.Statement, places [][]int) {
	byTable := map[int64]int{}
	var tables []*catalog.Table
	var keys [][]catalog.Key
	for i := range p.Reads {
		r := &p.Reads[i]
		n, ok := byTable[r.Table.ID]
		if !ok {
			n = len(tables)
			byTable[r.Table.ID] = n
			tables, keys, places = append(tables, r.Table), append(keys, nil), append(places, nil)
		}
		keys[n], places[n] = append(keys[n], r.Key), append(places[n], i)
	}
	for n, t := range tables {
		statements = append(statements, b.gen.GetItems(t, keys[n]))
	}
	return statements, places
}
