package sqlite

import (
	"context"
	"time"

	engine "zombiezen.com/go/sqlite"
)

// TakeJob takes a lease. Only this server can have others: jobs are taken from one that died when the file is opened.
func (b *backend) TakeJob(ctx context.Context, name, holder string, hold time.Duration) (state []byte, taken bool, err error) {
	st := b.gen.TakeJob(name, holder, hold)
	err = b.exec.write(ctx, "take job", func(c *conn) error {
		state, taken = nil, false
		return c.rows(&st, func(s *engine.Stmt) (bool, error) {
			taken = true
			if !s.ColumnIsNull(0) {
				state = columnBytes(s, 0)
			}
			return false, nil
		})
	})
	if err != nil {
		return nil, false, err
	}
	return state, taken, nil
}

// SaveJob keeps a lease.
func (b *backend) SaveJob(ctx context.Context, name, holder string, state []byte, hold time.Duration) (bool, error) {
	st, changed := b.gen.SaveJob(name, holder, state, hold), 0
	err := b.exec.write(ctx, "save job", func(c *conn) (err error) {
		changed, err = c.exec(&st)
		return err
	})
	return err == nil && changed > 0, err
}

// EndJob forgets a job.
func (b *backend) EndJob(ctx context.Context, name, holder string) error {
	st := b.gen.EndJob(name, holder)
	return b.exec.write(ctx, "end job", func(c *conn) error { return c.run(&st) })
}

// WaitingJobs lists jobs without holder.
func (b *backend) WaitingJobs(ctx context.Context, prefix string, limit int) ([]string, error) {
	st := b.gen.WaitingJobs(prefix, limit)
	var names []string
	err := b.exec.read(ctx, "waiting jobs", func(c *conn) error {
		return c.rows(&st, func(s *engine.Stmt) (bool, error) {
			names = append(names, s.ColumnText(0))
			return false, nil
		})
	})
	if err != nil {
		return nil, err
	}
	return names, nil
}

// CountJobs counts jobs.
func (b *backend) CountJobs(ctx context.Context, prefix string) (int, error) {
	st, n := b.gen.CountJobs(prefix), 0
	err := b.exec.read(ctx, "count jobs", func(c *conn) error {
		return c.rows(&st, func(s *engine.Stmt) (bool, error) {
			n = s.ColumnInt(0)
			return false, nil
		})
	})
	if err != nil {
		return 0, err
	}
	return n, nil
}
