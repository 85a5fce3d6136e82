package translator

import (
	"slices"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// update binds an update: first all paths it writes, which must be apart, then what it writes there. Actions come out
// by section in the order SET, REMOVE, ADD, DELETE; as they all read the item as it was, their order changes nothing.
//
// AttributeUpdates have verbs of their own for ADD and DELETE.
func (e *expression) update(u *ast.Update, legacy bool) ([]plan.Action, *apierr.Error) {
	actions, err := e.targets(u, legacy)
	if err != nil {
		return nil, err
	}
	if err := e.wantApart(e.paths); err != nil {
		return nil, err
	}
	written := actions
	for _, set := range u.Set {
		if written[0].Value, err = e.assigned(set.Value); err != nil {
			return nil, err
		}
		written = written[1:]
	}
	written = written[len(u.Remove):]
	for _, changes := range [][]ast.Change{u.Add, u.Delete} {
		for _, change := range changes {
			if written[0].Value, err = e.assigned(change.Value); err != nil {
				return nil, err
			}
			written = written[1:]
		}
	}
	return actions, e.wantChanges(actions[len(u.Set)+len(u.Remove):])
}

// targets binds the paths that the actions write, and gives the actions without values.
func (e *expression) targets(u *ast.Update, legacy bool) ([]plan.Action, *apierr.Error) {
	actions := make([]plan.Action, 0, len(u.Set)+len(u.Remove)+len(u.Add)+len(u.Delete))
	add, remove := plan.AddValue, plan.DeleteFrom
	if legacy {
		add, remove = plan.LegacyAdd, plan.LegacyDelete
	}
	var failed *apierr.Error
	target := func(verb plan.Verb, p *ast.Path) {
		if failed == nil {
			var path attr.Path
			path, failed = e.path(p)
			actions = append(actions, plan.Action{Verb: verb, Path: path})
		}
	}
	for _, set := range u.Set {
		target(plan.SetValue, set.Path)
	}
	for _, path := range u.Remove {
		target(plan.Remove, path)
	}
	for _, change := range u.Add {
		target(add, change.Path)
	}
	for _, change := range u.Delete {
		target(remove, change.Path)
	}
	return actions, failed
}

// assigned binds what SET assigns, or a part of it. Which functions may stand where, the grammar has checked.
func (e *expression) assigned(o ast.Operand) (plan.Expr, *apierr.Error) {
	switch o := o.(type) {
	case *ast.Path:
		path, err := e.path(o)
		return &plan.PathExpr{Path: path}, err
	case *ast.Value:
		v, err := e.placeholder(o)
		return &plan.ValueExpr{Value: v}, err
	case *ast.Arithmetic:
		return e.arithmetic(o)
	case *ast.Call:
		return e.assignedCall(o)
	}
	v, err := e.literal(o)
	return &plan.ValueExpr{Value: v}, err
}

func (e *expression) assignedAll(list []ast.Operand) ([]plan.Expr, *apierr.Error) {
	bound := make([]plan.Expr, len(list))
	for i := range list {
		var err *apierr.Error
		if bound[i], err = e.assigned(list[i]); err != nil {
			return nil, err
		}
	}
	return bound, nil
}

func (e *expression) arithmetic(a *ast.Arithmetic) (plan.Expr, *apierr.Error) {
	sides, err := e.assignedAll([]ast.Operand{a.Left, a.Right})
	if err != nil {
		return nil, err
	}
	sign := "+"
	if a.Minus {
		sign = "-"
	}
	if err := e.wantValues(sign, attr.N, sides); err != nil {
		return nil, err
	}
	return &plan.Arithmetic{Minus: a.Minus, Left: sides[0], Right: sides[1]}, nil
}

// wantValues refuses values of the request that are not of the type; what comes from the item is the backend's to check.
func (e *expression) wantValues(function string, want attr.Type, operands []plan.Expr) *apierr.Error {
	for _, o := range operands {
		if v, ok := o.(*plan.ValueExpr); ok && v.Value.Type != want {
			return e.wrongType(function, v.Value.Type.String())
		}
	}
	return nil
}

func (e *expression) assignedCall(c *ast.Call) (plan.Expr, *apierr.Error) {
	args, err := e.assignedAll(c.Args)
	if err != nil {
		return nil, err
	}
	if err := e.wantOperands(c.Name, 2, len(args)); err != nil {
		return nil, err
	}
	switch c.Name {
	case "if_not_exists":
		of, ok := args[0].(*plan.PathExpr)
		if !ok {
			return nil, e.wantPath(c.Name)
		}
		if p, ok := args[1].(*plan.PathExpr); ok && samePath(of.Path, p.Path) {
			return nil, e.notDistinct(c.Name, of.Path)
		}
		return &plan.IfNotExists{Path: of.Path, Else: args[1]}, nil
	case "list_append":
		if err := e.wantValues(c.Name, attr.L, args); err != nil {
			return nil, err
		}
		return &plan.ListAppend{Left: args[0], Right: args[1]}, nil
	}
	return nil, e.refuse("The function is not allowed in an update expression; function: " + c.Name)
}

// changeRule says what ADD or DELETE may be given, and how the service calls that in expressions.
type changeRule struct {
	section, typeSet string
	types            []attr.Type
}

var changeRules = map[plan.Verb]changeRule{
	plan.AddValue:     {"ADD", "ALLOWED_FOR_ADD_OPERAND", []attr.Type{attr.N, attr.SS, attr.NS, attr.BS}},
	plan.LegacyAdd:    {"ADD", "", []attr.Type{attr.N, attr.L, attr.SS, attr.NS, attr.BS}},
	plan.DeleteFrom:   {"DELETE", "ALLOWED_FOR_DELETE_OPERAND", []attr.Type{attr.SS, attr.NS, attr.BS}},
	plan.LegacyDelete: {"DELETE", "", []attr.Type{attr.SS, attr.NS, attr.BS}},
}

// longTypeNames are the names of types that ADD and DELETE, in expressions and in AttributeUpdates, use in refusals.
var longTypeNames = map[attr.Type]string{attr.S: "STRING", attr.N: "NUMBER", attr.B: "BINARY", attr.SS: "STRING_SET",
	attr.NS: "NUMBER_SET", attr.BS: "BINARY_SET", attr.M: "MAP", attr.L: "LIST", attr.BOOL: "BOOLEAN", attr.NULL: "NULL"}

// wantChanges refuses operands of ADD and DELETE of other types than these take.
func (e *expression) wantChanges(actions []plan.Action) *apierr.Error {
	for i := range actions {
		rule := changeRules[actions[i].Verb]
		if t := actions[i].Value.(*plan.ValueExpr).Value.Type; !slices.Contains(rule.types, t) {
			return e.refuse("Incorrect operand type for operator or function; operator: " + rule.section +
				", operand type: " + longTypeNames[t] + ", typeSet: " + rule.typeSet)
		}
	}
	return nil
}
