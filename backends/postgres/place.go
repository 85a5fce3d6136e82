package postgres

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// PlaceRecords looks whether records wait for a position, and only then locks the stream and gives them theirs: see
// docs/adr/0009-streams.md.
func (b *Backend) PlaceRecords(ctx context.Context, stream *catalog.Stream) (*catalog.Stream, error) {
	current, waiting, err := b.placing(ctx, stream.ID, false)
	if err != nil || !waiting {
		return current, err
	}
	turn := b.turns[stream.ID%int64(len(b.turns))]
	select {
	case turn <- struct{}{}:
	case <-ctx.Done():
		return nil, classify(ctx, "place records", ctx.Err())
	}
	defer func() { <-turn }()
	current, _, err = b.placing(ctx, stream.ID, true)
	return current, err
}

// turns lets one caller at a time give positions in a stream; the others wait without a connection. Streams share the turns.
type turns [16]chan struct{}

func newTurns() (t turns) {
	for i := range t {
		t[i] = make(chan struct{}, 1)
	}
	return t
}

// placing looks at a stream, and gives positions if that is asked for. It says whether records wait. It may be repeated at will, so it
// waits patiently for other servers.
func (b *Backend) placing(ctx context.Context, id int64, place bool) (current *catalog.Stream, waiting bool, err error) {
	err = b.do(ctx, "place records", reads, func(s *session) (err error) {
		current, waiting, err = b.probe(ctx, s, id)
		for place && waiting && err == nil {
			current, waiting, err = b.placeSome(ctx, s, id)
		}
		return err
	})
	if err = orNoStream(ctx, "place records", err); err != nil {
		return nil, false, err
	}
	return current, waiting, nil
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
