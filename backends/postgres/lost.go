package postgres

import (
	"errors"
	"fmt"
	"io"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

// undone is an error after which the transaction did not happen for sure: the connection was lost before it was asked to commit.
type undone struct{ error }

func (u undone) Unwrap() error { return u.error }

// SafeToRetry is asked by pgconn.SafeToRetry.
func (u undone) SafeToRetry() bool { return true }

// fate marks the error of statements that were sent together, the first and the last of which are given, if the connection was lost with
// them and nothing of them is to stay: they were part of a transaction, and did not commit it. Was says whether the connection was there
// when they were sent.
func (s *session) fate(err error, was bool, first, last *sqlgen.Statement) error {
	if was && errors.Is(err, pgconn.ErrConnClosed) {
		// pgconn says so, too, when the connection ends where an answer should begin, and calls that safe to be sent again.
		err = fmt.Errorf("the answer was lost: %s: %w", err.Error(), io.ErrUnexpectedEOF)
	}
	if !lost(err) || last.Name == sqlgen.Commit.Name {
		return err
	}
	if s.pg.TxStatus() != outsideTransaction || first.Name == sqlgen.Begin.Name {
		return undone{err}
	}
	return err
}

// unsent marks the error of a statement that was to be prepared: it did not run.
func unsent(err error) error {
	if lost(err) {
		return undone{err}
	}
	return err
}
