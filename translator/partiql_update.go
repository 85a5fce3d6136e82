package translator

import (
	"strings"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// prepareUpdate binds an UPDATE.
func (p *StatementWrite) prepareUpdate(s *scope, tree *ast.UpdateStatement) *apierr.Error {
	p.kind, p.returning = plan.Update, tree.Returning
	if err := p.bindWhere(s, tree.Table, tree.Where, tree.Update.Set); err != nil {
		return err
	}
	e := &expression{scope: s}
	u, err := e.setChanges(tree.Update)
	if err != nil {
		return err
	}
	if p.actions, err = e.update(u, false); err != nil {
		return err
	}
	p.reads = e.paths
	p.touched = touched(p.actions)
	return nil
}

// setFunctions are the functions that change a set: what SET assigns with them is an ADD or DELETE of expressions.
var setFunctions = map[string]func(u *ast.Update, c ast.Change){
	"set_add":    func(u *ast.Update, c ast.Change) { u.Add = append(u.Add, c) },
	"set_delete": func(u *ast.Update, c ast.Change) { u.Delete = append(u.Delete, c) },
}

// setChanges makes the calls of set_add and set_delete changes of sets.
func (e *expression) setChanges(tree *ast.Update) (*ast.Update, *apierr.Error) {
	u := &ast.Update{Remove: tree.Remove}
	for _, assign := range tree.Set {
		call, ok := assign.Value.(*ast.Call)
		if !ok || setFunctions[call.Name] == nil {
			u.Set = append(u.Set, assign)
			continue
		}
		if err := e.wantSet(call.Name, call.Args[1]); err != nil {
			return nil, err
		}
		setFunctions[call.Name](u, ast.Change{Path: assign.Path, Value: call.Args[1]})
	}
	return u, nil
}

// wantSet refuses a parameter that is no set where set_add or set_delete want one. All else of their arguments the grammar has checked.
func (e *expression) wantSet(function string, given ast.Operand) *apierr.Error {
	p, ok := given.(*ast.Parameter)
	if !ok {
		return nil
	}
	v, err := e.parameter(p)
	if err == nil && memberType[v.Type] == attr.Invalid {
		err = apierr.Invalid("The second argument to " + strings.ToUpper(function) + " must be a value with type SET")
	}
	return err
}
