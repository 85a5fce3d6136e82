package translator

import (
	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// GetItem is a GetItem of which all is known but the table.
type GetItem struct {
	in    *api.GetItemInput
	paths projection

	// Projection is what the answer has of the item; nil for all.
	Projection *attr.Projection
}

// PrepareGetItem checks and binds what needs no table.
func PrepareGetItem(in *api.GetItemInput, exprs *grammar.Cache) (*GetItem, *apierr.Error) {
	s := newScope(getItem, in.ExpressionAttributeNames, nil)
	paths, err := prepareProjection(s, exprs, in.ProjectionExpression, in.AttributesToGet)
	if err != nil {
		return nil, err
	}
	if err := s.unused(); err != nil {
		return nil, err
	}
	return &GetItem{in: in, paths: paths, Projection: paths.compiled()}, nil
}

// Plan plans the read.
func (p *GetItem) Plan(t *catalog.Table) (*plan.Get, *apierr.Error) {
	if err := wantScalarKeys(t, p.paths.paths); err != nil {
		return nil, err
	}
	key, err := requestKey(t, &p.in.Key)
	if err != nil {
		return nil, err
	}
	get := &struct {
		plan plan.Get
		room [1]plan.Read
	}{room: [1]plan.Read{{Table: t, Key: key}}} // one allocation for both
	get.plan.Reads = get.room[:]
	get.plan.Eventual = p.in.ConsistentRead == nil || !*p.in.ConsistentRead
	return &get.plan, nil
}
