package sqlite

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"

	engine "zombiezen.com/go/sqlite"
)

// template is an empty database with the newest schema, nearly all of which is zeros: the number of zeros, the number of bytes that follow
// them, these bytes, and so on.
//
//go:embed template.bin
var template []byte

// fill gives an empty database in memory the newest schema. To make it statement by statement takes half a millisecond longer, a whole one
// in the first start of a process.
func (c *conn) fill() error {
	pages, err := unfold(template)
	if err != nil {
		return err
	}
	// A database that is deserialized stays in one piece of memory of at most 1 GiB, so it is only copied from.
	from, err := engine.OpenConn(":memory:", engine.OpenReadWrite)
	if err != nil {
		return err
	}
	if err := from.Deserialize("main", pages); err != nil {
		return errors.Join(err, from.Close())
	}
	return errors.Join(copyPages(c.db, from), from.Close())
}

func copyPages(to, from *engine.Conn) error {
	b, err := engine.NewBackup(to, "main", from, "main")
	if err != nil {
		return err
	}
	_, err = b.Step(-1)
	return errors.Join(err, b.Close())
}

// unfold gives the pages of a template.
func unfold(folded []byte) ([]byte, error) {
	pages := make([]byte, 0, 16*pageSize)
	for len(folded) > 0 {
		zeros, n := binary.Uvarint(folded)
		rest, m := binary.Uvarint(folded[max(n, 0):])
		if n <= 0 || m <= 0 || uint64(len(folded)-n-m) < rest {
			return nil, fmt.Errorf("the template of new databases is cut after %d bytes", len(pages))
		}
		pages = append(append(pages, make([]byte, zeros)...), folded[n+m:][:rest]...)
		folded = folded[n+m+int(rest):]
	}
	return pages, nil
}
