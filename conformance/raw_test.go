package conformance

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

// rawRequest is an HTTP request an SDK would not send. It is signed correctly unless sign says otherwise.
type rawRequest struct {
	op     string // the operation in X-Amz-Target
	body   string
	header map[string]string // set after signing; an empty value removes the header
	sign   func(req *http.Request, body string, tg *target) error
}

// rawAnswer is what came back: the error as its body says it.
type rawAnswer struct {
	status  int
	kind    string // __type
	message string
	body    string
	header  http.Header
}

// send sends the request and reads the answer.
func (r rawRequest) send(t *testing.T, tg *target) rawAnswer {
	t.Helper()
	req, err := http.NewRequestWithContext(context.Background(), http.MethodPost, tg.endpoint+"/", strings.NewReader(r.body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("X-Amz-Target", "DynamoDB_20120810."+r.op)
	req.Header.Set("Content-Type", "application/x-amz-json-1.0")
	sign := r.sign
	if sign == nil {
		sign = signAs("", "", 0)
	}
	if err := sign(req, r.body, tg); err != nil {
		t.Fatal(err)
	}
	for name, value := range r.header {
		if value == "" {
			req.Header.Del(name)
		} else {
			req.Header.Set(name, value)
		}
	}
	resp, err := httpClient.Do(req)
	if err != nil {
		t.Fatalf("no answer: %v", err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	got := rawAnswer{status: resp.StatusCode, body: string(body), header: resp.Header}
	var e map[string]any
	// An answer that is no JSON leaves type and message empty, which no case wants.
	if json.Unmarshal(body, &e) == nil {
		got.kind, _ = e["__type"].(string)
		if got.message, _ = e["message"].(string); got.message == "" {
			got.message, _ = e["Message"].(string)
		}
	}
	return got
}

// signAs signs with a key and secret (those of the target if empty), at a time that is off by skew.
func signAs(key, secret string, skew time.Duration) func(*http.Request, string, *target) error {
	return func(req *http.Request, body string, tg *target) error {
		creds := aws.Credentials{AccessKeyID: tg.key, SecretAccessKey: tg.secret}
		if key != "" {
			creds.AccessKeyID = key
		}
		if secret != "" {
			creds.SecretAccessKey = secret
		}
		hash := sha256.Sum256([]byte(body))
		return v4.NewSigner().SignHTTP(req.Context(), creds, req, hex.EncodeToString(hash[:]), "dynamodb", region, time.Now().Add(skew))
	}
}

// unsigned leaves the request without any signature.
func unsigned(*http.Request, string, *target) error { return nil }
