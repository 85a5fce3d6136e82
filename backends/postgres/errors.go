package postgres

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/ddbsql/ddbsql/backends"
)

// SQLSTATEs we decide by.
const (
	stateUndefinedTable = "42P01"
	stateSerialization  = "40001"
	stateDeadlock       = "40P01"
	stateLockNotAvail   = "55P03"
	stateCanceled       = "57014"
	stateTooManyConns   = "53300"
)

// state is the SQLSTATE of an error, empty when it does not come from the server.
func state(err error) string {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code
	}
	return ""
}

// errRaced is the error of a transaction that found a row gone which it had seen.
var errRaced = errors.New("another writer deleted the item")

// transient says whether the server refused because of what others were doing at the same time; nothing was changed.
func transient(err error) bool {
	switch state(err) {
	case stateSerialization, stateDeadlock, stateLockNotAvail:
		return true
	}
	return errors.Is(err, errRaced)
}

// waited says whether a statement waited in vain for a lock. Postgres sometimes, one time in some ten thousand, takes the end of that
// time for a cancellation by its user: when it comes just as a row is free for which the statement has more than one lock to wait for.
func waited(err error) bool { return state(err) == stateLockNotAvail || canceled(err) }

// canceled says whether somebody, not our caller, ended the statement. It was undone.
func canceled(err error) bool { return state(err) == stateCanceled }

// classify turns an error into one with a code.
func classify(ctx context.Context, op string, err error) error {
	var known *backends.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	return &backends.Error{Code: codeOf(ctx, err), Op: op, Err: err}
}

// codeOf is the code of an error, 0 for none.
func codeOf(ctx context.Context, err error) backends.Code {
	var known *backends.Error
	switch {
	case err == nil:
		return 0
	case errors.As(err, &known):
		return known.Code
	case ctx.Err() != nil:
		return backends.CodeCanceled
	}
	switch st := state(err); {
	case st == stateUndefinedTable:
		return backends.CodeStale
	case transient(err):
		return backends.CodeConflict
	case st == stateTooManyConns, st == stateCanceled, strings.HasPrefix(st, "08"), strings.HasPrefix(st, "57P"):
		return backends.CodeUnavailable
	case st != "":
		return backends.CodeInternal
	}
	return connectionCode(err)
}

// connectionCode judges an error that is not the server's.
func connectionCode(err error) backends.Code {
	if lost(err) {
		return backends.CodeUnavailable
	}
	return backends.CodeInternal
}

// lost says whether the connection to the server failed: before, while or after a statement ran.
func lost(err error) bool {
	var connect *pgconn.ConnectError
	var network net.Error
	switch {
	case errors.As(err, &connect), errors.As(err, &network):
		return true
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, pgconn.ErrConnClosed), errors.Is(err, net.ErrClosed):
		return true
	}
	return pgconn.Timeout(err) || pgconn.SafeToRetry(err)
}
