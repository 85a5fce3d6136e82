package engine

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// positionDigits is how many digits the largest position has.
const positionDigits = 19

// sequenceNumber is the SequenceNumber of a position in a stream: a 1, the stream's id and the position, 30 digits together. It grows
// with the position, and from one stream of a table to the next.
func sequenceNumber(s *catalog.Stream, position int64) string {
	return fmt.Sprintf("%s%0*d", sequencePrefix(s), positionDigits, position)
}

func sequencePrefix(s *catalog.Stream) string { return fmt.Sprintf("1%010d", s.ID) }

// startingPosition is the first position that a record of the shard can have, lastPosition the last one as far as is known.
func startingPosition(h *catalog.Shard) int64 { return h.After + 1 }

func lastPosition(s *catalog.Stream, h *catalog.Shard) int64 {
	last := s.Last
	if h.End != nil {
		last = *h.End
	}
	// A shard without records is described by the position its first one would have.
	return max(last, startingPosition(h))
}

// positionOf reads a SequenceNumber that a record of the shard can have been given.
func positionOf(s *catalog.Stream, h *catalog.Shard, text string) (int64, *apierr.Error) {
	digits, ok := strings.CutPrefix(text, sequencePrefix(s))
	position, err := strconv.ParseUint(digits, 10, 63)
	if !ok || err != nil || len(digits) != positionDigits {
		return 0, apierr.Invalid("Invalid SequenceNumber")
	}
	if p := int64(position); p >= startingPosition(h) && p <= lastPosition(s, h) {
		return p, nil
	}
	return 0, apierr.Invalid("Invalid SequenceNumber for the shard")
}
