package postgres

import (
	"context"
	"errors"
	"fmt"
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
	stateReadOnly       = "25006"
	stateNoStatement    = "26000" // no prepared statement of that name
	stateStatementTwice = "42P05" // there is one already
)

// Classes of SQLSTATEs, their first characters.
const (
	classConnection = "08"
	classResources  = "53"  // the disk, the memory or the connections of the server are used up
	classShutdown   = "57P" // somebody ends the server, or it is starting
)

// connectError is the error of a connection that could not be had: nothing was sent on it.
type connectError struct{ cause error }

func (e *connectError) Error() string { return "connect: " + e.cause.Error() }

func (e *connectError) Unwrap() error { return e.cause }

// SafeToRetry is asked by pgconn.SafeToRetry.
func (e *connectError) SafeToRetry() bool { return true }

func isConnect(err error) bool {
	var connect *connectError
	return errors.As(err, &connect)
}

// retriable says whether a connection may be had soon: not one that the server refuses for what we said.
func retriable(err error) bool {
	st := state(err)
	return st == "" || strings.HasPrefix(st, classConnection) || strings.HasPrefix(st, classResources) || strings.HasPrefix(st, classShutdown)
}

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
	if st := state(err); st == stateNoStatement || st == stateStatementTwice {
		err = fmt.Errorf("%w (a pooler of transactions between here and the database? see --db-pooler)", err)
	}
	return &backends.Error{Code: codeOf(ctx, err), Op: op, Err: withoutValues(err)}
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
	case isConnect(err):
		return backends.CodeUnavailable
	case st == stateUndefinedTable:
		return backends.CodeStale
	case transient(err):
		return backends.CodeConflict
	case st == stateCanceled, st == stateReadOnly, lost(err):
		return backends.CodeUnavailable
	case strings.HasPrefix(st, classResources), strings.HasPrefix(st, classConnection), strings.HasPrefix(st, classShutdown):
		return backends.CodeUnavailable
	}
	return backends.CodeInternal
}

// statementCode is the code of a statement's error for observers.
func statementCode(err error) string {
	st := state(err)
	switch {
	case st != "":
		return st
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return backends.StatementCanceled
	case lost(err):
		return backends.StatementLost
	}
	return backends.StatementFailed
}

// lost says whether the connection to the server failed: before, while or after a statement ran. A server that ends a connection may say so.
func lost(err error) bool {
	var said *pgconn.PgError
	var connect *pgconn.ConnectError
	var network net.Error
	switch {
	case errors.As(err, &said):
		return said.SeverityUnlocalized == "FATAL" || said.SeverityUnlocalized == "PANIC"
	case errors.As(err, &connect), errors.As(err, &network):
		return true
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, pgconn.ErrConnClosed), errors.Is(err, net.ErrClosed):
		return true
	}
	return pgconn.Timeout(err) || pgconn.SafeToRetry(err)
}
