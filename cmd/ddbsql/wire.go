package main

import (
	"context"
	"log/slog"

	"github.com/ddbsql/ddbsql/backends"
	_ "github.com/ddbsql/ddbsql/backends/sqlite"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/engine"
)

// openDatabase is the opener of the real program.
func openDatabase(ctx context.Context, c *config, log *slog.Logger, observe backends.Observer) (database, error) {
	opts := backends.Options{Logger: log, Observe: observe}
	if c.durability == "full" {
		opts.Durability = backends.Full
	}
	api.SetValidation(c.validation == "older")
	b, err := backends.Open(ctx, c.db, opts)
	if err != nil {
		return nil, err
	}
	return engine.New(b, engine.Options{Region: c.region, Account: c.account, Endpoint: c.listen}), nil
}

// noteHost passes the address a request asked for to the engine.
func noteHost(ctx context.Context, host string) context.Context { return engine.WithHost(ctx, host) }
