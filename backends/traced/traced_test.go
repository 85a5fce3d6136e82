package traced_test

import (
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
	_ "github.com/ddbsql/ddbsql/backends/sqlite" // sqlite::memory:
	"github.com/ddbsql/ddbsql/backends/traced"
)

// A backend with spans around it is the same backend.
func TestABackendWithSpans(t *testing.T) {
	backendtest.Run(t, func(t *testing.T) backends.Backend {
		b, err := backends.Open(t.Context(), "sqlite::memory:", backends.Options{})
		if err != nil {
			t.Fatal(err)
		}
		b = traced.Backend(b, "sqlite")
		if _, is := backends.AsSnapshots(b); !is {
			t.Error("what the backend can do besides is not found behind the spans")
		}
		return b
	})
}
