package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/ratelimit"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams"

	"github.com/ddbsql/ddbsql/conformance/changes"
	"github.com/ddbsql/ddbsql/conformance/server"
)

// untiring sends a request again until there is an answer.
func untiring() aws.Retryer {
	return retry.NewStandard(func(o *retry.StandardOptions) {
		o.MaxAttempts, o.MaxBackoff, o.RateLimiter = math.MaxInt32, 500*time.Millisecond, ratelimit.None
	})
}

// readStream reads the stream of the owned items to its end, which finishStream makes.
func (tr *trial) readStream() error {
	ctx := context.Background()
	r := &changes.Reader{Ledger: tr.ledger}
	for _, address := range tr.fleet.addresses {
		r.Clients = append(r.Clients, dynamodbstreams.New(dynamodbstreams.Options{
			Region: "us-east-1", BaseEndpoint: aws.String("http://" + address), Retryer: untiring(), HTTPClient: server.HTTPClient,
			Credentials: credentials.NewStaticCredentialsProvider("any", "any", ""),
		}))
	}
	out, err := r.Clients[0].ListStreams(ctx, &dynamodbstreams.ListStreamsInput{TableName: aws.String(ownedTable)})
	if err != nil {
		return err
	}
	if len(out.Streams) != 1 {
		return fmt.Errorf("%d streams", len(out.Streams))
	}
	r.ARN = *out.Streams[0].StreamArn
	return r.Run(ctx)
}

// readPatience is how long the reader of the stream may need for what is left when all is written.
const readPatience = 5 * time.Minute

// finishStream disables the stream, which ends its shards, and waits until it is read.
func (tr *trial) finishStream(read <-chan error) error {
	// An index that is on its way makes the table wait.
	err := again(context.Background(), readPatience, func(ctx context.Context) error {
		_, err := tr.fleet.clients[0].UpdateTable(ctx, &dynamodb.UpdateTableInput{
			TableName: aws.String(ownedTable), StreamSpecification: &types.StreamSpecification{StreamEnabled: aws.Bool(false)},
		})
		return err
	})
	if err != nil {
		return err
	}
	select {
	case err := <-read:
		return err
	case <-time.After(readPatience):
		return errors.New("the stream is not read to its end")
	}
}
