package translator

import (
	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Action is one action of a transaction: the four kinds as one, because they differ in little.
type Action struct {
	kind  plan.Kind
	table string
	item  *attr.Item // a Put's item, otherwise the key

	update, condition *string // expressions
	names             api.Map[string]
	values            *attr.Item
	onFailure         *string // ReturnValuesOnConditionCheckFailure

	// What prepare makes of the expressions.
	guard   guard
	actions []plan.Action
	reads   []attr.Path // all paths of the update, what it writes and what it reads
}

// actionOf takes the action out of an element of TransactItems; api has checked that there is exactly one.
func actionOf(in *api.TransactWriteItem) *Action {
	switch {
	case in.Put != nil:
		a := in.Put
		return &Action{kind: plan.Put, table: a.TableName, item: &a.Item, condition: a.ConditionExpression,
			names: a.ExpressionAttributeNames, values: a.ExpressionAttributeValues, onFailure: a.ReturnValuesOnConditionCheckFailure}
	case in.Update != nil:
		a := in.Update
		return &Action{kind: plan.Update, table: a.TableName, item: &a.Key, update: &a.UpdateExpression, condition: a.ConditionExpression,
			names: a.ExpressionAttributeNames, values: a.ExpressionAttributeValues, onFailure: a.ReturnValuesOnConditionCheckFailure}
	case in.Delete != nil:
		a := in.Delete
		return &Action{kind: plan.Delete, table: a.TableName, item: &a.Key, condition: a.ConditionExpression,
			names: a.ExpressionAttributeNames, values: a.ExpressionAttributeValues, onFailure: a.ReturnValuesOnConditionCheckFailure}
	default:
		a := in.ConditionCheck
		return &Action{kind: plan.Check, table: a.TableName, item: &a.Key, condition: &a.ConditionExpression,
			names: a.ExpressionAttributeNames, values: a.ExpressionAttributeValues, onFailure: a.ReturnValuesOnConditionCheckFailure}
	}
}

// prepare binds the expressions. Values beside no expression at all, which only a Put may have, are nobody's concern.
func (a *Action) prepare(exprs *grammar.Cache) (err *apierr.Error) {
	if a.update == nil && a.condition == nil {
		return nil
	}
	s := newScope(transactWriteItems, a.names, a.values)
	if a.guard, err = prepareCondition(s, exprs, a.condition, nil, nil); err != nil {
		return err
	}
	if a.update != nil {
		parsed, bad := exprs.Update(*a.update)
		if bad != nil {
			return badSyntax(s.op, bad)
		}
		e := &expression{scope: s, kind: grammar.Update}
		if a.actions, err = e.update(parsed.AST, false); err != nil {
			return err
		}
		a.reads = e.paths
	}
	return s.unused()
}

// wantWhole refuses what refuses the request as a whole: empty values of key attributes, and paths that lead into keys.
func (a *Action) wantWhole(t *catalog.Table) *apierr.Error {
	if err := schemaOf(t, nil).wantNotEmpty(a.item); err != nil {
		return err
	}
	if a.kind == plan.Put {
		for _, x := range t.SecondaryIndexes() {
			if err := schemaOf(t, x).wantNotEmpty(a.item); err != nil {
				return err
			}
		}
	}
	return wantScalarKeys(t, a.guard.paths)
}

// plan plans the write of the action.
func (a *Action) plan(t *catalog.Table) (w plan.ItemWrite, err *apierr.Error) {
	switch a.kind {
	case plan.Put:
		if err := wantTableKey(t, a.item); err != nil {
			return w, err
		}
		w, err = putWrite(t, a.item)
	case plan.Update:
		w, err = a.planUpdate(t)
	default:
		w, err = keyWrite(a.kind, t, a.item)
	}
	if err != nil {
		return w, err
	}
	w.NeedOldOnFailure = wants(a.onFailure, "ALL_OLD")
	return w, a.guard.put(&w)
}

func (a *Action) planUpdate(t *catalog.Table) (w plan.ItemWrite, err *apierr.Error) {
	if err := wantNoKeys(t, a.actions); err != nil {
		return w, err
	}
	if err := wantScalarKeys(t, a.reads); err != nil {
		return w, err
	}
	w, err = keyWrite(plan.Update, t, a.item)
	w.KeyAttrs, w.Actions = a.item.Attrs, a.actions
	return w, err
}

// Key is the item, or its key, for what an answer says of it. A check has none: it writes nothing.
func (a *Action) Key() *attr.Item {
	if a.kind == plan.Check {
		return nil
	}
	return a.item
}

// DeletesOnCondition says whether the action is a Delete that wants more of the item than its key.
func (a *Action) DeletesOnCondition() bool { return a.kind == plan.Delete && a.guard.predicate != nil }

// keySet finds items that a transaction names twice.
type keySet map[int64]rowSet

// add refuses an item that is in the set. What is no item or, unless whole is set, no key of the table, is for others to refuse.
func (s keySet) add(t *catalog.Table, it *attr.Item, whole bool) *apierr.Error {
	key, ok := t.Key(it)
	if !ok || !whole && len(it.Attrs) != len(t.KeyNames()) {
		return nil
	}
	if s[t.ID] == nil {
		s[t.ID] = rowSet{}
	}
	if s[t.ID].has(key) {
		return apierr.Invalid("Transaction request cannot include multiple operations on one item")
	}
	return nil
}
