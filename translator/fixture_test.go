package translator

import (
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

var exprs = grammar.NewCache(64)

// request decodes a request's body; a body that api refuses is a mistake of the test.
func request[T api.Input](t *testing.T, operation, body string) T {
	t.Helper()
	in, err := api.Decode(api.Operations[operation], []byte(body))
	if err != nil {
		t.Fatalf("api refuses the request %s: %v", body, err)
	}
	return in.(T)
}

func key(name string, t attr.Type) catalog.KeyAttr { return catalog.KeyAttr{Name: name, Type: t} }

// pairs is a table with a string partition key p and a number sort key c.
func pairs() *catalog.Table {
	sort := key("c", attr.N)
	return &catalog.Table{ID: 1, Name: "pairs", Status: catalog.Active, Partition: key("p", attr.S), Sort: &sort}
}

// singles is a table with a string partition key p only.
func singles() *catalog.Table {
	return &catalog.Table{ID: 2, Name: "singles", Status: catalog.Active, Partition: key("p", attr.S)}
}

// indexed is a table with string keys p and c and indexes of all kinds, among them a hidden one on the number e.
func indexed() *catalog.Table {
	sort := key("c", attr.S)
	gsi := func(id int32, name, projection string, partition, sort []catalog.KeyAttr) *catalog.Index {
		return &catalog.Index{ID: id, Name: name, Status: catalog.Active, Projection: projection, Partition: partition, Sort: sort}
	}
	list := func(keys ...catalog.KeyAttr) []catalog.KeyAttr { return keys }
	t := &catalog.Table{ID: 3, Name: "indexed", Status: catalog.Active, Partition: key("p", attr.S), Sort: &sort, Indexes: []*catalog.Index{
		gsi(1, "gall", catalog.ProjectAll, list(key("g", attr.S)), list(key("h", attr.N))),
		gsi(2, "gkeys", catalog.ProjectKeysOnly, list(key("g", attr.S)), nil),
		gsi(3, "ginc", catalog.ProjectInclude, list(key("g", attr.S)), nil),
		gsi(4, "lkeys", catalog.ProjectKeysOnly, list(key("p", attr.S)), list(key("l", attr.S))),
		gsi(5, "gmany", catalog.ProjectAll, list(key("m1", attr.S), key("m2", attr.S)), list(key("r1", attr.S), key("r2", attr.N), key("r3", attr.S))),
	}}
	t.Indexes[2].NonKey = []string{"a"}
	t.Indexes[3].Local = true
	t.NextIndexID = 5
	t.AddIndex(&catalog.Index{Name: "hidden", Hidden: true, Status: catalog.Active, Projection: catalog.ProjectKeysOnly, Sort: list(key("e", attr.N))})
	return t
}

// refusal is the text of an error, or "" for none.
func refusal(err *apierr.Error) string {
	if err == nil {
		return ""
	}
	if err.Code != apierr.Validation {
		return string(err.Code) + ": " + err.Message
	}
	return err.Message
}

// same fails the test if the texts differ.
func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s\n got: %s\nwant: %s", what, got, want)
	}
}

var opSigns = map[plan.Op]string{plan.EQ: "=", plan.NE: "<>", plan.LT: "<", plan.LE: "<=", plan.GT: ">", plan.GE: ">="}

// show writes a predicate for comparison.
func show(p plan.Predicate) string {
	switch p := p.(type) {
	case nil:
		return "always"
	case *plan.Const:
		return fmt.Sprint(p.Value)
	case *plan.And:
		return "(" + showAll(p.Of, " AND ") + ")"
	case *plan.Or:
		return "(" + showAll(p.Of, " OR ") + ")"
	case *plan.Not:
		return "NOT " + show(p.Of)
	case *plan.Compare:
		return showOperand(p.Left) + opSigns[p.Op] + showOperand(p.Right)
	case *plan.Between:
		return showOperand(p.Of) + " BETWEEN " + showOperand(p.Low) + " AND " + showOperand(p.High)
	case *plan.In:
		var list []string
		for _, o := range p.List {
			list = append(list, showOperand(o))
		}
		return showOperand(p.Of) + " IN (" + strings.Join(list, ",") + ")"
	case *plan.Exists:
		return "exists" + pathText(p.Path)
	case *plan.TypeIs:
		return "type" + pathText(p.Path) + "=" + p.Type.String()
	case *plan.BeginsWith:
		return "begins(" + showOperand(p.Of) + "," + showOperand(p.Prefix) + ")"
	case *plan.Contains:
		return "contains(" + showOperand(p.Of) + "," + showOperand(p.Needle) + ")"
	}
	return "unknown"
}

func showAll(list []plan.Predicate, sep string) string {
	var parts []string
	for _, p := range list {
		parts = append(parts, show(p))
	}
	return strings.Join(parts, sep)
}

func showOperand(o plan.Operand) string {
	switch o := o.(type) {
	case *plan.PathOperand:
		return pathText(o.Path)
	case *plan.SizeOperand:
		return "size" + pathText(o.Path)
	case *plan.ValueOperand:
		return string(o.Value.Doc)
	case *plan.MissingOperand:
		return "missing"
	}
	return "unknown"
}

// showExpr writes what SET assigns.
func showExpr(e plan.Expr) string {
	switch e := e.(type) {
	case nil:
		return ""
	case *plan.ValueExpr:
		return string(e.Value.Doc)
	case *plan.PathExpr:
		return pathText(e.Path)
	case *plan.Arithmetic:
		sign := "+"
		if e.Minus {
			sign = "-"
		}
		return "(" + showExpr(e.Left) + sign + showExpr(e.Right) + ")"
	case *plan.IfNotExists:
		return pathText(e.Path) + "?" + showExpr(e.Else)
	case *plan.ListAppend:
		return showExpr(e.Left) + "++" + showExpr(e.Right)
	}
	return "unknown"
}

var verbNames = map[plan.Verb]string{plan.SetValue: "set", plan.Remove: "remove", plan.AddValue: "add", plan.DeleteFrom: "delete", plan.LegacyAdd: "legacyadd", plan.LegacyDelete: "legacydelete"}

func showActions(actions []plan.Action) string {
	var parts []string
	for _, a := range actions {
		parts = append(parts, strings.TrimSpace(verbNames[a.Verb]+" "+pathText(a.Path)+" "+showExpr(a.Value)))
	}
	return strings.Join(parts, "; ")
}

// showRange writes a range of sort keys as an interval of hexadecimal bytes.
func showRange(r plan.Range) string {
	low, high := "[", "]"
	if r.LowOpen {
		low = "("
	}
	if r.HighOpen {
		high = ")"
	}
	bound := func(b []byte) string {
		if b == nil {
			return ""
		}
		return hex.EncodeToString(b)
	}
	return low + bound(r.Low) + "," + bound(r.High) + high
}
