package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"github.com/ddbsql/ddbsql/conformance/server"
)

const (
	table     = "items"
	batchSize = 25 // the most of a BatchWriteItem
	fillers   = 16
)

// client is one of a namespace, which its access key names.
type client struct{ *dynamodb.Client }

func newClient(url, namespace string) client {
	return client{dynamodb.New(dynamodb.Options{
		Region: "us-east-1", BaseEndpoint: &url, Retryer: aws.NopRetryer{}, HTTPClient: server.HTTPClient,
		Credentials: credentials.NewStaticCredentialsProvider(namespace, "any", ""),
	})}
}

type item = map[string]types.AttributeValue

func number(n int) types.AttributeValue {
	return &types.AttributeValueMemberN{Value: strconv.Itoa(n)}
}

func (c client) createTable(ctx context.Context) error {
	_, err := c.CreateTable(ctx, &dynamodb.CreateTableInput{
		TableName: aws.String(table), BillingMode: types.BillingModePayPerRequest,
		KeySchema:            []types.KeySchemaElement{{AttributeName: aws.String("id"), KeyType: types.KeyTypeHash}},
		AttributeDefinitions: []types.AttributeDefinition{{AttributeName: aws.String("id"), AttributeType: types.ScalarAttributeTypeN}},
	})
	return err
}

// fill puts items with the ids from 0 on, of random bytes that nothing can make smaller.
func (c client) fill(ctx context.Context, items, bytes int) error {
	var all sync.WaitGroup
	errs := make([]error, fillers)
	for f := range fillers {
		all.Go(func() {
			for from := f * batchSize; from < items && errs[f] == nil; from += fillers * batchSize {
				errs[f] = c.putBatch(ctx, from, min(from+batchSize, items), bytes)
			}
		})
	}
	all.Wait()
	return errors.Join(errs...)
}

func (c client) putBatch(ctx context.Context, from, to, bytes int) error {
	var puts []types.WriteRequest
	for id := from; id < to; id++ {
		payload := make([]byte, bytes*3/4) // what base64 makes of it has the size
		if _, err := rand.Read(payload); err != nil {
			return err
		}
		puts = append(puts, types.WriteRequest{PutRequest: &types.PutRequest{Item: item{"id": number(id), "payload": &types.AttributeValueMemberB{Value: payload}}}})
	}
	_, err := c.BatchWriteItem(ctx, &dynamodb.BatchWriteItemInput{RequestItems: map[string][]types.WriteRequest{table: puts}})
	return err
}

// count counts the items by reading them all.
func (c client) count(ctx context.Context) (n int, err error) {
	pages := dynamodb.NewScanPaginator(c.Client, &dynamodb.ScanInput{TableName: aws.String(table), Select: types.SelectCount})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return 0, err
		}
		n += int(page.Count)
	}
	return n, nil
}

// administer asks for an act, and gives the milliseconds that it says it took.
func administer(url, act string, in any) (milliseconds float64, err error) {
	body, err := json.Marshal(in)
	if err != nil {
		return 0, err
	}
	res, err := http.Post(url+"/_ddbsql/"+act, "application/json", bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		return 0, err
	}
	if res.StatusCode != http.StatusOK {
		return 0, fmt.Errorf("%s: %d %s", act, res.StatusCode, text)
	}
	var answer struct{ Milliseconds float64 }
	return answer.Milliseconds, json.Unmarshal(text, &answer)
}
