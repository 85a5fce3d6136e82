package translator

import (
	"slices"

	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// guard is a condition or filter, bound. A nil predicate always holds.
type guard struct {
	predicate plan.Predicate
	paths     []attr.Path // all paths it reads
}

// bindGuard binds a condition or filter; a nil tree is none at all.
func bindGuard(s *scope, kind grammar.Kind, tree ast.Condition) (guard, *apierr.Error) {
	if tree == nil {
		return guard{}, nil
	}
	e := &expression{scope: s, kind: kind}
	p, err := e.condition(tree)
	if err != nil {
		return guard{}, err
	}
	if c, ok := p.(*plan.Const); ok && c.Value {
		p = nil
	}
	return guard{predicate: p, paths: e.paths}, nil
}

// parseGuard parses and binds a condition or filter expression.
func parseGuard(s *scope, exprs *grammar.Cache, kind grammar.Kind, text string) (guard, *apierr.Error) {
	parsed, err := exprs.Condition(kind, text)
	if err != nil {
		return guard{}, badSyntax(s.op, err)
	}
	return bindGuard(s, kind, parsed.AST)
}

// prepareCondition binds the condition of a write: ConditionExpression, or its older form Expected.
func prepareCondition(s *scope, exprs *grammar.Cache, text *string, expected api.Map[*api.ExpectedAttributeValue], operator *string) (guard, *apierr.Error) {
	if text != nil {
		return parseGuard(s, exprs, grammar.Condition, *text)
	}
	tree, values, err := expectedTree(s.op, expected, operator)
	if err != nil {
		return guard{}, err
	}
	return bindLegacy(s.op, grammar.Condition, tree, values)
}

// prepareFilter binds the filter of a read: FilterExpression, or its older form.
func prepareFilter(s *scope, exprs *grammar.Cache, text *string, legacy api.Map[*api.Condition], operator *string) (guard, *apierr.Error) {
	if text != nil {
		return parseGuard(s, exprs, grammar.Filter, *text)
	}
	tree, values, err := filterTree(s.op, legacy, operator)
	if err != nil {
		return guard{}, err
	}
	return bindLegacy(s.op, grammar.Filter, tree, values)
}

// bindLegacy binds a condition or filter that was made of an older form, with the values of its placeholders.
func bindLegacy(op *api.Operation, kind grammar.Kind, tree ast.Condition, values *attr.Item) (guard, *apierr.Error) {
	if tree == nil { // mostly
		return guard{}, nil
	}
	return bindGuard(newScope(op, nil, values), kind, tree)
}

// put makes the guard the condition of a write.
func (g guard) put(w *plan.ItemWrite) *apierr.Error {
	if err := wantScalarKeys(w.Table, g.paths); err != nil {
		return err
	}
	w.Condition = g.predicate
	w.HoldsOnMissing = holdsOnMissing(g.predicate)
	return nil
}

// wants says whether an optional parameter has one of the values.
func wants(parameter *string, values ...string) bool {
	return parameter != nil && slices.Contains(values, *parameter)
}

// single is the plan of one write.
func single(w plan.ItemWrite) *plan.Write {
	p := &struct {
		plan plan.Write
		room [1]plan.ItemWrite
	}{room: [1]plan.ItemWrite{w}} // one allocation for both
	p.plan.Items = p.room[:]
	return &p.plan
}

// keyWrite is an unconditional write of the item that a request's Key names.
func keyWrite(kind plan.Kind, t *catalog.Table, key *attr.Item) (plan.ItemWrite, *apierr.Error) {
	row, err := requestKey(t, key)
	return plan.ItemWrite{Kind: kind, Table: t, Key: row, HoldsOnMissing: true}, err
}
