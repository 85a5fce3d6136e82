package postgres

import (
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
)

func TestCopies(t *testing.T) {
	open := func(t *testing.T) backends.Backend { return openAt(t, pgtest.URL(t), backends.Options{}) }
	place := func(t *testing.T) string { return ownSchema(t, pgtest.URL(t)) }
	other := func(t *testing.T, b backends.Backend) backends.Backend {
		return openAt(t, b.(*Backend).url, backends.Options{})
	}
	backendtest.Copies(t, open, place, other)
}
