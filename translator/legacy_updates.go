package translator

import (
	"slices"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// updatesTree makes AttributeUpdates an update, and gives the values of its placeholders. Its ADD differs from that of
// expressions: it also appends to lists.
func updatesTree(op *api.Operation, updates api.Map[*api.AttributeValueUpdate]) (*ast.Update, *attr.Item, *apierr.Error) {
	tree, values := &ast.Update{}, &attr.Item{}
	for _, u := range updates {
		if err := addUpdate(op, tree, values, literalPath(u.Key), u.Value); err != nil {
			return nil, nil, err
		}
	}
	return tree, values, nil
}

func addUpdate(op *api.Operation, tree *ast.Update, values *attr.Item, path *ast.Path, u *api.AttributeValueUpdate) *apierr.Error {
	action := "PUT"
	if u.Action != nil {
		action = *u.Action
	}
	if u.Value == nil {
		if action != "DELETE" {
			return op.Refuse(invalidParameter + "Only DELETE action is allowed when no attribute value is specified")
		}
		tree.Remove = append(tree.Remove, path)
		return nil
	}
	switch action {
	case "PUT":
		tree.Set = append(tree.Set, ast.Assign{Path: path, Value: define(values, *u.Value)})
	case "ADD":
		if !slices.Contains(changeRules[plan.LegacyAdd].types, u.Value.Type) {
			return op.Refuse(invalidParameter + "ADD action is not supported for the type " + longTypeNames[u.Value.Type])
		}
		tree.Add = append(tree.Add, ast.Change{Path: path, Value: define(values, *u.Value)})
	case "DELETE":
		if !slices.Contains(changeRules[plan.LegacyDelete].types, u.Value.Type) {
			return op.Refuse(invalidParameter + "DELETE action with value is not supported for the type " + longTypeNames[u.Value.Type])
		}
		tree.Delete = append(tree.Delete, ast.Change{Path: path, Value: define(values, *u.Value)})
	default:
		panic("translator: an action that api does not know: " + action)
	}
	return nil
}
