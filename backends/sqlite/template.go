package sqlite

import (
	_ "embed"
	"encoding/binary"
	"errors"

	engine "zombiezen.com/go/sqlite"
)

// template is an empty database with the newest schema, nearly all of which is zeros: the number of zeros, the number of bytes that follow
// them, these bytes, and so on.
//
//go:embed template.bin
var template []byte

// fill gives an empty database in memory the newest schema, page by page (https://sqlite.org/dbpage.html). To make it statement by statement
// takes half a millisecond longer, a whole one in the first start of a process; to copy it from a second database a quarter of one.
func (c *conn) fill() error {
	insert, _, err := c.db.PrepareTransient("INSERT INTO sqlite_dbpage (pgno, data) VALUES (?1, ?2)")
	if err != nil {
		return nil // an engine that is built without that: migrate makes the schema then
	}
	return errors.Join(c.writePages(insert), insert.Finalize())
}

// writePages writes the template with a statement that takes the number of a page and the page. The engine does not notice that the first
// page is another one, until a change of it is taken back, nor that there are tables now, until it is told.
func (c *conn) writePages(insert *engine.Stmt) error {
	if err := c.script("BEGIN"); err != nil {
		return err
	}
	n := int64(0)
	write := func(page []byte) error {
		n++
		insert.BindInt64(1, n)
		insert.BindBytes(2, page)
		_, err := insert.Step()
		return errors.Join(err, insert.Reset())
	}
	if err := unfold(template, write); err != nil {
		return err
	}
	if err := c.script("COMMIT", "BEGIN"); err != nil {
		return err
	}
	n = 0
	if err := write(make([]byte, pageSize)); err != nil {
		return err
	}
	return c.script("ROLLBACK", "PRAGMA writable_schema=RESET")
}

var errCut = errors.New("the template of new databases is cut")

// unfold gives the pages of a template, one after the other and each in the same memory.
func unfold(folded []byte, each func(page []byte) error) error {
	page, filled := make([]byte, pageSize), 0
	for len(folded) > 0 {
		zeros, n := binary.Uvarint(folded)
		rest, m := binary.Uvarint(folded[max(n, 0):])
		if n <= 0 || m <= 0 || uint64(len(folded)-n-m) < rest {
			return errCut
		}
		some := folded[n+m:][:rest]
		folded = folded[n+m+int(rest):]
		for zeros > 0 || len(some) > 0 {
			skipped := min(int(zeros), pageSize-filled)
			copied := copy(page[filled+skipped:], some)
			zeros, some, filled = zeros-uint64(skipped), some[copied:], filled+skipped+copied
			if filled == pageSize {
				if err := each(page); err != nil {
					return err
				}
				clear(page)
				filled = 0
			}
		}
	}
	if filled > 0 {
		return errCut
	}
	return nil
}
