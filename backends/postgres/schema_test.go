package postgres

import (
	"context"
	"slices"
	"sync"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// A schema is a database of its own, by few connections too.
func TestBackendInASchema(t *testing.T) {
	backendtest.Run(t, func(t *testing.T) backends.Backend {
		return openAt(t, pgtest.URL(t), backends.Options{Schema: `A "quoted" schema`, Connections: maxGroups + 1})
	})
}

func TestSchemasAreApart(t *testing.T) {
	url, ctx := pgtest.URL(t), context.Background()
	main := openAt(t, url, backends.Options{})
	var both [2]*Backend
	var all sync.WaitGroup
	for i := range both {
		// Two servers may make a schema at the same time.
		all.Go(func() { both[i] = openAt(t, url, backends.Options{Schema: "one"}) })
	}
	all.Wait()
	other := openAt(t, url, backends.Options{Schema: "other"})
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
