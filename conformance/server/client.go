package server

import (
	"errors"
	"net"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

// NewClient is an SDK client of a server that accepts any credentials. It sends each request once, so that an error is seen.
func NewClient(url string) *dynamodb.Client {
	return newClient(url, aws.NopRetryer{})
}

// NewReader is a client for what a trial reads when it is over. The HTTP client sometimes closes a connection of its own under a large
// answer on a busy machine, after the server has sent it: then, and only then, the request is sent again.
func NewReader(url string) *dynamodb.Client {
	ownFault := func(err error) aws.Ternary { return aws.BoolTernary(errors.Is(err, net.ErrClosed)) }
	return newClient(url, retry.NewStandard(func(o *retry.StandardOptions) {
		o.Retryables = []retry.IsErrorRetryable{retry.IsErrorRetryableFunc(ownFault)}
	}))
}

func newClient(url string, retryer aws.Retryer) *dynamodb.Client {
	return dynamodb.New(dynamodb.Options{
		Region: "us-east-1", BaseEndpoint: aws.String(url), Retryer: retryer,
		Credentials: credentials.NewStaticCredentialsProvider("any", "any", ""),
	})
}
