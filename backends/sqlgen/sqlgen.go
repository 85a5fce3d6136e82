// Package sqlgen turns plans into SQL. It is the only place that assembles SQL text: a plan and a Dialect give named
// statements with arguments, and a backend runs them. Nothing here touches a database.
//
// # Shape
//
// A Generator is made once per backend, from the SQLite or the Postgres dialect. Its methods are named after what they
// do and give a Statement: a name (the metric label), a text, and arguments. Texts hold no value of a request: equal plans
// give equal texts, so prepared statements hit. SQL identifiers are made of catalog ids only, see names.go.
//
// An argument is one of
//
//	[]byte    bytes: a token, an order-preserving sort key, a comparable
//	string    text in document form (U+0000 escaped)
//	int64     an integer
//	Doc       a document; a backend stores it in the form its database can read
//	*attr.Token, *[]byte                 bytes, of GetItemBy alone
//	[][]byte, []int64, []Doc, []string   arrays, in statements for databases that have them
//
// # Predicates
//
// Builder.Predicate is the one switch over plan.Predicate. What it writes is never NULL: each leaf ends in IS TRUE or
// IS NOT TRUE, so NOT, AND and OR above it are two-valued. How a leaf reads the document is the dialect's, see Operands.
//
// # Row forms
//
// GetItem gives (size, item). ReadItem gives (size, item, hit), and on guarded dialects (ver, table version) behind them. Walk gives
// (item, size, base size, hit) for every row of a page's range in key order, to be read until the page is full: size counts for
// the page, base size is the item's own. Chunk does the same for databases that are better asked for a bounded number of rows,
// and sends only what the page keeps.
//
// # Two kinds of databases
//
// A local database runs simple statements one after the other: GetItem, GetItems, ReadItem, PutItem, PutItemIf, DeleteItem, DeleteItemIf,
// PutEntry, DeleteEntry, Walk. A guarded one is shared by several servers and a network away: Change, UpdateItem, SwapItem, PutItems,
// DeleteItems, GetItems and Chunk do in one round trip what others do in several, and name the table version in every write.
package sqlgen

// Statement is one SQL statement, ready to run.
type Statement struct {
	Name string // what it does: the label of metrics, logs and explanations
	SQL  string
	Args []any
}

// Doc is a document as an argument: an item, or one attribute value.
type Doc []byte

// Generator makes statements in one dialect. It is safe for concurrent use.
type Generator struct {
	d     *Dialect
	texts texts
}

// New makes a Generator for the dialect.
func New(d *Dialect) *Generator {
	return &Generator{d: d}
}
