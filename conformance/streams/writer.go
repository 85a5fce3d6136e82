package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"github.com/ddbsql/ddbsql/conformance/changes"
)

const (
	// perPartition is how many items have a partition key in common.
	perPartition = 3
	batchItems   = 10
	// transactItems are written by a transaction, beside the one that it checks.
	transactItems = 3
)

// writer writes items that others write too. Every version it gives is its own.
type writer struct {
	id     int
	items  int
	client *dynamodb.Client
	ledger *changes.Ledger
	last   int      // version
	given  []string // versions of the request under way
}

type item = map[string]types.AttributeValue

// write writes until that many writes of items were acknowledged.
func (w *writer) write(ctx context.Context, writes int) error {
	for done := 0; done < writes; {
		w.given = nil
		n, err := w.request(ctx)
		switch {
		case err == nil:
			w.ledger.Wrote(n, w.given)
			done += n
		case isConflict(err):
			w.ledger.Conflict()
		default:
			return fmt.Errorf("writer %d: %w", w.id, err)
		}
	}
	return nil
}

// isConflict says whether a request was refused as a whole because somebody else held one of its items.
func isConflict(err error) bool {
	var plain *types.TransactionConflictException
	var canceled *types.TransactionCanceledException
	if !errors.As(err, &canceled) {
		return errors.As(err, &plain)
	}
	for _, reason := range canceled.CancellationReasons {
		if aws.ToString(reason.Code) == "TransactionConflict" {
			return true
		}
	}
	return false
}

// request sends one request of a random kind and says how many items it writes.
func (w *writer) request(ctx context.Context) (int, error) {
	k := rand.IntN(w.items)
	switch rand.IntN(10) {
	case 0, 1, 2:
		_, err := w.client.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String(table), Item: w.item(k)})
		return 1, err
	case 3, 4:
		u := w.update(k)
		_, err := w.client.UpdateItem(ctx, &dynamodb.UpdateItemInput{TableName: u.TableName, Key: u.Key, UpdateExpression: u.UpdateExpression, ExpressionAttributeValues: u.ExpressionAttributeValues})
		return 1, err
	case 5:
		return 1, w.legacyUpdate(ctx, k)
	case 6, 7:
		_, err := w.client.DeleteItem(ctx, &dynamodb.DeleteItemInput{TableName: aws.String(table), Key: key(k)})
		return 1, err
	case 8:
		return batchItems, w.batch(ctx, k)
	default:
		return transactItems, w.transact(ctx, k)
	}
}

func key(k int) item {
	return item{
		"pk": &types.AttributeValueMemberS{Value: "partition-" + strconv.Itoa(k/perPartition)},
		"sk": &types.AttributeValueMemberN{Value: strconv.Itoa(k % perPartition)},
	}
}

// version is one that nobody gave before.
func (w *writer) version() types.AttributeValue {
	w.last++
	v := fmt.Sprintf("%d-%d", w.id, w.last)
	w.given = append(w.given, v)
	return &types.AttributeValueMemberS{Value: v}
}

func payload() types.AttributeValue {
	return &types.AttributeValueMemberS{Value: fmt.Sprintf("%0*d", 20+rand.IntN(200), rand.Int64())}
}

func (w *writer) item(k int) item {
	it := key(k)
	it["version"], it["payload"] = w.version(), payload()
	return it
}

func (w *writer) update(k int) *types.Update {
	return &types.Update{
		TableName: aws.String(table), Key: key(k), UpdateExpression: aws.String("SET version = :v ADD updates :one"),
		ExpressionAttributeValues: item{":v": w.version(), ":one": &types.AttributeValueMemberN{Value: "1"}},
	}
}

func (w *writer) legacyUpdate(ctx context.Context, k int) error {
	_, err := w.client.UpdateItem(ctx, &dynamodb.UpdateItemInput{TableName: aws.String(table), Key: key(k), AttributeUpdates: map[string]types.AttributeValueUpdate{
		"version": {Value: w.version(), Action: types.AttributeActionPut},
		"payload": {Action: types.AttributeActionDelete},
	}})
	return err
}

func (w *writer) batch(ctx context.Context, first int) error {
	var requests []types.WriteRequest
	for i := range batchItems {
		k := (first + i) % w.items
		if i%4 == 3 {
			requests = append(requests, types.WriteRequest{DeleteRequest: &types.DeleteRequest{Key: key(k)}})
			continue
		}
		requests = append(requests, types.WriteRequest{PutRequest: &types.PutRequest{Item: w.item(k)}})
	}
	out, err := w.client.BatchWriteItem(ctx, &dynamodb.BatchWriteItemInput{RequestItems: map[string][]types.WriteRequest{table: requests}})
	if err == nil && len(out.UnprocessedItems) > 0 {
		return errors.New("a batch left items unprocessed")
	}
	return err
}

func (w *writer) transact(ctx context.Context, k int) error {
	at := func(i int) int { return (k + i*w.items/4) % w.items }
	_, err := w.client.TransactWriteItems(ctx, &dynamodb.TransactWriteItemsInput{TransactItems: []types.TransactWriteItem{
		{Put: &types.Put{TableName: aws.String(table), Item: w.item(at(0))}},
		{Update: w.update(at(1))},
		{Delete: &types.Delete{TableName: aws.String(table), Key: key(at(2))}},
		{ConditionCheck: &types.ConditionCheck{TableName: aws.String(table), Key: key(at(3)), ConditionExpression: aws.String("attribute_not_exists(nothing)")}},
	}})
	return err
}
