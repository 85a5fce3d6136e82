package translator

import (
	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// UpdateItem is an UpdateItem of which all is known but the table.
type UpdateItem struct {
	in        *api.UpdateItemInput
	condition guard
	actions   []plan.Action
	legacy    bool        // the update came as AttributeUpdates
	reads     []attr.Path // all paths of the actions, what they write and what they read
}

// PrepareUpdateItem checks and binds what needs no table.
func PrepareUpdateItem(in *api.UpdateItemInput, exprs *grammar.Cache) (*UpdateItem, *apierr.Error) {
	p := &UpdateItem{in: in, legacy: in.AttributeUpdates != nil}
	s := newScope(updateItem, in.ExpressionAttributeNames, in.ExpressionAttributeValues)
	var err *apierr.Error
	if p.condition, err = prepareCondition(s, exprs, in.ConditionExpression, in.Expected, in.ConditionalOperator); err != nil {
		return nil, err
	}
	if err := p.bindActions(s, exprs); err != nil {
		return nil, err
	}
	if err := s.unused(); err != nil {
		return nil, err
	}
	if !p.legacy && requestCharge(p.actions) > attr.MaxItemSize {
		return nil, apierr.Invalid("Item size to update has exceeded the maximum allowed size")
	}
	return p, nil
}

// Touched are the paths that the update writes: what UPDATED_OLD and UPDATED_NEW give of the images.
func (p *UpdateItem) Touched() *attr.Projection { return touched(p.actions) }

// touched are the paths that actions write.
func touched(actions []plan.Action) *attr.Projection {
	paths := make([]attr.Path, len(actions))
	for i := range actions {
		paths[i] = actions[i].Path
	}
	return attr.NewProjection(paths)
}

// bindActions binds UpdateExpression, or its older form AttributeUpdates. An update with neither changes nothing.
func (p *UpdateItem) bindActions(s *scope, exprs *grammar.Cache) (err *apierr.Error) {
	e := &expression{scope: s, kind: grammar.Update}
	switch {
	case p.in.UpdateExpression != nil:
		parsed, bad := exprs.Update(*p.in.UpdateExpression)
		if bad != nil {
			return badSyntax(s.op, bad)
		}
		p.actions, err = e.update(parsed.AST, false)
	case p.legacy:
		tree, values, bad := updatesTree(s.op, p.in.AttributeUpdates)
		if bad != nil {
			return bad
		}
		e.scope = newScope(s.op, nil, values)
		p.actions, err = e.update(tree, true)
	}
	p.reads = e.paths
	return err
}

// Plan plans the write. It asks for the images that ReturnValues wants, and for the old one on a failed condition if the
// request does.
func (p *UpdateItem) Plan(t *catalog.Table) (*plan.Write, *apierr.Error) {
	if err := wantNoKeys(t, p.actions); err != nil {
		return nil, err
	}
	if err := wantScalarKeys(t, p.reads); err != nil {
		return nil, err
	}
	w, err := keyWrite(plan.Update, t, &p.in.Key)
	if err != nil {
		return nil, err
	}
	if err := p.condition.put(&w); err != nil {
		return nil, err
	}
	w.KeyAttrs = p.in.Key.Attrs
	w.Actions = p.actions
	w.NeedOld = wants(p.in.ReturnValues, "ALL_OLD", "UPDATED_OLD")
	w.NeedNew = wants(p.in.ReturnValues, "ALL_NEW", "UPDATED_NEW")
	w.NeedOldOnFailure = wants(p.in.ReturnValuesOnConditionCheckFailure, "ALL_OLD")
	return single(w), nil
}

// wantNoKeys refuses an update of a key attribute, or of something inside of one.
func wantNoKeys(t *catalog.Table, actions []plan.Action) *apierr.Error {
	for i := range actions {
		if name := actions[i].Path[0].Name; t.IsKey(name) {
			return apierr.Invalid(invalidParameter + "Cannot update attribute " + name + ". This attribute is part of the key")
		}
	}
	return nil
}
