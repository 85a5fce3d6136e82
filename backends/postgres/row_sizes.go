package postgres

import (
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

// rowSizes remembers how large the rows of each table and index were in the last page read, to guess how many of them the next
// page holds. It is a hint: a wrong one costs a round trip or some rows read in vain.
type rowSizes struct {
	mu      sync.Mutex
	average map[rowsOf]int
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
	average, known := x.average[of(p)]
	x.mu.Unlock()
	if !known {
		return firstChunk
	}
	n := bytes / max(average, 1)
	return min(max(n+n/8+1, minChunk), maxChunk)
}

// note remembers the rows of a page.
func (x *rowSizes) note(p *plan.Query, pager *backends.Pager) {
	rows, bytes := pager.Looked()
	if rows == 0 {
		return
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.average == nil || len(x.average) >= maxRemembered {
		x.average = map[rowsOf]int{}
	}
	x.average[of(p)] = bytes / rows
}

// maxRemembered bounds the tables and indexes remembered.
const maxRemembered = 10_000
