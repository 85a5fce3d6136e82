package engine

import (
	"context"
	"errors"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// store is a catalog of one table, counting how often it is read.
type store struct {
	backends.Backend
	table *catalog.Table
	reads int
}

func (s *store) Table(_ context.Context, name string) (*catalog.Table, error) {
	s.reads++
	if s.table == nil || s.table.Name != name {
		return nil, &backends.Error{Code: backends.CodeNoTable, Op: "table"}
	}
	return s.table, nil
}

func TestDefinitionsAreReadOnceUntilAPlanIsStale(t *testing.T) {
	s := &store{table: &catalog.Table{Name: "films", Version: 1}}
	e := New(s, Options{})
	version := func() int64 {
		v, err := withTable(t.Context(), e, "films", func(tbl *catalog.Table) (int64, error) {
			if tbl.Version != s.table.Version {
				return 0, &backends.Error{Code: backends.CodeStale, Op: "write"}
			}
			return tbl.Version, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	version()
	if version(); s.reads != 1 {
		t.Errorf("%d reads for two operations, want 1", s.reads)
	}
	s.table = &catalog.Table{Name: "films", Version: 2}
	if v := version(); v != 2 || s.reads != 2 {
		t.Errorf("after a change: version %d after %d reads, want 2 after 2", v, s.reads)
	}
}

func TestAMissingTableIsNeverRemembered(t *testing.T) {
	s := &store{}
	e := New(s, Options{})
	ask := func() error {
		_, err := e.tables.get(t.Context(), "films")
		return err
	}
	if err := ask(); !errors.Is(err, errNoTable) {
		t.Fatalf("got %v, want a ResourceNotFoundException", err)
	}
	s.table = &catalog.Table{Name: "films"}
	if err := ask(); err != nil {
		t.Errorf("the table that was made meanwhile is not seen: %v", err)
	}
}

func TestAPlanThatIsAlwaysStaleEndsInAnError(t *testing.T) {
	s := &store{table: &catalog.Table{Name: "films"}}
	e := New(s, Options{})
	_, err := withTable(t.Context(), e, "films", func(*catalog.Table) (int, error) {
		return 0, &backends.Error{Code: backends.CodeStale, Op: "write"}
	})
	if !isCode(err, backends.CodeStale) {
		t.Errorf("got %v, want the stale plan's error", err)
	}
}
