package postgres

import (
	"math"
	"sync"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// How many rows a chunk reads at least, at most, and where nothing is known of their size.
const (
	minChunk   = 16
	firstChunk = 256
	maxChunk   = 50_000
)

// uncutBytes is how many bytes a chunk may have that is sent to its last row, though the page may end before: a few pages.
const uncutBytes = 4 << 20

// rowSizes remembers how large the rows of each table and index were in the last page read, to guess how many of them the next
// page holds. It is a hint: a wrong one costs a round trip or some rows read in vain.
type rowSizes struct {
	mu    sync.Mutex
	known map[rowsOf]sizesOf
}

type sizesOf struct {
	average int // of the last page, by what counts for its end
	largest int // item ever sent
}

type rowsOf struct {
	table int64
	index int32
}

func of(p *plan.Query) rowsOf {
	if p.Index != nil {
		return rowsOf{p.Table.ID, p.Index.ID}
	}
	return rowsOf{table: p.Table.ID}
}

// rows guesses how many rows have that many bytes, rather more than less.
func (x *rowSizes) rows(p *plan.Query, bytes int) int {
	x.mu.Lock()
	s, known := x.known[of(p)]
	x.mu.Unlock()
	if !known {
		return firstChunk
	}
	n := bytes / max(s.average, 1)
	return min(max(n+n/8+1, minChunk), maxChunk)
}

// atMost guesses how many bytes so many rows have, rather more than less.
func (x *rowSizes) atMost(p *plan.Query, rows int) int {
	x.mu.Lock()
	defer x.mu.Unlock()
	if s, known := x.known[of(p)]; known {
		return rows * s.largest
	}
	return math.MaxInt
}

// note remembers the rows of a page, and the largest item that was sent.
func (x *rowSizes) note(p *plan.Query, pager *backends.Pager, largest int) {
	rows, bytes := pager.Looked()
	if rows == 0 {
		return
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.known == nil || len(x.known) >= maxRemembered {
		x.known = map[rowsOf]sizesOf{}
	}
	x.known[of(p)] = sizesOf{average: bytes / rows, largest: max(x.known[of(p)].largest, largest)}
}

// maxRemembered bounds the tables and indexes remembered.
const maxRemembered = 10_000
