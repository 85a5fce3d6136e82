package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
)

func TestSignaturesAreThoseOfTheSDK(t *testing.T) {
	const host = "127.0.0.1:8123"
	s := newSigner(host)
	for _, c := range []struct{ op, body string }{
		{"GetItem", `{"TableName":"a"}`},
		{"TransactWriteItems", `{}`},
		{"GetItem", `{"TableName":"\u00e4"}`},
	} {
		request := append(prefix(host, c.op), strconv.Itoa(len(c.body))+"\r\n\r\n"+c.body...)
		s.sign(request, []byte(c.body))
		r, err := http.ReadRequest(bufio.NewReader(bytes.NewReader(request)))
		if err != nil {
			t.Fatal(err)
		}
		got := r.Header.Get("Authorization")
		if want := signedBySDK(t, r, c.body); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.op, got, want)
		}
	}
}

// signedBySDK is the header that the SDK's signer gives the same request.
func signedBySDK(t *testing.T, r *http.Request, body string) string {
	r.URL.Scheme, r.URL.Host = "http", r.Host
	r.Header.Del("Authorization")
	at, err := time.Parse("20060102T150405Z", r.Header.Get("X-Amz-Date"))
	if err != nil || time.Since(at) > time.Minute {
		t.Fatalf("date %s: %v", at, err)
	}
	sum := sha256.Sum256([]byte(body))
	keys := aws.Credentials{AccessKeyID: accessKey, SecretAccessKey: secretKey}
	if err := v4.NewSigner().SignHTTP(context.Background(), keys, r, hex.EncodeToString(sum[:]), "dynamodb", "us-east-1", at); err != nil {
		t.Fatal(err)
	}
	return r.Header.Get("Authorization")
}
