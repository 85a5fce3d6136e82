package backends

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// soundStream has two shards, the first of them split behind position 3; the first position is trimmed. The last record waits.
func soundStream() (*catalog.Stream, []StoredRecord) {
	s := &catalog.Stream{ID: 1, Table: "T", Label: "L", Shards: catalog.NewShards(2, time.UnixMilli(1)), Last: 3}
	s.Split(1, time.UnixMilli(2))
	s.Last, s.Trimmed = 5, 1
	low, middle, high := attr.Token{0}, attr.Token{0x50}, attr.Token{0xf0}
	return s, []StoredRecord{{2, 1, low}, {3, 2, high}, {4, 3, low}, {5, 4, middle}, {Token: high}}
}

func TestAuditStream(t *testing.T) {
	cases := []struct {
		name  string
		spoil func(s *catalog.Stream, r *[]StoredRecord)
		want  string // a part of the only finding, empty for none
	}{
		{"a sound stream gives nothing", func(*catalog.Stream, *[]StoredRecord) {}, ""},
		{"a record is missing", func(_ *catalog.Stream, r *[]StoredRecord) { *r = slices.Delete(*r, 1, 2) }, "position 4 is behind 2"},
		{"the first record is missing", func(_ *catalog.Stream, r *[]StoredRecord) { *r = (*r)[1:] }, "position 3 is behind 1"},
		{"the last record is missing", func(_ *catalog.Stream, r *[]StoredRecord) { *r = slices.Delete(*r, 3, 4) }, "the last position is 5"},
		{"a record is in a shard that is not", func(_ *catalog.Stream, r *[]StoredRecord) { (*r)[1].Shard = 9 }, "does not exist"},
		{"a record is in another's shard", func(_ *catalog.Stream, r *[]StoredRecord) { (*r)[1].Shard = 1 }, "has not its token"},
		{"a record is in a closed shard", func(_ *catalog.Stream, r *[]StoredRecord) { (*r)[2].Shard = 1 }, "was not open then"},
		{"a record is in a shard that was opened later", func(_ *catalog.Stream, r *[]StoredRecord) { (*r)[0].Shard = 3 }, "was not open then"},
		{"a range is missing", func(s *catalog.Stream, _ *[]StoredRecord) { s.Shard(3).Last[0]-- }, "do not share all tokens"},
		{"a shard of a closed stream is open", func(s *catalog.Stream, r *[]StoredRecord) {
			s.Close(time.UnixMilli(3))
			s.Shard(4).End, *r = nil, (*r)[:4]
		}, "1 of its shards"},
		{"a record came after the end", func(s *catalog.Stream, _ *[]StoredRecord) { s.Close(time.UnixMilli(3)) }, "after it was closed"},
	}
	for _, c := range cases {
		s, records := soundStream()
		c.spoil(s, &records)
		found, err := AuditStream(s, stored(records))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if c.want == "" && len(found) > 0 || c.want != "" && (len(found) != 1 || !strings.Contains(found[0], c.want)) {
			t.Errorf("%s: found %q, want %q", c.name, found, c.want)
		}
	}
}

func TestAuditStreams(t *testing.T) {
	now := time.UnixMilli(1)
	table := func(stream int64, enabled bool) []*catalog.Table {
		return []*catalog.Table{{Name: "none"}, {Name: "T", Stream: &catalog.TableStream{ID: stream, Label: "L", Enabled: enabled}}}
	}
	open, closed := &catalog.Stream{ID: 1, Table: "T", Label: "L"}, &catalog.Stream{ID: 2, Table: "T", Label: "L", ClosedAt: &now}
	cases := []struct {
		name   string
		tables []*catalog.Table
		finds  int
	}{
		{"a table has its stream", table(1, true), 0},
		{"a table has a closed stream", table(2, true), 2},
		{"a table has a stream that is not", table(3, true), 2},
		{"an open stream has no table", table(1, false), 1},
	}
	for _, c := range cases {
		if found := AuditStreams(c.tables, []*catalog.Stream{open, closed}); len(found) != c.finds {
			t.Errorf("%s: found %q", c.name, found)
		}
	}
}
