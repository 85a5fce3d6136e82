package postgres

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// How long a read of a replica may take until it is read from the primary instead, how often a replica is asked how it is, and how far it
// may be behind.
const (
	replicaTimeout = 5 * time.Second
	replicaProbe   = time.Second
	maxReplicaLag  = 10 * time.Second
)

// replica is a standby of the database, for reads that need not be consistent. Whatever is wrong with it, the primary answers: the replica
// is gone or hangs, it is far behind, it is no standby any more, or it does not have a table or index as the plan knows it.
type replica struct {
	reader *Backend // with the pool of the replica, and nothing to write with
	usable atomic.Bool
	stop   context.CancelFunc
	ended  chan struct{}
}

// openReplica begins to use a replica. One that is not there now may come later.
func openReplica(ctx context.Context, primary *Backend) (*replica, error) {
	o := primary.opts
	if o.StatementTimeout <= 0 || o.StatementTimeout > replicaTimeout {
		o.StatementTimeout = replicaTimeout
	}
	r := &replica{ended: make(chan struct{})}
	r.reader = &Backend{gen: primary.gen, dialects: primary.dialects, opts: o, watch: watch{limit: o.StatementTimeout}, log: primary.log, now: primary.now, standby: true}
	r.reader.gets.run = r.reader.getGroup
	var err error
	if r.reader.pool, err = r.reader.newPool(ctx, o.ReadReplica, int32(o.Connections), lockWait); err != nil {
		return nil, fmt.Errorf("read replica: %w", err)
	}
	ctx, r.stop = context.WithCancel(context.WithoutCancel(ctx))
	r.probe(ctx)
	go r.watch(ctx)
	return r, nil
}

func (r *replica) close() {
	r.stop()
	<-r.ended
	r.reader.pool.Close()
}

// watch asks now and then how the replica is.
func (r *replica) watch(ctx context.Context) {
	defer close(r.ended)
	for sleep(ctx, replicaProbe) {
		r.probe(ctx)
	}
}

// replicaState asks a standby whether it is one, and how many milliseconds it is behind: nothing if it has done all it was sent and is
// sent more, else as long as its last transaction is ago.
var replicaState = sqlgen.Statement{Name: "replica_state", SQL: "SELECT pg_is_in_recovery(), CASE " +
	"WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() AND EXISTS (SELECT FROM pg_stat_wal_receiver) THEN 0::bigint " +
	"ELSE coalesce(1000 * extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()), 0)::bigint END"}

// probe finds out whether the replica can be used. What changes is logged.
func (r *replica) probe(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, replicaTimeout)
	defer cancel()
	standby, lag := false, int64(0)
	err := r.reader.with(ctx, func(s *session) error {
		_, err := s.one(ctx, &replicaState, func(r row) { standby, lag = r.bool(0), r.int(1) })
		return err
	})
	switch {
	case err != nil:
	case !standby:
		err = fmt.Errorf("it is no standby: what it has may be another history")
	case lag > maxReplicaLag.Milliseconds():
		err = fmt.Errorf("it is %d ms behind", lag)
	}
	was := r.usable.Swap(err == nil)
	switch {
	case was && err != nil && ctx.Err() == nil:
		r.reader.log.Warn("the read replica is not used", "error", err)
	case !was && err == nil:
		r.reader.log.Info("the read replica is used")
	}
}

// serves says whether reads that need not be consistent go to the replica.
func (r *replica) serves(eventual bool) bool { return eventual && r != nil && r.usable.Load() }

// failed notes a read that the replica did not answer. One that was lost is not asked again until it is found well.
func (r *replica) failed(err error) {
	if lost(err) || isConnect(err) {
		r.usable.Store(false)
	}
}

// replicaGet reads items from the replica, if it can be.
func (b *Backend) replicaGet(ctx context.Context, p *plan.Get, docs *backends.Arena) ([]backends.Row, bool) {
	if !b.replica.serves(p.Eventual) {
		return nil, false
	}
	rows, err := b.replica.reader.Get(ctx, p, docs)
	if err != nil {
		b.replica.failed(err)
	}
	return rows, err == nil
}

// replicaQuery reads a page from the replica, if it can be.
func (b *Backend) replicaQuery(ctx context.Context, p *plan.Query) (*backends.Page, bool) {
	if !b.replica.serves(p.Eventual) {
		return nil, false
	}
	page, err := b.replica.reader.Query(ctx, p)
	if err != nil {
		b.replica.failed(err)
	}
	return page, err == nil
}

// read runs a statement that reads a table. On a standby it fails with CodeStale unless the table has there the plan's version: then it has
// all indexes of that version, and they have all that they had when it was made.
func (s *session) read(ctx context.Context, t *catalog.Table, st *sqlgen.Statement, each func(row)) (int64, error) {
	if !s.standby {
		return s.one(ctx, st, each)
	}
	affected, err := s.readVersions(ctx, []*catalog.Table{t}, []sqlgen.Statement{*st}, func(_ int, r row) { each(r) })
	if err != nil {
		return 0, err
	}
	return affected[0], nil
}

// readVersions runs statements that read tables, in one round trip behind those that read their versions.
func (s *session) readVersions(ctx context.Context, tables []*catalog.Table, statements []sqlgen.Statement, each func(i int, r row)) ([]int64, error) {
	all := make([]sqlgen.Statement, 0, len(tables)+len(statements))
	for _, t := range tables {
		all = append(all, s.gen.Version(t))
	}
	versions := make([]int64, len(tables))
	affected, err := s.pipeline(ctx, append(all, statements...), func(i int, r row) {
		if i < len(tables) {
			versions[i] = r.int(0)
		} else {
			each(i-len(tables), r)
		}
	})
	if err != nil {
		return nil, err
	}
	for i, t := range tables {
		if versions[i] != t.Version {
			return nil, stale("read")
		}
	}
	return affected[len(tables):], nil
}
