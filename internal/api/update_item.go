package api

import "github.com/ddbsql/ddbsql/internal/apierr"

func (in *UpdateItemInput) request(l layer) *apierr.Error {
	x := expressions{
		legacy: []parameter{
			{"AttributeUpdates", in.AttributeUpdates != nil},
			{"Expected", in.Expected != nil},
			{"ConditionalOperator", in.ConditionalOperator != nil},
		},
		exprs: []parameter{
			{"UpdateExpression", in.UpdateExpression != nil},
			{"ConditionExpression", in.ConditionExpression != nil},
		},
		names:  in.ExpressionAttributeNames,
		values: in.ExpressionAttributeValues,
		users:  "UpdateExpression and ConditionExpression are null",
	}
	l = l.degraded(&in.Key, in.ExpressionAttributeValues)
	if err := x.check(l); err != nil {
		return err
	}
	if err := l.item(&in.Key); err != nil {
		return err
	}
	if err := checkUpdates(l, in.AttributeUpdates); err != nil {
		return err
	}
	if err := checkOperator(l, in.ConditionalOperator, len(in.Expected)); err != nil {
		return err
	}
	return checkExpected(l, in.Expected)
}
