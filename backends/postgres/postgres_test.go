package postgres

import (
	"context"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

func open(t *testing.T, url string) *Backend {
	t.Helper()
	b, err := Open(context.Background(), url, backends.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	return b
}

func TestPing(t *testing.T) {
	b := open(t, pgtest.URL(t))
	if err := b.Ping(context.Background()); err != nil {
		t.Fatal(err)
	}
}
