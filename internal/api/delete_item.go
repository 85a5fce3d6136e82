package api

import "github.com/ddbsql/ddbsql/internal/apierr"

func (in *DeleteItemInput) checkMore(c *checker) { checkReturnOld(c, in.ReturnValues) }

func (in *DeleteItemInput) request(l layer) *apierr.Error {
	x := expressions{
		legacy: []parameter{{"Expected", in.Expected != nil}, {"ConditionalOperator", in.ConditionalOperator != nil}},
		exprs:  []parameter{{"ConditionExpression", in.ConditionExpression != nil}},
		names:  in.ExpressionAttributeNames,
		values: in.ExpressionAttributeValues,
		users:  "ConditionExpression is null",
	}
	l = l.degraded(&in.Key, in.ExpressionAttributeValues)
	if err := x.check(l); err != nil {
		return err
	}
	if err := l.item(&in.Key); err != nil {
		return err
	}
	if err := checkOperator(l, in.ConditionalOperator, len(in.Expected)); err != nil {
		return err
	}
	return checkExpected(l, in.Expected)
}
