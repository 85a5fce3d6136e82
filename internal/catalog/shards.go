package catalog

import (
	"bytes"
	"math/big"
	"slices"
	"time"

	"github.com/ddbsql/ddbsql/internal/attr"
)

// NewShards are the first shards of a stream: n of them, which share all tokens evenly.
func NewShards(n int, at time.Time) []*Shard {
	shards := make([]*Shard, n)
	for i := range shards {
		s := &Shard{ID: int32(i + 1), CreatedAt: at}
		s.First, s.Last = attr.TokenRange(i, n)
		shards[i] = s
	}
	return shards
}

// Recorded says whether changes of the table's items are written to a stream.
func (t *Table) Recorded() bool { return t.Stream != nil && t.Stream.Enabled }

// Opens says whether a stream is to be made with the definition.
func (t *Table) Opens() bool { return t.Stream != nil && t.Stream.Opening != nil }

// Opened is the table with the stream that was made for it.
func (t *Table) Opened(id int64) *Table {
	opened, stream := *t, *t.Stream
	stream.ID, stream.Opening = id, nil
	opened.Stream = &stream
	return &opened
}

// Shard returns the shard of that id, or nil.
func (s *Stream) Shard(id int32) *Shard {
	for _, h := range s.Shards {
		if h.ID == id {
			return h
		}
	}
	return nil
}

// Open says whether the shard may still get records.
func (h *Shard) Open() bool { return h.End == nil }

// Holds says whether the token is in the shard's range.
func (h *Shard) Holds(t attr.Token) bool {
	return bytes.Compare(h.First[:], t[:]) <= 0 && bytes.Compare(t[:], h.Last[:]) <= 0
}

// OpenShards are the open ones, in the order of their tokens' ranges.
func (s *Stream) OpenShards() []*Shard {
	var open []*Shard
	for _, h := range s.Shards {
		if h.Open() {
			open = append(open, h)
		}
	}
	slices.SortFunc(open, func(a, b *Shard) int { return bytes.Compare(a.First[:], b.First[:]) })
	return open
}

// ShareTokens says whether the shards, in the order of their ranges, share all tokens: each in one of them.
func ShareTokens(shards []*Shard) bool {
	var next attr.Token
	for _, h := range shards {
		if h.First != next || bytes.Compare(h.First[:], h.Last[:]) > 0 {
			return false
		}
		next = following(h.Last)
	}
	return len(shards) > 0 && next == attr.Token{}
}

// Split closes an open shard behind the stream's last position and opens two that share its range. It is false if there is no
// such shard, if it is closed, or if its range is a single token.
func (s *Stream) Split(id int32, at time.Time) bool {
	parent := s.Shard(id)
	if parent == nil || !parent.Open() || parent.First == parent.Last {
		return false
	}
	middle := between(parent.First, parent.Last)
	lower := &Shard{ID: s.nextShard(), Parent: id, First: parent.First, Last: middle, After: s.Last, CreatedAt: at}
	upper := &Shard{ID: lower.ID + 1, Parent: id, First: following(middle), Last: parent.Last, After: s.Last, CreatedAt: at}
	parent.close(s.Last, at)
	s.Shards = append(s.Shards, lower, upper)
	return true
}

// Close closes the stream with all its shards behind its last position.
func (s *Stream) Close(at time.Time) {
	s.ClosedAt = &at
	for _, h := range s.OpenShards() {
		h.close(s.Last, at)
	}
}

// Trim notes that the records up to a position are removed, and forgets the shards that were closed before the time given and have
// none left; false if that changes nothing. A shard's Parent may then be one that is forgotten.
func (s *Stream) Trim(position int64, before time.Time) bool {
	shards := slices.DeleteFunc(slices.Clone(s.Shards), func(h *Shard) bool {
		return !h.Open() && *h.End <= position && h.ClosedAt.Before(before)
	})
	changed := position != s.Trimmed || len(shards) != len(s.Shards)
	s.Trimmed, s.Shards = position, shards
	return changed
}

func (h *Shard) close(end int64, at time.Time) { h.End, h.ClosedAt = &end, &at }

// nextShard is an id that no shard of the stream has had: the shards that are open always are the latest of their line.
func (s *Stream) nextShard() int32 {
	last := int32(0)
	for _, h := range s.Shards {
		last = max(last, h.ID)
	}
	return last + 1
}

// between is the token in the middle of a range of several, the lower one of two.
func between(first, last attr.Token) attr.Token {
	sum := new(big.Int).Add(new(big.Int).SetBytes(first[:]), new(big.Int).SetBytes(last[:]))
	var t attr.Token
	sum.Rsh(sum, 1).FillBytes(t[:])
	return t
}

// following is the next token; the first one behind the last.
func following(t attr.Token) attr.Token {
	for i := len(t) - 1; i >= 0; i-- {
		if t[i]++; t[i] != 0 {
			break
		}
	}
	return t
}
