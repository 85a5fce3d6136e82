package postgres

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// ownSchema is the name of a schema that lasts as long as the test, with what has to be quoted in it.
func ownSchema(t *testing.T, url string) string {
	t.Helper()
	name := fmt.Sprintf(`own "%.20s" %d`, filepath.Base(t.Name()), time.Now().UnixNano())
	t.Cleanup(func() { pgtest.Exec(t, url, "DROP SCHEMA IF EXISTS "+quoted(name)+" CASCADE") })
	return name
}

// A schema is a database of its own, by few connections too.
func TestBackendInASchema(t *testing.T) {
	backendtest.Run(t, func(t *testing.T) backends.Backend {
		url := pgtest.URL(t)
		return openAt(t, url, backends.Options{Schema: ownSchema(t, url), Connections: maxGroups + 1})
	})
}

func TestSchemasAreApart(t *testing.T) {
	url, ctx := pgtest.URL(t), context.Background()
	one, two := ownSchema(t, url), ownSchema(t, url)
	main := openAt(t, url, backends.Options{})
	var both [2]*Backend
	var all sync.WaitGroup
	for i := range both {
		// Two servers may make a schema at the same time.
		all.Go(func() { both[i] = openAt(t, url, backends.Options{Schema: one}) })
	}
	all.Wait()
	other := openAt(t, url, backends.Options{Schema: two})
	table := &catalog.Table{Name: "T", Partition: catalog.KeyAttr{Name: "p", Type: attr.S}}
	if err := both[0].CreateTable(ctx, table); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		in   *Backend
		want []string
	}{
		"the main database": {main, nil}, "its schema": {both[0], []string{"T"}}, "its schema, from another server": {both[1], []string{"T"}}, "another schema": {other, nil},
	} {
		if got, err := c.in.ListTables(ctx, "", 10); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s has %v, %v", name, got, err)
		}
	}
}
