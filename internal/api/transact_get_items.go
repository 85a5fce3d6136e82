package api

import "github.com/ddbsql/ddbsql/internal/apierr"

func (in *TransactGetItemsInput) request(l layer) *apierr.Error {
	for _, r := range in.TransactItems {
		get := r.Get
		x := expressions{
			exprs: []parameter{{"ProjectionExpression", get.ProjectionExpression != nil}},
			names: get.ExpressionAttributeNames,
		}
		if err := x.check(l); err != nil {
			return err
		}
		if err := l.item(&get.Key); err != nil {
			return err
		}
	}
	return nil
}

// CheckTransactionSize refuses to answer a transaction that read so many bytes of items.
func CheckTransactionSize(bytes int) *apierr.Error {
	if bytes > maxTransactionBytes {
		return apierr.Invalid(textPayload + itoa(bytes))
	}
	return nil
}
