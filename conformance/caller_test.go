package conformance

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"reflect"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams"
	"github.com/aws/smithy-go"
)

// caller asks one target through the SDK. Requests and answers are JSON, but what is sent is what the SDK makes of the
// request, and an answer the SDK cannot read fails the test.
type caller struct {
	target  *target
	sdk     *dynamodb.Client
	streams *dynamodbstreams.Client
}

func newCaller(tg *target) *caller {
	keys := credentials.NewStaticCredentialsProvider(tg.key, tg.secret, "")
	return &caller{
		target: tg,
		sdk: dynamodb.New(dynamodb.Options{
			Region: region, BaseEndpoint: &tg.endpoint, Credentials: keys, Retryer: aws.NopRetryer{}, HTTPClient: recorder{},
		}),
		streams: dynamodbstreams.New(dynamodbstreams.Options{
			Region: region, BaseEndpoint: &tg.endpoint, Credentials: keys, Retryer: aws.NopRetryer{}, HTTPClient: recorder{},
		}),
	}
}

// answer is what came back.
type answer struct {
	body string // the raw body
	code string // the error type as the SDK reads it; empty for success
	text string // the error message
}

// call sends one request; in is its JSON.
func (c *caller) call(t *testing.T, op, in string) answer {
	t.Helper()
	method := reflect.ValueOf(c.sdk).MethodByName(op)
	if !method.IsValid() {
		method = reflect.ValueOf(c.streams).MethodByName(op)
	}
	if !method.IsValid() {
		t.Fatalf("the SDK has no operation %s", op)
	}
	input := reflect.New(method.Type().In(1).Elem())
	if err := fillInput(input.Elem(), in); err != nil {
		t.Fatalf("%s %s: %v", op, in, err)
	}
	var body []byte
	ctx := context.WithValue(context.Background(), bodyKey{}, &body)
	result := method.Call([]reflect.Value{reflect.ValueOf(ctx), input})
	err, _ := result[1].Interface().(error)
	if err == nil {
		return answer{body: string(body)}
	}
	var api smithy.APIError
	if !errors.As(err, &api) {
		t.Fatalf("%s %s: the SDK cannot read the answer %q: %v", op, in, body, err)
	}
	return answer{body: string(body), code: api.ErrorCode(), text: api.ErrorMessage()}
}

// ok sends a request that must succeed and returns the answer's body.
func (c *caller) ok(t *testing.T, op, in string) string {
	t.Helper()
	got := c.call(t, op, in)
	if got.code != "" {
		t.Fatalf("%s %s: %s: %s", op, in, got.code, got.text)
	}
	return got.body
}

// bodyKey is the context key under which recorder finds the place for the answer's raw body.
type bodyKey struct{}

// recorder is an HTTP client that keeps the raw body of each answer.
type recorder struct{}

// httpClient is shared so that connections are kept alive between cases.
var httpClient = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 16}}

func (recorder) Do(req *http.Request) (*http.Response, error) {
	resp, err := httpClient.Do(req)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	if place, _ := req.Context().Value(bodyKey{}).(*[]byte); place != nil {
		*place = body
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, nil
}
