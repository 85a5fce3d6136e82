package postgres

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// PlaceRecords looks whether records wait for a position, and only then locks the stream and gives them theirs: see
// docs/adr/0008-streams.md. It may be repeated at will, so it waits for others patiently.
func (b *Backend) PlaceRecords(ctx context.Context, stream *catalog.Stream) (*catalog.Stream, error) {
	var current *catalog.Stream
	err := b.do(ctx, "place records", reads, func(s *session) (err error) {
		var waiting bool
		if current, waiting, err = b.probe(ctx, s, stream.ID); err != nil {
			return err
		}
		for waiting && err == nil {
			current, waiting, err = b.placeSome(ctx, s, stream.ID)
		}
		return err
	})
	if err = orNoStream(ctx, "place records", err); err != nil {
		return nil, err
	}
	return current, nil
}

// placeBeforehand gives positions before a table changes, so that few are left to be placed while writers are kept out.
func (b *Backend) placeBeforehand(ctx context.Context, t *catalog.Table) error {
	if t.Stream == nil || t.Stream.ID == 0 {
		return nil
	}
	_, err := b.PlaceRecords(ctx, &catalog.Stream{ID: t.Stream.ID})
	if codeOf(ctx, err) == backends.CodeNoStream {
		return nil
	}
	return err
}

// probe reads a stream and whether records wait.
func (b *Backend) probe(ctx context.Context, s *session, id int64) (current *catalog.Stream, waiting bool, err error) {
	var broken error
	st := b.gen.ProbeStream(id)
	_, err = s.one(ctx, &st, func(r row) {
		current, broken = streamOf(r)
		waiting = r.bool(5)
	})
	switch {
	case err != nil:
		return nil, false, err
	case broken != nil:
		return nil, false, broken
	case current == nil:
		return nil, false, noStream("place records")
	}
	return current, waiting, nil
}

// placeSome places records in a transaction of its own. It says whether there may be more.
func (b *Backend) placeSome(ctx context.Context, s *session, id int64) (current *catalog.Stream, more bool, err error) {
	if current, err = b.lockStream(ctx, s, id); err == nil && current.ClosedAt == nil {
		more, err = b.place(ctx, s, current, sqlgen.Commit)
	}
	return current, more, s.rollback(ctx, err)
}

// place gives records of a locked stream their positions, and runs what is to come with that. It says whether there may be more.
func (b *Backend) place(ctx context.Context, s *session, stream *catalog.Stream, then ...sqlgen.Statement) (more bool, err error) {
	before := stream.Last
	statements := append(b.gen.PlaceRecords(stream, sqlgen.PlaceAtOnce), then...)
	_, err = s.pipeline(ctx, statements, func(_ int, r row) { stream.Last = r.int(0) })
	return stream.Last == before+sqlgen.PlaceAtOnce, err
}
