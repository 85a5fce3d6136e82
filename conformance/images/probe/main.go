// Command probe writes one item to a server, or reads it, with the AWS SDK for Go: is somebody there, and does data stay?
//
//	go run ./conformance/images/probe put URL VALUE     makes the table if there is none
//	go run ./conformance/images/probe get URL VALUE     exit status 1 unless the item has that value
//
// Requests are signed with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or with keys of its own.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

const (
	table   = "probe"
	timeout = time.Minute
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: probe put|get URL VALUE")
		os.Exit(2)
	}
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	if err := probe(ctx, os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, "probe:", err)
		os.Exit(1)
	}
}

func probe(ctx context.Context, act, url, value string) error {
	db := dynamodb.New(dynamodb.Options{
		BaseEndpoint: &url, Region: "us-east-1",
		Credentials: credentials.NewStaticCredentialsProvider(
			cmp.Or(os.Getenv("AWS_ACCESS_KEY_ID"), "probe"), cmp.Or(os.Getenv("AWS_SECRET_ACCESS_KEY"), "probe"), ""),
	})
	switch act {
	case "put":
		return put(ctx, db, value)
	case "get":
		return get(ctx, db, value)
	}
	return fmt.Errorf("cannot %s", act)
}

func put(ctx context.Context, db *dynamodb.Client, value string) error {
	_, err := db.CreateTable(ctx, &dynamodb.CreateTableInput{
		TableName: aws.String(table), BillingMode: types.BillingModePayPerRequest,
		KeySchema:            []types.KeySchemaElement{{AttributeName: aws.String("id"), KeyType: types.KeyTypeHash}},
		AttributeDefinitions: []types.AttributeDefinition{{AttributeName: aws.String("id"), AttributeType: types.ScalarAttributeTypeS}},
	})
	var there *types.ResourceInUseException
	if err != nil && !errors.As(err, &there) {
		return err
	}
	if err := dynamodb.NewTableExistsWaiter(db).Wait(ctx, &dynamodb.DescribeTableInput{TableName: aws.String(table)}, timeout); err != nil {
		return err
	}
	_, err = db.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String(table), Item: map[string]types.AttributeValue{
		"id": text("it"), "value": text(value),
	}})
	return err
}

func get(ctx context.Context, db *dynamodb.Client, value string) error {
	out, err := db.GetItem(ctx, &dynamodb.GetItemInput{
		TableName: aws.String(table), ConsistentRead: aws.Bool(true), Key: map[string]types.AttributeValue{"id": text("it")},
	})
	if err != nil {
		return err
	}
	if got, _ := out.Item["value"].(*types.AttributeValueMemberS); got == nil || got.Value != value {
		return fmt.Errorf("the item is %v, want the value %q", out.Item, value)
	}
	return nil
}

func text(s string) types.AttributeValue { return &types.AttributeValueMemberS{Value: s} }
