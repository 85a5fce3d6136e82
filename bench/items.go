package main

import (
	"math/rand/v2"
	"strconv"
	"sync/atomic"
)

// shape says how the tables look that are asked.
type shape struct {
	items   int // in each table, a multiple of perPartition
	size    int // of an item in bytes, as the service measures
	indexes int // global indexes of the item table; an item moves in each of them at every put
}

// ordinary is a shape of so many items of 1 KB.
func ordinary(items int) shape { return shape{items: items, size: 1024} }

const (
	perPartition = 100 // items under one partition key of the sorted table
	perGroup     = 25  // items under one key of its global index
)

// groups is how many keys the sorted table's global index has.
func (s shape) groups() int { return max(s.items/perGroup, 1) }

// texts are the attributes whose length makes an item as large as it shall be; the others and the names take otherBytes.
const (
	texts      = 5
	otherBytes = 130
)

func (s shape) textLength() int { return max((s.size-otherBytes)/texts, 1) }

// generator makes keys and values. Each connection has its own.
type generator struct {
	shape
	rng    *rand.Rand
	serial uint64
	once   *permutation // of the items a workload may ask for only once
}

func newGenerator(seed uint64, sh shape) *generator {
	return &generator{shape: sh, rng: rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15))}
}

// filler is random text that values are cut from.
var filler = func() []byte {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -"
	rng := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, 1<<17)
	for i := range b {
		b[i] = letters[rng.IntN(len(letters))]
	}
	return b
}()

func (g *generator) text(dst []byte) []byte {
	n := g.textLength()
	at := g.rng.IntN(len(filler) - n)
	return append(dst, filler[at:at+n]...)
}

func (g *generator) key() int { return g.rng.IntN(g.items) }

// distinctKeys appends n different keys; there are at least as many items.
func (g *generator) distinctKeys(dst []int, n int) []int {
	start, step := g.key(), 1+g.rng.IntN(max(g.items/n-1, 1))
	for i := range n {
		dst = append(dst, (start+i*step)%g.items)
	}
	return dst
}

// itemFunc appends an item of a table.
type itemFunc func(g *generator, dst []byte, id int) []byte

// appendAttributes appends the eight attributes beside the keys, new at every call.
func (g *generator) appendAttributes(dst []byte) []byte {
	g.serial++
	for i := range texts {
		dst = append(dst, `,"text`...)
		dst = strconv.AppendInt(dst, int64(i), 10)
		dst = append(dst, `":{"S":"`...)
		dst = g.text(dst)
		dst = append(dst, `"}`...)
	}
	dst = append(dst, `,"version":{"N":"`...)
	dst = strconv.AppendUint(dst, g.serial, 10)
	dst = append(dst, `"},"flag":{"BOOL":true},"list":{"L":[{"N":"`...)
	dst = strconv.AppendInt(dst, int64(g.rng.IntN(1e9)), 10)
	return append(dst, `"},{"S":"second"},{"M":{"inner":{"S":"value"}}}]}`...)
}

func appendItemKey(dst []byte, id int) []byte {
	dst = append(dst, `"pk":{"S":"item-`...)
	dst = strconv.AppendInt(dst, int64(id), 10)
	return append(dst, `"}`...)
}

// appendItem appends an item of the item table: the key, a counter, eight attributes, and a key of each index.
func (g *generator) appendItem(dst []byte, id int) []byte {
	dst = append(dst, '{')
	dst = appendItemKey(dst, id)
	dst = append(dst, `,"count":{"N":"0"}`...)
	for i := range g.indexes {
		dst = append(dst, `,"moving`...)
		dst = strconv.AppendInt(dst, int64(i), 10)
		dst = append(dst, `":{"S":"place-`...)
		dst = strconv.AppendInt(dst, int64(g.rng.IntN(g.groups())), 10)
		dst = append(dst, `"}`...)
	}
	return append(g.appendAttributes(dst), '}')
}

// appendSortedItem appends an item of the sorted table; its index key puts it into a group with others of other partitions.
func (g *generator) appendSortedItem(dst []byte, id int) []byte {
	dst = append(dst, `{"pk":{"S":"part-`...)
	dst = strconv.AppendInt(dst, int64(id/perPartition), 10)
	dst = append(dst, `"},"sk":{"N":"`...)
	dst = strconv.AppendInt(dst, int64(id%perPartition), 10)
	dst = append(dst, `"},"grp":{"S":"group-`...)
	dst = strconv.AppendInt(dst, int64(id%g.groups()), 10)
	dst = append(dst, `"},"score":{"N":"`...)
	dst = strconv.AppendInt(dst, int64(id), 10)
	return append(g.appendAttributes(append(dst, `.5"}`...)), '}')
}

// permutation gives each of so many items once, in an order that jumps about. Connections share it.
type permutation struct {
	items, start, step int
	given              atomic.Int64
}

// newPermutation's order depends on the seed.
func newPermutation(items int, seed uint64) *permutation {
	rng := rand.New(rand.NewPCG(seed, 1))
	p := &permutation{items: items, start: rng.IntN(items), step: 1 + rng.IntN(items)}
	for commonDivisor(p.step, items) != 1 {
		p.step++
	}
	return p
}

func commonDivisor(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// at is the item at a place of the order.
func (p *permutation) at(i int) int { return (p.start + i*p.step) % p.items }

// next is another item, and false when all have been given.
func (p *permutation) next() (int, bool) {
	i := int(p.given.Add(1)) - 1
	return p.at(i), i < p.items
}

// taken is how many items have been given.
func (p *permutation) taken() int { return min(int(p.given.Load()), p.items) }
