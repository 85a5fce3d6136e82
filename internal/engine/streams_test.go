package engine

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// log is a database with one stream. Records are put into shards by hand and have their positions at once.
type log struct {
	backends.Backend
	stream  *catalog.Stream
	records map[int32][]backends.Record
	calls   []string
}

func (l *log) Stream(_ context.Context, table, label string) (*catalog.Stream, error) {
	l.calls = append(l.calls, "Stream")
	if table != l.stream.Table || label != l.stream.Label {
		return nil, &backends.Error{Code: backends.CodeNoStream, Op: "stream"}
	}
	return l.stream, nil
}

func (l *log) PlaceRecords(context.Context, *catalog.Stream) (*catalog.Stream, error) {
	l.calls = append(l.calls, "PlaceRecords")
	now := *l.stream
	return &now, nil
}

func (l *log) Records(_ context.Context, p *plan.Records) ([]backends.Record, error) {
	l.calls = append(l.calls, "Records")
	var page []backends.Record
	for _, r := range l.records[p.Shard] {
		if r.Position > p.After && len(page) < p.Limit {
			page = append(page, r)
		}
	}
	return page, nil
}

// write adds a record to a shard.
func (l *log) write(shard int32) {
	l.stream.Last++
	r := backends.Record{Position: l.stream.Last, Kind: backends.Insert, At: time.Now(), Keys: []byte(`{"p":{"S":"a"}}`)}
	l.records[shard] = append(l.records[shard], r)
}

const filmsStream = "arn:aws:dynamodb:us-east-1:000000000000:table/films/stream/2024-11-22T15:00:00.000"

// newLog is a stream of a table, with n shards.
func newLog(n int) *log {
	at := time.Date(2024, 11, 22, 15, 0, 0, 0, time.UTC)
	return &log{records: map[int32][]backends.Record{}, stream: &catalog.Stream{
		ID: 7, Table: "films", Label: at.Format(labelForm), ARN: filmsStream, Secret: []byte("secret"), View: catalog.ViewBoth,
		CreatedAt: at, Partition: catalog.KeyAttr{Name: "p", Type: attr.S}, Shards: catalog.NewShards(n, at),
	}}
}

// iterator gets an iterator of the shard of that id.
func (l *log) iterator(t *testing.T, e *Engine, shard int32, kind string) string {
	t.Helper()
	out, err := e.GetShardIterator(t.Context(), &api.GetShardIteratorInput{
		StreamArn: filmsStream, ShardId: shardName(l.stream.Shard(shard)), ShardIteratorType: kind,
	})
	if err != nil {
		t.Fatal(err)
	}
	return *out.ShardIterator
}

// readPage reads with an iterator and gives the positions read and the next iterator, empty for none.
func readPage(t *testing.T, e *Engine, iterator string, limit int32) ([]int64, string) {
	t.Helper()
	out, err := e.GetRecords(t.Context(), &api.GetRecordsInput{ShardIterator: iterator, Limit: &limit})
	if err != nil {
		t.Fatal(err)
	}
	var positions []int64
	for _, r := range out.Records {
		stream := &catalog.Stream{ID: 7, Last: 1 << 40}
		p, refused := positionOf(stream, &catalog.Shard{}, *r.Dynamodb.SequenceNumber)
		if refused != nil {
			t.Fatal(refused)
		}
		positions = append(positions, p)
	}
	return positions, deref(out.NextShardIterator)
}

func TestIteratorsWalkAShardOnce(t *testing.T) {
	l := newLog(2)
	e := New(l, Options{})
	for _, shard := range []int32{1, 2, 1, 1, 2} {
		l.write(shard)
	}
	next := l.iterator(t, e, 1, api.TrimHorizon)
	latest := l.iterator(t, e, 1, api.Latest)
	l.write(1)
	var all []int64
	for range 3 {
		var positions []int64
		positions, next = readPage(t, e, next, 2)
		all = append(all, positions...)
	}
	if want := []int64{1, 3, 4, 6}; !slices.Equal(all, want) || next == "" {
		t.Errorf("read %v and then %q, want %v and more to come", all, next, want)
	}
	if positions, _ := readPage(t, e, latest, 10); !slices.Equal(positions, []int64{6}) {
		t.Errorf("LATEST reads %v, want what was written after it: 6", positions)
	}
}

func TestOnlyTheEndOfAClosedShardHasNoNextIterator(t *testing.T) {
	l := newLog(2)
	e := New(l, Options{})
	l.write(1)
	l.write(2)
	first := l.iterator(t, e, 1, api.TrimHorizon)
	open := l.iterator(t, e, 2, api.TrimHorizon)
	l.stream.Split(1, time.Now())
	positions, next := readPage(t, e, first, 10)
	if !slices.Equal(positions, []int64{1}) {
		t.Errorf("read %v, want 1", positions)
	}
	if next != "" {
		if positions, next = readPage(t, e, next, 10); len(positions) > 0 || next != "" {
			t.Errorf("behind the end: %v and %q", positions, next)
		}
	}
	if _, next = readPage(t, e, open, 10); next == "" {
		t.Error("an open shard ends")
	}
	if positions, next = readPage(t, e, l.iterator(t, e, 1, api.Latest), 10); len(positions) > 0 || next != "" {
		t.Errorf("LATEST of a closed shard reads %v and goes on with %q", positions, next)
	}
}

func TestReadingAnIdleShardIsOneStatement(t *testing.T) {
	l := newLog(1)
	e := New(l, Options{})
	l.write(1)
	_, next := readPage(t, e, l.iterator(t, e, 1, api.TrimHorizon), 10)
	l.calls = nil
	if readPage(t, e, next, 10); !slices.Equal(l.calls, []string{"PlaceRecords"}) {
		t.Errorf("got %v", l.calls)
	}
}

func TestAnIdleShardsIteratorOutlivesWhatOtherShardsTrim(t *testing.T) {
	l := newLog(2)
	e := New(l, Options{})
	idle := l.iterator(t, e, 1, api.Latest)
	l.write(2)
	_, idle = readPage(t, e, idle, 10)
	l.stream.Trimmed = 1
	if _, idle = readPage(t, e, idle, 10); idle == "" {
		t.Error("the shard ended")
	}
}

func TestShardsAreDescribedByPages(t *testing.T) {
	l := newLog(3)
	e := New(l, Options{})
	l.write(2)
	l.stream.Split(2, l.stream.CreatedAt.Add(time.Second))
	var ids []string
	in := &api.DescribeStreamInput{StreamArn: filmsStream, Limit: new(int32(2))}
	for pages := 0; ; pages++ {
		out, err := e.DescribeStream(t.Context(), in)
		if err != nil || pages > 3 {
			t.Fatal(pages, err)
		}
		for _, s := range out.StreamDescription.Shards {
			ids = append(ids, *s.ShardId)
		}
		if in.ExclusiveStartShardId = out.StreamDescription.LastEvaluatedShardId; in.ExclusiveStartShardId == nil {
			break
		}
	}
	var want []string
	for _, h := range l.stream.Shards {
		want = append(want, shardName(h))
	}
	if !slices.Equal(ids, want) || !slices.IsSorted(ids) {
		t.Errorf("got %v, want %v", ids, want)
	}
	filter := &api.ShardFilter{Type: new("CHILD_SHARDS"), ShardId: &want[1]}
	out, err := e.DescribeStream(t.Context(), &api.DescribeStreamInput{StreamArn: filmsStream, ShardFilter: filter})
	if err != nil {
		t.Fatal(err)
	}
	if kids := out.StreamDescription.Shards; len(kids) != 2 || *kids[0].ParentShardId != want[1] || *kids[1].ParentShardId != want[1] {
		t.Errorf("children %v", kids)
	}
}
