package main

import (
	"context"
	"math/rand/v2"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"github.com/ddbsql/ddbsql/conformance/changes"
)

func (o *owned) get() {
	k := rand.IntN(slots)
	var out *dynamodb.GetItemOutput
	if o.send("GetItem", func(ctx context.Context, sdk *dynamodb.Client) (err error) {
		out, err = sdk.GetItem(ctx, &dynamodb.GetItemInput{TableName: aws.String(ownedTable), Key: o.key(k), ConsistentRead: aws.Bool(true)})
		return err
	}) == done {
		o.sees("GetItem", k, out.Item)
	}
}

func (o *owned) batchGet() {
	var keys []item
	chosen := several(batchItems)
	for _, k := range chosen {
		keys = append(keys, o.key(k))
	}
	var out *dynamodb.BatchGetItemOutput
	if o.send("BatchGetItem", func(ctx context.Context, sdk *dynamodb.Client) (err error) {
		out, err = sdk.BatchGetItem(ctx, &dynamodb.BatchGetItemInput{RequestItems: map[string]types.KeysAndAttributes{ownedTable: {Keys: keys, ConsistentRead: aws.Bool(true)}}})
		return err
	}) != done || len(out.UnprocessedKeys) > 0 {
		return
	}
	found := bySort(out.Responses[ownedTable])
	for _, k := range chosen {
		o.sees("BatchGetItem", k, found[strconv.Itoa(o.sorts[k])])
	}
}

func bySort(items []item) map[string]item {
	found := map[string]item{}
	for _, it := range items {
		found[changes.Flatten(it)["sk"]] = it
	}
	return found
}

func (o *owned) transactGet() {
	var in dynamodb.TransactGetItemsInput
	chosen := several(4)
	for _, k := range chosen {
		in.TransactItems = append(in.TransactItems, types.TransactGetItem{Get: &types.Get{TableName: aws.String(ownedTable), Key: o.key(k)}})
	}
	var out *dynamodb.TransactGetItemsOutput
	if o.send("TransactGetItems", func(ctx context.Context, sdk *dynamodb.Client) (err error) {
		out, err = sdk.TransactGetItems(ctx, &in)
		return err
	}) == done {
		for i, k := range chosen {
			o.sees("TransactGetItems", k, out.Responses[i].Item)
		}
	}
}

// query reads the items that the client owns from a place on, in one page.
func (o *owned) query() {
	least := o.sorts[rand.IntN(slots)]
	var out *dynamodb.QueryOutput
	if o.send("Query", func(ctx context.Context, sdk *dynamodb.Client) (err error) {
		out, err = sdk.Query(ctx, &dynamodb.QueryInput{
			TableName: aws.String(ownedTable), ConsistentRead: aws.Bool(true), KeyConditionExpression: aws.String("pk = :pk AND sk >= :least"),
			ExpressionAttributeValues: item{":pk": str(o.partition()), ":least": o.keyAt(least)["sk"]},
		})
		return err
	}) != done || out.LastEvaluatedKey != nil {
		return
	}
	found := bySort(out.Items)
	for k, sort := range o.sorts {
		if sort >= least {
			o.sees("Query", k, found[strconv.Itoa(sort)])
		}
	}
}

// queryIndex reads items of all clients of one group: those of the client's own are as it knows them.
func (o *owned) queryIndex() {
	var out *dynamodb.QueryOutput
	if o.send("Query of the index", func(ctx context.Context, sdk *dynamodb.Client) (err error) {
		out, err = sdk.Query(ctx, &dynamodb.QueryInput{
			TableName: aws.String(ownedTable), IndexName: aws.String(groupIndex), KeyConditionExpression: aws.String("grp = :grp"),
			ScanIndexForward: aws.Bool(rand.IntN(2) == 0), Limit: aws.Int32(100),
			ExpressionAttributeValues: item{":grp": str("group-" + strconv.Itoa(rand.IntN(groups)))},
		})
		return err
	}) != done {
		return
	}
	mine := map[string]int{}
	for k, sort := range o.sorts {
		mine[o.partition()+"/"+strconv.Itoa(sort)] = k
	}
	for _, it := range out.Items {
		if k, ok := mine[changes.Flatten(it).Key()]; ok {
			o.sees("Query of the index", k, it)
		}
	}
}
