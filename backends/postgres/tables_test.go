package postgres

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// tableOf creates a table with partition key pk and an index on each of the named string attributes, of keys only.
func tableOf(t testing.TB, b *Backend, name string, indexed ...string) *catalog.Table {
	t.Helper()
	tab := &catalog.Table{Name: name, Partition: catalog.KeyAttr{Name: "pk", Type: attr.S}}
	for i, a := range indexed {
		tab.Indexes = append(tab.Indexes, &catalog.Index{ID: int32(i + 1), Name: "by-" + a, Projection: catalog.ProjectKeysOnly, Partition: []catalog.KeyAttr{{Name: a, Type: attr.S}}})
	}
	if err := b.CreateTable(context.Background(), tab); err != nil {
		t.Fatal(err)
	}
	return tab
}

func itemOf(t testing.TB, doc string) *attr.Item {
	t.Helper()
	it, err := attr.ParseItem([]byte(doc))
	if err != nil {
		t.Fatal(err)
	}
	return &it
}

func putOf(t testing.TB, tab *catalog.Table, doc string) plan.ItemWrite {
	t.Helper()
	it := itemOf(t, doc)
	key, ok := tab.Key(it)
	if !ok {
		t.Fatalf("%s has no key", doc)
	}
	return plan.ItemWrite{Kind: plan.Put, Table: tab, Key: key, Item: it, Entries: tab.Entries(it)}
}

// addOf adds 1 to attribute n of the item with that partition key.
func addOf(t testing.TB, tab *catalog.Table, pk string) plan.ItemWrite {
	t.Helper()
	w := putOf(t, tab, `{"pk":{"S":"`+pk+`"}}`)
	one, _ := attr.NumberValue("1")
	return plan.ItemWrite{Kind: plan.Update, Table: tab, Key: w.Key, KeyAttrs: w.Item.Attrs,
		Actions: []plan.Action{{Verb: plan.AddValue, Path: attr.Path{{Name: "n"}}, Value: &plan.ValueExpr{Value: one}}}}
}

func notExists(name string) plan.Predicate {
	return &plan.Not{Of: &plan.Exists{Path: attr.Path{{Name: name}}}}
}

func write(t testing.TB, b *Backend, items ...plan.ItemWrite) []backends.WriteResult {
	t.Helper()
	results, err := b.Write(context.Background(), &plan.Write{Items: items})
	if err != nil {
		t.Fatal(err)
	}
	return results
}

// item reads the item with that partition key; empty if there is none.
func item(t testing.TB, b *Backend, tab *catalog.Table, pk string) string {
	t.Helper()
	w := putOf(t, tab, `{"pk":{"S":"`+pk+`"}}`)
	rows, err := b.Get(context.Background(), &plan.Get{Reads: []plan.Read{{Table: tab, Key: w.Key}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(rows[0].Doc), " ", "")
}

func codeOfError(err error) backends.Code {
	var e *backends.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return 0
}

// statementLog is an observer that remembers statements.
type statementLog struct {
	sync.Mutex
	names  []string
	failed []error
}

func (l *statementLog) observe(name string, _ time.Duration, err error) {
	l.Lock()
	defer l.Unlock()
	l.names = append(l.names, name)
	if err != nil {
		l.failed = append(l.failed, fmt.Errorf("%s: %w", name, err))
	}
}

// take gives the names since the last call.
func (l *statementLog) take() string {
	l.Lock()
	defer l.Unlock()
	names := strings.Join(l.names, " ")
	l.names = nil
	return names
}
