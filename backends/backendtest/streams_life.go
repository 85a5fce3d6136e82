package backendtest

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// testStreamLife opens, closes, reopens, splits, trims and forgets streams.
func testStreamLife(t *testing.T, b backends.Backend) {
	testReopening(newFixture(t, b, hashTable("reopened")))
	testRecreation(newFixture(t, b, opening(hashTable("recreated"), catalog.ViewBoth, 2)))
	testStreamList(newFixture(t, b, hashTable("a")))
	testSplit(newFixture(t, b, opening(hashTable("split"), catalog.ViewNew, 1)))
	testRecordPages(newFixture(t, b, opening(hashTable("paged"), catalog.ViewBoth, 1)))
	testTrim(newFixture(t, b, opening(hashTable("trimmed"), catalog.ViewKeysOnly, 2)))
	testForget(newFixture(t, b, opening(hashTable("forgotten"), catalog.ViewKeysOnly, 2)))
}

// changeStream opens a stream of the table, or closes the one it has.
func (f *fixture) changeStream(label string) {
	f.Helper()
	next := *f.tab
	if label == "" {
		stream := *f.tab.Stream
		stream.Enabled = false
		next.Stream = &stream
	} else {
		opening(&next, catalog.ViewNew, 1)
		next.Stream.Label, next.Stream.Opening.Label = label, label
	}
	f.must(f.b.UpdateTable(f.ctx, &next))
	f.tab = &next
	stored, err := f.b.Table(f.ctx, next.Name)
	f.must(err)
	if !reflect.DeepEqual(stored, &next) {
		f.Errorf("the table reads back as %+v, %+v, want %+v, %+v", stored, stored.Stream, &next, next.Stream)
	}
}

// values are the values of v in the new images of what the subscriber has not read, shard by shard.
func (s *subscriber) values() string {
	s.Helper()
	var all []string
	for _, r := range s.read() {
		if r.New == nil {
			all = append(all, string(r.Kind))
			continue
		}
		v, _ := s.item(string(r.New)).Get("v")
		all = append(all, v.Text())
	}
	return strings.Join(all, " ")
}

func (f *fixture) putValue(pk, v string) plan.ItemWrite {
	f.Helper()
	return f.put(fmt.Sprintf(`{"pk":{"S":"%s"},"v":{"S":"%s"}}`, pk, v))
}

// testReopening gives a table a stream, takes it away and gives it another one. Each has the changes of its time, also when it is
// read later.
func testReopening(f *fixture) {
	f.write(f.putValue("k", "before"))
	f.changeStream("first")
	first := &subscriber{fixture: f}
	first.values()
	f.write(f.putValue("k", "1"))
	f.write(f.putValue("k", "2"))
	f.changeStream("")
	f.write(f.putValue("k", "between"))
	f.changeStream("second")
	second := &subscriber{fixture: f}
	f.write(f.putValue("k", "3"))

	if got := first.values(); got != "1 2" {
		f.Errorf("the closed stream has %q", got)
	}
	if got := second.values(); got != "3" {
		f.Errorf("the second stream has %q", got)
	}
	for label, closed := range map[string]bool{"first": true, "second": false} {
		stream, err := f.b.Stream(f.ctx, f.tab.Name, label)
		f.must(err)
		shard := stream.Shards[0]
		if stream.Table != f.tab.Name || stream.Label != label || (stream.ClosedAt != nil) != closed || shard.Open() == closed || (shard.ClosedAt != nil) != closed {
			f.Errorf("the stream %s is %+v with shard %+v", label, stream, shard)
		}
		if closed && *shard.End != 2 {
			f.Errorf("the shard of the closed stream ends at %d", *shard.End)
		}
	}
	_, err := f.b.Stream(f.ctx, f.tab.Name, "third")
	f.wantCode(err, backends.CodeNoStream)
	f.changeStream("fourth") // in place of one that is open
	if got := second.values(); got != "" || second.stream.ClosedAt == nil {
		f.Errorf("the stream in whose place another was opened has %q more, closed at %v", got, second.stream.ClosedAt)
	}
	f.sound()
}

// testRecreation drops a table and makes another one of its name. Both streams are there, each with its own records.
func testRecreation(f *fixture) {
	old := f.tab
	f.write(f.putValue("k", "old"))
	f.must(f.b.DropTable(f.ctx, old))
	again := newFixture(f.T, f.b, opening(hashTable(old.Name), catalog.ViewBoth, 1))
	again.write(again.putValue("k", "new"))
	if again.tab.Stream.ID == old.Stream.ID {
		f.Error("both streams have one id")
	}
	late := &subscriber{fixture: f}
	f.tab = old
	if got := late.values(); got != "old" || late.stream.ClosedAt == nil || len(late.stream.OpenShards()) > 0 {
		f.Errorf("the dropped table's stream has %q and is %+v", got, late.stream)
	}
	if got := (&subscriber{fixture: again}).values(); got != "new" {
		f.Errorf("the new table's stream has %q", got)
	}
	f.sound()
}

// testStreamList lists streams page by page, of all tables and of one. The streams of a table that is gone are listed with it.
func testStreamList(f *fixture) {
	want := []string{}
	for _, label := range []string{"l1", "l2", "l3"} {
		f.changeStream(label)
		want = append(want, "a/"+label)
	}
	other := newFixture(f.T, f.b, hashTable("B"))
	other.changeStream("l0")
	list := func(table string, deleted bool) (got []string) {
		afterTable, afterLabel := table, ""
		for {
			page, err := f.b.ListStreams(f.ctx, &plan.Streams{Table: table, AfterTable: afterTable, AfterLabel: afterLabel, Limit: 2, Deleted: deleted})
			f.must(err)
			if len(page) == 0 {
				return got
			}
			for _, s := range page {
				if s.Table == "a" || s.Table == "B" { // others have left theirs
					got = append(got, s.Table+"/"+s.Label)
				}
				afterTable, afterLabel = s.Table, s.Label
			}
		}
	}
	all := append([]string{"B/l0"}, want...)
	check := func(what string, got, want []string) {
		if !reflect.DeepEqual(got, want) {
			f.Errorf("%s are %q, want %q", what, got, want)
		}
	}
	check("the streams of one table", list("a", false), want)
	check("all streams", list("", false), all)
	f.must(f.b.DropTable(f.ctx, other.tab))
	check("the streams of tables that are there", list("", false), want)
	check("all streams after one's table is gone", list("", true), all)
	check("the streams of a table that is gone", list("B", false), []string{"B/l0"})
}

// testSplit splits a shard and one of its children. Records go on where their tokens are, behind those of the parent.
func testSplit(f *fixture) {
	s := &subscriber{fixture: f}
	for n := range 20 {
		f.write(f.putValue(fmt.Sprint(n), "1"))
	}
	if got := s.values(); strings.Count(got, "1") != 20 {
		f.Errorf("before the split: %q", got)
	}
	id := &catalog.Stream{ID: f.tab.Stream.ID}
	now := time.UnixMilli(1_700_000_000_000).UTC()
	split, err := f.b.SplitShard(f.ctx, id, 1, now)
	f.must(err)
	stored, err := f.b.Stream(f.ctx, f.tab.Name, f.tab.Stream.Label)
	f.must(err)
	if !reflect.DeepEqual(stored, split) {
		f.Errorf("the stream reads back as %+v, want %+v", stored, split)
	}
	parent, lower, upper := split.Shards[0], split.Shards[1], split.Shards[2]
	if parent.Open() || *parent.End != 20 || lower.Parent != 1 || upper.Parent != 1 || lower.ID != 2 || upper.ID != 3 ||
		lower.After != 20 || upper.After != 20 || lower.First != parent.First || upper.Last != parent.Last || !lower.CreatedAt.Equal(now) {
		f.Errorf("the shards are %+v, %+v, %+v", parent, lower, upper)
	}
	for _, closed := range []int32{1, 9} {
		_, err = f.b.SplitShard(f.ctx, id, closed, now)
		f.wantCode(err, backends.CodeNoShard)
	}
	_, err = f.b.SplitShard(f.ctx, &catalog.Stream{ID: 1 << 40}, 1, now)
	f.wantCode(err, backends.CodeNoStream)
	_, err = f.b.SplitShard(f.ctx, id, 3, now)
	f.must(err)
	for n := range 20 {
		f.write(f.putValue(fmt.Sprint(n), "2"))
	}
	counts := map[int32]int{}
	for _, r := range s.read() {
		counts[r.shard.ID]++
	}
	if counts[2]+counts[4]+counts[5] != 20 || counts[2] == 0 || counts[4]+counts[5] == 0 {
		f.Errorf("the shards have these records: %v", counts)
	}
	f.sound()
}

// testRecordPages reads pages that end by number and by bytes.
func testRecordPages(f *fixture) {
	for n := range 5 {
		f.write(f.putValue("k", fmt.Sprint(n)+strings.Repeat("x", 1000)))
	}
	s := &subscriber{fixture: f}
	s.read()
	for _, c := range []struct {
		after, limit, bytes int
		want                string
	}{
		{0, 10, maxBytes, "1 2 3 4 5 "},
		{0, 3, maxBytes, "1 2 3 "},
		{3, 10, maxBytes, "4 5 "},
		{5, 10, maxBytes, ""},
		{0, 10, 1, "1 "},
		{0, 10, 1000, "1 "},
		{0, 10, 3000, "1 2 "},
		{1, 10, 2100, "2 3 "},
	} {
		page, err := f.b.Records(f.ctx, &plan.Records{Stream: s.stream, Shard: 1, After: int64(c.after), Limit: c.limit, MaxBytes: c.bytes})
		f.must(err)
		got := ""
		for _, r := range page {
			got += fmt.Sprint(r.Position, " ")
		}
		if got != c.want {
			f.Errorf("after %d, %d records or %d bytes: %q, want %q", c.after, c.limit, c.bytes, got, c.want)
		}
	}
	page, err := f.b.Records(f.ctx, &plan.Records{Stream: s.stream, Shard: 7, Limit: 10, MaxBytes: maxBytes})
	f.must(err)
	if len(page) > 0 {
		f.Errorf("a shard that is not there has %d records", len(page))
	}
}

// testTrim removes what is old, a part at a time, and with it the shards that were closed before.
func testTrim(f *fixture) {
	at := func(second int) time.Time { return time.Unix(1_700_000_000+int64(second), 0) }
	stream := &catalog.Stream{ID: f.tab.Stream.ID}
	put := func(from, to int) {
		for n := from; n < to; n++ {
			_, err := f.b.Write(f.ctx, &plan.Write{Now: at(n), Items: []plan.ItemWrite{f.putValue(fmt.Sprint(n), "x")}})
			f.must(err)
		}
	}
	trim := func(second, limit, removes int, trimmed int64) *catalog.Stream {
		f.Helper()
		n, err := f.b.TrimStream(f.ctx, stream, at(second), limit)
		f.must(err)
		current, err := f.b.PlaceRecords(f.ctx, stream)
		f.must(err)
		if n != removes || current.Trimmed != trimmed {
			f.Errorf("a trim before second %d removed %d up to %d, want %d up to %d", second, n, current.Trimmed, removes, trimmed)
		}
		return current
	}
	trim(0, 100, 0, 0)
	put(0, 10) // nobody has read them
	trim(0, 100, 0, 0)
	trim(4, 100, 4, 4)
	if got := len((&subscriber{fixture: f}).read()); got != 6 {
		f.Errorf("%d records are left", got)
	}
	trim(8, 3, 3, 7)
	trim(8, 3, 1, 8)
	_, err := f.b.SplitShard(f.ctx, stream, 1, at(10))
	f.must(err)
	put(10, 20)
	if current := trim(10, 100, 2, 10); len(current.Shards) != 4 {
		f.Errorf("a shard that was closed just now is gone: %d are left", len(current.Shards))
	}
	current := trim(100, 5, 5, 15)
	if current.Shard(1) != nil || len(current.Shards) != 3 {
		f.Errorf("a shard that was closed long ago and is empty is still there, or others are gone: %d", len(current.Shards))
	}
	f.sound()
	trim(100, 5, 5, 20)
	put(20, 21)
	trim(100, 5, 1, 21)
	f.sound()
}

// testForget removes a stream that was closed long ago.
func testForget(f *fixture) {
	f.write(f.putValue("k", "x"))
	stream := &catalog.Stream{ID: f.tab.Stream.ID}
	label := f.tab.Stream.Label
	f.must(f.b.DropTable(f.ctx, f.tab))
	n, err := f.b.TrimStream(f.ctx, stream, time.Now().Add(-time.Hour), 100)
	f.must(err)
	_, err = f.b.Stream(f.ctx, f.tab.Name, label)
	if n != 0 || err != nil {
		f.Errorf("a stream that was closed just now: %d removed, %v", n, err)
	}
	if n, err = f.b.TrimStream(f.ctx, stream, time.Now().Add(time.Hour), 100); n != 1 || err != nil {
		f.Errorf("a stream that was closed long ago: %d removed, %v", n, err)
	}
	for what, use := range map[string]func() error{
		"read":  func() error { _, err := f.b.Stream(f.ctx, f.tab.Name, label); return err },
		"place": func() error { _, err := f.b.PlaceRecords(f.ctx, stream); return err },
		"page": func() error {
			_, err := f.b.Records(f.ctx, &plan.Records{Stream: stream, Shard: 1, Limit: 1, MaxBytes: 1})
			return err
		},
		"split": func() error { _, err := f.b.SplitShard(f.ctx, stream, 1, time.Now()); return err },
		"trim":  func() error { _, err := f.b.TrimStream(f.ctx, stream, time.Now(), 1); return err },
	} {
		if err := use(); codeOf(err) != backends.CodeNoStream {
			f.Errorf("%s of a stream that is gone: %v", what, err)
		}
	}
	f.sound()
}
