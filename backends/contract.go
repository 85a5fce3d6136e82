package backends

import (
	"context"
	"errors"
	"time"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Contract wraps a backend so that it keeps the promises of this package: every error is an *Error with a code, an ended
// context is CodeCanceled, and results are aligned with their plans.
func Contract(b Backend) Backend {
	if _, already := b.(*contract); already {
		return b
	}
	return &contract{b}
}

type contract struct{ b Backend }

// Unwrap gives the backend without the contract.
func (c *contract) Unwrap() Backend { return c.b }

// fault turns any error into an *Error. What a backend did not classify is internal, unless the caller went away.
func fault(ctx context.Context, op string, err error) error {
	if err == nil {
		return nil
	}
	var known *Error
	if errors.As(err, &known) {
		return known
	}
	if ctx.Err() != nil {
		return &Error{Code: CodeCanceled, Op: op, Err: err}
	}
	return &Error{Code: CodeInternal, Op: op, Err: err}
}

// aligned is the error of a result that is not as long as its plan.
func aligned(op string, got, want int) error {
	if got == want {
		return nil
	}
	return &Error{Code: CodeInternal, Op: op, Err: errors.New("result is not aligned with its plan")}
}

func (c *contract) Get(ctx context.Context, p *plan.Get, docs *Arena) ([]Row, error) {
	rows, err := c.b.Get(ctx, p, docs)
	if err == nil {
		err = aligned("get", len(rows), len(p.Reads))
	}
	return rows, fault(ctx, "get", err)
}

func (c *contract) Query(ctx context.Context, p *plan.Query) (*Page, error) {
	page, err := c.b.Query(ctx, p)
	return page, fault(ctx, "query", err)
}

func (c *contract) Write(ctx context.Context, p *plan.Write) ([]WriteResult, error) {
	results, err := c.b.Write(ctx, p)
	if err == nil {
		err = aligned("write", len(results), len(p.Items))
	}
	return results, fault(ctx, "write", err)
}

func (c *contract) CollectionSize(ctx context.Context, t *catalog.Table, token attr.Token) (int64, error) {
	size, err := c.b.CollectionSize(ctx, t, token)
	return size, fault(ctx, "collection size", err)
}

func (c *contract) Explain(ctx context.Context, p any) ([]Statement, error) {
	statements, err := c.b.Explain(ctx, p)
	return statements, fault(ctx, "explain", err)
}

func (c *contract) Check(ctx context.Context) ([]string, error) {
	found, err := c.b.Check(ctx)
	return found, fault(ctx, "check", err)
}

func (c *contract) CreateTable(ctx context.Context, t *catalog.Table) error {
	return fault(ctx, "create table", c.b.CreateTable(ctx, t))
}

func (c *contract) Table(ctx context.Context, name string) (*catalog.Table, error) {
	t, err := c.b.Table(ctx, name)
	return t, fault(ctx, "table", err)
}

func (c *contract) UpdateTable(ctx context.Context, t *catalog.Table) error {
	return fault(ctx, "update table", c.b.UpdateTable(ctx, t))
}

func (c *contract) DropTable(ctx context.Context, t *catalog.Table) error {
	return fault(ctx, "drop table", c.b.DropTable(ctx, t))
}

func (c *contract) ListTables(ctx context.Context, after string, limit int) ([]string, error) {
	names, err := c.b.ListTables(ctx, after, limit)
	return names, fault(ctx, "list tables", err)
}

func (c *contract) ListExpiring(ctx context.Context) ([]string, error) {
	names, err := c.b.ListExpiring(ctx)
	return names, fault(ctx, "list expiring", err)
}

func (c *contract) Stats(ctx context.Context, t *catalog.Table) (catalog.Stats, error) {
	stats, err := c.b.Stats(ctx, t)
	return stats, fault(ctx, "stats", err)
}

func (c *contract) TakeJob(ctx context.Context, name, holder string, hold time.Duration) ([]byte, bool, error) {
	state, taken, err := c.b.TakeJob(ctx, name, holder, hold)
	return state, taken, fault(ctx, "take job", err)
}

func (c *contract) SaveJob(ctx context.Context, name, holder string, state []byte, hold time.Duration) (bool, error) {
	held, err := c.b.SaveJob(ctx, name, holder, state, hold)
	return held, fault(ctx, "save job", err)
}

func (c *contract) EndJob(ctx context.Context, name, holder string) error {
	return fault(ctx, "end job", c.b.EndJob(ctx, name, holder))
}

func (c *contract) WaitingJobs(ctx context.Context, prefix string, limit int) ([]string, error) {
	names, err := c.b.WaitingJobs(ctx, prefix, limit)
	return names, fault(ctx, "waiting jobs", err)
}

func (c *contract) CountJobs(ctx context.Context, prefix string) (int, error) {
	n, err := c.b.CountJobs(ctx, prefix)
	return n, fault(ctx, "count jobs", err)
}

func (c *contract) Backfill(ctx context.Context, t *catalog.Table, x *catalog.Index, after *catalog.Key, limit int) (*catalog.Key, error) {
	last, err := c.b.Backfill(ctx, t, x, after, limit)
	return last, fault(ctx, "backfill", err)
}

func (c *contract) ClearDropped(ctx context.Context, table string, limit int) (bool, error) {
	more, err := c.b.ClearDropped(ctx, table, limit)
	return more, fault(ctx, "clear dropped", err)
}

func (c *contract) Ping(ctx context.Context) error { return fault(ctx, "ping", c.b.Ping(ctx)) }

func (c *contract) Close() error { return c.b.Close() }
