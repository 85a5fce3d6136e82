package harness

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
)

// Raw is an HTTP request an SDK would not send. It is signed correctly unless Sign says otherwise.
type Raw struct {
	Op     string // the operation in X-Amz-Target
	Body   string
	Header map[string]string // set after signing; an empty value removes the header
	Sign   func(req *http.Request, body string, e Endpoint) error
}

// RawAnswer is what came back: the error as its body says it.
type RawAnswer struct {
	Status  int
	Kind    string // __type
	Message string
	Body    string
	Header  http.Header
}

// Send sends the request and reads the answer.
func (r Raw) Send(t testing.TB, e Endpoint) RawAnswer {
	t.Helper()
	req, err := http.NewRequestWithContext(context.Background(), http.MethodPost, e.URL+"/", strings.NewReader(r.Body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("X-Amz-Target", "DynamoDB_20120810."+r.Op)
	req.Header.Set("Content-Type", "application/x-amz-json-1.0")
	sign := r.Sign
	if sign == nil {
		sign = SignAs("", "", 0)
	}
	if err := sign(req, r.Body, e); err != nil {
		t.Fatal(err)
	}
	for name, value := range r.Header {
		if value == "" {
			req.Header.Del(name)
		} else {
			req.Header.Set(name, value)
		}
	}
	resp, err := HTTPClient.Do(req)
	if err != nil {
		t.Fatalf("no answer: %v", err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatalf("no whole answer: %v", err)
	}
	return readRaw(resp, body)
}

func readRaw(resp *http.Response, body []byte) RawAnswer {
	got := RawAnswer{Status: resp.StatusCode, Body: string(body), Header: resp.Header}
	var e map[string]any
	// An answer that is no JSON leaves type and message empty, which no case wants.
	if json.Unmarshal(body, &e) == nil {
		got.Kind, _ = e["__type"].(string)
		if got.Message, _ = e["message"].(string); got.Message == "" {
			got.Message, _ = e["Message"].(string)
		}
	}
	return got
}

// SignAs signs with a key and secret (those of the endpoint if empty), at a time that is off by skew.
func SignAs(key, secret string, skew time.Duration) func(*http.Request, string, Endpoint) error {
	return func(req *http.Request, body string, e Endpoint) error {
		creds := aws.Credentials{AccessKeyID: e.Key, SecretAccessKey: e.Secret, SessionToken: e.Session}
		if key != "" {
			creds.AccessKeyID = key
		}
		if secret != "" {
			creds.SecretAccessKey = secret
		}
		hash := sha256.Sum256([]byte(body))
		return v4.NewSigner().SignHTTP(req.Context(), creds, req, hex.EncodeToString(hash[:]), "dynamodb", e.Region, time.Now().Add(skew))
	}
}

// Unsigned leaves the request without any signature.
func Unsigned(*http.Request, string, Endpoint) error { return nil }
