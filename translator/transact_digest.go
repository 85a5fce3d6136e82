package translator

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"slices"
	"strings"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// Digest tells whether two transactions ask for the same: their actions in order, with tables, items, expressions and what
// these use. How the request spells it (the order of members, a number's form) does not matter, nor does what is asked about
// the costs.
func (p *TransactWriteItems) Digest() [sha256.Size]byte {
	d := digest{sha256.New()}
	for _, a := range p.Actions {
		d.number(int(a.kind))
		d.text(a.table)
		d.item(a.item)
		d.optional(a.update)
		d.optional(a.condition)
		d.number(len(a.names))
		for _, n := range slices.SortedFunc(slices.Values(a.names), func(x, y api.Entry[string]) int { return strings.Compare(x.Key, y.Key) }) {
			d.text(n.Key)
			d.text(n.Value)
		}
		if a.values == nil {
			d.item(&attr.Item{})
		} else {
			d.item(a.values)
		}
		d.onFailure(a.onFailure)
	}
	return [sha256.Size]byte(d.Sum(nil))
}

// digest takes parts that tell their own length, so that no two sequences of parts look the same.
type digest struct{ hash.Hash }

func (d digest) number(n int) {
	_, _ = d.Write(binary.AppendUvarint(nil, uint64(n))) // a hash never fails
}

func (d digest) bytes(b []byte) {
	d.number(len(b))
	_, _ = d.Write(b)
}

func (d digest) text(s string) { d.bytes([]byte(s)) }

func (d digest) optional(s *string) {
	if s == nil {
		d.number(0)
		return
	}
	d.number(1)
	d.text(*s)
}

// onFailure takes a ReturnValuesOnConditionCheckFailure, which is NONE when it is not there.
func (d digest) onFailure(mode *string) {
	if mode == nil {
		d.text("NONE")
		return
	}
	d.text(*mode)
}

func (d digest) item(it *attr.Item) {
	d.number(len(it.Attrs))
	byName := func(x, y attr.Attr) int { return strings.Compare(x.Name, y.Name) }
	for _, a := range slices.SortedFunc(slices.Values(it.Attrs), byName) {
		d.text(a.Name)
		d.bytes(attr.AppendComparable(nil, a.Value))
	}
}
