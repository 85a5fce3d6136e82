package postgres

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Stream reads a stream by its table's name and its label.
func (b *Backend) Stream(ctx context.Context, table, label string) (*catalog.Stream, error) {
	found, err := b.streams(ctx, "stream", b.gen.Stream(table, label))
	if err == nil && len(found) == 0 {
		err = noStream("stream")
	}
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

// ListStreams gives streams by table name and label.
func (b *Backend) ListStreams(ctx context.Context, p *plan.Streams) ([]*catalog.Stream, error) {
	return b.streams(ctx, "list streams", b.gen.ListStreams(p))
}

func (b *Backend) streams(ctx context.Context, op string, st sqlgen.Statement) (found []*catalog.Stream, err error) {
	err = b.do(ctx, op, reads, func(s *session) (err error) {
		found, err = s.streams(ctx, &st)
		return err
	})
	return found, err
}

// streams runs a statement that reads streams.
func (s *session) streams(ctx context.Context, st *sqlgen.Statement) ([]*catalog.Stream, error) {
	var found []*catalog.Stream
	var broken error
	_, err := s.one(ctx, st, func(r row) {
		f, err := streamOf(r)
		if err != nil {
			broken = err
		}
		found = append(found, f)
	})
	if err == nil {
		err = broken
	}
	return found, err
}

// streamOf reads a row of a stream.
func streamOf(r row) (*catalog.Stream, error) {
	return backends.DecodeStream(r.int(0), r.text(1), r.text(2), r.int(3), r.text(4))
}

func noStream(op string) error { return &backends.Error{Code: backends.CodeNoStream, Op: op} }

// orNoStream is the error of statements on the SQL table of a stream's records, which is gone with the stream.
func orNoStream(ctx context.Context, op string, err error) error {
	if codeOf(ctx, err) == backends.CodeStale {
		return noStream(op)
	}
	return err
}

// openStream makes the stream that the definition asks for, if it does, and gives the definition that knows it.
func (b *Backend) openStream(ctx context.Context, s *session, t *catalog.Table) (*catalog.Table, error) {
	if !t.Opens() {
		return t, nil
	}
	definition, err := backends.EncodeStream(t.Stream.Opening)
	if err != nil {
		return nil, err
	}
	id := int64(0)
	st := b.gen.InsertStream(t.Name, t.Stream.Opening, definition)
	if _, err := s.one(ctx, &st, func(r row) { id = r.int(0) }); err != nil {
		return nil, err
	}
	return t.Opened(id), s.runAll(ctx, b.gen.CreateRecords(id))
}

// closeStream ends a stream in a transaction that keeps out all writers of the table: what they recorded is committed.
func (b *Backend) closeStream(ctx context.Context, s *session, id int64) error {
	lock := b.gen.LockStream(id)
	found, err := s.streams(ctx, &lock)
	if err != nil || len(found) == 0 {
		return err
	}
	for more := true; more; {
		if more, err = b.place(ctx, s, found[0]); err != nil {
			return err
		}
	}
	found[0].Close(b.now())
	return b.saveStream(ctx, s, found[0])
}

func (b *Backend) saveStream(ctx context.Context, s *session, stream *catalog.Stream) error {
	definition, err := backends.EncodeStream(stream)
	if err != nil {
		return err
	}
	st := b.gen.UpdateStream(stream, definition)
	_, err = s.one(ctx, &st, nil)
	return err
}

// SplitShard closes a shard and opens two in its place. What waits for a position goes to these.
func (b *Backend) SplitShard(ctx context.Context, stream *catalog.Stream, shard int32, now time.Time) (*catalog.Stream, error) {
	var split *catalog.Stream
	err := b.lockingStream(ctx, "split shard", writes, stream.ID, func(s *session, current *catalog.Stream) error {
		if !current.Split(shard, now) {
			return &backends.Error{Code: backends.CodeNoShard, Op: "split shard"}
		}
		split = current
		return b.saveStream(ctx, s, current)
	})
	return split, err
}

// lockingStream runs fn in a transaction that has the stream's row locked.
func (b *Backend) lockingStream(ctx context.Context, op string, e effect, id int64, fn func(s *session, current *catalog.Stream) error) error {
	err := b.do(ctx, op, e, func(s *session) error {
		current, err := b.lockStream(ctx, s, id)
		if err == nil {
			err = fn(s, current)
		}
		if err == nil {
			_, err = s.one(ctx, &sqlgen.Commit, nil)
		}
		return s.rollback(ctx, err)
	})
	return orNoStream(ctx, op, err)
}

// lockStream begins a transaction and locks a stream's row.
func (b *Backend) lockStream(ctx context.Context, s *session, id int64) (*catalog.Stream, error) {
	var current *catalog.Stream
	var broken error
	_, err := s.pipeline(ctx, []sqlgen.Statement{sqlgen.Begin, b.gen.LockStream(id)}, func(_ int, r row) { current, broken = streamOf(r) })
	switch {
	case err != nil:
		return nil, err
	case broken != nil:
		return nil, broken
	case current == nil:
		return nil, noStream("lock stream")
	}
	return current, nil
}
