package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func TestBodiesAreJSONOfTheirTable(t *testing.T) {
	sh := shape{items: 1000, size: 1024, indexes: 2}
	for _, w := range workloads {
		g := newGenerator(1, sh)
		g.once = newPermutation(sh.items, 1)
		for _, p := range w.parts {
			body := p.body(nil, g)
			if !json.Valid(body) || !strings.Contains(string(body), `"`+w.table.name+`"`) {
				t.Errorf("%s %s: %.200s", w.name, p.name, body)
			}
		}
	}
}

func TestItemsAreAsLargeAsAsked(t *testing.T) {
	for _, size := range []int{200, 1024, 10 << 10, 100 << 10} {
		g := newGenerator(1, shape{items: 10_000, size: size})
		for name, item := range map[string][]byte{"item": g.appendItem(nil, 5000), "sorted item": g.appendSortedItem(nil, 5000)} {
			if got := serviceSize(t, item); got < size*9/10 || got > size*11/10 {
				t.Errorf("%s of %d bytes has %d", name, size, got)
			}
		}
	}
}

// serviceSize is about what the service counts: names and texts, 8 bytes for a number.
func serviceSize(t *testing.T, item []byte) int {
	var attributes map[string]map[string]json.RawMessage
	if err := json.Unmarshal(item, &attributes); err != nil {
		t.Fatalf("%v: %.200s", err, item)
	}
	total := 0
	for name, value := range attributes {
		total += len(name)
		for kind, text := range value {
			switch kind {
			case "S":
				total += len(text) - 2
			case "L":
				total += 40
			default:
				total += 8
			}
		}
	}
	return total
}

func TestValuesChangeWithEachItem(t *testing.T) {
	g := newGenerator(1, ordinary(1000))
	if first, second := string(g.appendItem(nil, 1)), string(g.appendItem(nil, 1)); first == second {
		t.Error("the same item twice")
	}
}

func TestKeysOfABatchAreDistinct(t *testing.T) {
	for _, items := range []int{100, 300, 10_000} {
		g := newGenerator(1, ordinary(items))
		for range 200 {
			keys := g.distinctKeys(nil, readBatch)
			slices.Sort(keys)
			if n := len(slices.Compact(keys)); n != readBatch || keys[0] < 0 || keys[n-1] >= items {
				t.Fatalf("%d different keys of %d items", n, items)
			}
		}
	}
}

func TestAPermutationGivesEachItemOnce(t *testing.T) {
	for _, items := range []int{1, 100, 1001, 10_000} {
		p := newPermutation(items, 7)
		seen := make([]bool, items)
		for range items {
			id, ok := p.next()
			if !ok || seen[id] {
				t.Fatalf("%d of %d: %v, seen %v", id, items, ok, seen[id])
			}
			seen[id] = true
		}
		if _, ok := p.next(); ok || p.taken() != items {
			t.Errorf("%d taken, and more: %v", p.taken(), ok)
		}
	}
}

func TestAMixDrawsByShares(t *testing.T) {
	w, _ := workloadNamed("mixed-90-10")
	g := newGenerator(1, ordinary(100))
	drawn := make([]int, len(w.parts))
	for range 10_000 {
		drawn[w.pick(g)]++
	}
	if drawn[0] < 8800 || drawn[0] > 9200 {
		t.Errorf("%v of 10000", drawn)
	}
}
