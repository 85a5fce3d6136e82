package sqlgen

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

func sorted[T any](m map[string]T) []string {
	var names []string
	for n := range m {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

func TestTextsHoldNoValues(t *testing.T) {
	for _, d := range []*Dialect{SQLite(), Postgres()} {
		for what, st := range statements(t, d) {
			if strings.Contains(st.SQL, "needle") {
				t.Errorf("%s: %s: %s", d.Name, what, st.SQL)
			}
		}
	}
}

func TestEqualPlansGiveEqualTexts(t *testing.T) {
	for _, d := range []*Dialect{SQLite(), Postgres()} {
		again := statements(t, d)
		for what, st := range statements(t, d) {
			if st.SQL != again[what].SQL || !reflect.DeepEqual(st.Args, again[what].Args) {
				t.Errorf("%s: %s differs", d.Name, what)
			}
		}
	}
}

// TestEveryParameterHasAnArgument compares the parameters in a text with its arguments.
func TestEveryParameterHasAnArgument(t *testing.T) {
	for _, d := range []*Dialect{SQLite(), Postgres()} {
		parameter := regexp.MustCompile(regexp.QuoteMeta(d.Param) + `(\d+)`)
		for what, st := range statements(t, d) {
			used := make([]bool, len(st.Args))
			for _, m := range parameter.FindAllStringSubmatch(st.SQL, -1) {
				n, _ := strconv.Atoi(m[1])
				if n < 1 || n > len(used) {
					t.Fatalf("%s: %s: parameter %d of %d arguments: %s", d.Name, what, n, len(used), st.SQL)
				}
				used[n-1] = true
			}
			if n := slices.Index(used, false); n >= 0 {
				t.Errorf("%s: %s: argument %d is not used: %s", d.Name, what, n+1, st.SQL)
			}
		}
	}
}

type strange struct{ plan.Predicate }

type strangeOperand struct{ plan.Operand }

func TestUnknownNodesAreErrors(t *testing.T) {
	key := catalog.Key{Sort: []byte{}}
	path := name("a")
	cases := map[string]plan.Predicate{
		"a predicate":                &strange{},
		"a predicate below others":   &plan.And{Of: []plan.Predicate{&plan.Const{}, &plan.Not{Of: &strange{}}}},
		"no predicate":               &plan.Not{},
		"a comparison":               &plan.Compare{Op: 99, Left: path, Right: path},
		"an operand":                 &plan.Compare{Op: plan.EQ, Left: path, Right: &strangeOperand{}},
		"an ordered operand":         &plan.Compare{Op: plan.LT, Left: &strangeOperand{}, Right: path},
		"a list member":              &plan.In{Of: path, List: []plan.Operand{&strangeOperand{}}},
		"what is searched":           &plan.Contains{Of: &strangeOperand{}, Needle: path},
		"what is searched for":       &plan.Contains{Of: path, Needle: &strangeOperand{}},
		"the beginning of something": &plan.BeginsWith{Of: path, Prefix: &strangeOperand{}},
	}
	for _, d := range []*Dialect{SQLite(), Postgres()} {
		g := New(d)
		for what, p := range cases {
			if st, err := g.DeleteItemIf(bare, key, p); err == nil {
				t.Errorf("%s: %s of unknown kind gives %s", d.Name, what, st.SQL)
			}
		}
		if _, err := g.DeleteItemIf(bare, key, &plan.Const{Value: true}); err != nil {
			t.Errorf("%s: after errors: %v", d.Name, err)
		}
	}
}

// TestGeneratorIsSafeForConcurrentUse is for the race detector, and for builders that come back from the pool.
func TestGeneratorIsSafeForConcurrentUse(t *testing.T) {
	g := New(Postgres())
	all := predicates()
	names := sorted(all)
	want := map[string]string{}
	for _, n := range names {
		st, err := g.DeleteItemIf(bare, catalog.Key{}, all[n])
		if err != nil {
			t.Fatal(err)
		}
		want[n] = st.SQL
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 50 {
				for _, n := range names {
					if st, err := g.DeleteItemIf(bare, catalog.Key{}, all[n]); err != nil || st.SQL != want[n] {
						t.Errorf("%s: %v %s", n, err, st.SQL)
					}
				}
			}
		})
	}
	wg.Wait()
}

func TestTextsOfATableFollowItsVersion(t *testing.T) {
	g := New(Postgres())
	older, newer := *bare, *bare
	newer.Version++
	if a, b := g.DeleteItem(&older, catalog.Key{}), g.DeleteItem(&newer, catalog.Key{}); a.Args[2] == b.Args[2] {
		t.Errorf("both versions name version %v", a.Args[2])
	}
}

// FuzzLiteral reads a quoted literal back: it is one literal, and the text it quotes.
func FuzzLiteral(f *testing.F) {
	for _, s := range []string{"", "'", "''", "a'; DROP TABLE x; --", `\'`, "é"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		quoted := Literal(s)
		inner, ok := strings.CutPrefix(quoted, "'")
		inner, ok2 := strings.CutSuffix(inner, "'")
		if !ok || !ok2 || strings.Contains(strings.ReplaceAll(inner, "''", ""), "'") || strings.ReplaceAll(inner, "''", "'") != s {
			t.Errorf("%q becomes %s", s, quoted)
		}
	})
}

// FuzzPaths writes paths of any names: the text never holds a name, and the SQLite argument reads back as the same path.
func FuzzPaths(f *testing.F) {
	f.Add("a", "b", 1)
	f.Add(`"`, "$.x[0]", 0)
	f.Add("\x00", "\x01", 7)
	f.Fuzz(func(t *testing.T, first, second string, index int) {
		p := &plan.Exists{Path: attr.Path{{Name: first}, {Name: second}, {Index: index & 0xffff, IsIndex: true}}}
		want, err := New(Postgres()).DeleteItemIf(bare, catalog.Key{}, &plan.Exists{Path: attr.Path{{Name: "n"}, {Name: "n"}, {IsIndex: true}}})
		got, err2 := New(Postgres()).DeleteItemIf(bare, catalog.Key{}, p)
		if err != nil || err2 != nil || got.SQL != want.SQL {
			t.Errorf("%s, %v", got.SQL, err2)
		}
		steps := got.Args[3].([]string)
		if len(steps) != 5 || steps[1] != "M" || steps[3] != "L" || attr.UnescapeText(steps[0]) != first || steps[4] != strconv.Itoa(index&0xffff) {
			t.Errorf("path %q %q %d becomes %q", first, second, index, steps)
		}
	})
}
