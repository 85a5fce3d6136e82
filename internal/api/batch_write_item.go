package api

import (
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// maxBatchWrites is how many writes a BatchWriteItem may hold for all its tables together.
const maxBatchWrites = 25

func (in *BatchWriteItemInput) request(l layer) *apierr.Error {
	if len(in.RequestItems) == 0 {
		return l.refuse(textNoRequestItems)
	}
	if name, ok := in.RequestItems.twice(); ok {
		return l.refuse(textTableTwice + name)
	}
	total := 0
	for i := range in.RequestItems {
		total += len(in.RequestItems[i].Value)
	}
	if total > maxBatchWrites {
		return l.refuse(textTooManyWrites)
	}
	for i := range in.RequestItems {
		for _, w := range in.RequestItems[i].Value {
			if err := w.request(l); err != nil {
				return err
			}
		}
	}
	return nil
}

// request checks one write.
func (in *WriteRequest) request(l layer) *apierr.Error {
	switch {
	case in.PutRequest != nil && in.DeleteRequest != nil:
		return l.refuse(textTwoRequests)
	case in.DeleteRequest != nil:
		return l.item(&in.DeleteRequest.Key)
	case in.PutRequest == nil:
		return l.refuse(textNoRequest)
	}
	if err := l.item(&in.PutRequest.Item); err != nil {
		return err
	}
	if in.PutRequest.Item.Size > attr.MaxItemSize {
		return l.refuse(textItemSize)
	}
	return nil
}
