package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

const (
	table = "upgraded"
	index = "by-group"
)

// createTable makes the table of the trial, with an index and a stream.
func createTable(ctx context.Context, c *dynamodb.Client) error {
	attribute := func(name string, t types.ScalarAttributeType) types.AttributeDefinition {
		return types.AttributeDefinition{AttributeName: aws.String(name), AttributeType: t}
	}
	key := func(name string, t types.KeyType) types.KeySchemaElement {
		return types.KeySchemaElement{AttributeName: aws.String(name), KeyType: t}
	}
	_, err := c.CreateTable(ctx, &dynamodb.CreateTableInput{
		TableName: aws.String(table), BillingMode: types.BillingModePayPerRequest,
		AttributeDefinitions: []types.AttributeDefinition{attribute("pk", "S"), attribute("sk", "N"), attribute("grp", "S")},
		KeySchema:            []types.KeySchemaElement{key("pk", types.KeyTypeHash), key("sk", types.KeyTypeRange)},
		GlobalSecondaryIndexes: []types.GlobalSecondaryIndex{{IndexName: aws.String(index), KeySchema: []types.KeySchemaElement{key("grp", types.KeyTypeHash)},
			Projection: &types.Projection{ProjectionType: types.ProjectionTypeAll}}},
		StreamSpecification: &types.StreamSpecification{StreamEnabled: aws.Bool(true), StreamViewType: types.StreamViewTypeNewImage},
	})
	if err != nil {
		return err
	}
	return dynamodb.NewTableExistsWaiter(c).Wait(ctx, &dynamodb.DescribeTableInput{TableName: aws.String(table)}, time.Minute)
}

// verify compares the table and its index with what the writers know.
func (w *writers) verify(ctx context.Context, c *dynamodb.Client) error {
	items, err := scan(ctx, c, nil)
	if err != nil {
		return err
	}
	entries, err := scan(ctx, c, aws.String(index))
	if err != nil {
		return err
	}
	wanted := maps.Clone(items)
	maps.DeleteFunc(wanted, func(_ string, item map[string]types.AttributeValue) bool { return item["grp"] == nil })
	if !slices.Equal(slices.Sorted(maps.Keys(wanted)), slices.Sorted(maps.Keys(entries))) {
		return fmt.Errorf("the index has %d items, the table %d for it", len(entries), len(wanted))
	}
	var wrong error
	for _, one := range w.all {
		wrong = errors.Join(wrong, one.verify(items))
	}
	return wrong
}

// scan reads all items of the table or an index, by their key.
func scan(ctx context.Context, c *dynamodb.Client, index *string) (map[string]map[string]types.AttributeValue, error) {
	items := map[string]map[string]types.AttributeValue{}
	in := &dynamodb.ScanInput{TableName: aws.String(table), IndexName: index}
	for {
		out, err := c.Scan(ctx, in)
		if err != nil {
			return nil, err
		}
		for _, item := range out.Items {
			items[place(item)] = item
		}
		if in.ExclusiveStartKey = out.LastEvaluatedKey; in.ExclusiveStartKey == nil {
			return items, nil
		}
	}
}

// place is the key of an item as a text.
func place(item map[string]types.AttributeValue) string {
	return item["pk"].(*types.AttributeValueMemberS).Value + " " + item["sk"].(*types.AttributeValueMemberN).Value
}

// verify compares a writer's items with what it knows of them.
func (w *writer) verify(items map[string]map[string]types.AttributeValue) (wrong error) {
	for k, known := range w.known {
		version := attribute(items[place(w.key(k))], "version")
		if version != known && !slices.Contains(w.maybe[k], version) {
			wrong = errors.Join(wrong, fmt.Errorf("item %s has version %d, acknowledged is %d", place(w.key(k)), version, known))
		}
	}
	total := attribute(items[place(w.key(counterKey))], "added")
	if total < w.added || total > w.added+w.unsure {
		wrong = errors.Join(wrong, fmt.Errorf("counter %d is %d, acknowledged additions are %d, doubtful ones %d", w.id, total, w.added, w.unsure))
	}
	return wrong
}

// attribute is the number in an attribute, 0 where there is none.
func attribute(item map[string]types.AttributeValue, name string) int {
	if v, ok := item[name].(*types.AttributeValueMemberN); ok {
		n, _ := strconv.Atoi(v.Value)
		return n
	}
	return 0
}
