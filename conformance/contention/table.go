package main

import (
	"context"
	"fmt"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// attribute is the number that an item has besides its key.
const attribute = "n"

// createTable makes a table of items with a partition key and a number.
func createTable(client *dynamodb.Client, name string) error {
	_, err := client.CreateTable(context.Background(), &dynamodb.CreateTableInput{
		TableName: aws.String(name), BillingMode: types.BillingModePayPerRequest,
		KeySchema:            []types.KeySchemaElement{{AttributeName: aws.String("pk"), KeyType: types.KeyTypeHash}},
		AttributeDefinitions: []types.AttributeDefinition{{AttributeName: aws.String("pk"), AttributeType: types.ScalarAttributeTypeS}},
	})
	return err
}

func keyOf(i int) map[string]types.AttributeValue {
	return map[string]types.AttributeValue{"pk": &types.AttributeValueMemberS{Value: strconv.Itoa(i)}}
}

func number(n int) types.AttributeValue { return &types.AttributeValueMemberN{Value: strconv.Itoa(n)} }

func itemOf(i, n int) map[string]types.AttributeValue {
	item := keyOf(i)
	item[attribute] = number(n)
	return item
}

// missing is the number of an item that is not there. No other item has it.
const missing = -1 << 40

// numberIn reads an item's number.
func numberIn(item map[string]types.AttributeValue) (int, error) {
	if len(item) == 0 {
		return missing, nil
	}
	n, ok := item[attribute].(*types.AttributeValueMemberN)
	if !ok {
		return 0, fmt.Errorf("an item without its number: %v", item)
	}
	return strconv.Atoi(n.Value)
}
