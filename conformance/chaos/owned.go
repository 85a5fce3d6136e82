package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"github.com/ddbsql/ddbsql/conformance/changes"
)

const (
	// slots is how many items a client owns at a time.
	slots  = 24
	groups = 5
)

// gone is the version of an item that is not there. Every other version is given to one item once, and tells all its attributes.
const gone = 0

// owned are the items that one client alone writes, one request at a time: so it knows each one's version. An item that a request of unknown
// outcome was about is left alone from then on, and another one takes its slot: that request may still happen.
type owned struct {
	*client
	last      int        // the last version given out
	lastSort  int        // the last sort key given out
	sorts     [slots]int // by slot: the item's sort key
	known     [slots]int // by slot: its version after its last acknowledged write
	abandoned map[int][]int
}

func str(s string) types.AttributeValue { return &types.AttributeValueMemberS{Value: s} }

func newOwned(c *client) *owned {
	o := &owned{client: c, abandoned: map[int][]int{}}
	for k := range slots {
		o.take(k)
	}
	return o
}

// take gives the slot an item nobody had.
func (o *owned) take(k int) {
	o.lastSort++
	o.sorts[k], o.known[k] = o.lastSort, gone
}

// write is what a request would leave: versions by slot.
type write map[int]int

// put gives the slot's item a version nobody had.
func (o *owned) put(w write, k int) int {
	o.last++
	w[k] = o.last
	return o.last
}

func (o *owned) partition() string { return "client-" + strconv.Itoa(o.id) }

func (o *owned) key(k int) item { return o.keyAt(o.sorts[k]) }

func (o *owned) keyAt(sort int) item {
	return item{"pk": str(o.partition()), "sk": &types.AttributeValueMemberN{Value: strconv.Itoa(sort)}}
}

func (o *owned) version(v int) string { return fmt.Sprintf("%d-%d", o.id, v) }

// attributes are those of a version, besides the keys. Every seventh version is in no index, every fourth lacks one of the index's keys.
func (o *owned) attributes(v int) item {
	all := item{"version": str(o.version(v)), "payload": str(fmt.Sprintf("%0*d", 20+v%180, v))}
	if v%7 != 0 {
		all["grp"] = str("group-" + strconv.Itoa(v%groups))
	}
	if v%4 != 0 {
		all["score"] = &types.AttributeValueMemberN{Value: strconv.Itoa(v * 3)}
	}
	return all
}

func (o *owned) itemAt(sort, v int) item {
	if v == gone {
		return nil
	}
	all := o.keyAt(sort)
	maps.Copy(all, o.attributes(v))
	return all
}

// settle notes what became of a write.
func (o *owned) settle(w write, result outcome) {
	var versions []string
	for k, v := range w {
		if v != gone {
			versions = append(versions, o.version(v))
		}
		switch result {
		case done:
			o.known[k] = v
		case unknown:
			o.abandoned[o.sorts[k]] = []int{o.known[k], v}
			o.take(k)
		}
	}
	switch result {
	case done:
		o.ledger.Wrote(len(w), versions)
	case unknown:
		o.ledger.WrotePerhaps(versions)
	}
}

// sees compares an item that was read with what its owner knows.
func (o *owned) sees(kind string, k int, found item) {
	if want := o.itemAt(o.sorts[k], o.known[k]); !maps.Equal(changes.Flatten(found), changes.Flatten(want)) {
		o.tally.violation("%s: item %s/%d is %v, must be %v", kind, o.partition(), o.sorts[k], changes.Flatten(found), changes.Flatten(want))
	}
}

// request sends a random request.
func (o *owned) request() {
	requests := []func(){
		o.putItem, o.putItem, o.putItem, o.updateItem, o.updateItem, o.deleteItem, o.putIf, o.updateIf, o.putRefused, o.batchWrite, o.batchWrite, o.transact,
		o.insert, o.updateStatement, o.deleteStatement, o.get, o.get, o.batchGet, o.transactGet, o.query, o.queryIndex,
	}
	requests[rand.IntN(len(requests))]()
}

// judgeOwned compares the table with what owners know, and the index with the table.
func (tr *trial) judgeOwned(ctx context.Context, table map[string]changes.Image) error {
	items := 0
	seen := map[string]bool{}
	for _, c := range tr.clients {
		o := c.owned
		allowed := maps.Clone(o.abandoned)
		for k, sort := range o.sorts {
			allowed[sort] = []int{o.known[k]}
		}
		for sort, versions := range allowed {
			items++
			name := o.partition() + "/" + strconv.Itoa(sort)
			seen[name] = true
			if !slices.ContainsFunc(versions, func(v int) bool { return maps.Equal(table[name], changes.Flatten(o.itemAt(sort, v))) }) {
				tr.tally.violation("LOST WRITE: item %s is %v, must be one of versions %v", name, table[name], versions)
			}
		}
	}
	for name := range table {
		if !seen[name] {
			tr.tally.violation("an item nobody wrote: %s", name)
		}
	}
	entries, err := tr.judgeIndex(ctx, table)
	fmt.Fprintf(tr.out, "%s: %d items of clients' own, %d of them there: each as its last write left it; the index has the %d that belong there\n", tr.Kind, items, len(table), entries)
	return err
}

// judgeIndex compares the index with the table, and counts its entries.
func (tr *trial) judgeIndex(ctx context.Context, table map[string]changes.Image) (int, error) {
	index, err := tr.scan(ctx, ownedTable, groupIndex)
	if err != nil {
		return 0, err
	}
	for name, image := range table {
		if belongs := image["grp"] != "" && image["score"] != ""; belongs != (index[name] != nil) || belongs && !maps.Equal(image, index[name]) {
			tr.tally.violation("the index shows item %s as %v, the table as %v", name, index[name], image)
		}
	}
	for name := range index {
		if table[name] == nil {
			tr.tally.violation("the index has an entry of %s, the table has no such item", name)
		}
	}
	return len(index), nil
}

// judgeCondition looks whether the last request was refused although its condition holds, or done although it does not. Requests are also
// refused for other reasons, as that somebody else holds the item.
func (o *owned) judgeCondition(kind string, result outcome, holds bool) {
	var failed *types.ConditionalCheckFailedException
	var duplicate *types.DuplicateItemException
	switch {
	case result == done && !holds:
		o.tally.violation("%s was done", kind)
	case holds && (errors.As(o.err, &failed) || errors.As(o.err, &duplicate)):
		o.tally.violation("%s was refused: %v", kind, o.err)
	}
}
