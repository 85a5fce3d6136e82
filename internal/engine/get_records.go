package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// maxRecordBytes ends a page of records: the record that reaches it is the last.
const maxRecordBytes = 1 << 20

// GetRecords reads the next records of a shard, with those that were committed a moment before. NextShardIterator is missing at the
// end of a closed shard only. A shard in which nothing was written since the last read costs the one statement of placed.
func (e *Engine) GetRecords(ctx context.Context, in *api.GetRecordsInput) (*api.GetRecordsOutput, error) {
	now := e.now()
	it, refused := parseIterator(in.ShardIterator)
	if refused != nil {
		return nil, refused
	}
	s, err := e.placed(ctx, it.stream)
	if err != nil {
		return nil, err
	}
	if refused := it.check(s, now); refused != nil {
		return nil, refused
	}
	out := &api.GetRecordsOutput{Records: []*api.Record{}}
	h := s.Shard(it.shard)
	if h == nil { // forgotten: it was closed and had no records left
		return out, nil
	}
	var records []backends.Record
	if it.after < lastRecorded(s, h) {
		records, err = e.backend.Records(ctx, &plan.Records{Stream: s, Shard: h.ID, After: it.after, Limit: maxRecords(in), MaxBytes: maxRecordBytes})
		if isCode(err, backends.CodeNoStream) {
			return nil, streamNotFound(s.ARN)
		}
		if err != nil {
			return nil, err
		}
	}
	// All that is placed has been looked at when there is nothing.
	after := max(it.after, s.Last)
	if n := len(records); n > 0 {
		after = records[n-1].Position
	}
	if h.Open() || after < *h.End {
		out.NextShardIterator = new(iteratorText(s, h, after, now))
	}
	out.Records, err = e.streamRecords(s, records)
	return out, err
}

// lastRecorded is the position of the last record that the shard can have now.
func lastRecorded(s *catalog.Stream, h *catalog.Shard) int64 {
	if h.Open() {
		return s.Last
	}
	return *h.End
}

func maxRecords(in *api.GetRecordsInput) int {
	if in.Limit == nil {
		return api.MaxRecords
	}
	return int(*in.Limit)
}
