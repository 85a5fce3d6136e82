package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"github.com/ddbsql/ddbsql/conformance/server"
)

const (
	table  = "online"
	index  = "by-group"
	groups = 50
	// batch is how many items a BatchWriteItem takes.
	batch = 25
)

type item = map[string]types.AttributeValue

func str(s string) types.AttributeValue { return &types.AttributeValueMemberS{Value: s} }

func number(n int) types.AttributeValue {
	return &types.AttributeValueMemberN{Value: strconv.Itoa(n)}
}

func keyOf(n int) item { return item{"pk": str(fmt.Sprintf("p%d", n%1000)), "sk": number(n)} }

// newItem is an item that will be in the index, or lacks a key attribute.
func newItem(random *rand.Rand, n int) item {
	it := keyOf(n)
	it["payload"] = str(fmt.Sprintf("%0100d", random.Int()))
	if random.IntN(10) > 0 {
		it["grp"] = str(fmt.Sprintf("g%d", random.IntN(groups)))
	}
	if random.IntN(10) > 0 {
		it["score"] = number(random.IntN(100_000) - 50_000)
	}
	return it
}

// oldItem is one from before the index: its group may also be what no key can be.
func oldItem(random *rand.Rand, n int) item {
	it := newItem(random, n)
	switch random.IntN(20) {
	case 0:
		it["grp"] = number(1)
	case 1:
		it["grp"] = str("")
	case 2:
		it["grp"] = &types.AttributeValueMemberBOOL{Value: true}
	}
	return it
}

// indexed says whether an item belongs into the index.
func indexed(it item) bool {
	grp, isString := it["grp"].(*types.AttributeValueMemberS)
	_, isNumber := it["score"].(*types.AttributeValueMemberN)
	return isString && grp.Value != "" && isNumber
}

// fillTable makes the table with its items.
func (tr *trial) fillTable(ctx context.Context) error {
	in := &dynamodb.CreateTableInput{
		TableName: aws.String(table), BillingMode: types.BillingModePayPerRequest,
		KeySchema: []types.KeySchemaElement{
			{AttributeName: aws.String("pk"), KeyType: types.KeyTypeHash}, {AttributeName: aws.String("sk"), KeyType: types.KeyTypeRange},
		},
		AttributeDefinitions: []types.AttributeDefinition{
			{AttributeName: aws.String("pk"), AttributeType: types.ScalarAttributeTypeS}, {AttributeName: aws.String("sk"), AttributeType: types.ScalarAttributeTypeN},
		},
	}
	if _, err := tr.first().CreateTable(ctx, in); err != nil {
		return err
	}
	errs := make([]error, tr.writers)
	var wg sync.WaitGroup
	for w := range tr.writers {
		wg.Go(func() { errs[w] = tr.fillShare(ctx, w) })
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// fillShare writes the items of one writer's share.
func (tr *trial) fillShare(ctx context.Context, w int) error {
	client, random := server.NewClient(tr.url(w)), rand.New(rand.NewPCG(1, uint64(w)))
	for first := w * batch; first < tr.items; first += tr.writers * batch {
		var writes []types.WriteRequest
		for n := first; n < min(first+batch, tr.items); n++ {
			writes = append(writes, types.WriteRequest{PutRequest: &types.PutRequest{Item: oldItem(random, n)}})
		}
		out, err := client.BatchWriteItem(ctx, &dynamodb.BatchWriteItemInput{RequestItems: map[string][]types.WriteRequest{table: writes}})
		if err != nil {
			return err
		}
		if len(out.UnprocessedItems) > 0 {
			return fmt.Errorf("items are left over: %v", out.UnprocessedItems)
		}
	}
	return nil
}
