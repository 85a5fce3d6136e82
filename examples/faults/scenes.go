package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

type item = map[string]types.AttributeValue

func key(n int) item {
	return item{"id": &types.AttributeValueMemberS{Value: "a"}, "n": &types.AttributeValueMemberN{Value: strconv.Itoa(n)}}
}

// many is how many items scenes write that need several.
const many = 10

func throttled(ctx context.Context, p *program) error {
	if _, err := p.db.PutItem(ctx, &dynamodb.PutItemInput{TableName: &p.table, Item: key(1)}); err != nil {
		return err
	}
	return p.wantItems(ctx, 1)
}

// increase adds one to the item's counter.
func (p *program) increase() *types.Update {
	return &types.Update{TableName: &p.table, Key: key(1), UpdateExpression: aws.String("ADD hits :one"),
		ExpressionAttributeValues: item{":one": &types.AttributeValueMemberN{Value: "1"}}}
}

func (p *program) update(ctx context.Context, options ...func(*dynamodb.Options)) error {
	u := p.increase()
	_, err := p.db.UpdateItem(ctx, &dynamodb.UpdateItemInput{TableName: u.TableName, Key: u.Key, UpdateExpression: u.UpdateExpression, ExpressionAttributeValues: u.ExpressionAttributeValues}, options...)
	return err
}

func increased(ctx context.Context, p *program) error {
	if err := p.update(ctx); err != nil {
		return err
	}
	return p.wantHits(ctx, "1")
}

// transact increases the counter by a transaction. The SDK gives each call a token, and its retries the same one.
func (p *program) transact(ctx context.Context) error {
	_, err := p.db.TransactWriteItems(ctx, &dynamodb.TransactWriteItemsInput{TransactItems: []types.TransactWriteItem{{Update: p.increase()}}})
	return err
}

func increasedByTransaction(ctx context.Context, p *program) error {
	if err := p.transact(ctx); err != nil {
		return err
	}
	return p.wantHits(ctx, "1")
}

// The SDK does not take conflicts for a reason to retry unless it is told so.
func increasedDespiteConflicts(ctx context.Context, p *program) error {
	err := p.update(ctx, func(o *dynamodb.Options) {
		o.Retryer = retry.AddWithErrorCodes(o.Retryer, (*types.TransactionConflictException)(nil).ErrorCode())
	})
	if err != nil {
		return err
	}
	return p.wantHits(ctx, "1")
}

// A cancelled transaction is tried again by the program, if a conflict is all that is in its way.
func transactedDespiteConflicts(ctx context.Context, p *program) error {
	for try := 1; ; try++ {
		err := p.transact(ctx)
		if err == nil {
			return p.wantHits(ctx, "1")
		}
		if try == 5 || !inConflict(err) {
			return err
		}
		backOff(try)
	}
}

func inConflict(err error) bool {
	var canceled *types.TransactionCanceledException
	if !errors.As(err, &canceled) {
		return false
	}
	for _, reason := range canceled.CancellationReasons {
		if code := aws.ToString(reason.Code); code != "None" && code != "TransactionConflict" {
			return false
		}
	}
	return true
}

// backOff waits twice as long after each try.
func backOff(try int) { time.Sleep(5 * time.Millisecond << try) }

func writtenInBatches(ctx context.Context, p *program) error {
	if err := p.writeMany(ctx); err != nil {
		return err
	}
	return p.wantItems(ctx, many)
}

func (p *program) writeMany(ctx context.Context) error {
	left := map[string][]types.WriteRequest{}
	for n := range many {
		left[p.table] = append(left[p.table], types.WriteRequest{PutRequest: &types.PutRequest{Item: key(n)}})
	}
	for try := 1; len(left) > 0; try++ {
		out, err := p.db.BatchWriteItem(ctx, &dynamodb.BatchWriteItemInput{RequestItems: left})
		if err != nil {
			return err
		}
		if left = out.UnprocessedItems; len(left) > 0 {
			backOff(try)
		}
	}
	return nil
}

func readInBatches(ctx context.Context, p *program) error {
	if err := p.writeMany(ctx); err != nil {
		return err
	}
	keys := types.KeysAndAttributes{ConsistentRead: aws.Bool(true)}
	for n := range many {
		keys.Keys = append(keys.Keys, key(n))
	}
	found, left := 0, map[string]types.KeysAndAttributes{p.table: keys}
	for try := 1; len(left) > 0; try++ {
		out, err := p.db.BatchGetItem(ctx, &dynamodb.BatchGetItemInput{RequestItems: left})
		if err != nil {
			return err
		}
		found += len(out.Responses[p.table])
		if left = out.UnprocessedKeys; len(left) > 0 {
			backOff(try)
		}
	}
	return want("items read", found, many)
}

func readByPages(ctx context.Context, p *program) error {
	if err := p.writeMany(ctx); err != nil {
		return err
	}
	found := 0
	pages := dynamodb.NewQueryPaginator(p.db, &dynamodb.QueryInput{TableName: &p.table, KeyConditionExpression: aws.String("id = :id"),
		ExpressionAttributeValues: item{":id": &types.AttributeValueMemberS{Value: "a"}}})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return err
		}
		found += len(page.Items)
	}
	return want("items read", found, many)
}

func (p *program) wantItems(ctx context.Context, n int) error {
	out, err := p.db.Scan(ctx, &dynamodb.ScanInput{TableName: &p.table})
	if err != nil {
		return err
	}
	return want("items in the table", len(out.Items), n)
}

func (p *program) wantHits(ctx context.Context, n string) error {
	out, err := p.db.GetItem(ctx, &dynamodb.GetItemInput{TableName: &p.table, Key: key(1)})
	if err != nil {
		return err
	}
	if hits, ok := out.Item["hits"].(*types.AttributeValueMemberN); !ok || hits.Value != n {
		return fmt.Errorf("the item is %v, want %s hits", out.Item, n)
	}
	return nil
}

func want(what string, got, want int) error {
	if got != want {
		return fmt.Errorf("%d %s, want %d", got, what, want)
	}
	return nil
}
