package postgres

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

// TakeJob takes a lease.
func (b *Backend) TakeJob(ctx context.Context, name, holder string, hold time.Duration) (state []byte, taken bool, err error) {
	st := b.gen.TakeJob(name, holder, hold)
	_, err = b.job(ctx, "take job", &st, func(r row) { state, taken = r.bytes(0), true })
	return state, taken, err
}

// SaveJob keeps a lease.
func (b *Backend) SaveJob(ctx context.Context, name, holder string, state []byte, hold time.Duration) (held bool, err error) {
	st := b.gen.SaveJob(name, holder, state, hold)
	n, err := b.job(ctx, "save job", &st, nil)
	return n > 0, err
}

// EndJob forgets a job.
func (b *Backend) EndJob(ctx context.Context, name, holder string) error {
	st := b.gen.EndJob(name, holder)
	_, err := b.job(ctx, "end job", &st, nil)
	return err
}

// WaitingJobs lists jobs without holder.
func (b *Backend) WaitingJobs(ctx context.Context, prefix string, limit int) (names []string, err error) {
	st := b.gen.WaitingJobs(prefix, limit)
	_, err = b.job(ctx, "waiting jobs", &st, func(r row) { names = append(names, r.text(0)) })
	return names, err
}

// CountJobs counts jobs.
func (b *Backend) CountJobs(ctx context.Context, prefix string) (n int, err error) {
	st := b.gen.CountJobs(prefix)
	_, err = b.job(ctx, "count jobs", &st, func(r row) { n = int(r.int(0)) })
	return n, err
}

// job runs a statement on jobs and gives the number of rows it affected or selected. All of them may be repeated when the connection was
// lost: they say what is to be, and for whom.
func (b *Backend) job(ctx context.Context, op string, st *sqlgen.Statement, each func(row)) (n int64, err error) {
	err = b.do(ctx, op, reads, func(s *session) error {
		n, err = s.one(ctx, st, each)
		return err
	})
	return n, err
}

// ClearDropped finds nothing left: DROP TABLE gives a table's files back to the system, whatever is in them.
func (b *Backend) ClearDropped(context.Context, string, int) (more bool, err error) {
	return false, nil
}
