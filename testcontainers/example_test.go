package ddbsql_test

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/testcontainers/testcontainers-go"

	ddbsql "github.com/ddbsql/ddbsql/testcontainers"
)

func ExampleRun() {
	ctx := context.Background()
	ctr, err := ddbsql.Run(ctx, image) // image is the name of ddbsql's image
	defer func() {
		if err := testcontainers.TerminateContainer(ctr); err != nil {
			log.Print(err)
		}
	}()
	if err != nil {
		log.Print(err)
		return
	}
	url, err := ctr.ConnectionString(ctx)
	if err != nil {
		log.Print(err)
		return
	}
	db := dynamodb.New(dynamodb.Options{
		BaseEndpoint: aws.String(url), Region: "us-east-1", Credentials: credentials.NewStaticCredentialsProvider("any", "any", ""),
	})
	tables, err := db.ListTables(ctx, &dynamodb.ListTablesInput{})
	if err != nil {
		log.Print(err)
		return
	}
	fmt.Println(len(tables.TableNames), "tables")
	// Output: 0 tables
}
