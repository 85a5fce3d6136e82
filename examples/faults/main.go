// Command faults has the Go SDK meet what the service does on a bad day, and checks that it, or a few lines around it, comes out right.
//
//	go run ./examples/faults http://127.0.0.1:8000     a ddbsql with --admin
package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "faults: give the URL of a ddbsql that runs with --admin")
		os.Exit(2)
	}
	if err := run(context.Background(), os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "faults:", err)
		os.Exit(1)
	}
}

// program has what every scene needs.
type program struct {
	rules
	db      *dynamodb.Client
	streams *dynamodbstreams.Client
	table   string
}

// scene is one bad day: the faults it gives rise to, how often the server must have given them, and what the program does.
type scene struct {
	name  string
	rule  string
	given int
	play  func(context.Context, *program) error
}

var scenes = []scene{
	{"the SDK retries a throttled request", `{"Operations":["PutItem"],"First":2,"Error":"ProvisionedThroughputExceededException"}`, 2, throttled},
	{"the SDK retries after an internal error", `{"Operations":["UpdateItem"],"First":2,"Error":"InternalServerError"}`, 2, increased},
	{"the SDK retries when the connection goes", `{"Operations":["UpdateItem"],"First":1,"Drop":true}`, 1, increased},
	{"a lost answer of a transaction does not do it twice", `{"Operations":["TransactWriteItems"],"First":1,"Drop":true,"After":true}`, 1, increasedByTransaction},
	{"unprocessed items are written until there are none", `{"Operations":["BatchWriteItem"],"First":3,"Unprocessed":4}`, 3, writtenInBatches},
	{"unprocessed keys are read until there are none", `{"Operations":["BatchGetItem"],"First":3,"Unprocessed":4}`, 3, readInBatches},
	{"a write in conflict is tried again", `{"Operations":["UpdateItem"],"First":2,"Error":"TransactionConflictException"}`, 2, increasedDespiteConflicts},
	{"a transaction in conflict is tried again", `{"Operations":["TransactWriteItems"],"First":2,"Error":"TransactionConflictException"}`, 2, transactedDespiteConflicts},
	{"a paginator reads all short pages", `{"Operations":["Query"],"PageSize":3}`, 4, readByPages},
	{"an expired iterator is replaced", `{"Operations":["GetRecords"],"Nth":2,"Error":"ExpiredIteratorException"}`, 1, readStream},
}

// run plays all scenes, each with a table of its own.
func run(ctx context.Context, url string) error {
	config := aws.Config{
		Region: "us-east-1", BaseEndpoint: aws.String(url), Credentials: credentials.NewStaticCredentialsProvider("any", "any", ""),
		Retryer: func() aws.Retryer { return retry.NewStandard(func(o *retry.StandardOptions) { o.MaxAttempts = 5 }) },
	}
	p := &program{rules: rules{url}, db: dynamodb.NewFromConfig(config), streams: dynamodbstreams.NewFromConfig(config)}
	var errs []error
	for i, s := range scenes {
		p.table = fmt.Sprintf("faults-go-%d", i)
		if err := p.play(ctx, s); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", s.name, err))
			continue
		}
		fmt.Printf("ok  go  %s (%d faults)\n", s.name, s.given)
	}
	return errors.Join(errs...)
}

// play plays a scene and checks that its faults were given.
func (p *program) play(ctx context.Context, s scene) (err error) {
	_, err = p.db.CreateTable(ctx, &dynamodb.CreateTableInput{
		TableName: &p.table, BillingMode: types.BillingModePayPerRequest,
		AttributeDefinitions: []types.AttributeDefinition{{AttributeName: aws.String("id"), AttributeType: types.ScalarAttributeTypeS}, {AttributeName: aws.String("n"), AttributeType: types.ScalarAttributeTypeN}},
		KeySchema:            []types.KeySchemaElement{{AttributeName: aws.String("id"), KeyType: types.KeyTypeHash}, {AttributeName: aws.String("n"), KeyType: types.KeyTypeRange}},
		StreamSpecification:  &types.StreamSpecification{StreamEnabled: aws.Bool(true), StreamViewType: types.StreamViewTypeKeysOnly},
	})
	if err != nil {
		return err
	}
	defer func() {
		_, dropped := p.db.DeleteTable(ctx, &dynamodb.DeleteTableInput{TableName: &p.table})
		err = errors.Join(err, p.clear(ctx), dropped)
	}()
	if err := p.add(ctx, s.rule); err != nil {
		return err
	}
	if err := s.play(ctx, p); err != nil {
		return err
	}
	given, err := p.given(ctx)
	if err == nil && given != s.given {
		err = fmt.Errorf("the server gave %d faults, want %d", given, s.given)
	}
	return err
}
