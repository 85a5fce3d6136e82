package api

import (
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

func (in *QueryInput) request(l layer) *apierr.Error {
	x := expressions{
		legacy: []parameter{
			{"AttributesToGet", in.AttributesToGet != nil},
			{"QueryFilter", in.QueryFilter != nil},
			{"ConditionalOperator", in.ConditionalOperator != nil},
			// KeyConditions may stand beside a filter or projection expression.
			{"KeyConditions", in.KeyConditions != nil && in.KeyConditionExpression != nil},
		},
		exprs: []parameter{
			{"ProjectionExpression", in.ProjectionExpression != nil},
			{"FilterExpression", in.FilterExpression != nil},
			{"KeyConditionExpression", in.KeyConditionExpression != nil},
		},
		names:  in.ExpressionAttributeNames,
		values: in.ExpressionAttributeValues,
		users:  "FilterExpression and KeyConditionExpression are null",
	}
	if err := x.check(l); err != nil {
		return err
	}
	if err := in.checkSelect(l); err != nil {
		return err
	}
	l = l.degraded(in.ExpressionAttributeValues, in.ExclusiveStartKey)
	if err := l.item(in.ExclusiveStartKey); err != nil {
		return err
	}
	if err := checkConditions(l, in.QueryFilter, attr.MaxDepth); err != nil {
		return err
	}
	if err := checkOperator(l, in.ConditionalOperator, len(in.QueryFilter)); err != nil {
		return err
	}
	if err := checkConditions(l, in.KeyConditions, attr.MaxDepth); err != nil {
		return err
	}
	if err := checkAttributesToGet(l, in.AttributesToGet); err != nil {
		return err
	}
	if in.KeyConditions == nil && in.KeyConditionExpression == nil {
		return l.refuse(textNoKeyCondition)
	}
	return nil
}

// checkSelect: a Query's refusals of Select are the only ones of a read in the newer layer's envelope.
func (in *QueryInput) checkSelect(l layer) *apierr.Error {
	s := selection{value: in.Select, index: in.IndexName != nil, projection: in.ProjectionExpression != nil, attributes: in.AttributesToGet != nil}
	problem := s.problem()
	switch {
	case problem == "":
		return nil
	case l.older:
		return apierr.Invalid(problem)
	}
	return apierr.Invalid(detected(problem))
}
