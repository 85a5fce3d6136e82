package main

import (
	"context"
	"log/slog"
	"strings"

	"github.com/ddbsql/ddbsql/internal/server"
)

const (
	// mostFiles is how many database files are open at a time: each has its connections and their caches.
	mostFiles = 16
	// mostInMemory is how many databases there can be in memory, not counting those without tables: each takes about half a MB.
	mostInMemory = 1000
)

// pooled is one of many databases.
type pooled struct {
	database
	inMemory bool
	tenant   *tenant // as requests see it; nil in DynamoDB Local's place
}

// openPooled opens the configured database with its work in the background.
func (a *app) openPooled(ctx context.Context, c *config, log *slog.Logger, metrics *server.Metrics) (*pooled, error) {
	db, err := a.open(ctx, c, log, metrics.ObserveStatement)
	if err != nil {
		return nil, err
	}
	db.StartBackground(log)
	return &pooled{database: db, inMemory: inMemory(c.db)}, nil
}

// inMemory tells whether what is in a database goes when it is closed.
func inMemory(url string) bool { return url == "sqlite::memory:" }

// isPostgres tells whether a database is one that several servers can share.
func isPostgres(url string) bool { return !strings.HasPrefix(url, "sqlite:") }

// Disposable: what is in memory goes with the database, what is stored elsewhere does not.
func (d *pooled) Disposable(ctx context.Context) (bool, error) {
	if !d.inMemory {
		return true, nil
	}
	return d.Empty(ctx)
}
