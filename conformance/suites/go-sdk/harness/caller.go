package harness

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"net/http"
	"reflect"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams"
	"github.com/aws/smithy-go"
)

// Caller asks one endpoint through the SDK. Requests and answers are JSON, but what is sent is what the SDK makes of the
// request, and an answer the SDK cannot read fails the test.
type Caller struct {
	Endpoint Endpoint
	SDK      *dynamodb.Client
	Streams  *dynamodbstreams.Client
	// Settle is how long Play repeats an eventually consistent read; Patience how long tables may take.
	Settle, Patience time.Duration
	Tables           *Tables
	// Words are those that errors must use.
	Words Wording
}

// NewCaller is a caller of an endpoint that is strongly consistent and quick, with tables of its own.
func NewCaller(e Endpoint) *Caller {
	keys := credentials.NewStaticCredentialsProvider(e.Key, e.Secret, e.Session)
	streams := cmp.Or(e.StreamsURL, e.URL)
	return &Caller{
		Endpoint: e,
		SDK: dynamodb.New(dynamodb.Options{
			Region: e.Region, BaseEndpoint: &e.URL, Credentials: keys, Retryer: throttled(), HTTPClient: recorder{},
		}),
		Streams: dynamodbstreams.New(dynamodbstreams.Options{
			Region: e.Region, BaseEndpoint: &streams, Credentials: keys, Retryer: throttled(), HTTPClient: recorder{},
		}),
		Patience: defaultPatience,
		Words:    NewerWords,
		Tables:   NewTables("conformance-" + RandomID() + "-"),
	}
}

// throttled repeats what the service was too busy for, and nothing else: a case must see every other error.
func throttled() aws.Retryer {
	return retry.NewStandard(func(o *retry.StandardOptions) {
		o.MaxAttempts = 8
		o.RateLimiter = unlimited{}
		o.Retryables = []retry.IsErrorRetryable{retry.RetryableErrorCode{Codes: map[string]struct{}{
			"ThrottlingException": {}, "ProvisionedThroughputExceededException": {}, "RequestLimitExceeded": {}, "Throttling": {},
		}}}
	})
}

// unlimited lets each request be repeated, however many others were.
type unlimited struct{}

func (unlimited) GetToken(context.Context, uint) (func() error, error) {
	return func() error { return nil }, nil
}
func (unlimited) AddTokens(uint) error { return nil }

// Answer is what came back.
type Answer struct {
	Body string // the raw body
	Code string // the error type as the SDK reads it; empty for success
	Text string // the error message
}

// Call sends one request; in is its JSON.
func (c *Caller) Call(t testing.TB, op, in string) Answer {
	t.Helper()
	got, err := c.call(op, in)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func (c *Caller) call(op, in string) (Answer, error) {
	method := reflect.ValueOf(c.SDK).MethodByName(op)
	if !method.IsValid() {
		method = reflect.ValueOf(c.Streams).MethodByName(op)
	}
	if !method.IsValid() {
		return Answer{}, errors.New("the SDK has no operation " + op)
	}
	input := reflect.New(method.Type().In(1).Elem())
	if err := fillInput(input.Elem(), in); err != nil {
		return Answer{}, &unanswered{op, in, "", err}
	}
	var body []byte
	ctx := context.WithValue(context.Background(), bodyKey{}, &body)
	result := method.Call([]reflect.Value{reflect.ValueOf(ctx), input})
	err, _ := result[1].Interface().(error)
	if err == nil {
		return Answer{Body: string(body)}, nil
	}
	var api smithy.APIError
	if !errors.As(err, &api) {
		return Answer{}, &unanswered{op, in, string(body), err}
	}
	return Answer{Body: string(body), Code: api.ErrorCode(), Text: api.ErrorMessage()}, nil
}

// unanswered is a request the SDK could not send, or whose answer it could not read.
type unanswered struct {
	op, in, body string
	err          error
}

func (u *unanswered) Error() string {
	text := u.op + ": no answer the SDK can read: " + u.err.Error() + "\nrequest: " + Short(u.in)
	if u.body != "" {
		text += "\nanswer: " + Short(u.body)
	}
	return text
}

// OK sends a request that must succeed and returns the answer's body.
func (c *Caller) OK(t testing.TB, op, in string) string {
	t.Helper()
	got := c.Call(t, op, in)
	if got.Code != "" {
		t.Fatalf("%s: %s: %s\nrequest: %s", op, got.Code, got.Text, Short(in))
	}
	return got.Body
}

// MustAnswer sends a request that must succeed, from a goroutine, where a test may not be ended.
func (c *Caller) MustAnswer(t testing.TB, op, in string) {
	if got, err := c.call(op, in); err != nil {
		t.Error(err)
	} else if got.Code != "" {
		t.Errorf("%s: %s: %s\nrequest: %s", op, got.Code, got.Text, Short(in))
	}
}

// Try sends a request from a goroutine. No answer is an error of the test and has the code "none".
func (c *Caller) Try(t testing.TB, op, in string) Answer {
	got, err := c.call(op, in)
	if err != nil {
		t.Error(err)
		return Answer{Code: "none", Text: err.Error()}
	}
	return got
}

// Ask sends a request that must succeed and reads its answer.
func Ask[A any](t testing.TB, c *Caller, op, in string) (answer A) {
	t.Helper()
	Into(t, c.OK(t, op, in), &answer)
	return answer
}

// bodyKey is the context key under which recorder finds the place for the answer's raw body.
type bodyKey struct{}

// recorder is an HTTP client that keeps the raw body of each answer.
type recorder struct{}

func (recorder) Do(req *http.Request) (*http.Response, error) {
	resp, err := HTTPClient.Do(req)
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
