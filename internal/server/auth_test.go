package server_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/smithy-go"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/server"
)

// tables is an engine that knows one operation's answer, enough for an SDK to read.
func tables() *fakeEngine {
	return &fakeEngine{do: func(_ context.Context, _ string, _, dst []byte) ([]byte, *apierr.Error) {
		return append(dst, `{"TableNames":["one"]}`...), nil
	}}
}

func TestSDK(t *testing.T) {
	verifier := auth.NewVerifier(auth.Config{Keys: auth.Keys{"AKID": {Secret: "secret"}}, Region: "us-east-1"})
	for _, c := range []struct {
		name        string
		verifier    *auth.Verifier
		key, secret string
		code        string // empty: answered
	}{
		{"any credentials will do when none are configured", nil, "whoever", "whatever", ""},
		{"the configured key is accepted", verifier, "AKID", "secret", ""},
		{"another key is refused", verifier, "AKID2", "secret", "UnrecognizedClientException"},
		{"a wrong secret is refused", verifier, "AKID", "guess", "InvalidSignatureException"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := tables()
			url, _ := start(t, e, server.Options{Auth: c.verifier})
			client := dynamodb.New(dynamodb.Options{
				Region: "us-east-1", BaseEndpoint: aws.String(url), RetryMaxAttempts: 1,
				Credentials: credentials.NewStaticCredentialsProvider(c.key, c.secret, ""),
			})
			out, err := client.ListTables(context.Background(), &dynamodb.ListTablesInput{})
			var refusal smithy.APIError
			switch {
			case c.code == "" && (err != nil || len(out.TableNames) != 1):
				t.Fatalf("got %v, %v", out, err)
			case c.code != "" && (!errors.As(err, &refusal) || refusal.ErrorCode() != c.code):
				t.Fatalf("got %v, want %s", err, c.code)
			}
			if ran := e.calls.Load() == 1; ran != (c.code == "") {
				t.Errorf("operation ran: %t", ran)
			}
		})
	}
}

// What is judged first when a request has several faults, and what needs no signature.
func TestOrderOfRefusals(t *testing.T) {
	verifier := auth.NewVerifier(auth.Config{Keys: auth.Keys{"AKID": {Secret: "secret"}}, Region: "us-east-1"})
	const (
		unsigned = "com.amazon.coral.service#MissingAuthenticationTokenException"
		expired  = "AWS4-HMAC-SHA256 Credential=nobody/2/3/4/aws4_request SignedHeaders=x-amz-date;host Signature=123"
	)
	for _, c := range []struct {
		name, method, target, authorization string
		bodySize, status                    int
		part                                string // of the answer
	}{
		{"an unsigned request", "POST", "DynamoDB_20120810.ListTables", "", 2, 400, unsigned},
		{"an unsigned request with a body beyond the limit", "POST", "DynamoDB_20120810.ListTables", "", 17 * megabyte, 400, unsigned},
		{"an old signature by an unknown key", "POST", "DynamoDB_20120810.ListTables", expired, 2, 400, "Signature expired"},
		{"an unknown operation, unsigned", "POST", "DynamoDB_20120810.Nonsense", "", 2, 400, "UnknownOperationException"},
		{"a preflight needs no signature", "OPTIONS", "", "", 0, 200, ""},
		{"the health question needs no signature", "GET", "", "", 0, 200, "healthy: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := tables()
			url, _ := start(t, e, server.Options{Auth: verifier})
			r := request(t, c.method, url, string(make([]byte, c.bodySize)), "X-Amz-Date", "20170101T010101Z")
			for name, value := range map[string]string{target: c.target, "Authorization": c.authorization} {
				if value != "" {
					r.Header.Set(name, value)
				}
			}
			got := send(t, r)
			if got.status != c.status || !strings.Contains(got.body, c.part) {
				t.Errorf("got %d %s, want %d with %q", got.status, got.body, c.status, c.part)
			}
			if c.method == http.MethodPost && e.calls.Load() != 0 {
				t.Error("the operation ran")
			}
		})
	}
}
