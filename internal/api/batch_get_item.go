package api

import "github.com/ddbsql/ddbsql/internal/apierr"

// maxBatchKeys is how many keys a BatchGetItem may name in all its tables together.
const maxBatchKeys = 100

func (in *BatchGetItemInput) request(l layer) *apierr.Error {
	if name, ok := in.RequestItems.twice(); ok {
		return l.refuse(textTableTwice + name)
	}
	total, legacy, exprs := 0, parameter{name: "AttributesToGet"}, parameter{name: "ProjectionExpression"}
	for i := range in.RequestItems {
		keys := in.RequestItems[i].Value
		total += len(keys.Keys)
		legacy.sent = legacy.sent || keys.AttributesToGet != nil
		exprs.sent = exprs.sent || keys.ProjectionExpression != nil
	}
	if total > maxBatchKeys {
		return l.refuse(textTooManyKeys)
	}
	// The two forms exclude each other even when they stand at different tables.
	x := expressions{legacy: []parameter{legacy}, exprs: []parameter{exprs}}
	if err := x.mixed(l); err != nil {
		return err
	}
	for i := range in.RequestItems {
		if err := in.RequestItems[i].Value.request(l); err != nil {
			return err
		}
	}
	return nil
}

// request checks what is asked of one table.
func (in *KeysAndAttributes) request(l layer) *apierr.Error {
	x := expressions{
		exprs: []parameter{{"ProjectionExpression", in.ProjectionExpression != nil}},
		names: in.ExpressionAttributeNames,
	}
	if err := x.check(l); err != nil {
		return err
	}
	for i := range in.Keys {
		if err := l.degraded(&in.Keys[i]).item(&in.Keys[i]); err != nil {
			return err
		}
	}
	return checkAttributesToGet(l, in.AttributesToGet)
}
