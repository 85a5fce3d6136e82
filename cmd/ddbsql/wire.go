package main

import (
	"context"
	"log/slog"

	"github.com/ddbsql/ddbsql/backends"
	_ "github.com/ddbsql/ddbsql/backends/postgres" // --db postgres://...
	_ "github.com/ddbsql/ddbsql/backends/sqlite"   // --db sqlite:...
	"github.com/ddbsql/ddbsql/backends/traced"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/engine"
)

// openDatabase is the opener of the real program.
func openDatabase(ctx context.Context, c *config, log *slog.Logger, observe backends.Observer) (database, error) {
	api.SetValidation(c.validation == "older")
	backend, err := backends.Open(ctx, c.db, c.backendOptions(log, observe))
	if err != nil {
		return nil, err
	}
	if c.traces.tracer != nil {
		backend = traced.Backend(backend, systemOf(c.db))
	}
	return engine.New(backend, engine.Options{
		Region: c.region, Account: c.account, Endpoint: c.listen,
		TableDelay: c.tableDelay, IndexDelay: c.local.indexDelay,
		TTLInterval: c.ttl.interval, TTLChangeInterval: c.ttl.changeInterval,
		CollectionLimit: c.collectionLimit,
		StreamShards:    c.streams.shards, StreamRetention: c.streams.retention,
		Now: c.clock.clock.Now, Traces: c.traces.tracer, Gauges: c.gauges(),
	}), nil
}

// noteHost passes the address a request asked for to the engine.
func noteHost(ctx context.Context, host string) context.Context { return engine.WithHost(ctx, host) }
