package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// The ids of the pair, which no other item has.
const (
	first  = -1
	second = -2
)

// writer writes the pair again and again, until stop, and measures.
type writer struct {
	client  client
	stopped context.CancelFunc
	ended   sync.WaitGroup
	err     error
	writes  int
	longest time.Duration
}

func (c client) writePairs(ctx context.Context) *writer {
	w := &writer{client: c}
	ctx, w.stopped = context.WithCancel(ctx)
	w.ended.Go(func() {
		for ctx.Err() == nil && w.err == nil {
			start := time.Now()
			if w.err = w.write(context.WithoutCancel(ctx), w.writes); w.err == nil {
				w.writes++
				w.longest = max(w.longest, time.Since(start))
			}
		}
	})
	return w
}

// write writes the pair. That the table is not there, or its items are taken, passes.
func (w *writer) write(ctx context.Context, n int) error {
	put := func(id int) types.TransactWriteItem {
		return types.TransactWriteItem{Put: &types.Put{TableName: aws.String(table), Item: item{"id": number(id), "n": number(n)}}}
	}
	_, err := w.client.TransactWriteItems(ctx, &dynamodb.TransactWriteItemsInput{TransactItems: []types.TransactWriteItem{put(first), put(second)}})
	var passes *types.TransactionCanceledException
	if errors.As(err, &passes) {
		return nil
	}
	return err
}

// stop ends the writer and tells how it went.
func (w *writer) stop() (string, error) {
	w.stopped()
	w.ended.Wait()
	if w.err != nil {
		return "", fmt.Errorf("the writer beside: %w", w.err)
	}
	return fmt.Sprintf("%d pairs written meanwhile, the longest wait %s", w.writes, w.longest.Round(time.Millisecond)), nil
}

// same is an error unless both of the pair are equal, or there is none.
func (c client) same(ctx context.Context) error {
	get := func(id int) types.TransactGetItem {
		return types.TransactGetItem{Get: &types.Get{TableName: aws.String(table), Key: item{"id": number(id)}}}
	}
	out, err := c.TransactGetItems(ctx, &dynamodb.TransactGetItemsInput{TransactItems: []types.TransactGetItem{get(first), get(second)}})
	if err != nil {
		return err
	}
	value := func(i int) string {
		n, ok := out.Responses[i].Item["n"].(*types.AttributeValueMemberN)
		if !ok {
			return "nothing"
		}
		return n.Value
	}
	if value(0) != value(1) {
		return fmt.Errorf("of a pair that was written together one is %s, the other %s", value(0), value(1))
	}
	return nil
}
