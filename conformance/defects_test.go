package conformance

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Defects that other implementations have had. Each has a test of its name: cases of the suite go-sdk, in the form file::case, and tests of
// ours where the suite cannot look. They are run by themselves, on each database.
var defects = []struct {
	name  string
	suite []string
	own   []func(*testing.T)
}{
	{"index entries are told apart by the table's key, and found by it", []string{
		"delete_item::indexes: an entry whose twin belongs to another item stays",
		"query::indexes: a page of an index goes on from its own and the table's keys",
		"create_table::an index made again under its name is empty",
	}, []func(*testing.T){TestDeletesFindEntriesByKey}},
	{"cursors: tied keys, both directions, hash-only tables, ranges, items deleted between pages", []string{
		"query::pages of tied index keys", "query::pages of tied local index keys", "query::pages of an index range",
		"query::pages while items are deleted", "scan::pages of an index",
	}, nil},
	{"collations of the database and U+0000", []string{
		"query::strings sort by bytes: .*", "query::order: strings by UTF-8 bytes.*", "put_item::nul characters: .*",
	}, []func(*testing.T){TestTablesAreListedInTheOrderOfBytes}},
	{"number keys: 38 digits, the ends of the range, equal forms", []string{
		"query::order: numbers by value.*", "put_item::numbers: .*", "put_item::refused numbers.*", "update_item::sums keep 38 digits: .*",
	}, nil},
	{"binary order, prefixes of 0xFF, no wildcards", []string{
		"query::order: binaries.*", "query::begins with bytes at the top: .*", "query::prefixes know no wildcards: .*",
	}, nil},
	{"contention: missing items are locked, ADDs sum, puts never fail, deadlocks are conflicts", []string{
		"transact_write_items::condition check of a missing item keeps others from making it",
		"transact_write_items::delete of a missing item keeps others from making it",
		"transact_write_items::in opposite orders conflict or happen",
		"batch_write_item::concurrent batches in opposite orders", "update_item::concurrent adds always sum",
		"put_item::concurrent writers leave indexes that agree",
	}, nil},
	{"snapshots and request tokens", []string{
		"transact_get_items::money is moved as a whole", "transact_write_items::one token happens once", "transact_write_items::tokens: .*",
	}, []func(*testing.T){TestTokensSurvive}},
	{"stream records: commit order, none for nothing, exact events, who removed", []string{
		"get_records::sequence numbers follow the writes", "get_records::no record of writes that change nothing",
		"get_records::events of every way to write", "get_records::expired items are told from deleted ones",
	}, nil},
	{"a table dropped and made again", []string{
		"create_table::a table made again under its name is empty and has the new keys", "create_table::again .*",
	}, nil},
	{"segments with filters, and indexes added while writing", []string{
		"scan::segments have every item once",
		"update_table::index added while others write is active when complete",
	}, nil},
	{"sizes: numbers, updates, index capacity, transactions", []string{
		"put_item::number sizes: .*", "update_item::size limits: .*", ".*::consumed capacity.*",
	}, nil},
	{"the envelope of errors: types, required parameters, joined violations, order of checks", []string{
		"get_item::malformed.*", "delete_item::malformed.*", "put_item::malformed.*", "list_tables::targets that are none: .*",
	}, nil},
	{"names of streams: ARNs, shard ids, sequence numbers", []string{"describe_stream::lengths and shapes of names"}, nil},
}

func TestDefects(t *testing.T) {
	t.Parallel()
	suite := goSDKSuite(t)
	for _, d := range defects {
		t.Run("defect "+d.name, func(t *testing.T) {
			for _, tg := range targets {
				t.Run(tg.name, func(t *testing.T) {
					keys := askSuite(t, suite, tg, "^(?:"+strings.Join(d.suite, "|")+")$")
					for _, pattern := range d.suite {
						if !slices.ContainsFunc(keys, regexp.MustCompile("^(?:"+pattern+")$").MatchString) {
							t.Errorf("the suite has no case %s", pattern)
						}
					}
				})
			}
			for n, own := range d.own {
				t.Run(fmt.Sprintf("beside the suite %d", n+1), own)
			}
		})
	}
}
