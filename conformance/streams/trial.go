package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams"

	"github.com/ddbsql/ddbsql/conformance/changes"
	"github.com/ddbsql/ddbsql/conformance/server"
)

const table = "changes"

// consumer reads the whole stream into the ledger.
type consumer interface {
	// run reads until the stream ends or finish has been called and everything is read.
	run(ctx context.Context) error
	// finish is called when all is written.
	finish(ctx context.Context, tr *trial) error
}

type reader struct{ changes.Reader }

func (r *reader) run(ctx context.Context) error { return r.Run(ctx) }

// finish disables the stream: then all shards have an end.
func (r *reader) finish(ctx context.Context, tr *trial) error {
	_, err := tr.tables[0].UpdateTable(ctx, &dynamodb.UpdateTableInput{
		TableName: aws.String(table), StreamSpecification: &types.StreamSpecification{StreamEnabled: aws.Bool(false)},
	})
	return err
}

// trial is one table, its writers and whoever reads its stream.
type trial struct {
	options
	server.Database
	servers []*server.Process
	tables  []*dynamodb.Client // of each server
	streams []*dynamodbstreams.Client
	arn     string
	ledger  *changes.Ledger
}

func (tr *trial) start() error {
	for range tr.Servers(tr.options.servers) {
		p, err := tr.Start("--admin", "--stream-shards", strconv.Itoa(tr.shards))
		if err != nil {
			return err
		}
		tr.servers = append(tr.servers, p)
		keys := credentials.NewStaticCredentialsProvider("streams", "streams", "")
		tr.tables = append(tr.tables, dynamodb.New(dynamodb.Options{Region: "us-east-1", BaseEndpoint: &p.URL, Retryer: aws.NopRetryer{}, HTTPClient: server.HTTPClient, Credentials: keys}))
		tr.streams = append(tr.streams, dynamodbstreams.New(dynamodbstreams.Options{Region: "us-east-1", BaseEndpoint: &p.URL, Retryer: aws.NopRetryer{}, HTTPClient: server.HTTPClient, Credentials: keys}))
	}
	return tr.createTable()
}

func (tr *trial) stop() {
	for _, p := range tr.servers {
		p.Kill()
	}
}

func (tr *trial) createTable() error {
	key := func(name string, kind types.KeyType) types.KeySchemaElement {
		return types.KeySchemaElement{AttributeName: &name, KeyType: kind}
	}
	attribute := func(name string, kind types.ScalarAttributeType) types.AttributeDefinition {
		return types.AttributeDefinition{AttributeName: &name, AttributeType: kind}
	}
	out, err := tr.tables[0].CreateTable(context.Background(), &dynamodb.CreateTableInput{
		TableName: aws.String(table), BillingMode: types.BillingModePayPerRequest,
		KeySchema:            []types.KeySchemaElement{key("pk", types.KeyTypeHash), key("sk", types.KeyTypeRange)},
		AttributeDefinitions: []types.AttributeDefinition{attribute("pk", types.ScalarAttributeTypeS), attribute("sk", types.ScalarAttributeTypeN)},
		StreamSpecification:  &types.StreamSpecification{StreamEnabled: aws.Bool(true), StreamViewType: types.StreamViewTypeNewAndOldImages},
	})
	if err == nil {
		tr.arn = *out.TableDescription.LatestStreamArn
	}
	return err
}

// run writes, splits and reads, and then compares.
func (tr *trial) run() error {
	tr.ledger = changes.NewLedger()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var reading consumer = &reader{changes.Reader{ARN: tr.arn, Clients: tr.streams, Ledger: tr.ledger}}
	if tr.consumer != "" {
		reading = newCommand(tr.consumer, tr.servers[0].URL, tr.arn, tr.ledger)
	}
	read := make(chan error, 1)
	go func() { read <- reading.run(ctx) }()

	began := time.Now()
	if err := tr.write(ctx); err != nil {
		return err
	}
	wrote := time.Since(began)
	if err := reading.finish(ctx, tr); err != nil {
		return err
	}
	if err := <-read; err != nil {
		return fmt.Errorf("consumer: %w", err)
	}
	if err := tr.compare(ctx); err != nil {
		return err
	}
	fmt.Printf("%s, %d server(s): %d writes of items by %d writers in %.0f s (%.0f/s), %d conflicts, %d shards split; all read after %.0f s\n",
		tr.db, len(tr.servers), tr.ledger.Writes(), tr.writers, wrote.Seconds(), float64(tr.ledger.Writes())/wrote.Seconds(), tr.ledger.Conflicts(), tr.splits, time.Since(began).Seconds())
	fmt.Println(tr.ledger)
	return nil
}

// write runs the writers, spread over the servers, and splits shards while they write. One that fails ends them all.
func (tr *trial) write(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var wg sync.WaitGroup
	errs := make([]error, tr.writers+1)
	for i := range tr.writers {
		w := &writer{id: i, items: tr.items, client: tr.tables[i%len(tr.tables)], ledger: tr.ledger}
		wg.Go(func() {
			if errs[i] = w.write(ctx, tr.writes/tr.writers); errs[i] != nil {
				cancel()
			}
		})
	}
	wg.Go(func() {
		if errs[tr.writers] = tr.split(ctx); errs[tr.writers] != nil {
			cancel()
		}
	})
	wg.Wait()
	return errors.Join(errs...)
}

// compare reads the whole table and compares it with what the records say.
func (tr *trial) compare(ctx context.Context) error {
	found := map[string]changes.Image{}
	pages := dynamodb.NewScanPaginator(server.NewClient(tr.servers[0].URL), &dynamodb.ScanInput{TableName: aws.String(table), ConsistentRead: aws.Bool(true)})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return err
		}
		for _, item := range page.Items {
			flat := changes.Flatten(item)
			found[flat.Key()] = flat
		}
	}
	return tr.ledger.Verify(found)
}
