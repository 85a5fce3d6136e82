package backendtest

import (
	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// subscriber reads a table's latest stream, each shard from where it was left.
type subscriber struct {
	*fixture
	stream *catalog.Stream
	after  map[int32]int64 // by shard
}

// read is a record with the shard it was read from.
type read struct {
	backends.Record
	shard *catalog.Shard
}

// read gives all records that are new, shard by shard.
func (s *subscriber) read() []read {
	s.Helper()
	var all []read
	for _, h := range s.current().Shards {
		all = append(all, s.shard(h, 100)...)
	}
	return all
}

// current is the stream as it is, with all records placed.
func (s *subscriber) current() *catalog.Stream {
	s.Helper()
	if s.stream == nil {
		s.stream = &catalog.Stream{ID: s.tab.Stream.ID}
		s.after = map[int32]int64{}
	}
	current, err := s.b.PlaceRecords(s.ctx, s.stream)
	if err != nil {
		s.Errorf("place records: %v", err)
		return s.stream
	}
	s.stream = current
	return current
}

// shard gives the new records of one shard, page by page.
func (s *subscriber) shard(h *catalog.Shard, limit int) []read {
	s.Helper()
	var all []read
	for {
		page, err := s.b.Records(s.ctx, &plan.Records{Stream: s.stream, Shard: h.ID, After: s.after[h.ID], Limit: limit, MaxBytes: maxBytes})
		if err != nil {
			s.Errorf("records: %v", err)
			return all
		}
		for _, r := range page {
			if r.Position <= s.after[h.ID] {
				s.Errorf("shard %d gives position %d after %d", h.ID, r.Position, s.after[h.ID])
			}
			s.after[h.ID] = r.Position
			all = append(all, read{Record: r, shard: h})
		}
		if len(page) < limit {
			return all
		}
	}
}
