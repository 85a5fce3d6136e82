//go:build linux

package faults

import (
	"testing"

	engine "zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// lockAsAnotherProgram begins a write to the file, as any program could that knows SQLite, until it is released.
func lockAsAnotherProgram(t *testing.T, path string) (release func()) {
	t.Helper()
	db, err := engine.OpenConn(path, engine.OpenReadWrite)
	if err != nil {
		t.Fatal(err)
	}
	if err := sqlitex.ExecuteTransient(db, "BEGIN EXCLUSIVE", nil); err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}
}

// rootPage is the number of the first page of the table, or index, whose name matches a pattern of GLOB.
func rootPage(t *testing.T, path, pattern string) (page int64) {
	t.Helper()
	db, err := engine.OpenConn(path, engine.OpenReadOnly)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = sqlitex.Execute(db, `SELECT min(rootpage) FROM sqlite_schema WHERE type = 'table' AND name GLOB ?`, &sqlitex.ExecOptions{
		Args: []any{pattern}, ResultFunc: func(s *engine.Stmt) error { page = s.ColumnInt64(0); return nil },
	})
	if err != nil || page == 0 {
		t.Fatalf("page %d of %s: %v", page, pattern, err)
	}
	return page
}
