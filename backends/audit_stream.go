package backends

import (
	"fmt"
	"iter"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// StoredRecord is what the place of a record is judged by. Position is 0 while it has none.
type StoredRecord struct {
	Position int64
	Shard    int32
	Token    attr.Token
}

// AuditStream looks whether a stream's positions are those from the trimmed ones to its last without gap, each in an open part of a
// shard that has its token, and whether its shards share all tokens. Records come in the order of their positions, those without one
// at the end, from one snapshot with the stream.
func AuditStream(s *catalog.Stream, records iter.Seq2[StoredRecord, error]) ([]string, error) {
	a := &streamAudit{s: s, next: s.Trimmed + 1}
	a.shards()
	for r, err := range records {
		if err != nil {
			return nil, err
		}
		a.record(&r)
	}
	if a.next != s.Last+1 {
		a.found("the last position is %d, that of the last record %d", s.Last, a.next-1)
	}
	return a.findings, nil
}

type streamAudit struct {
	s        *catalog.Stream
	next     int64 // the position of the next record
	findings []string
}

func (a *streamAudit) found(format string, args ...any) {
	if len(a.findings) < maxFindings {
		a.findings = append(a.findings, "stream "+a.s.Label+" of table "+a.s.Table+": "+fmt.Sprintf(format, args...))
	}
}

func (a *streamAudit) shards() {
	open := a.s.OpenShards()
	if a.s.ClosedAt != nil {
		if len(open) > 0 {
			a.found("it is closed, %d of its shards are not", len(open))
		}
		return
	}
	if !catalog.ShareTokens(open) {
		a.found("its open shards do not share all tokens")
	}
}

func (a *streamAudit) record(r *StoredRecord) {
	if r.Position == 0 {
		if a.s.ClosedAt != nil {
			a.found("a record of token %x came after it was closed", r.Token[:])
		}
		return
	}
	if r.Position != a.next {
		a.found("position %d is behind %d", r.Position, a.next-1)
	}
	a.next = r.Position + 1
	switch h := a.s.Shard(r.Shard); {
	case h == nil:
		a.found("position %d is in shard %d, which does not exist", r.Position, r.Shard)
	case !h.Holds(r.Token):
		a.found("position %d is in shard %d, which has not its token", r.Position, r.Shard)
	case r.Position <= h.After || h.End != nil && r.Position > *h.End:
		a.found("position %d is in shard %d, which was not open then", r.Position, r.Shard)
	}
}

// AuditStreams looks whether each table that is recorded has an open stream, and each open stream a table.
func AuditStreams(tables []*catalog.Table, streams []*catalog.Stream) []string {
	var findings []string
	open := map[int64]*catalog.Stream{}
	for _, s := range streams {
		if s.ClosedAt == nil {
			open[s.ID] = s
		}
	}
	for _, t := range tables {
		if !t.Recorded() {
			continue
		}
		if s := open[t.Stream.ID]; s == nil || s.Table != t.Name || s.Label != t.Stream.Label {
			findings = append(findings, fmt.Sprintf("table %s: its stream %s is not there or closed", t.Name, t.Stream.Label))
		}
		delete(open, t.Stream.ID)
	}
	for _, s := range streams {
		if open[s.ID] != nil {
			findings = append(findings, fmt.Sprintf("stream %s of table %s: it is open, and no table has it", s.Label, s.Table))
		}
	}
	return findings
}
