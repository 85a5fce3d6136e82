package sqlite

import (
	"context"
	"errors"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
)

var errClosed = errors.New("the database is closed")

// classify gives an error its code, by the engine's result codes.
func classify(op string, err error) error {
	if err == nil {
		return nil
	}
	var known *backends.Error
	if errors.As(err, &known) {
		return known
	}
	return &backends.Error{Code: codeOf(err), Op: op, Err: err}
}

func codeOf(err error) backends.Code {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return backends.CodeCanceled
	}
	switch engine.ErrCode(err).ToPrimary() {
	case engine.ResultBusy, engine.ResultLocked, engine.ResultFull, engine.ResultReadOnly, engine.ResultCantOpen, engine.ResultIOErr, engine.ResultNoMem:
		// The machine's fault, which may pass.
		return backends.CodeUnavailable
	default:
		return backends.CodeInternal
	}
}

// statementCode is the code of a statement's error for observers.
func statementCode(err error) string {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return backends.StatementCanceled
	}
	return engine.ErrCode(err).Message() // that of SQLITE_ERROR if it is not the engine's
}

func stale(op string) error { return &backends.Error{Code: backends.CodeStale, Op: op} }
