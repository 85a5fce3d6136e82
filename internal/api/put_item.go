package api

import (
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

func (in *PutItemInput) checkMore(c *checker) { checkReturnOld(c, in.ReturnValues) }

// checkReturnOld notes a ReturnValues that writes of whole items do not know, as a violation of the member.
func checkReturnOld(c *checker, value *string) {
	if value != nil && enumReturnValue.has(*value) && *value != "ALL_OLD" && *value != "NONE" {
		c.push("ReturnValues")
		c.violated(mustBeAllowed, *value, textReturnOld)
		c.pop()
	}
}

func (in *PutItemInput) request(l layer) *apierr.Error {
	x := expressions{
		legacy: []parameter{{"Expected", in.Expected != nil}, {"ConditionalOperator", in.ConditionalOperator != nil}},
		exprs:  []parameter{{"ConditionExpression", in.ConditionExpression != nil}},
		names:  in.ExpressionAttributeNames,
		values: in.ExpressionAttributeValues,
		users:  "ConditionExpression is null",
	}
	l = l.degraded(&in.Item, in.ExpressionAttributeValues)
	if err := x.check(l); err != nil {
		return err
	}
	if err := l.item(&in.Item); err != nil {
		return err
	}
	if in.Item.Size > attr.MaxItemSize {
		return apierr.Invalid(textItemSize)
	}
	if err := checkOperator(l, in.ConditionalOperator, len(in.Expected)); err != nil {
		return err
	}
	return checkExpected(l, in.Expected)
}
