package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/namespaces"
	"github.com/ddbsql/ddbsql/internal/server"
)

// tenants are the databases of all namespaces: the main one, which is always open, and a pool of the others. As an engine they
// are the main one.
type tenants struct {
	database
	app     *app
	rule    *namespaces.Rule
	pool    *namespaces.Pool[*pooled]
	log     *slog.Logger
	metrics *server.Metrics
}

func (a *app) newTenants(main database, keys *keyholder, log *slog.Logger, metrics *server.Metrics) (*tenants, error) {
	c := &a.config
	accounts, err := c.accounts(keys)
	if err != nil {
		return nil, err
	}
	rule := &namespaces.Rule{Mode: namespaces.Mode(c.namespaces.mode), Account: c.account, Region: c.region, AccountOf: accounts}
	t := &tenants{database: main, app: a, rule: rule, log: log, metrics: metrics}
	t.pool = namespaces.NewPool(c.mostNamespaces(), t.open)
	return t, nil
}

// open opens the database of a namespace, and makes it if there is none.
func (t *tenants) open(ctx context.Context, name string) (*pooled, error) {
	n, err := t.rule.Named(name)
	if err != nil {
		return nil, err
	}
	c, err := t.app.config.forNamespace(n)
	if err != nil {
		return nil, err
	}
	return t.app.openPooled(ctx, c, t.log, t.metrics)
}

// enter leads a request to the database of its namespace.
func (t *tenants) enter(ctx context.Context, who auth.Scope, named bool) (server.Engine, func(), *apierr.Error) {
	n, refusal := t.rule.Of(who, named)
	switch {
	case refusal != nil:
		return nil, nil, refusal
	case n.Name == "":
		return t.database, func() {}, nil
	}
	return enter(ctx, t.pool, n.Name)
}

// Close closes all databases, the main one last.
func (t *tenants) Close() error {
	return errors.Join(t.pool.Close(), t.database.Close())
}

// forNamespace gives the settings for a namespace's own database: on SQLite a file in a folder beside the main one, on Postgres a schema.
func (c *config) forNamespace(n namespaces.Namespace) (*config, error) {
	own := *c
	own.region, own.account = n.Region, n.Account
	switch {
	case n.Name == "" || inMemory(c.db):
	case isPostgres(c.db):
		own.store = store{schema: n.Schema(), connections: leastConnections}
	default:
		folder := c.namespaceFolder()
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return nil, fmt.Errorf("folder of namespaces: %w", err)
		}
		own.db = "sqlite:" + filepath.Join(folder, n.File())
	}
	return &own, nil
}

// namespaceFolder is where the files of namespaces are on SQLite.
func (c *config) namespaceFolder() string { return strings.TrimPrefix(c.db, "sqlite:") + "-namespaces" }
