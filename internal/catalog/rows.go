package catalog

import "github.com/ddbsql/ddbsql/internal/attr"

// Key is the primary key of an item's row.
type Key struct {
	Token attr.Token
	Sort  []byte // empty for a table without sort key, never nil
}

// Entry is an index row: where the item stands in the index, and the size in bytes of what the index projects of it.
type Entry struct {
	Token attr.Token
	Sort  []byte
	Size  int
}
