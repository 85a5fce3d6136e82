package api

import "github.com/ddbsql/ddbsql/internal/apierr"

func (in *GetItemInput) request(l layer) *apierr.Error {
	x := expressions{
		legacy: []parameter{{"AttributesToGet", in.AttributesToGet != nil}},
		exprs:  []parameter{{"ProjectionExpression", in.ProjectionExpression != nil}},
		names:  in.ExpressionAttributeNames,
	}
	if err := x.check(l); err != nil {
		return err
	}
	if err := l.item(&in.Key); err != nil {
		return err
	}
	return checkAttributesToGet(l, in.AttributesToGet)
}
