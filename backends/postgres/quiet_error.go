package postgres

import (
	"errors"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// Classes of SQLSTATEs whose messages quote the value that is wrong. What other messages quote is names of SQL, and values are in their
// DETAIL, which nobody prints.
const (
	classData   = "22"
	classRaised = "P0" // by functions and triggers of somebody else's
)

// quietError is an error whose text has no values.
type quietError struct {
	err  error
	text string
}

func (q *quietError) Error() string { return q.text }

func (q *quietError) Unwrap() error { return q.err }

// withoutValues gives an error that can be logged: a message that may quote a value is replaced by where it comes from.
func withoutValues(err error) error {
	var pg *pgconn.PgError
	if !errors.As(err, &pg) || pg.Message == "" || !strings.HasPrefix(pg.Code, classData) && !strings.HasPrefix(pg.Code, classRaised) {
		return err
	}
	return &quietError{err: err, text: strings.ReplaceAll(err.Error(), pg.Message, "a value is refused by "+pg.Routine)}
}
