// Package backends is the door between the translator's plans and the databases.
//
// A Backend is a few coarse verbs: plans in, documents out. A verb that must be atomic is one call. Errors are *Error
// with a closed set of codes, decided by the database's own codes and never by message; Contract wraps every backend and
// enforces that.
package backends

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Backend stores tables in one SQL database. It is safe for concurrent use.
type Backend interface {
	Catalog
	Streams
	Jobs

	// Get reads items by key; the result is aligned with the plan's reads. All reads see one committed state of each item,
	// and of the whole database if the plan says so. The documents lie in docs, if it is not nil; after an error something may still be
	// written there, so that it must not be released.
	Get(ctx context.Context, p *plan.Get, docs *Arena) ([]Row, error)
	// Query reads one page.
	Query(ctx context.Context, p *plan.Query) (*Page, error)
	// Write changes items. The result is aligned with the plan's items. A failed condition is a result, not an error;
	// what a statement refuses about the data (a number that overflows, a path that is not there, an item too large)
	// is a result too, see WriteResult.Refusal.
	Write(ctx context.Context, p *plan.Write) ([]WriteResult, error)

	// CollectionSize is the size in bytes of an item collection: of the items with that partition key, and of their entries in local
	// indexes.
	CollectionSize(ctx context.Context, t *catalog.Table, token attr.Token) (int64, error)

	// Explain gives the statements the plan (*plan.Get, *plan.Query, *plan.Write or *plan.Records) runs, with the database's own plan of each.
	Explain(ctx context.Context, p any) ([]Statement, error)
	// Check compares every index with its table and every stored size with its item, looks at the positions and shards of all streams,
	// and reports what is wrong.
	Check(ctx context.Context) ([]string, error)

	Ping(ctx context.Context) error
	// Close drains what runs, checkpoints and closes.
	Close() error
}

// Catalog stores table definitions. A definition and its SQL tables change in one transaction.
type Catalog interface {
	// CreateTable stores the definition and makes its SQL tables; it sets ID and Version. CodeTableExists if the name is taken.
	// t.Stream.Opening is made too.
	CreateTable(ctx context.Context, t *catalog.Table) error
	// Table reads the definition. CodeNoTable if there is none.
	Table(ctx context.Context, name string) (*catalog.Table, error)
	// UpdateTable replaces the definition if it still has t.Version, and sets the new version in t. CodeStale if it has not. SQL tables
	// of indexes that are new or gone (by ID) are made and dropped, t.Stream.Opening is made, and a stream that t no longer enables is
	// closed: then no writer that does not know of it can still commit.
	UpdateTable(ctx context.Context, t *catalog.Table) error
	// DropTable removes the definition and its rows if the table has still that id, and closes its stream. CodeNoTable if not.
	DropTable(ctx context.Context, t *catalog.Table) error
	// ListTables gives up to limit names after the given one, in byte order.
	ListTables(ctx context.Context, after string, limit int) ([]string, error)
	// ListExpiring gives the names of the tables whose time to live is enabled, in byte order.
	ListExpiring(ctx context.Context) ([]string, error)
	// Stats counts a table's items and bytes, and those of its indexes.
	Stats(ctx context.Context, t *catalog.Table) (catalog.Stats, error)
}

// Row is an item as stored. Doc is nil when there is none.
type Row struct {
	Doc  []byte
	Size int
}

// Page is one page of a Query.
type Page struct {
	// Rows are the items that matched; Doc is nil in all of them when the plan said CountOnly.
	Rows []Row
	// Matched is how many matched, Scanned how many were looked at, Bytes their size (of the projected entries when an index was read).
	Matched, Scanned, Bytes int
	// BaseSizes are the sizes of the looked-at base items, when the plan fetches them.
	BaseSizes []int
	// Last is the document of the last item looked at (at least its table and index key attributes) when more may follow;
	// nil at the end.
	Last []byte

	docs Arena
	list *rowList // where Rows lie, of a page that is released
}

// Release gives the memory of the page's rows and documents to pages to come: nothing of the page may be used afterwards. A page that
// is not released is left to the collector.
func (p *Page) Release() {
	p.list.release(p.Rows)
	p.Rows, p.Last, p.list = nil, nil, nil
	p.docs.Release()
}

// WriteResult is what became of one ItemWrite.
type WriteResult struct {
	// Replayed is set in all results of a plan that happened before, see plan.Once; nothing was changed now. OldSize is then the
	// larger of the item's sizes before and after the change at that time, and nothing else is set.
	Replayed bool
	// Conflict is set when another write holds the item and the plan does not wait for it; no item of the plan was changed.
	Conflict bool
	// ConditionFailed: nothing was changed by this item (by any item of an atomic plan).
	ConditionFailed bool
	// Refusal is set when the data refused the change; nothing was changed.
	Refusal *Refusal
	// Old and New are the documents before and after, nil when there was no item or nobody asked.
	Old, New []byte
	// OldSize and NewSize are the item sizes before and after, 0 for none; set when NeedSizes, NeedOld or NeedNew asked.
	OldSize, NewSize int
}

// Statement is one SQL statement of an explanation.
type Statement struct {
	Name string // the metric label
	SQL  string
	Args []string // printable
	Plan string   // the database's own plan
}
