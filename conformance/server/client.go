package server

import (
	"bytes"
	"io"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

// NewClient is an SDK client of a server that accepts any credentials. It sends each request once, so that an error is seen.
func NewClient(url string) *dynamodb.Client {
	return dynamodb.New(dynamodb.Options{
		Region: "us-east-1", BaseEndpoint: aws.String(url), Retryer: aws.NopRetryer{}, HTTPClient: HTTPClient,
		Credentials: credentials.NewStaticCredentialsProvider("any", "any", ""),
	})
}

// HTTPClient is for SDK clients that do not retry. The SDK closes the body of a request as soon as the answer begins; if the server was
// so quick that net/http still looks for the end of that body, it takes this for a failed request and closes the connection, from which
// the answer is then read in vain. Bodies in memory are sent without that look.
var HTTPClient = &http.Client{Transport: fromMemory{&http.Transport{MaxIdleConnsPerHost: 64}}}

type fromMemory struct{ http.RoundTripper }

func (t fromMemory) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body == nil {
		return t.RoundTripper.RoundTrip(r)
	}
	body, err := io.ReadAll(r.Body)
	if err := r.Body.Close(); err != nil {
		return nil, err
	}
	if err != nil {
		return nil, err
	}
	r = r.WithContext(r.Context()) // a copy
	r.Body = io.NopCloser(bytes.NewReader(body))
	return t.RoundTripper.RoundTrip(r)
}
