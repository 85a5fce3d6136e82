package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/dynamodblocal"
	"github.com/ddbsql/ddbsql/internal/namespaces"
	"github.com/ddbsql/ddbsql/internal/server"
)

const (
	// indexDelay is how long indexes that are added and deleted stay CREATING and DELETING with -delayTransientStatuses. Tables do not,
	// as there: harnesses set that option and write to a table as soon as it is created.
	indexDelay = 2 * time.Second
)

// runLocal does what DynamoDB Local would with these arguments of java, and gives the exit status.
func (a *app) runLocal(ctx context.Context, java []string, stdout, stderr io.Writer) int {
	args, err := dynamodblocal.Arguments(java)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	o, end := dynamodblocal.Parse(args)
	if end != nil {
		fmt.Fprint(stdout, end.Stdout)
		fmt.Fprint(stderr, end.Stderr)
		return 0
	}
	l := &local{app: a, options: o, stdout: stdout}
	if err = l.configure(); err == nil {
		err = a.serveUntilSignal(ctx, stderr, l.open)
	}
	if err != nil {
		fmt.Fprintln(stderr, "ddbsql:", err)
		return 1
	}
	return 0
}

// local is a server in DynamoDB Local's place.
type local struct {
	app     *app
	options *dynamodblocal.Options
	stdout  io.Writer
}

// configure settles what DynamoDB Local's command line decides. The rest is as our own variables say; those of other servers may be meant for
// them.
func (l *local) configure() error {
	c := &l.app.config
	flags := pflag.NewFlagSet("java", pflag.ContinueOnError)
	c.addFlags(flags)
	c.logLevel = "warn" // as quiet as DynamoDB Local
	err := applyEnvironment(flags, func(name string) (string, bool) {
		if !strings.HasPrefix(name, "DDBSQL_") {
			return "", false
		}
		return l.app.environment(name)
	})
	if err != nil {
		return err
	}
	switch {
	case c.accessKey != "" || c.credentialsFile != "":
		return errors.New("DynamoDB Local's command line accepts any credentials: start ddbsql with its own to have signatures verified")
	case c.admin && !l.options.SharedDB:
		return errors.New("administration needs -sharedDb: without it there are many databases")
	}
	c.listen = ":" + strconv.Itoa(l.options.Port)
	c.region, c.account = dynamodblocal.Region, dynamodblocal.Account
	if l.options.DelayTransientStatuses {
		c.local.indexDelay = indexDelay
	}
	c.db = l.url("*")
	return c.check()
}

// url is where the database of that name is kept.
func (l *local) url(name string) string {
	if l.options.InMemory {
		return "sqlite::memory:"
	}
	return "sqlite:" + l.options.File(name)
}

// open opens what is there from the beginning, and says to those who wait for it that the server is there.
func (l *local) open(ctx context.Context, log *slog.Logger, metrics *server.Metrics) (house, error) {
	if l.options.OptimizeDB {
		if err := l.compact(ctx, log, metrics); err != nil {
			return house{}, err
		}
	}
	most := mostFiles
	if l.options.InMemory {
		most = mostInMemory
	}
	all := namespaces.NewPool(most, func(ctx context.Context, name string) (*pooled, error) {
		return l.openOne(ctx, name, log, metrics)
	})
	h := house{engine: all, options: server.Options{Enter: l.enterer(all), Local: &server.Local{Origins: l.options.Origins()}}}
	if l.options.SharedDB {
		db, leave, err := all.Enter(ctx, dynamodblocal.SharedName)
		if err != nil {
			return house{}, err
		}
		leave()
		h.options.Admin = newAdmin(&l.app.config, db.database)
	}
	return h, l.options.Announce(l.stdout)
}

// enterer leads requests to their databases by their credentials.
func (l *local) enterer(all *namespaces.Pool[*pooled]) server.Enter {
	return func(ctx context.Context, who auth.Scope, named bool) (server.Engine, func(), *apierr.Error) {
		name, refusal := l.options.NameOf(who, named)
		if refusal != nil {
			return nil, nil, refusal
		}
		db, leave, err := all.Enter(ctx, name)
		if err != nil {
			return nil, nil, apierr.Internal(err)
		}
		return db, leave, nil
	}
}

func (l *local) openOne(ctx context.Context, name string, log *slog.Logger, metrics *server.Metrics) (*pooled, error) {
	c := l.app.config
	c.db = l.url(name)
	return l.app.openPooled(ctx, &c, log, metrics)
}

// compact rewrites all files of ours in the folder. Files that cannot be opened are not ours, or will be spoken of when they are needed.
func (l *local) compact(ctx context.Context, log *slog.Logger, metrics *server.Metrics) error {
	files, err := l.options.Files()
	if err != nil {
		return err
	}
	for _, file := range files {
		c := l.app.config
		c.db, c.local.compact = "sqlite:"+file, true
		db, err := l.app.open(ctx, &c, log, metrics.ObserveStatement)
		if err != nil {
			log.Warn("not optimized", "error", err)
			continue
		}
		if err := db.Close(); err != nil {
			return fmt.Errorf("optimize %s: %w", file, err)
		}
	}
	return nil
}
