package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/namespaces"
	"github.com/ddbsql/ddbsql/internal/server"
	"github.com/ddbsql/ddbsql/internal/snapshots"
)

// tenants are the databases of all namespaces: the main one, which is always open, and a pool of the others. As an engine they
// are the main one.
type tenants struct {
	database
	main    *tenant // the main database as requests see it
	app     *app
	rule    *namespaces.Rule
	pool    *namespaces.Pool[*pooled]
	log     *slog.Logger
	metrics *server.Metrics
	shelf   snapshots.Shelf
	tours   tours
	hinted  *lru.Cache[string, time.Time] // when a namespace was last told of a table elsewhere
}

func (a *app) newTenants(main database, keys *keyholder, log *slog.Logger, metrics *server.Metrics) (t *tenants, err error) {
	c := &a.config
	rule := &namespaces.Rule{Mode: namespaces.Mode(c.namespaces.mode), Account: c.account, Region: c.region, AccountOf: c.accounts(keys)}
	t = &tenants{database: main, app: a, rule: rule, log: log, metrics: metrics}
	t.pool = namespaces.NewPool(c.mostNamespaces(), t.open)
	t.main, t.shelf = &tenant{database: main, of: t}, t.newShelf()
	t.hinted, err = lru.New[string, time.Time](keptHints)
	if err != nil {
		return nil, err
	}
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
	db, err := t.app.openPooled(ctx, c, t.log, t.metrics)
	if err != nil {
		return nil, err
	}
	db.tenant = &tenant{database: db.database, of: t, name: name}
	return db, nil
}

// enter leads a request to the database of its namespace.
func (t *tenants) enter(ctx context.Context, who auth.Scope, named bool) (server.Engine, func(), *apierr.Error) {
	n, refusal := t.rule.Of(who, named)
	switch {
	case refusal != nil:
		return nil, nil, refusal
	case n.Name == "":
		return t.main, func() {}, nil
	}
	db, leave, err := t.pool.Enter(ctx, n.Name)
	if err != nil {
		return nil, nil, &apierr.Error{Code: apierr.ServiceUnavailable, Message: "The service is currently unavailable or busy.", Cause: err}
	}
	return db.tenant, leave, nil
}

// Close closes all databases, the main one last.
func (t *tenants) Close() error {
	t.tours.end()
	errs := []error{t.pool.Close()}
	if f, ok := t.shelf.(*snapshots.Folder); ok {
		errs = append(errs, f.Close())
	}
	return errors.Join(append(errs, t.database.Close())...)
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
