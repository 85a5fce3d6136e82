package postgres

import (
	"context"
	"errors"
	"strconv"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

// Behind a pooler of transactions (PgBouncer's pool_mode = transaction) a connection is one to the pooler, and each of its transactions may
// run on another connection to the database. Settings are therefore those of the transaction: a statement that makes them goes along with
// its first ones, in the same round trip. Nothing else is kept on a connection but, where the pooler takes them along, prepared statements.

// pooled runs a statement behind a pooler.
func (s *session) pooled(ctx context.Context, st *sqlgen.Statement, each func(row)) (int64, error) {
	take := func(_ int, r row) {
		if each != nil {
			each(r)
		}
	}
	affected, err := s.pipeline(ctx, []sqlgen.Statement{*st}, take)
	if err != nil {
		return 0, err
	}
	return affected[0], nil
}

// placeOfLocal is the place of the settings among statements that are sent together: before the first one, or behind it if that begins the
// transaction. It is -1 where none are to be sent: a transaction that has begun has them.
func (s *session) placeOfLocal(statements []sqlgen.Statement) int {
	switch {
	case s.local == nil || s.pg.TxStatus() != outsideTransaction:
		return -1
	case statements[0].Name == sqlgen.Begin.Name:
		return 1
	default:
		return 0
	}
}

// outsideTransaction is a connection's state when no transaction was begun on it.
const outsideTransaction = 'I'

// checkDirect refuses a connection whose other end is not the process of the database that serves it: a pooler gives its own numbers. What a
// session keeps would be lost on it, or worse, be another's.
func checkDirect(pg *pgconn.PgConn, pid string) error {
	if pid == strconv.FormatUint(uint64(pg.PID()), 10) {
		return nil
	}
	return errors.New("a connection pooler stands before the database: say which kind it is by --db-pooler session, transaction or prepared")
}
