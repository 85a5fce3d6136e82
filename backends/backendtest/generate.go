package backendtest

import (
	"math/rand/v2"
	"slices"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// generator makes random items and predicates about them. It draws from few names and values, chosen to be hard and to meet
// each other often.
type generator struct{ *rand.Rand }

var (
	someNames = []string{"a", "b", "c", "S", "a.b", "é\x00", `q"\`}
	someTexts = []string{"", "a", "b", "ab", "abc", "b\x00", "\x00", "\x01", "\x00\x02", "\x01\x01", "a\x01", "\x02", "é", "e\u0301", "日本", "\ue000", "�",
		"😀", "\U0010ffff", `"\`, "\\u0000", "%_", "z"}
	someNumbers = []string{"0", "1", "-1", "2", "10", "1.5", "-1.5", "0.1", "-0.1", "100", "1000000", "99999999999999999999999999999999999999",
		"99999999999999999999999999999999999998", "-99999999999999999999999999999999999999", "9.9999999999999999999999999999999999999E+125",
		"-9.9999999999999999999999999999999999999E+125", "1E-130", "-1E-130", "1E+100", "3"}
	someBinaries = []string{"", "\x00", "\x01", "\xff", "\xff\xff", "a", "ab", "\x00\x01", "\x80", "abc"}
	allTypes     = []attr.Type{attr.S, attr.N, attr.B, attr.SS, attr.NS, attr.BS, attr.M, attr.L, attr.BOOL, attr.NULL}
	allOps       = []plan.Op{plan.EQ, plan.NE, plan.LT, plan.LE, plan.GT, plan.GE}
)

func pick[E any](g generator, from []E) E { return from[g.IntN(len(from))] }

// chance is true once in n times.
func (g generator) chance(n int) bool { return g.IntN(n) == 0 }

// texts are the values to draw the contents of a scalar or set from.
func texts(t attr.Type) []string {
	switch t {
	case attr.S, attr.SS:
		return someTexts
	case attr.N, attr.NS:
		return canonicalNumbers
	default:
		return someBinaries
	}
}

var canonicalNumbers = func() []string {
	var out []string
	for _, n := range someNumbers {
		text, problem := attr.Canonical([]byte(n))
		if problem != nil {
			panic(problem.Message)
		}
		out = append(out, text)
	}
	return out
}()

// node makes a value with up to that many levels below it.
func (g generator) node(levels int) *attr.Node {
	types := allTypes
	if levels == 0 {
		types = []attr.Type{attr.S, attr.N, attr.B, attr.SS, attr.NS, attr.BS, attr.BOOL, attr.NULL, attr.S, attr.N}
	}
	n := &attr.Node{Type: pick(g, types)}
	switch n.Type {
	case attr.S, attr.N, attr.B:
		n.Text = pick(g, texts(n.Type))
	case attr.SS, attr.NS, attr.BS:
		n.Set = g.set(texts(n.Type))
	case attr.BOOL:
		n.Text = pick(g, []string{"true", "false"})
	case attr.NULL:
		n.Text = "true"
	case attr.L:
		for range g.IntN(4) {
			n.List = append(n.List, g.node(levels-1))
		}
	case attr.M:
		n.Map = g.fields(levels-1, 3)
	}
	return n
}

// set draws one to four different members.
func (g generator) set(from []string) []string {
	var set []string
	for range 1 + g.IntN(4) {
		if text := pick(g, from); !slices.Contains(set, text) {
			set = append(set, text)
		}
	}
	return set
}

// fields draws up to n different names with values.
func (g generator) fields(levels, n int) []attr.Field {
	var fields []attr.Field
	for _, i := range g.Perm(len(someNames))[:g.IntN(n+1)] {
		fields = append(fields, attr.Field{Name: someNames[i], Node: g.node(levels)})
	}
	return fields
}

// item makes an item without key attributes.
func (g generator) item() *attr.Node {
	return &attr.Node{Type: attr.M, Map: g.fields(2, len(someNames))}
}

// path walks into a sample item, and sometimes on to where nothing is.
func (g generator) path(sample *attr.Node) plan.Path {
	var p plan.Path
	for n := sample; len(p) < 4; {
		step := g.step(n)
		p = append(p, step)
		if n = lookUp(sample, p); n == nil || g.chance(2) && n.Type != attr.M && n.Type != attr.L || g.chance(3) {
			return p
		}
	}
	return p
}

// step goes into a map or list; the first step of a path is always a name.
func (g generator) step(n *attr.Node) plan.Step {
	if n.Type == attr.L || n.Type != attr.M && g.chance(2) {
		return plan.Step{IsIndex: true, Index: g.IntN(max(len(n.List), 1) + 1)}
	}
	if len(n.Map) > 0 && !g.chance(5) {
		return plan.Step{Name: pick(g, n.Map).Name}
	}
	return plan.Step{Name: pick(g, someNames)}
}

// value is one of the sample's own, a part of one, or any.
func (g generator) value(sample *attr.Node) *plan.ValueOperand {
	n := g.node(2)
	if own := lookUp(sample, g.path(sample)); own != nil && !g.chance(3) {
		n = g.partOf(own)
	}
	return &plan.ValueOperand{Value: n.Value()}
}

// near is an operand that has to do with another one: a value of the same type, or a part of the sample's.
func (g generator) near(of plan.Operand, sample *attr.Node) plan.Operand {
	n := value(of, sample)
	if n == nil || g.chance(4) {
		return g.operand(sample)
	}
	if (n.Type == attr.S || n.Type == attr.N || n.Type == attr.B) && g.chance(2) {
		n = &attr.Node{Type: n.Type, Text: pick(g, texts(n.Type))}
	} else {
		n = g.partOf(n)
	}
	return &plan.ValueOperand{Value: n.Value()}
}

func (g generator) partOf(n *attr.Node) *attr.Node {
	switch {
	case n.Type == attr.L && len(n.List) > 0 && g.chance(2):
		return pick(g, n.List)
	case len(n.Set) > 0 && g.chance(2):
		member := map[attr.Type]attr.Type{attr.SS: attr.S, attr.NS: attr.N, attr.BS: attr.B}
		return &attr.Node{Type: member[n.Type], Text: pick(g, n.Set)}
	case n.Type == attr.S && n.Text != "" && g.chance(2):
		runes := []rune(n.Text)
		from := g.IntN(len(runes)) * g.IntN(2) // a beginning, or something from the middle
		return &attr.Node{Type: attr.S, Text: string(runes[from : from+g.IntN(len(runes)-from+1)])}
	default:
		return n
	}
}

func (g generator) operand(sample *attr.Node) plan.Operand {
	switch g.IntN(20) {
	case 0:
		return &plan.MissingOperand{}
	case 1, 2:
		return &plan.SizeOperand{Path: g.path(sample)}
	case 3, 4, 5, 6, 7, 8:
		return g.value(sample)
	default:
		return &plan.PathOperand{Path: g.path(sample)}
	}
}

// predicate makes a condition with up to that many levels of And, Or and Not.
func (g generator) predicate(sample *attr.Node, levels int) plan.Predicate {
	if levels > 0 && g.chance(3) {
		of := []plan.Predicate{g.predicate(sample, levels-1), g.predicate(sample, levels-1)}
		return pick(g, []plan.Predicate{&plan.And{Of: of}, &plan.Or{Of: of}, &plan.Not{Of: of[0]}})
	}
	of := g.operand(sample)
	switch g.IntN(12) {
	case 0:
		return &plan.Exists{Path: g.path(sample)}
	case 1:
		return &plan.TypeIs{Path: g.path(sample), Type: pick(g, allTypes)}
	case 2, 3:
		return &plan.BeginsWith{Of: of, Prefix: g.near(of, sample)}
	case 4, 5:
		return &plan.Contains{Of: of, Needle: g.near(of, sample)}
	case 6:
		return &plan.Between{Of: of, Low: g.near(of, sample), High: g.near(of, sample)}
	case 7:
		in := &plan.In{Of: of}
		for range 1 + g.IntN(4) {
			in.List = append(in.List, g.near(of, sample))
		}
		return in
	default:
		return &plan.Compare{Op: pick(g, allOps), Left: of, Right: g.near(of, sample)}
	}
}
