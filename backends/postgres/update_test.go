package postgres

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/apply"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// randomValues are what attributes of the items and the updates hold: numbers at every limit, text with escapes, and values whose
// size SQL does not know.
var randomValues = []string{
	`{"N":"0"}`, `{"N":"1"}`, `{"N":"-1"}`, `{"N":"10"}`, `{"N":"100"}`, `{"N":"-0.5"}`, `{"N":"0.05"}`, `{"N":"123.456"}`, `{"N":"120.0450"}`,
	`{"N":"99999999999999999999999999999999999999"}`, `{"N":"0.00000000000000000000000000000000000001"}`, `{"N":"1e125"}`, `{"N":"9e125"}`, `{"N":"1e-130"}`, `{"N":"-1e-130"}`,
	`{"S":""}`, `{"S":"text"}`, `{"S":"é\u0001\u0001\u0001\u0002😀"}`, `{"B":""}`, `{"B":"AAECAw=="}`, `{"BOOL":true}`, `{"NULL":true}`,
	`{"SS":["a","b"]}`, `{"M":{"x":{"N":"1"}}}`, `{"L":[{"S":"a"}]}`,
}

type randomUpdates struct {
	t *testing.T
	*rand.Rand
}

func (r randomUpdates) value() attr.Value {
	v, err := attr.ParseValue([]byte(randomValues[r.IntN(len(randomValues))]))
	if err != nil {
		r.t.Fatal(err)
	}
	return v
}

func (r randomUpdates) name() string { return []string{"a", "n", "é\x00"}[r.IntN(3)] }

func (r randomUpdates) path() attr.Path { return attr.Path{{Name: r.name()}} }

func (r randomUpdates) item(pk string) string {
	doc := `{"pk":{"S":"` + pk + `"}`
	for _, name := range []string{"a", "n", `é\u0001\u0001`} {
		if r.IntN(3) > 0 {
			doc += fmt.Sprintf(`,"%s":%s`, name, r.value().Doc)
		}
	}
	return doc + "}"
}

func (r randomUpdates) operand() plan.Expr {
	switch r.IntN(3) {
	case 0:
		return &plan.PathExpr{Path: r.path()}
	case 1:
		return &plan.IfNotExists{Path: r.path(), Else: &plan.ValueExpr{Value: r.value()}}
	default:
		return &plan.ValueExpr{Value: r.value()}
	}
}

func (r randomUpdates) action(name string) plan.Action {
	a := plan.Action{Verb: plan.SetValue, Path: attr.Path{{Name: name}}}
	switch r.IntN(5) {
	case 0:
		a.Verb = plan.Remove
	case 1:
		a.Verb, a.Value = plan.AddValue, &plan.ValueExpr{Value: r.value()}
	case 2:
		a.Value = &plan.IfNotExists{Path: a.Path, Else: &plan.ValueExpr{Value: r.value()}}
	case 3:
		a.Value = &plan.ValueExpr{Value: r.value()}
	default:
		a.Value = &plan.Arithmetic{Minus: r.IntN(2) == 0, Left: r.operand(), Right: r.operand()}
	}
	return a
}

// TestUpdatesInSQL compares updates that one statement may compute with the same ones computed in memory: images, sizes, refusals, and
// the rows they leave.
func TestUpdatesInSQL(t *testing.T) {
	const rounds = 1500
	var log statementLog
	b := openAt(t, pgtest.URL(t), backends.Options{Observe: log.observe})
	tab := tableOf(t, b, "t", "indexed")
	r := randomUpdates{t, rand.New(rand.NewPCG(5, 5))}
	atOnce := 0
	for round := range rounds {
		pk := fmt.Sprintf("k%d", round)
		w := addOf(t, tab, pk)
		w.NeedOld, w.NeedNew = true, true
		w.Actions = nil
		for _, i := range r.Perm(3)[:1+r.IntN(2)] {
			w.Actions = append(w.Actions, r.action([]string{"a", "n", "é\x00"}[i]))
		}
		var before *attr.Item
		if r.IntN(5) > 0 {
			put := putOf(t, tab, r.item(pk))
			before = put.Item
			write(t, b, put)
		}
		log.take()
		got := write(t, b, w)[0]
		if !strings.Contains(log.take(), "read_item") {
			atOnce++
		}
		compareUpdate(t, b, &w, before, got)
	}
	if atOnce < rounds/3 {
		t.Errorf("only %d of %d updates were one statement", atOnce, rounds)
	}
	if found, err := b.Check(context.Background()); err != nil || len(found) > 0 {
		t.Errorf("check: %q, %v", found, err)
	}
}

func compareUpdate(t *testing.T, b *Backend, w *plan.ItemWrite, before *attr.Item, got backends.WriteResult) {
	t.Helper()
	after, refusal := apply.Update(w, before)
	left := after
	if refusal != nil {
		left = before
	}
	if !reflect.DeepEqual(got.Refusal, refusal) {
		t.Errorf("%s of %s is refused as %v, want %v", describe(w), docOf(before), got.Refusal, refusal)
		return
	}
	if refusal == nil && (sameDoc(t, got.Old, before) && sameDoc(t, got.New, after)) == false {
		t.Errorf("%s of %s gives images\n%s\n%s, want\n%s", describe(w), docOf(before), got.Old, got.New, docOf(after))
	}
	rows, err := b.Get(context.Background(), &plan.Get{Reads: []plan.Read{{Table: w.Table, Key: w.Key}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !sameDoc(t, rows[0].Doc, left) || left != nil && rows[0].Size != left.Size || refusal == nil && after != nil && got.NewSize != after.Size {
		t.Errorf("%s of %s leaves\n%s of size %d, want\n%s", describe(w), docOf(before), rows[0].Doc, rows[0].Size, docOf(left))
	}
}

// sameDoc compares a document of the database with an item; members may stand in another order.
func sameDoc(t *testing.T, doc []byte, it *attr.Item) bool {
	t.Helper()
	if len(doc) == 0 || it == nil {
		return len(doc) == 0 && it == nil
	}
	parsed := itemOf(t, string(doc))
	if len(parsed.Attrs) != len(it.Attrs) {
		return false
	}
	for _, a := range it.Attrs {
		if v, ok := parsed.Get(a.Name); !ok || !attr.Equal(attr.NodeOf(v), attr.NodeOf(a.Value)) || string(v.Doc) != string(a.Value.Doc) {
			return false
		}
	}
	return true
}

func docOf(it *attr.Item) string {
	if it == nil {
		return "nothing"
	}
	return fmt.Sprintf("%s (size %d)", it.Doc, it.Size)
}

func describe(w *plan.ItemWrite) string {
	var parts []string
	for _, a := range w.Actions {
		parts = append(parts, fmt.Sprintf("verb %d %q %s", a.Verb, a.Path[0].Name, describeExpr(a.Value)))
	}
	return strings.Join(parts, ", ")
}

func describeExpr(e plan.Expr) string {
	switch e := e.(type) {
	case *plan.ValueExpr:
		return string(e.Value.Doc)
	case *plan.PathExpr:
		return fmt.Sprintf("path %q", e.Path[0].Name)
	case *plan.IfNotExists:
		return fmt.Sprintf("if_not_exists(%q, %s)", e.Path[0].Name, describeExpr(e.Else))
	case *plan.Arithmetic:
		return fmt.Sprintf("(%s, %s, minus %v)", describeExpr(e.Left), describeExpr(e.Right), e.Minus)
	}
	return ""
}

// TestTooDeepValuesAreRefused sets an attribute to a value that is as deep as an item may be.
func TestTooDeepValuesAreRefused(t *testing.T) {
	b := openAt(t, pgtest.URL(t), backends.Options{})
	tab := tableOf(t, b, "t")
	doc := strings.Repeat(`{"L":[`, attr.MaxDepth) + strings.Repeat(`]}`, attr.MaxDepth)
	value, err := attr.ParseValue([]byte(doc))
	if err != nil {
		t.Fatal(err)
	}
	w := addOf(t, tab, "k")
	w.Actions = []plan.Action{{Verb: plan.SetValue, Path: attr.Path{{Name: "a"}}, Value: &plan.ValueExpr{Value: value}}}
	if result := write(t, b, w)[0]; result.Refusal == nil || result.Refusal.Code != backends.RefusedNesting {
		t.Errorf("refused as %v", result.Refusal)
	}
}

// TestUpdatesOfIndexesAreNotBlind keeps updates that may change an entry away from the statement that writes none.
func TestUpdatesOfIndexesAreNotBlind(t *testing.T) {
	b := openAt(t, pgtest.URL(t), backends.Options{})
	tab := tableOf(t, b, "t", "a")
	tab.Indexes[0].Projection, tab.Indexes[0].NonKey = catalog.ProjectInclude, []string{"projected"}
	value := &plan.ValueExpr{Value: attr.StringValue("v")}
	for name, want := range map[string]bool{"a": false, "projected": false, "other": true} {
		w := addOf(t, tab, "k")
		w.Actions = []plan.Action{{Verb: plan.SetValue, Path: attr.Path{{Name: name}}, Value: value}}
		if _, _, got, err := b.atOnce(&w, time.Now()); got != want || err != nil {
			t.Errorf("setting %s in one statement: %v, want %v (%v)", name, got, want, err)
		}
	}
}
