package postgres

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/ddbsql/ddbsql/backends"
)

// schemaIdleTime is how long a connection to one of many schemas stays open without work: there are many of them, and Postgres has a limit.
const schemaIdleTime = 30 * time.Second

// poolConfig reads the URL of a database. All that its connections make and find is in the schema, if it is not empty.
func poolConfig(url, schema string) (*pgxpool.Config, error) {
	cfg, err := pgxpool.ParseConfig(url)
	if err == nil && schema != "" {
		cfg.ConnConfig.RuntimeParams["search_path"] = quoted(schema)
		cfg.MaxConnIdleTime = schemaIdleTime
	}
	return cfg, err
}

// quoted is an identifier as SQL takes it, whatever is in it.
func quoted(name string) string { return pgx.Identifier{name}.Sanitize() }

// findSchema asks whether a schema is there. To make one takes a right that those who only use it need not have.
const findSchema = "SELECT count(*) FROM pg_namespace WHERE nspname = $1"

// stateDuplicate is that of a name which somebody else takes at the same time.
const stateDuplicate = "23505"

// makeSchema makes the schema of the options unless it is there, or has no name.
func makeSchema(ctx context.Context, url string, opts *backends.Options) error {
	schema := opts.Schema
	if schema == "" {
		return nil
	}
	cfg, err := poolConfig(url, "")
	if err != nil {
		return err
	}
	// Poolers need not know of what is prepared, nor of settings, of which none matters here.
	cfg.ConnConfig.DefaultQueryExecMode = pgx.QueryExecModeSimpleProtocol
	if opts.Pooler >= backends.PoolerTransaction {
		if _, err := movedSettings(cfg.ConnConfig.RuntimeParams); err != nil {
			return err
		}
	}
	cfg.ConnConfig.DefaultQueryExecMode = pgx.QueryExecModeExec // nothing stays prepared: there may be a pooler
	conn, err := pgx.ConnectConfig(ctx, cfg.ConnConfig)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	found := 0
	if err := conn.QueryRow(ctx, findSchema, schema).Scan(&found); err != nil {
		return fmt.Errorf("look for schema %s: %w", schema, err)
	}
	if found > 0 {
		return nil
	}
	if _, err := conn.Exec(ctx, "CREATE SCHEMA IF NOT EXISTS "+quoted(schema)); err != nil && state(err) != stateDuplicate {
		return fmt.Errorf("make schema %s: %w", schema, err)
	}
	return nil
}
