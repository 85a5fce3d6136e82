package server_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
)

// signedBy gives the bytes of a GetItem with an SDK's headers, signed now.
func signedBy(tb testing.TB, who aws.Credentials, body string) string {
	tb.Helper()
	r, err := http.NewRequest(http.MethodPost, "http://127.0.0.1:8000/", strings.NewReader(body))
	if err != nil {
		tb.Fatal(err)
	}
	for name, value := range map[string]string{
		"Content-Type": "application/x-amz-json-1.0", target: "DynamoDB_20120810.GetItem", "Accept-Encoding": "identity",
		"Amz-Sdk-Invocation-Id": "3d8e21f2-93b1-4b7b-b8d5-4f5f5f9f4a11", "Amz-Sdk-Request": "attempt=1; max=3",
		"User-Agent": "aws-sdk-go-v2/1.36.0 os/linux lang/go#1.26 md/GOOS#linux md/GOARCH#amd64 api/dynamodb#1.41.0 m/E,g",
	} {
		r.Header.Set(name, value)
	}
	digest := sha256.Sum256([]byte(body))
	if err := v4.NewSigner().SignHTTP(context.Background(), who, r, hex.EncodeToString(digest[:]), "dynamodb", "us-east-1", time.Now()); err != nil {
		tb.Fatal(err)
	}
	var wire bytes.Buffer
	if err := r.Write(&wire); err != nil {
		tb.Fatal(err)
	}
	return wire.String()
}

// presign puts a signature of a request into its query.
func presign(tb testing.TB, r *http.Request, who aws.Credentials, body string) {
	tb.Helper()
	digest := sha256.Sum256([]byte(body))
	signed, headers, err := v4.NewSigner().PresignHTTP(context.Background(), who, r, hex.EncodeToString(digest[:]), "dynamodb", "us-east-1", time.Now())
	if err != nil {
		tb.Fatal(err)
	}
	if r.URL, err = url.Parse(signed); err != nil {
		tb.Fatal(err)
	}
	for name, values := range headers {
		r.Header[name] = values
	}
}
