package sqlite

import (
	"context"

	engine "zombiezen.com/go/sqlite"

	"github.com/ddbsql/ddbsql/internal/catalog"
)

// placeAtOnce bounds the records that get positions in one transaction: everybody waits some milliseconds for it.
const placeAtOnce = 200

// PlaceRecords looks beside the executor whether records wait for a position, and has the executor give them theirs if so.
func (b *backend) PlaceRecords(ctx context.Context, stream *catalog.Stream) (current *catalog.Stream, err error) {
	waiting := false
	err = b.readBeside(ctx, "place records", func(c *conn) (err error) {
		current, waiting, err = b.probe(c, stream.ID)
		return err
	})
	for waiting && err == nil {
		err = b.exec.write(ctx, "place records", func(c *conn) (err error) {
			if current, err = b.stream(c, "place records", stream.ID); err != nil {
				return err
			}
			waiting, err = b.place(c, current)
			return err
		})
	}
	if err != nil {
		return nil, err
	}
	return current, nil
}

// probe reads a stream and whether records wait. The SQL table of its records is gone with it.
func (b *backend) probe(c *conn, id int64) (current *catalog.Stream, waiting bool, err error) {
	st := b.gen.ProbeStream(id)
	failed := c.rows(&st, func(s *engine.Stmt) (stop bool, err error) {
		waiting = s.ColumnBool(5)
		current, err = readStream(s)
		return true, err
	})
	if failed != nil || current == nil {
		_, err = b.stream(c, "place records", id)
	}
	if err == nil {
		err = failed
	}
	return current, waiting, err
}

// place gives records of a stream their positions. It says whether there may be more. A closed stream has none that wait.
func (b *backend) place(c *conn, stream *catalog.Stream) (more bool, err error) {
	if stream.ClosedAt != nil {
		return false, nil
	}
	before := stream.Last
	for _, st := range b.gen.PlaceRecords(stream, placeAtOnce) {
		err := c.rows(&st, func(s *engine.Stmt) (bool, error) {
			stream.Last = s.ColumnInt64(0)
			return false, nil
		})
		if err != nil {
			return false, err
		}
	}
	return stream.Last == before+placeAtOnce, nil
}
