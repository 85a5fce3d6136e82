package translator

import (
	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// PutItem is a PutItem of which all is known but the table.
type PutItem struct {
	in        *api.PutItemInput
	condition guard
}

// PreparePutItem checks and binds what needs no table.
func PreparePutItem(in *api.PutItemInput, exprs *grammar.Cache) (*PutItem, *apierr.Error) {
	s := newScope(putItem, in.ExpressionAttributeNames, in.ExpressionAttributeValues)
	condition, err := prepareCondition(s, exprs, in.ConditionExpression, in.Expected, in.ConditionalOperator)
	if err != nil {
		return nil, err
	}
	if err := s.unused(); err != nil {
		return nil, err
	}
	return &PutItem{in: in, condition: condition}, nil
}

// Plan plans the write. It asks for the old image when the request wants it back, on success or on a failed condition.
func (p *PutItem) Plan(t *catalog.Table) (*plan.Write, *apierr.Error) {
	if err := wantTableKey(t, &p.in.Item); err != nil {
		return nil, err
	}
	w, err := putWrite(t, &p.in.Item)
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
