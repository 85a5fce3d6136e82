package main

import (
	"context"
	"fmt"
	"reflect"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

func createTable(client *dynamodb.Client) error {
	attribute := func(name string, kind types.ScalarAttributeType) types.AttributeDefinition {
		return types.AttributeDefinition{AttributeName: aws.String(name), AttributeType: kind}
	}
	schema := func(names ...string) []types.KeySchemaElement {
		elements := []types.KeySchemaElement{{AttributeName: aws.String(names[0]), KeyType: types.KeyTypeHash}}
		if len(names) > 1 {
			elements = append(elements, types.KeySchemaElement{AttributeName: aws.String(names[1]), KeyType: types.KeyTypeRange})
		}
		return elements
	}
	index := func(name string, keys ...string) types.GlobalSecondaryIndex {
		return types.GlobalSecondaryIndex{IndexName: aws.String(name), KeySchema: schema(keys...), Projection: &types.Projection{ProjectionType: types.ProjectionTypeAll}}
	}
	_, err := client.CreateTable(context.Background(), &dynamodb.CreateTableInput{
		TableName: aws.String(table), BillingMode: types.BillingModePayPerRequest, KeySchema: schema("pk", "sk"),
		AttributeDefinitions: []types.AttributeDefinition{
			attribute("pk", types.ScalarAttributeTypeS), attribute("sk", types.ScalarAttributeTypeN), attribute("grp", types.ScalarAttributeTypeS), attribute("score", types.ScalarAttributeTypeN),
		},
		GlobalSecondaryIndexes: []types.GlobalSecondaryIndex{index("by-group", "grp"), index("by-score", "grp", "score")},
	})
	return err
}

// verify compares the table and its indexes with what the writers know. A request that was under way at the kill may have
// happened; what is found then is what its writer knows from here on.
func verify(client *dynamodb.Client, writers []*writer) error {
	entries := map[string]int{}
	for _, w := range writers {
		for k := range w.known {
			item, err := w.settle(client, k)
			if err != nil {
				return err
			}
			if item["grp"] != nil {
				entries["by-group"]++
				if item["score"] != nil {
					entries["by-score"]++
				}
			}
		}
	}
	for _, index := range []string{"by-group", "by-score"} {
		if err := verifyIndex(client, writers, index, entries[index]); err != nil {
			return err
		}
	}
	return nil
}

// settle reads one item and decides which of the allowed versions it has.
func (w *writer) settle(client *dynamodb.Client, k int) (map[string]types.AttributeValue, error) {
	out, err := client.GetItem(context.Background(), &dynamodb.GetItemInput{TableName: aws.String(table), Key: w.key(k), ConsistentRead: aws.Bool(true)})
	if err != nil {
		return nil, err
	}
	found := gone
	if out.Item != nil {
		if found, err = versionOf(out.Item); err != nil {
			return nil, err
		}
		if want := w.item(k, found); !reflect.DeepEqual(out.Item, want) {
			return nil, fmt.Errorf("writer %d, item %d of version %d is torn: %v", w.id, k, found, out.Item)
		}
	}
	if pending, underWay := w.pending[k]; found != w.known[k] && (!underWay || found != pending) {
		return nil, fmt.Errorf("LOST WRITE: writer %d, item %d has version %d; acknowledged %d, under way %v", w.id, k, found, w.known[k], w.pending)
	}
	w.known[k] = found
	return out.Item, nil
}

func versionOf(item map[string]types.AttributeValue) (int, error) {
	n, ok := item["version"].(*types.AttributeValueMemberN)
	if !ok {
		return 0, fmt.Errorf("an item without a version: %v", item)
	}
	return strconv.Atoi(n.Value)
}

// verifyIndex reads a whole index: each entry must show an item as its writer knows it, and there must be just as many as
// items belong there.
func verifyIndex(client *dynamodb.Client, writers []*writer, index string, want int) error {
	found := 0
	pages := dynamodb.NewScanPaginator(client, &dynamodb.ScanInput{TableName: aws.String(table), IndexName: aws.String(index)})
	for pages.HasMorePages() {
		page, err := pages.NextPage(context.Background())
		if err != nil {
			return err
		}
		for _, item := range page.Items {
			if err := verifyEntry(writers, item); err != nil {
				return fmt.Errorf("index %s: %w", index, err)
			}
			found++
		}
	}
	if found != want {
		return fmt.Errorf("index %s has %d entries, want %d", index, found, want)
	}
	return nil
}

func verifyEntry(writers []*writer, item map[string]types.AttributeValue) error {
	var id, k int
	pk, okPK := item["pk"].(*types.AttributeValueMemberS)
	sk, okSK := item["sk"].(*types.AttributeValueMemberN)
	if !okPK || !okSK {
		return fmt.Errorf("an entry without its keys: %v", item)
	}
	if _, err := fmt.Sscanf(pk.Value+" "+sk.Value, "writer-%d %d", &id, &k); err != nil {
		return fmt.Errorf("an entry of nobody: %v", item)
	}
	if want := writers[id].item(k, writers[id].known[k]); !reflect.DeepEqual(item, want) {
		return fmt.Errorf("an entry shows %v, its item is %v", item, want)
	}
	return nil
}
