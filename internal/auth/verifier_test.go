package auth_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
)

const (
	key    = "AKID"
	secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCY"
	body   = `{"TableName":"t"}`
)

var now = time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)

// testKeys are a key, another one, and temporary credentials.
var testKeys = auth.Keys{key: {Secret: secret}, "AKID2": {Secret: "other"}, "ASIA": {Secret: "third", Token: "session"}}

// signing is how a test request is signed; change may spoil it afterwards.
type signing struct {
	key, secret, service, region string
	token                        string
	at                           time.Time
	url                          string
	headers                      map[string]string
	change                       func(r *http.Request)
	body                         string // the one that is signed; a short one if empty
	sent                         string // the body that arrives; the signed one if empty
}

// request signs with the SDK's own signer and passes the result over the wire form, as a server would receive it.
func (s signing) request(t *testing.T) (*http.Request, []byte) {
	t.Helper()
	if s.body == "" {
		s.body = body
	}
	r, err := http.NewRequest(http.MethodPost, s.url, strings.NewReader(s.body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("X-Amz-Target", "DynamoDB_20120810.GetItem")
	r.Header.Set("Content-Type", "application/x-amz-json-1.0")
	for name, value := range s.headers {
		r.Header.Set(name, value)
	}
	digest := sha256.Sum256([]byte(s.body))
	credentials := aws.Credentials{AccessKeyID: s.key, SecretAccessKey: s.secret, SessionToken: s.token}
	if err := v4.NewSigner().SignHTTP(context.Background(), credentials, r, hex.EncodeToString(digest[:]), s.service, s.region, s.at); err != nil {
		t.Fatal(err)
	}
	if s.change != nil {
		s.change(r)
	}
	var wire bytes.Buffer
	if err := r.Write(&wire); err != nil {
		t.Fatal(err)
	}
	received, err := http.ReadRequest(bufio.NewReader(&wire))
	if err != nil {
		t.Fatal(err)
	}
	if s.sent == "" {
		s.sent = s.body
	}
	return received, []byte(s.sent)
}

func verify(v *auth.Verifier, r *http.Request, body []byte) *apierr.Error {
	claim, refusal := v.Open(auth.FromHTTP(r))
	if refusal != nil {
		return refusal
	}
	return claim.Verify(auth.FromHTTP(r), body)
}

func edit(name string, f func(string) string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set(name, f(r.Header.Get(name))) }
}

func replace(name, old, with string) func(*http.Request) {
	return edit(name, func(v string) string { return strings.Replace(v, old, with, 1) })
}

func set(name, value string) func(*http.Request) {
	return edit(name, func(string) string { return value })
}

const mismatch = "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details."

var signatures = []struct {
	name string
	with func(*signing)
	code apierr.Code // empty: accepted
	text string      // the whole message
}{
	{"a request signed by the SDK is accepted", func(*signing) {}, "", ""},
	{"the second configured key is accepted", func(s *signing) { s.key, s.secret = "AKID2", "other" }, "", ""},
	{"temporary credentials with their token are accepted", func(s *signing) { s.key, s.secret, s.token = "ASIA", "third", "session" }, "", ""},
	{"temporary credentials with another token", func(s *signing) { s.key, s.secret, s.token = "ASIA", "third", "sessioN" },
		apierr.UnrecognizedClient, "The security token included in the request is invalid."},
	{"temporary credentials without their token", func(s *signing) { s.key, s.secret = "ASIA", "third" },
		apierr.UnrecognizedClient, "The security token included in the request is invalid."},
	{"a token with a key that has none", func(s *signing) { s.token = "session" },
		apierr.UnrecognizedClient, "The security token included in the request is invalid."},
	{"query parameters are under the signature", func(s *signing) { s.url += "?b=2%20x&a=1" }, "", ""},
	{"parts may be separated by commas alone", func(s *signing) {
		s.change = edit("Authorization", func(v string) string { return strings.ReplaceAll(v, ", ", ",") })
	}, "", ""},
	{"parts may be separated by blanks alone", func(s *signing) {
		s.change = edit("Authorization", func(v string) string { return strings.ReplaceAll(v, ", ", " ") })
	}, "", ""},
	{"outer blanks of a signed value do not matter", func(s *signing) { s.change = set("Content-Type", "  application/x-amz-json-1.0 \t ") }, "", ""},
	{"inner runs of blanks count as one", func(s *signing) {
		s.headers = map[string]string{"Meerkat": "Hello world"}
		s.change = set("Meerkat", "Hello    world")
	}, "", ""},
	{"values of a repeated header are joined by commas", func(s *signing) {
		s.headers = map[string]string{"Meerkat": "a,b"}
		s.change = func(r *http.Request) { r.Header["Meerkat"] = []string{"a", "b"} }
	}, "", ""},
	{"an unsigned header may be added on the way", func(s *signing) { s.change = set("Via", "proxy") }, "", ""},
	{"a clock fourteen minutes behind is tolerated", func(s *signing) { s.at = now.Add(-14 * time.Minute) }, "", ""},
	{"a clock fourteen minutes ahead is tolerated", func(s *signing) { s.at = now.Add(14 * time.Minute) }, "", ""},

	{"no Authorization header", func(s *signing) { s.change = func(r *http.Request) { r.Header.Del("Authorization") } },
		apierr.MissingAuthentication, "Request is missing Authentication Token"},
	{"another scheme of authorization", func(s *signing) { s.change = set("Authorization", "Basic YTpi") },
		apierr.MissingAuthentication, "Request is missing Authentication Token"},
	{"another algorithm of the family", func(s *signing) { s.change = replace("Authorization", "SHA256", "SHA1") },
		apierr.IncompleteSignature, "Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA1'."},
	{"everything missing is listed", func(s *signing) {
		s.change = func(r *http.Request) {
			r.Header.Set("Authorization", "AWS4-HMAC-SHA256 Other=1")
			r.Header.Del("X-Amz-Date")
		}
	}, apierr.IncompleteSignature, "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. " +
		"Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. " +
		"Authorization=AWS4-HMAC-SHA256 Other=1"},
	{"a part that is no pair", func(s *signing) { s.change = set("Authorization", "AWS4-HMAC-SHA256 Credential") },
		apierr.IncompleteSignature, "'Credential' not a valid key=value pair (missing equal-sign) in Authorization header: 'AWS4-HMAC-SHA256 Credential'."},
	{"a credential of too few parts", func(s *signing) { s.change = replace("Authorization", "/dynamodb/", "/") },
		apierr.IncompleteSignature, "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'AKID/20260304/us-east-1/aws4_request'"},
	{"a credential of too many parts", func(s *signing) { s.change = replace("Authorization", "/dynamodb/", "/dynamodb/x/") },
		apierr.IncompleteSignature, "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'AKID/20260304/us-east-1/dynamodb/x/aws4_request'"},
	{"a date that is none", func(s *signing) { s.change = set("X-Amz-Date", "yesterday") },
		apierr.IncompleteSignature, "Date must be in ISO-8601 'basic format'. Got 'yesterday'. See http://en.wikipedia.org/wiki/ISO_8601"},

	{"an old signature, though the key is unknown", func(s *signing) { s.key, s.at = "nobody", now.Add(-16*time.Minute) },
		apierr.InvalidSignature, "Signature expired: 20260304T045007Z is now earlier than 20260304T045107Z (20260304T050607Z - 15 min.)"},
	{"a signature of the future, though the key is unknown", func(s *signing) { s.key, s.at = "nobody", now.Add(16*time.Minute) },
		apierr.InvalidSignature, "Signature not yet current: 20260304T052207Z is still later than 20260304T052107Z (20260304T050607Z + 15 min.)"},
	{"another region", func(s *signing) { s.region = "eu-west-1" },
		apierr.InvalidSignature, "Credential should be scoped to a valid region, not 'eu-west-1'. "},
	{"another service", func(s *signing) { s.service = "s3" },
		apierr.InvalidSignature, "Credential should be scoped to correct service: 'dynamodb'. "},
	{"another terminator", func(s *signing) { s.change = replace("Authorization", "aws4_request", "aws5") },
		apierr.InvalidSignature, "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5'. "},
	{"a scope of another day", func(s *signing) { s.change = replace("Authorization", "20260304", "20260303") },
		apierr.InvalidSignature, "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260303' != '20260304', from '20260304T050607Z'."},
	{"a host that is not signed", func(s *signing) { s.change = replace("Authorization", "host;", "") },
		apierr.InvalidSignature, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization. "},
	{"an unknown key", func(s *signing) { s.key = "nobody" },
		apierr.UnrecognizedClient, "The security token included in the request is invalid."},

	{"a wrong secret", func(s *signing) { s.secret = "guess" }, apierr.InvalidSignature, mismatch},
	{"a changed body", func(s *signing) { s.sent = `{"TableName":"u"}` }, apierr.InvalidSignature, mismatch},
	{"a changed target", func(s *signing) { s.change = set("X-Amz-Target", "DynamoDB_20120810.PutItem") }, apierr.InvalidSignature, mismatch},
	{"a changed query", func(s *signing) { s.change = func(r *http.Request) { r.URL.RawQuery = "a=1" } }, apierr.InvalidSignature, mismatch},
	{"a changed host", func(s *signing) { s.change = func(r *http.Request) { r.Host = "elsewhere:1" } }, apierr.InvalidSignature, mismatch},
	{"a shortened list of signed headers", func(s *signing) { s.change = replace("Authorization", "content-type;", "") }, apierr.InvalidSignature, mismatch},
	{"a signature that is no hexadecimal", func(s *signing) { s.change = replace("Authorization", "Signature=", "Signature=zz") }, apierr.InvalidSignature, mismatch},
	{"a shortened signature", func(s *signing) { s.change = edit("Authorization", func(v string) string { return v[:len(v)-2] }) }, apierr.InvalidSignature, mismatch},
	{"a payload called unsigned", func(s *signing) {
		s.headers = map[string]string{"X-Amz-Content-Sha256": "UNSIGNED-PAYLOAD"}
		s.sent = "{}"
	}, apierr.InvalidSignature, mismatch},
}

func TestSignatures(t *testing.T) {
	for _, c := range signatures {
		t.Run(c.name, func(t *testing.T) {
			v := auth.NewVerifier(auth.Config{
				Keys: testKeys, Region: "us-east-1", Clock: func() time.Time { return now },
			})
			s := signing{key: key, secret: secret, service: "dynamodb", region: "us-east-1", at: now, url: "http://localhost:8000/"}
			c.with(&s)
			r, got := s.request(t)
			// The second round meets the cached signing key.
			for range 2 {
				refusal := verify(v, r, got)
				switch {
				case c.code == "" && refusal != nil:
					t.Fatalf("refused: %v", refusal)
				case c.code != "" && (refusal == nil || refusal.Code != c.code || refusal.Message != c.text):
					t.Fatalf("got  %v\nwant %s: %s", refusal, c.code, c.text)
				}
			}
		})
	}
}

// A request may carry its time in a Date header instead; the signed text has it in basic format all the same. The SDK
// never signs so: the signature was computed with Python's hmac module.
func TestDateHeaderInsteadOfAmzDate(t *testing.T) {
	const signature = "ac81b05d408daa4054a6b8db3f08f0377af9ab3a6f4c7248e6424aea640d257f"
	v := auth.NewVerifier(auth.Config{Keys: auth.Keys{key: {Secret: secret}}, Region: "us-east-1", Clock: func() time.Time { return now }})
	r := httptest.NewRequest(http.MethodPost, "http://localhost:8000/", strings.NewReader(body))
	r.Header.Set("Date", "Wed, 04 Mar 2026 05:06:07 GMT")
	r.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential=AKID/20260304/us-east-1/dynamodb/aws4_request, SignedHeaders=date;host, Signature="+signature)

	if refusal := verify(v, r, []byte(body)); refusal != nil {
		t.Fatalf("refused: %v", refusal)
	}
	r.Header.Set("Date", "Wed, 04 Mar 2026 05:06:08 GMT")
	if refusal := verify(v, r, []byte(body)); refusal == nil || refusal.Message != mismatch {
		t.Fatalf("got %v for another time, want a mismatch", refusal)
	}
	r.Header.Set("Date", "Wed, 04 Mar 2026 04:06:07 GMT")
	if refusal := verify(v, r, []byte(body)); refusal == nil || !strings.HasPrefix(refusal.Message, "Signature expired: 20260304T040607Z") {
		t.Fatalf("got %v for an hour ago, want an expired signature", refusal)
	}
}

// A signature of a request with a body of 1 KB, as SDKs sign. Most of what it costs is hashing, of the body above all.
func BenchmarkVerify(b *testing.B) {
	v := auth.NewVerifier(auth.Config{Keys: auth.Keys{key: {Secret: secret}}, Region: "us-east-1", Clock: func() time.Time { return now }})
	s := signing{key: key, secret: secret, service: "dynamodb", region: "us-east-1", at: now, url: "http://localhost:8000/"}
	s.body = `{"TableName":"t","Item":{"pk":{"S":"` + strings.Repeat("x", 960) + `"}}}`
	r, got := s.request(&testing.T{})
	b.ReportAllocs()
	for b.Loop() {
		if refusal := verify(v, r, got); refusal != nil {
			b.Fatal(refusal)
		}
	}
}
