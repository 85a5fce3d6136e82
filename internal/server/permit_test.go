package server_test

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/server"
)

// What a key may is asked when it is known whose request it is and what it says, and not before.
func TestPermit(t *testing.T) {
	key := aws.Credentials{AccessKeyID: "AKID", SecretAccessKey: "secret"}
	var packed bytes.Buffer
	gz := gzip.NewWriter(&packed)
	if _, err := gz.Write([]byte(`{"a":1}`)); err != nil || gz.Close() != nil {
		t.Fatal(err)
	}
	good := signedBy(t, key, "{}")
	compressed := strings.Replace(signedBy(t, key, packed.String()), "\r\n", "\r\nContent-Encoding: gzip\r\n", 1)
	for _, c := range []struct {
		name, raw string
		asked     string
		status    string
	}{
		{"a good request", good, "AKID GetItem {}", "200"},
		{"a good request that is compressed", compressed, `AKID GetItem {"a":1}`, "200"},
		{"a body that nobody may send", signedBy(t, key, "no"), "AKID GetItem no", "400"},
		{"another secret's signature", signedBy(t, aws.Credentials{AccessKeyID: "AKID", SecretAccessKey: "guess"}, "{}"), "", "400"},
		{"an unknown key's", signedBy(t, aws.Credentials{AccessKeyID: "OTHER", SecretAccessKey: "secret"}, "{}"), "", "400"},
		{"another body's", strings.TrimSuffix(good, "{}") + "[]", "", "400"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var asked []string
			e := &fakeEngine{}
			o := server.Options{
				Auth: auth.NewVerifier(auth.Config{Keys: auth.Keys{"AKID": {Secret: "secret"}}, Region: "us-east-1"}),
				Permit: func(accessKey, operation string, body []byte) *apierr.Error {
					asked = append(asked, accessKey+" "+operation+" "+string(body))
					if string(body) == "no" {
						return apierr.New(apierr.AccessDenied, "You may not.")
					}
					return nil
				},
			}
			address, result, stop := serve(t, e, o)
			said, _ := converse(t, address, c.raw)
			stop()
			if err := <-result; err != nil {
				t.Error(err)
			}
			if !strings.HasPrefix(said, "HTTP/1.1 "+c.status) {
				t.Errorf("answered %s", said)
			}
			if want := strings.Fields(c.asked); !slices.Equal(strings.Fields(strings.Join(asked, " ")), want) {
				t.Errorf("asked %q, want %q", asked, c.asked)
			}
			if ran := e.calls.Load() == 1; ran != (c.status == "200") {
				t.Errorf("the operation ran: %t", ran)
			}
		})
	}
}

// A session token is a header like others on both ways in.
func TestBothWaysJudgeTokensAlike(t *testing.T) {
	who := aws.Credentials{AccessKeyID: "ASIA", SecretAccessKey: "secret", SessionToken: "session"}
	addresses := startTwoWays(t, &fakeEngine{}, server.Options{
		Auth: auth.NewVerifier(auth.Config{Keys: auth.Keys{"ASIA": {Secret: "secret", Token: "session"}}, Region: "us-east-1"}),
	})
	good := signedBy(t, who, "{}")
	for _, c := range []struct{ name, raw, status string }{
		{"the right one", good, "200"},
		{"another one", strings.Replace(good, "session", "sessioN", 1), "400"},
		{"none", signedBy(t, aws.Credentials{AccessKeyID: "ASIA", SecretAccessKey: "secret"}, "{}"), "400"},
	} {
		t.Run(c.name, func(t *testing.T) {
			compareWays(t, addresses, c.raw+good, c.raw+good)
			if said, _ := converse(t, addresses.short, c.raw); !strings.HasPrefix(said, "HTTP/1.1 "+c.status) {
				t.Errorf("answered %s", said)
			}
		})
	}
}

// What is signed before it is sent comes with a query, which the short way does not take.
func TestPresignedRequests(t *testing.T) {
	verifier := auth.NewVerifier(auth.Config{Keys: auth.Keys{"AKID": {Secret: "secret"}}, Region: "us-east-1"})
	for _, c := range []struct {
		name, secret string
		status       int
	}{{"by the key's owner", "secret", http.StatusOK}, {"by somebody else", "guess", http.StatusBadRequest}} {
		t.Run(c.name, func(t *testing.T) {
			url, _ := start(t, &fakeEngine{}, server.Options{Auth: verifier})
			r := request(t, http.MethodPost, url+"/", "{}", target, "DynamoDB_20120810.GetItem")
			presign(t, r, aws.Credentials{AccessKeyID: "AKID", SecretAccessKey: c.secret}, "{}")
			if got := send(t, r); got.status != c.status {
				t.Errorf("answered %d %s", got.status, got.body)
			}
		})
	}
}
