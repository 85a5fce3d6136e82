package translator

import (
	"slices"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// where is a WHERE clause, bound: its top-level conditions, which must all hold. They stay apart until the table tells which of them
// are on its key.
type where struct {
	given bool // there is one
	parts []plan.Predicate
	paths []attr.Path
}

// bindWhere binds a WHERE clause; nil is none. The values of the clause, and then those of what the statement's SET assigns, are read
// before anything else.
func bindWhere(s *scope, c ast.Condition, set []ast.Assign) (where, *apierr.Error) {
	w := where{given: c != nil}
	e := &expression{scope: s}
	if err := e.wantLiterals(c, set); err != nil || c == nil {
		return w, err
	}
	err := w.add(e, c)
	w.paths = e.paths
	return w, err
}

func (w *where) add(e *expression, c ast.Condition) *apierr.Error {
	if a, ok := c.(*ast.And); ok {
		if err := w.add(e, a.Left); err != nil {
			return err
		}
		return w.add(e, a.Right)
	}
	p, err := e.condition(c)
	w.parts = append(w.parts, p)
	return err
}

// joined is the condition that all parts hold; nil when there is nothing to hold.
func joined(parts []plan.Predicate) plan.Predicate {
	var all plan.Predicate
	for _, p := range parts {
		if all == nil {
			all = p
		} else {
			all = and(all, p)
		}
	}
	if c, ok := all.(*plan.Const); ok && c.Value {
		return nil
	}
	return all
}

// without is the clause without the parts in those places.
func (w where) without(places ...int) []plan.Predicate {
	var rest []plan.Predicate
	for i, p := range w.parts {
		if !slices.Contains(places, i) {
			rest = append(rest, p)
		}
	}
	return rest
}

// itemKey is the key of the one item that equalities of a WHERE clause name, and the places of these.
type itemKey struct {
	key    *attr.Item
	places []int
}

// key finds the one item that the clause names by an equality on each key attribute of the table. single also takes an IN of one
// value for an equality.
func (w where) key(t *catalog.Table, single bool) (itemKey, *apierr.Error) {
	found := itemKey{key: &attr.Item{}}
	for _, name := range t.KeyNames() {
		seen := false
		for i, p := range w.parts {
			c, ok := keyConditionOf(p)
			if !ok || c.name != name || c.op != keyEQ && !(single && c.op == keyIn && len(c.values) == 1) {
				continue
			}
			if seen {
				return itemKey{}, apierr.Invalid("Multiple conditions on same key " + name + ". Only single item Update/Insert/Delete are supported")
			}
			seen = true
			found.places = append(found.places, i)
			found.key.Attrs = append(found.key.Attrs, attr.Attr{Name: name, Value: c.values[0]})
		}
		if !seen {
			return itemKey{}, errNoKey
		}
	}
	return found, nil
}

var errNoKey = apierr.Invalid("Where clause does not contain a mandatory equality on all key attributes")

// wantKeyKind refuses a value of a type that no key has.
func wantKeyKind(name string, v attr.Value) *apierr.Error {
	if !slices.Contains(ordered, v.Type) {
		return apierr.Invalid("Key value must be of type S, N, or B. Key name: " + name + ", Key type: " + v.Type.String())
	}
	return nil
}

func wantKeyKinds(key *attr.Item) *apierr.Error {
	for _, a := range key.Attrs {
		if err := wantKeyKind(a.Name, a.Value); err != nil {
			return err
		}
	}
	return nil
}

// wantKeyType refuses values that are not of the type of the key attribute.
func wantKeyType(k catalog.KeyAttr, values []attr.Value) *apierr.Error {
	for _, v := range values {
		if v.Type != k.Type {
			return apierr.Invalid("Key attribute's data type should match its data type in table's schema: Key " + k.Name)
		}
	}
	return nil
}

// keyConditionOf is a predicate as a condition on one top-level attribute, if it is one that can be on a key.
func keyConditionOf(p plan.Predicate) (keyCondition, bool) {
	switch p := p.(type) {
	case *plan.Compare:
		op, ok := rangeOps[p.Op]
		if !ok {
			return keyCondition{}, false
		}
		if c, ok := attributeCondition(op.op, p.Left, p.Right); ok {
			return c, true
		}
		return attributeCondition(op.mirrored, p.Right, p.Left)
	case *plan.Between:
		return attributeCondition(keyBetween, p.Of, p.Low, p.High)
	case *plan.In:
		return attributeCondition(keyIn, p.Of, p.List...)
	case *plan.BeginsWith:
		return attributeCondition(keyBeginsWith, p.Of, p.Prefix)
	}
	return keyCondition{}, false
}

// rangeOps are the comparisons of predicates that a key condition may make; mirrored is the same with its sides exchanged.
var rangeOps = map[plan.Op]struct{ op, mirrored keyOp }{
	plan.EQ: {keyEQ, keyEQ}, plan.LT: {keyLT, keyGT}, plan.LE: {keyLE, keyGE}, plan.GT: {keyGT, keyLT}, plan.GE: {keyGE, keyLE},
}

func attributeCondition(op keyOp, of plan.Operand, with ...plan.Operand) (keyCondition, bool) {
	path, ok := of.(*plan.PathOperand)
	if !ok || len(path.Path) != 1 {
		return keyCondition{}, false
	}
	c := keyCondition{name: path.Path[0].Name, op: op}
	for _, o := range with {
		v, ok := o.(*plan.ValueOperand)
		if !ok {
			return keyCondition{}, false
		}
		c.values = append(c.values, v.Value)
	}
	return c, true
}
