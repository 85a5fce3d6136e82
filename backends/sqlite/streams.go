package sqlite

import (
	"context"
	"errors"
	"time"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Stream reads a stream by its table's name and its label.
func (b *backend) Stream(ctx context.Context, table, label string) (*catalog.Stream, error) {
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
func (b *backend) ListStreams(ctx context.Context, p *plan.Streams) ([]*catalog.Stream, error) {
	return b.streams(ctx, "list streams", b.gen.ListStreams(p))
}

func (b *backend) streams(ctx context.Context, op string, st sqlgen.Statement) (found []*catalog.Stream, err error) {
	err = b.exec.read(ctx, op, func(c *conn) (err error) {
		found, err = c.streams(&st)
		return err
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

// streams runs a statement that reads streams.
func (c *conn) streams(st *sqlgen.Statement) (found []*catalog.Stream, err error) {
	err = c.rows(st, func(s *engine.Stmt) (bool, error) {
		f, err := readStream(s)
		found = append(found, f)
		return false, err
	})
	return found, err
}

// readStream reads a row of a stream.
func readStream(s *engine.Stmt) (*catalog.Stream, error) {
	return backends.DecodeStream(s.ColumnInt64(0), s.ColumnText(1), s.ColumnText(2), s.ColumnInt64(3), s.ColumnText(4))
}

func noStream(op string) error { return &backends.Error{Code: backends.CodeNoStream, Op: op} }

// stream reads a stream by id.
func (b *backend) stream(c *conn, op string, id int64) (*catalog.Stream, error) {
	st := b.gen.LockStream(id)
	found, err := c.streams(&st)
	if err == nil && len(found) == 0 {
		err = noStream(op)
	}
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

// openStream makes the stream that the definition asks for, if it does, and gives the definition that knows it.
func (b *backend) openStream(c *conn, t *catalog.Table) (*catalog.Table, error) {
	if !t.Opens() {
		return t, nil
	}
	definition, err := backends.EncodeStream(t.Stream.Opening)
	if err != nil {
		return nil, err
	}
	id := int64(0)
	st := b.gen.InsertStream(t.Name, t.Stream.Opening, definition)
	err = c.rows(&st, func(s *engine.Stmt) (bool, error) {
		id = s.ColumnInt64(0)
		return false, nil
	})
	if err != nil {
		return nil, err
	}
	return t.Opened(id), c.execAll(b.gen.CreateRecords(id))
}

// placeBeforehand gives the records of a stream their positions, in steps, before the transaction that closes the stream: it does so for
// the few that come meanwhile. The table may have no stream.
func (b *backend) placeBeforehand(ctx context.Context, stream *catalog.TableStream) error {
	if stream == nil || stream.ID == 0 {
		return nil
	}
	_, err := b.PlaceRecords(ctx, &catalog.Stream{ID: stream.ID})
	var gone *backends.Error
	if errors.As(err, &gone) && gone.Code == backends.CodeNoStream {
		return nil
	}
	return err
}

// closeStream ends a stream in the transaction that takes it from its table.
func (b *backend) closeStream(c *conn, id int64) error {
	st := b.gen.LockStream(id)
	found, err := c.streams(&st)
	if err != nil || len(found) == 0 {
		return err
	}
	for more := true; more; {
		if more, err = b.place(c, found[0]); err != nil {
			return err
		}
	}
	found[0].Close(b.now())
	return b.saveStream(c, found[0])
}

func (b *backend) saveStream(c *conn, stream *catalog.Stream) error {
	definition, err := backends.EncodeStream(stream)
	if err != nil {
		return err
	}
	st := b.gen.UpdateStream(stream, definition)
	return c.run(&st)
}

// SplitShard closes a shard and opens two in its place. What waits for a position goes to these.
func (b *backend) SplitShard(ctx context.Context, stream *catalog.Stream, shard int32, now time.Time) (split *catalog.Stream, err error) {
	err = b.exec.write(ctx, "split shard", func(c *conn) (err error) {
		if split, err = b.stream(c, "split shard", stream.ID); err != nil {
			return err
		}
		if !split.Split(shard, now) {
			return &backends.Error{Code: backends.CodeNoShard, Op: "split shard"}
		}
		return b.saveStream(c, split)
	})
	if err != nil {
		return nil, err
	}
	return split, nil
}
