package postgres

import (
	"context"
	"net/url"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
)

// TestBackendOfPlainUser runs the suite as a user who may not have documents as they are stored.
func TestBackendOfPlainUser(t *testing.T) {
	backendtest.Run(t, func(t *testing.T) backends.Backend {
		b := openAt(t, plainUser(t, pgtest.URL(t)), backends.Options{})
		if err := b.with(context.Background(), func(s *session) error {
			if s.stored {
				t.Error("a plain user's connection reads stored documents")
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		return b
	})
}

// TestSuperuserReadsStored checks that the bytes of this server are understood. Without that only speed would be lost, and nobody
// would notice.
func TestSuperuserReadsStored(t *testing.T) {
	b := openAt(t, pgtest.URL(t), backends.Options{})
	err := b.with(context.Background(), func(s *session) error {
		if super := s.pg.ParameterStatus("is_superuser") == "on"; s.stored != super {
			t.Errorf("superuser %v, reads stored documents %v", super, s.stored)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// plainUser gives the URL of a schema for a user who is no superuser, made for it; the URL itself if its user is none already.
func plainUser(t *testing.T, text string) string {
	t.Helper()
	ctx := context.Background()
	pg, err := pgconn.Connect(ctx, text)
	if err != nil {
		t.Fatal(err)
	}
	defer pg.Close(ctx)
	if pg.ParameterStatus("is_superuser") != "on" {
		return text
	}
	const user = "ddbsql_plain"
	_, err = pg.Exec(ctx, "DO $$ BEGIN CREATE ROLE "+user+" LOGIN PASSWORD '"+user+"'; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$; "+
		"DO $$ BEGIN EXECUTE format('ALTER SCHEMA %I OWNER TO "+user+"', current_schema()); END $$").ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	u.User = url.UserPassword(user, user)
	return u.String()
}
