package postgres

import (
	"context"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// openAt opens a backend that is closed with the test.
func openAt(t testing.TB, url string, opts backends.Options) *Backend {
	t.Helper()
	b, err := Open(context.Background(), url, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	return b
}

func TestBackend(t *testing.T) {
	backendtest.Run(t, func(t *testing.T) backends.Backend {
		return openAt(t, pgtest.URL(t), backends.Options{})
	})
}

func TestPredicatesAgreeWithReference(t *testing.T) {
	backendtest.Fuzz(t, func(t *testing.T) backends.Backend {
		return openAt(t, pgtest.URL(t), backends.Options{})
	})
}
