// Package backendtest is the behaviour every backend must have, as one test suite, and a differential fuzz of predicates against
// a reference evaluator. The tests of a backend call Run and Fuzz; nothing else imports this package.
package backendtest

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// Opener gives a backend with an empty database. The test closes it.
type Opener func(t *testing.T) backends.Backend

// Run runs the suite. Every group of tests has a database of its own.
func Run(t *testing.T, open Opener) {
	for _, group := range []struct {
		name string
		test func(t *testing.T, b backends.Backend)
	}{
		{"Catalog", testCatalog},
		{"Stale", testStale},
		{"StaleWrites", testStaleWrites},
		{"UpdateTable", testUpdateTable},
		{"Jobs", testJobs},
		{"Dropped", testDropped},
		{"Backfill", testBackfill},
		{"Items", testItems},
		{"Conditions", testConditions},
		{"Updates", testUpdates},
		{"Sizes", testSizes},
		{"Indexes", testIndexes},
		{"Expiry", testExpiry},
		{"Collections", testCollections},
		{"Atomic", testAtomic},
		{"Once", testOnce},
		{"Money", func(t *testing.T, b backends.Backend) { Money(t, b, b) }},
		{"Query", testQuery},
		{"QueryIndex", testQueryIndex},
		{"MultiAttributeKeys", testMultiAttributeKeys},
		{"Scan", testScan},
		{"Pages", testPages},
		{"Filters", testFilters},
		{"Predicates", testPredicates},
		{"Concurrency", testConcurrency},
		{"Explain", testExplain},
		{"Streams", testStreams},
		{"StreamLife", testStreamLife},
		{"StreamsUnderLoad", func(t *testing.T, b backends.Backend) { StreamsUnderLoad(t, b) }},
	} {
		t.Run(group.name, func(t *testing.T) {
			b := backends.Contract(open(t))
			defer func() {
				if err := b.Close(); err != nil {
					t.Errorf("close: %v", err)
				}
			}()
			group.test(t, b)
		})
	}
}

func codeOf(err error) backends.Code {
	var e *backends.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return 0
}

// sortMembers brings the members of all maps inside of a tree in the order of their names.
func sortMembers(n *attr.Node) {
	slices.SortFunc(n.Map, func(a, b attr.Field) int { return strings.Compare(a.Name, b.Name) })
	for _, f := range n.Map {
		sortMembers(f.Node)
	}
	for _, e := range n.List {
		sortMembers(e)
	}
}
