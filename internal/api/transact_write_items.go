package api

import (
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// maxTransactionBytes bounds the items, keys and values that the actions of one transaction hold.
const maxTransactionBytes = 4 << 20

func (in *TransactWriteItemsInput) request(l layer) *apierr.Error {
	for _, a := range in.TransactItems {
		switch a.actions() {
		case 0:
			return l.refuse(textNoAction)
		case 1:
		default:
			return l.refuse(textTwoActions)
		}
	}
	for _, a := range in.TransactItems {
		if err := a.request(l); err != nil {
			return err
		}
	}
	size := 0
	for _, a := range in.TransactItems {
		if size += a.size(); size > maxTransactionBytes {
			return l.refuse(textPayload + itoa(size))
		}
	}
	return nil
}

// actions is how many actions an element names; it should be one.
func (in *TransactWriteItem) actions() int {
	n := 0
	for _, sent := range []bool{in.ConditionCheck != nil, in.Put != nil, in.Delete != nil, in.Update != nil} {
		if sent {
			n++
		}
	}
	return n
}

// request checks the one action.
func (in *TransactWriteItem) request(l layer) *apierr.Error {
	switch {
	case in.Put != nil:
		return in.Put.request(l)
	case in.Update != nil:
		a := in.Update
		return checkAction(l, &a.Key, true, a.ExpressionAttributeNames, a.ExpressionAttributeValues)
	case in.Delete != nil:
		a := in.Delete
		return checkAction(l, &a.Key, a.ConditionExpression != nil, a.ExpressionAttributeNames, a.ExpressionAttributeValues)
	default:
		a := in.ConditionCheck
		return checkAction(l, &a.Key, true, a.ExpressionAttributeNames, a.ExpressionAttributeValues)
	}
}

// request checks a Put. Unlike the other actions it may have values that no expression uses, if it has no expression.
func (in *Put) request(l layer) *apierr.Error {
	values := in.ExpressionAttributeValues
	if in.ConditionExpression == nil {
		if err := l.item(values); err != nil {
			return err
		}
		values = nil
	}
	if err := checkAction(l, &in.Item, in.ConditionExpression != nil, in.ExpressionAttributeNames, values); err != nil {
		return err
	}
	if in.Item.Size > attr.MaxItemSize {
		return l.refuse(textItemSize)
	}
	return nil
}

// checkAction checks what all actions have: an item or key, and the placeholders of their expressions, if they have any.
func checkAction(l layer, item *attr.Item, expression bool, names Map[string], values *attr.Item) *apierr.Error {
	x := expressions{
		exprs: []parameter{{"ConditionExpression", expression}},
		names: names, values: values,
		users: "ConditionExpression is null",
	}
	if err := x.check(l); err != nil {
		return err
	}
	return l.item(item)
}

// size is what the action adds to the transaction's payload, in DynamoDB bytes.
func (in *TransactWriteItem) size() int {
	var item, values *attr.Item
	switch {
	case in.Put != nil:
		item, values = &in.Put.Item, in.Put.ExpressionAttributeValues
	case in.Update != nil:
		item, values = &in.Update.Key, in.Update.ExpressionAttributeValues
	case in.Delete != nil:
		item, values = &in.Delete.Key, in.Delete.ExpressionAttributeValues
	default:
		item, values = &in.ConditionCheck.Key, in.ConditionCheck.ExpressionAttributeValues
	}
	if values == nil {
		return item.Size
	}
	return item.Size + values.Size
}
