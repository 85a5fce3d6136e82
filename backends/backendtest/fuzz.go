package backendtest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

const (
	// itemsPerRound is how many items each predicate is asked about in one statement.
	itemsPerRound = 200
	// predicatesPerRound is how many predicates are asked about the same items.
	predicatesPerRound = 50
	// maxDiffering is how many predicates may be reported before the fuzz ends.
	maxDiffering = 5
	// defaultPairs is the length of Fuzz unless DDBSQL_FUZZ_PAIRS says otherwise.
	defaultPairs = 20_000
)

// Fuzz asks the backend and the reference about random pairs of item and predicate and reports where they differ. The
// environment may set their number, DDBSQL_FUZZ_PAIRS, and the seed, DDBSQL_FUZZ_SEED; equal seeds give equal pairs.
func Fuzz(t *testing.T, open Opener) {
	b := backends.Contract(open(t))
	defer func() {
		if err := b.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	}()
	fuzz(t, b, fromEnv(t, "DDBSQL_FUZZ_PAIRS", defaultPairs), uint64(fromEnv(t, "DDBSQL_FUZZ_SEED", 1)))
}

func fromEnv(t *testing.T, name string, fallback int) int {
	text := os.Getenv(name)
	if text == "" {
		return fallback
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

func fuzz(t *testing.T, b backends.Backend, pairs int, seed uint64) {
	g := generator{rand.New(rand.NewPCG(seed, 0))}
	f := newFixture(t, b, rangeTable("fuzz", attr.N))
	done, differ := 0, 0
	for done < pairs && differ < maxDiffering {
		items := g.store(f)
		for turn := 0; turn < predicatesPerRound && differ < maxDiffering; turn++ {
			if f.compare(g.predicate(pick(g, items), 3), items) > 0 {
				differ++
			}
			done += len(items)
		}
	}
	t.Logf("%d pairs of item and predicate with seed %d", done, seed)
}

// store replaces the items of partition p by new ones and gives them, with their keys; their sort keys count from 0.
func (g generator) store(f *fixture) []*attr.Node {
	f.Helper()
	items := make([]*attr.Node, itemsPerRound)
	for from := 0; from < itemsPerRound; from += 25 {
		w := &plan.Write{}
		for i := from; i < from+25; i++ {
			n := g.item()
			n.Map = append(n.Map, attr.Field{Name: "pk", Node: &attr.Node{Type: attr.S, Text: "p"}},
				attr.Field{Name: "sk", Node: &attr.Node{Type: attr.N, Text: strconv.Itoa(i)}})
			it := attr.ItemOf(n.Map)
			items[i] = n
			w.Items = append(w.Items, plan.ItemWrite{Kind: plan.Put, Table: f.tab, Item: &it, Key: f.key(string(it.Doc))})
		}
		_, err := f.b.Write(f.ctx, w)
		f.must(err)
	}
	return items
}

// compare asks the backend for the items on which the predicate holds, in one statement, and reports those on which the
// reference disagrees. It gives their number.
func (f *fixture) compare(p plan.Predicate, items []*attr.Node) (differ int) {
	f.Helper()
	token := attr.TokenOf(attr.StringValue("p"))
	page, err := f.b.Query(context.Background(), &plan.Query{Table: f.tab, Partition: &token, Filter: p, MaxBytes: 1 << 30})
	if err != nil {
		f.Errorf("%s: %v", describe(p), err)
		return 1
	}
	found := make(map[string]bool, len(page.Rows))
	for _, row := range page.Rows {
		v, _ := f.item(string(row.Doc)).Get("sk")
		found[v.Text()] = true
	}
	if page.Scanned != len(items) {
		f.Errorf("%d items scanned of %d", page.Scanned, len(items))
	}
	for i, n := range items {
		if want := Holds(p, n); found[strconv.Itoa(i)] != want {
			if differ++; differ == 1 {
				f.Errorf("%s\nis %v on %s", describe(p), !want, n.Value().Doc)
			}
		}
	}
	return differ
}

// describe writes a predicate for people.
func describe(p plan.Predicate) string {
	switch p := p.(type) {
	case *plan.Const:
		return strconv.FormatBool(p.Value)
	case *plan.And:
		return "(" + describe(p.Of[0]) + " AND " + describe(p.Of[1]) + ")"
	case *plan.Or:
		return "(" + describe(p.Of[0]) + " OR " + describe(p.Of[1]) + ")"
	case *plan.Not:
		return "NOT " + describe(p.Of)
	case *plan.Compare:
		return describeOperand(p.Left) + []string{"?", " = ", " <> ", " < ", " <= ", " > ", " >= "}[p.Op] + describeOperand(p.Right)
	case *plan.Between:
		return describeOperand(p.Of) + " BETWEEN " + describeOperand(p.Low) + " AND " + describeOperand(p.High)
	case *plan.In:
		list := make([]string, len(p.List))
		for i, o := range p.List {
			list[i] = describeOperand(o)
		}
		return describeOperand(p.Of) + " IN (" + strings.Join(list, ", ") + ")"
	case *plan.Exists:
		return "exists(" + describePath(p.Path) + ")"
	case *plan.TypeIs:
		return "type(" + describePath(p.Path) + ") = " + p.Type.String()
	case *plan.BeginsWith:
		return "begins_with(" + describeOperand(p.Of) + ", " + describeOperand(p.Prefix) + ")"
	case *plan.Contains:
		return "contains(" + describeOperand(p.Of) + ", " + describeOperand(p.Needle) + ")"
	default:
		return fmt.Sprintf("%T", p)
	}
}

func describeOperand(o plan.Operand) string {
	switch o := o.(type) {
	case *plan.PathOperand:
		return describePath(o.Path)
	case *plan.ValueOperand:
		return string(o.Value.Doc)
	case *plan.SizeOperand:
		return "size(" + describePath(o.Path) + ")"
	default:
		return "missing"
	}
}

func describePath(p plan.Path) string {
	var s strings.Builder
	for _, step := range p {
		if step.IsIndex {
			fmt.Fprintf(&s, "[%d]", step.Index)
		} else {
			fmt.Fprintf(&s, ".%q", step.Name)
		}
	}
	return s.String()
}
