package translator

import (
	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// DeleteItem is a DeleteItem of which all is known but the table.
type DeleteItem struct {
	in        *api.DeleteItemInput
	condition guard
}

// PrepareDeleteItem checks and binds what needs no table.
func PrepareDeleteItem(in *api.DeleteItemInput, exprs *grammar.Cache) (*DeleteItem, *apierr.Error) {
	s := newScope(deleteItem, in.ExpressionAttributeNames, in.ExpressionAttributeValues)
	condition, err := prepareCondition(s, exprs, in.ConditionExpression, in.Expected, in.ConditionalOperator)
	if err != nil {
		return nil, err
	}
	if err := s.unused(); err != nil {
		return nil, err
	}
	return &DeleteItem{in: in, condition: condition}, nil
}

// Plan plans the write. It asks for the old image when the request wants it back, on success or on a failed condition.
func (p *DeleteItem) Plan(t *catalog.Table) (*plan.Write, *apierr.Error) {
	w, err := keyWrite(plan.Delete, t, &p.in.Key)
	if err != nil {
		return nil, err
	}
	if err := p.condition.put(&w); err != nil {
		return nil, err
	}
	w.NeedOld = wants(p.in.ReturnValues, "ALL_OLD")
	w.NeedOldOnFailure = wants(p.in.ReturnValuesOnConditionCheckFailure, "ALL_OLD")
	return single(w), nil
}
