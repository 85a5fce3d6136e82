package engine

import (
	"math"
	"testing"

	"github.com/ddbsql/ddbsql/internal/catalog"
)

func TestSequenceNumbersGrow(t *testing.T) {
	first, second := &catalog.Stream{ID: 9}, &catalog.Stream{ID: 10}
	last := ""
	for _, n := range []string{
		sequenceNumber(first, 1), sequenceNumber(first, 2), sequenceNumber(first, 10), sequenceNumber(first, math.MaxInt64),
		sequenceNumber(second, 1), sequenceNumber(&catalog.Stream{ID: 1 << 30}, 1),
	} {
		if n <= last || len(n) < 21 || len(n) > 40 {
			t.Errorf("%s follows %s", n, last)
		}
		last = n
	}
}

func TestSequenceNumbersOfAShard(t *testing.T) {
	end := int64(20)
	s := &catalog.Stream{ID: 9, Last: 30}
	open, closed, empty := &catalog.Shard{After: 10}, &catalog.Shard{After: 10, End: &end}, &catalog.Shard{After: 30}
	const bad, elsewhere = "Invalid SequenceNumber", "Invalid SequenceNumber for the shard"
	for _, c := range []struct {
		name  string
		shard *catalog.Shard
		text  string
		want  int64
		err   string
	}{
		{"a record", open, sequenceNumber(s, 15), 15, ""},
		{"the first position", open, sequenceNumber(s, 11), 11, ""},
		{"the first position of a shard that has no records yet", empty, sequenceNumber(s, 31), 31, ""},
		{"before the shard was opened", open, sequenceNumber(s, 10), 0, elsewhere},
		{"the last of the stream", open, sequenceNumber(s, 30), 30, ""},
		{"a record to come", open, sequenceNumber(s, 31), 0, elsewhere},
		{"the end of a closed shard", closed, sequenceNumber(s, 20), 20, ""},
		{"behind the end of a closed shard", closed, sequenceNumber(s, 21), 0, elsewhere},
		{"of another stream", open, sequenceNumber(&catalog.Stream{ID: 8}, 15), 0, bad},
		{"no digits", open, "1abcdefghijklmnopqrstuvwxyz", 0, bad},
		{"a sign", open, sequencePrefix(s) + "+000000000000000015", 0, bad},
		{"too many digits", open, sequenceNumber(s, 15) + "0", 0, bad},
		{"too few digits", open, sequencePrefix(s) + "000000000000000015", 0, bad},
		{"a position beyond all", open, sequencePrefix(s) + "9999999999999999999", 0, bad},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, refused := positionOf(s, c.shard, c.text)
			text := ""
			if refused != nil {
				text = refused.Message
			}
			if got != c.want || text != c.err {
				t.Errorf("got %d %q, want %d %q", got, text, c.want, c.err)
			}
		})
	}
}
