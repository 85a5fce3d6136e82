package auth_test

import (
	"testing"

	"github.com/ddbsql/ddbsql/internal/auth"
)

func TestClaimedScope(t *testing.T) {
	for _, c := range []struct {
		name, header string
		want         auth.Scope
		ok           bool
	}{
		{"as an SDK sends it", "AWS4-HMAC-SHA256 Credential=k/20260101/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=00", auth.Scope{AccessKey: "k", Region: "eu-west-1"}, true},
		{"commas without blanks", "AWS4-HMAC-SHA256 Credential=k/20260101/eu-west-1/dynamodb/aws4_request,SignedHeaders=host", auth.Scope{AccessKey: "k", Region: "eu-west-1"}, true},
		{"the credential last", "AWS4-HMAC-SHA256 SignedHeaders=host, Credential=k/20260101/eu-west-1/dynamodb/aws4_request", auth.Scope{AccessKey: "k", Region: "eu-west-1"}, true},
		{"a key alone", "Credential=k", auth.Scope{AccessKey: "k"}, true},
		{"nothing behind the equal-sign", "Credential=", auth.Scope{}, true},
		{"no credential", "AWS4-HMAC-SHA256 SignedHeaders=host", auth.Scope{}, false},
		{"no header", "", auth.Scope{}, false},
	} {
		if got, ok := auth.ClaimedScope(c.header); got != c.want || ok != c.ok {
			t.Errorf("%s: got %+v, %t", c.name, got, ok)
		}
	}
}
