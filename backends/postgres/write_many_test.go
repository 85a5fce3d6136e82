package postgres

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// before are items in all states that a write may find; empty for none.
var before = []string{
	``, `"n":{"N":"1"}`, `"n":{"S":"no number"}`, `"n":{"N":"99999999999999999999999999999999999999"}`, `"b":{"S":"the condition fails"},"n":{"N":"-7.5"}`,
	`"m":{"M":{"a":{"S":"x"}}},"n":{"N":"0"}`, ``, `"a":{"S":"indexed"},"s":{"S":"text"}`,
}

func pkDoc(i int, rest string) string {
	if rest != "" {
		rest = "," + rest
	}
	return fmt.Sprintf(`{"pk":{"S":"k%d"}%s}`, i, rest)
}

// manyWrites are writes of one form each, which differ in what they write.
func manyWrites(t *testing.T) map[string]func(tab *catalog.Table, i int) plan.ItemWrite {
	put := func(tab *catalog.Table, i int) plan.ItemWrite {
		w := putOf(t, tab, pkDoc(i, fmt.Sprintf(`"a":{"S":"x%d"},"n":{"N":"%d"}`, i, i)))
		w.Condition, w.HoldsOnMissing = notExists("b"), true
		return w
	}
	equals := func(tab *catalog.Table, i int) plan.ItemWrite {
		w := put(tab, i)
		v, _ := attr.NumberValue(fmt.Sprint(i))
		w.Condition = &plan.Compare{Op: plan.EQ, Left: &plan.PathOperand{Path: attr.Path{{Name: "n"}}}, Right: &plan.ValueOperand{Value: v}}
		w.HoldsOnMissing, w.NeedOldOnFailure = false, true
		return w
	}
	add := func(tab *catalog.Table, i int) plan.ItemWrite {
		w := addOf(t, tab, fmt.Sprintf("k%d", i))
		w.NeedNew, w.NeedSizes = true, true
		return w
	}
	set := func(tab *catalog.Table, i int) plan.ItemWrite {
		w := addOf(t, tab, fmt.Sprintf("k%d", i))
		w.Condition, w.HoldsOnMissing = notExists("b"), true
		text := &plan.ValueExpr{Value: attr.StringValue(fmt.Sprintf("new text %d", i))}
		w.Actions = []plan.Action{
			{Verb: plan.SetValue, Path: attr.Path{{Name: "m"}}, Value: text},
			{Verb: plan.SetValue, Path: attr.Path{{Name: "s"}}, Value: &plan.IfNotExists{Path: attr.Path{{Name: "s"}}, Else: text}},
			{Verb: plan.Remove, Path: attr.Path{{Name: "n"}}},
		}
		return w
	}
	with := func(make func(*catalog.Table, int) plan.ItemWrite, change func(w *plan.ItemWrite)) func(*catalog.Table, int) plan.ItemWrite {
		return func(tab *catalog.Table, i int) plan.ItemWrite { w := make(tab, i); change(&w); return w }
	}
	return map[string]func(tab *catalog.Table, i int) plan.ItemWrite{
		"put with a condition":                       put,
		"put with a condition, old images":           with(put, func(w *plan.ItemWrite) { w.NeedOld, w.NeedOldOnFailure = true, true }),
		"put without a condition, sizes":             with(put, func(w *plan.ItemWrite) { w.Condition, w.NeedSizes = nil, true }),
		"put with a condition on a value of its own": equals,
		"update that adds":                           add,
		"update that adds, to items that are there":  with(add, func(w *plan.ItemWrite) { w.Condition = &plan.Exists{Path: attr.Path{{Name: "pk"}}} }),
		"update that sets and removes":               set,
		"update that sets, old image":                with(set, func(w *plan.ItemWrite) { w.NeedOld = true }),
	}
}

// TestMembersOfOneStatementFareAsAlone runs writes of one form together and, on another table, one by one: their results, the items,
// entries and records must be the same.
func TestMembersOfOneStatementFareAsAlone(t *testing.T) {
	var log statementLog
	b := openAt(t, pgtest.URL(t), backends.Options{Observe: log.observe})
	kinds := map[string]func(name string) *catalog.Table{
		"plain":    func(name string) *catalog.Table { return tableOf(t, b, name) },
		"indexed":  func(name string) *catalog.Table { return tableOf(t, b, name, "a") },
		"recorded": func(name string) *catalog.Table { return recordedTable(t, b, name) },
	}
	for kind, table := range kinds {
		for name, make := range manyWrites(t) {
			alone, together := table(kind+name+"1"), table(kind+name+"2")
			fill(t, b, alone)
			fill(t, b, together)
			want := outcomes(t, b, alone, make, func(n int, call func(i int)) {
				for i := range n {
					call(i)
				}
			})
			log.take()
			got := outcomes(t, b, together, make, func(n int, call func(i int)) { gathered(b, n, call) })
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s, %s:\ngot  %q\nwant %q\nby %s", kind, name, got, want, log.take())
			}
		}
	}
}

func gathered(b *Backend, n int, call func(i int)) { together(&b.writes, n, call) }

func fill(t *testing.T, b *Backend, tab *catalog.Table) {
	for i, rest := range before {
		if rest != "" {
			write(t, b, putOf(t, tab, pkDoc(i, rest)))
		}
	}
}

// outcomes are what the writes gave and left behind, as text.
func outcomes(t *testing.T, b *Backend, tab *catalog.Table, make func(*catalog.Table, int) plan.ItemWrite, run func(n int, call func(i int))) []string {
	ctx := context.Background()
	told := slices.Repeat([]string{""}, len(before))
	run(len(before), func(i int) {
		results, err := b.Write(ctx, &plan.Write{Items: []plan.ItemWrite{make(tab, i)}})
		if err != nil {
			t.Error(err)
			return
		}
		r := results[0]
		told[i] = fmt.Sprintf("%v %v %s %s %d %d", r.ConditionFailed, r.Refusal, r.Old, r.New, r.OldSize, r.NewSize)
	})
	queries := []string{"SELECT token::text || size || item::text FROM " + sqlgen.ItemTable(tab) + " ORDER BY token"}
	for _, x := range tab.Indexes {
		queries = append(queries, "SELECT itoken::text || isk || token || size FROM "+sqlgen.IndexTable(tab, x)+" ORDER BY token")
	}
	if tab.Recorded() {
		queries = append(queries, "SELECT concat(token, kind, size, keys, old, new) FROM "+sqlgen.RecordTable(tab.Stream.ID)+" ORDER BY token, n")
	}
	for _, q := range queries {
		err := b.with(ctx, func(s *session) error {
			return s.fetch(ctx, &sqlgen.Statement{SQL: q}, func(r row) { told = append(told, r.text(0)) })
		})
		if err != nil {
			t.Fatal(q, err)
		}
	}
	return told
}
