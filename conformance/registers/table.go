package registers

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

// Table is the name of a table of registers.
type Table string

// Create makes the table, of items with a partition key and a number.
func (t Table) Create(client *dynamodb.Client) error {
	_, err := client.CreateTable(context.Background(), &dynamodb.CreateTableInput{
		TableName: aws.String(string(t)), BillingMode: types.BillingModePayPerRequest,
		KeySchema:            []types.KeySchemaElement{{AttributeName: aws.String("pk"), KeyType: types.KeyTypeHash}},
		AttributeDefinitions: []types.AttributeDefinition{{AttributeName: aws.String("pk"), AttributeType: types.ScalarAttributeTypeS}},
	})
	return err
}

// KeyOf is the key of the ith item.
func KeyOf(i int) map[string]types.AttributeValue {
	return map[string]types.AttributeValue{"pk": &types.AttributeValueMemberS{Value: strconv.Itoa(i)}}
}

// Number is a number as an attribute's value.
func Number(n int) types.AttributeValue { return &types.AttributeValueMemberN{Value: strconv.Itoa(n)} }

// ItemOf is the ith item with that number.
func ItemOf(i, n int) map[string]types.AttributeValue {
	item := KeyOf(i)
	item[attribute] = Number(n)
	return item
}

// Missing is the number of an item that is not there. No other item has it.
const Missing = -1 << 40

// NumberIn reads an item's number.
func NumberIn(item map[string]types.AttributeValue) (int, error) {
	if len(item) == 0 {
		return Missing, nil
	}
	n, ok := item[attribute].(*types.AttributeValueMemberN)
	if !ok {
		return 0, fmt.Errorf("an item without its number: %v", item)
	}
	return strconv.Atoi(n.Value)
}
