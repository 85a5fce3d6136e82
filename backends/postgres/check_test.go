package postgres

import (
	"context"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

func TestCheckFindsDamage(t *testing.T) {
	b := openAt(t, pgtest.URL(t), backends.Options{})
	backendtest.Damage(t, b, func(ctx context.Context, sql string) error {
		return b.with(ctx, func(s *session) error { return s.define(ctx, &sqlgen.Statement{Name: "damage", SQL: sql}) })
	})
}
