package postgres

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/ddbsql/ddbsql/backends"
)

// Errors of the database are logged: with their SQLSTATE, and without the values that it quotes.
func TestErrorsHaveNoValues(t *testing.T) {
	for _, c := range []struct {
		name    string
		err     *pgconn.PgError
		keeps   string // part of the text
		refuses string // what may not be in it
	}{
		{"a value that is refused", &pgconn.PgError{Severity: "ERROR", Code: "22P02", Message: `invalid input syntax for type numeric: "geheim"`, Routine: "numeric_in"}, "a value is refused by numeric_in (SQLSTATE 22P02)", "geheim"},
		{"what somebody's trigger says", &pgconn.PgError{Severity: "ERROR", Code: "P0001", Message: "geheim", Routine: "exec_stmt_raise"}, "SQLSTATE P0001", "geheim"},
		{"a row that a constraint refuses", &pgconn.PgError{Severity: "ERROR", Code: "23514", Message: `new row for relation "ddbsql_t1" violates check constraint "x"`, Detail: "Failing row contains (geheim)."}, `violates check constraint "x"`, "geheim"},
		{"a statement that ran too long", &pgconn.PgError{Severity: "ERROR", Code: "57014", Message: "canceling statement due to statement timeout"}, "statement timeout", "geheim"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := classify(context.Background(), "write", fmt.Errorf("put: %w", c.err))
			if text := err.Error(); !strings.Contains(text, c.keeps) || strings.Contains(text, c.refuses) {
				t.Errorf("got %q", text)
			}
			var pg *pgconn.PgError
			var known *backends.Error
			if !errors.As(err, &pg) || !errors.As(err, &known) {
				t.Error("the error is lost")
			}
		})
	}
}
