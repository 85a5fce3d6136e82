package backends

import "sync"

// rowList is the memory of a page's rows, used again by pages to come: rows are added one by one, and a list that grows step by step
// to some hundreds costs twice its size each time.
type rowList struct{ rows []Row }

const (
	firstRows = 128
	// maxKeptRows bounds the lists that are used again, to 64 KiB.
	maxKeptRows = 2048
)

var rowLists = sync.Pool{New: func() any { return &rowList{make([]Row, 0, firstRows)} }}

// release takes the list back as it has grown to rows, which nobody may use any more. A nil list is nobody's.
func (l *rowList) release(rows []Row) {
	if l == nil || cap(rows) > maxKeptRows {
		return
	}
	clear(rows)
	l.rows = rows[:0]
	rowLists.Put(l)
}
