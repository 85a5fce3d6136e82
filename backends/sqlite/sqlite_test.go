package sqlite

import (
	"context"
	"log/slog"
	"path/filepath"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
)

func openFile(t *testing.T) backends.Backend { return openAt(t, filepath.Join(t.TempDir(), "test.db")) }

func openMemory(t *testing.T) backends.Backend { return openAt(t, ":memory:") }

func openAt(t testing.TB, path string) backends.Backend {
	t.Helper()
	b, err := Open(context.Background(), "sqlite:"+path, backends.Options{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestBackend(t *testing.T) {
	t.Run("File", func(t *testing.T) { backendtest.Run(t, openFile) })
	t.Run("Memory", func(t *testing.T) { backendtest.Run(t, openMemory) })
}

func TestPredicatesAgreeWithTheReference(t *testing.T) { backendtest.Fuzz(t, openMemory) }
