package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/smithy-go"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// writer writes any items, one request at a time. The others do too: what an item is in the end nobody knows, but the index must.
type writer struct {
	tr     *trial
	n      int
	random *rand.Rand
	client *dynamodb.Client
	done   []timed
	// conflicts are the requests that a transaction stood in the way of, cut those that a kill did.
	conflicts, cut int
	// refused is an answer that nothing explains.
	refused error
}

// timed is a request that was answered.
type timed struct {
	began time.Time
	took  time.Duration
}

func newWriter(tr *trial, n int) *writer {
	return &writer{tr: tr, n: n, random: rand.New(rand.NewPCG(2, uint64(n))), client: server.NewClient(tr.url(n))}
}

// write writes until it is told to stop. A request under way is waited for: nobody knows when a server ends one that was given up.
func (w *writer) write(ctx context.Context, stop <-chan struct{}) {
	for {
		select {
		case <-stop:
			return
		default:
		}
		began := time.Now()
		err := w.request(ctx)
		switch {
		case err == nil:
			w.done = append(w.done, timed{began, time.Since(began)})
		case isConflict(err):
			w.conflicts++
		case isCut(err):
			w.cut++
			time.Sleep(10 * time.Millisecond) // nobody listens
			w.client = server.NewClient(w.tr.url(w.n))
		default:
			w.refused = errors.Join(w.refused, fmt.Errorf("writer %d: %w", w.n, err))
			return
		}
	}
}

func isConflict(err error) bool {
	var conflict *types.TransactionConflictException
	var canceled *types.TransactionCanceledException
	if errors.As(err, &canceled) {
		return slices.ContainsFunc(canceled.CancellationReasons, func(r types.CancellationReason) bool { return aws.ToString(r.Code) == "TransactionConflict" })
	}
	return errors.As(err, &conflict)
}

// isCut says whether a request failed because its server was killed.
func isCut(err error) bool {
	var answer smithy.APIError
	var network net.Error
	if err == nil || errors.As(err, &answer) {
		return false
	}
	return errors.As(err, &network) || errors.Is(err, syscall.ECONNREFUSED) || strings.Contains(err.Error(), "EOF") || strings.Contains(err.Error(), "connection reset")
}

// request sends one request that changes items.
func (w *writer) request(ctx context.Context) error {
	n := w.random.IntN(w.tr.items)
	switch w.random.IntN(10) {
	case 0:
		_, err := w.client.DeleteItem(ctx, &dynamodb.DeleteItemInput{TableName: aws.String(table), Key: keyOf(n)})
		return err
	case 1, 2, 3:
		return w.update(ctx, n)
	case 4:
		return w.batch(ctx)
	case 5:
		return w.transact(ctx, n)
	default:
		_, err := w.client.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String(table), Item: newItem(w.random, n)})
		return err
	}
}

// update moves an item in the index, or takes it out.
func (w *writer) update(ctx context.Context, n int) error {
	in := &dynamodb.UpdateItemInput{TableName: aws.String(table), Key: keyOf(n)}
	if w.random.IntN(4) == 0 {
		in.UpdateExpression = aws.String("REMOVE grp")
	} else {
		in.UpdateExpression = aws.String("SET grp = :g, score = :s")
		in.ExpressionAttributeValues = item{":g": str(fmt.Sprintf("g%d", w.random.IntN(groups))), ":s": number(w.random.IntN(1000))}
	}
	_, err := w.client.UpdateItem(ctx, in)
	return err
}

func (w *writer) batch(ctx context.Context) error {
	writes := map[int]types.WriteRequest{}
	for range 10 {
		n := w.random.IntN(w.tr.items)
		writes[n] = types.WriteRequest{PutRequest: &types.PutRequest{Item: newItem(w.random, n)}}
	}
	var list []types.WriteRequest
	for _, r := range writes {
		list = append(list, r)
	}
	out, err := w.client.BatchWriteItem(ctx, &dynamodb.BatchWriteItemInput{RequestItems: map[string][]types.WriteRequest{table: list}})
	if err == nil && len(out.UnprocessedItems) > 0 {
		err = fmt.Errorf("items are left over: %v", out.UnprocessedItems)
	}
	return err
}

// transact puts one item and deletes another, at once.
func (w *writer) transact(ctx context.Context, n int) error {
	other := (n + 1 + w.random.IntN(w.tr.items-1)) % w.tr.items
	_, err := w.client.TransactWriteItems(ctx, &dynamodb.TransactWriteItemsInput{TransactItems: []types.TransactWriteItem{
		{Put: &types.Put{TableName: aws.String(table), Item: newItem(w.random, n)}},
		{Delete: &types.Delete{TableName: aws.String(table), Key: keyOf(other)}},
	}})
	return err
}

// timesOf words how long the requests took that began between two times, and when the slowest of them began.
func timesOf(writers []*writer, from, to time.Time) string {
	var done []timed
	conflicts, cut := 0, 0
	for _, w := range writers {
		conflicts, cut = conflicts+w.conflicts, cut+w.cut
		for _, d := range w.done {
			if !d.began.Before(from) && d.began.Before(to) {
				done = append(done, d)
			}
		}
	}
	if len(done) == 0 {
		return "none"
	}
	slices.SortFunc(done, func(a, b timed) int { return a.began.Compare(b.began) })
	begin, end := done[0].began, done[len(done)-1].began
	slices.SortFunc(done, func(a, b timed) int { return cmp.Compare(a.took, b.took) })
	slowest := done[len(done)-1]
	at := func(q float64) time.Duration { return round(done[int(q*float64(len(done)-1))].took) }
	return fmt.Sprintf("%d (%.0f/s), p50 %v, p99 %v, p99.9 %v, max %v (after %v); in all %d conflicts, %d cut off", len(done),
		float64(len(done))/end.Sub(begin).Seconds(), at(0.5), at(0.99), at(0.999), round(slowest.took), round(slowest.began.Sub(begin)), conflicts, cut)
}
