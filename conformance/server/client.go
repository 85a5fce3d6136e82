package server

import (
	"net/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

// httpClient is shared by all clients. The SDK's own closes its connections when it is collected, be it while an answer is read.
var httpClient = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}

// NewClient is an SDK client of a server that accepts any credentials. It sends each request once, so that an error is seen.
func NewClient(url string) *dynamodb.Client {
	return dynamodb.New(dynamodb.Options{
		Region: "us-east-1", BaseEndpoint: aws.String(url), Retryer: aws.NopRetryer{}, HTTPClient: httpClient,
		Credentials: credentials.NewStaticCredentialsProvider("any", "any", ""),
	})
}
