package ddbsqltest_test

import (
	"context"
	"fmt"
	"log"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"github.com/ddbsql/ddbsql/ddbsqltest"
)

// A server outside of a test lasts until it is closed.
func ExampleNew() {
	srv, err := ddbsqltest.New(ddbsqltest.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer srv.Close()
	db, ctx := dynamodb.NewFromConfig(srv.Config()), context.Background()

	if _, err := db.CreateTable(ctx, &dynamodb.CreateTableInput{
		TableName: aws.String("films"), BillingMode: types.BillingModePayPerRequest,
		AttributeDefinitions: []types.AttributeDefinition{{AttributeName: aws.String("title"), AttributeType: types.ScalarAttributeTypeS}},
		KeySchema:            []types.KeySchemaElement{{AttributeName: aws.String("title"), KeyType: types.KeyTypeHash}},
	}); err != nil {
		log.Fatal(err)
	}
	title := &types.AttributeValueMemberS{Value: "Metropolis"}
	if _, err := db.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String("films"),
		Item: map[string]types.AttributeValue{"title": title, "year": &types.AttributeValueMemberN{Value: "1927"}}}); err != nil {
		log.Fatal(err)
	}
	out, err := db.GetItem(ctx, &dynamodb.GetItemInput{TableName: aws.String("films"), Key: map[string]types.AttributeValue{"title": title}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(out.Item["year"].(*types.AttributeValueMemberN).Value)
	// Output: 1927
}

// Tables and items that many cases begin with are made once.
func ExampleServer_Restore() {
	cases := func(t *testing.T) {
		srv := ddbsqltest.Start(t)
		db := srv.Client()
		// ... make tables, put the first items ...
		prepared := srv.Snapshot(t)

		for _, name := range []string{"a customer orders", "an order is cancelled"} {
			t.Run(name, func(t *testing.T) {
				srv.Restore(t, prepared)
				_ = db // ... the case ...
			})
		}
	}
	_ = cases
}
