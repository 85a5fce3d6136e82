package auth_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
)

// presigning is how a test request is signed before it is sent; change may spoil its query afterwards, send its headers.
type presigning struct {
	who     aws.Credentials
	at      time.Time
	expires string
	payload string // what is signed as the body's digest; that of the body if empty
	keeps   bool   // the operation stays a header
	change  func(url.Values)
	send    func(*http.Request)
	sent    string // the body that arrives
}

// request presigns with the SDK's own signer.
func (p presigning) request(t *testing.T) *http.Request {
	t.Helper()
	address := "http://localhost:8000/"
	if p.expires != "" {
		address += "?X-Amz-Expires=" + p.expires
	}
	r, err := http.NewRequest(http.MethodPost, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	const target = "DynamoDB_20120810.GetItem"
	r.Header.Set("X-Amz-Target", target)
	if p.payload == "" {
		digest := sha256.Sum256([]byte(body))
		p.payload = hex.EncodeToString(digest[:])
	}
	signed, headers, err := v4.NewSigner().PresignHTTP(context.Background(), p.who, r, p.payload, "dynamodb", "us-east-1", p.at,
		func(o *v4.SignerOptions) { o.DisableHeaderHoisting = p.keeps })
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(signed)
	if err != nil {
		t.Fatal(err)
	}
	if p.change != nil {
		query := u.Query()
		p.change(query)
		u.RawQuery = query.Encode()
	}
	received := httptest.NewRequest(http.MethodPost, u.String(), strings.NewReader(body))
	received.Header = headers
	received.Header.Set("X-Amz-Target", target)
	if p.send != nil {
		p.send(received)
	}
	return received
}

func drop(names ...string) func(url.Values) {
	return func(query url.Values) {
		for _, name := range names {
			query.Del(name)
		}
	}
}

func with(name, value string) func(url.Values) {
	return func(query url.Values) { query.Set(name, value) }
}

const badToken = "The security token included in the request is invalid."

var presignatures = []struct {
	name string
	with func(*presigning)
	code apierr.Code // empty: accepted
	text string      // the whole message
}{
	{"a presigned request is accepted", func(*presigning) {}, "", ""},
	{"one whose operation is a signed header", func(p *presigning) { p.keeps = true }, "", ""},
	{"without a life of its own it lives a quarter of an hour", func(p *presigning) { p.at = now.Add(-14 * time.Minute) }, "", ""},
	{"and no longer", func(p *presigning) { p.at = now.Add(-16 * time.Minute) },
		apierr.InvalidSignature, "Signature expired: 20260304T045007Z is now earlier than 20260304T045107Z (20260304T050607Z - 15 min.)"},
	{"with a life of its own it lives so long", func(p *presigning) { p.expires, p.at = "604800", now.Add(-167*time.Hour) }, "", ""},
	{"a short life ends early", func(p *presigning) { p.expires, p.at = "90", now.Add(-91*time.Second) },
		apierr.InvalidSignature, "Signature expired: 20260304T050436Z is now earlier than 20260304T050437Z (20260304T050607Z - 90 sec.)"},
	{"a life that has not begun", func(p *presigning) { p.expires, p.at = "604800", now.Add(16*time.Minute) },
		apierr.InvalidSignature, "Signature not yet current: 20260304T052207Z is still later than 20260304T052107Z (20260304T050607Z + 15 min.)"},
	{"a longer life than was signed", func(p *presigning) {
		p.expires, p.at, p.change = "60", now.Add(-time.Hour), with("X-Amz-Expires", "604800")
	}, apierr.InvalidSignature, mismatch},
	{"a life of more than a week", func(p *presigning) { p.expires = "604801" },
		apierr.IncompleteSignature, "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds"},
	{"a life of less than nothing", func(p *presigning) { p.expires = "-1" }, apierr.IncompleteSignature, "X-Amz-Expires must be non-negative"},
	{"a life that is no number", func(p *presigning) { p.expires = "1h" }, apierr.IncompleteSignature, "X-Amz-Expires should be a number"},

	{"temporary credentials with their token", func(p *presigning) {
		p.who = aws.Credentials{AccessKeyID: "ASIA", SecretAccessKey: "third", SessionToken: "session"}
	}, "", ""},
	{"temporary credentials without their token", func(p *presigning) { p.who = aws.Credentials{AccessKeyID: "ASIA", SecretAccessKey: "third"} },
		apierr.UnrecognizedClient, badToken},
	{"temporary credentials whose token is in a header, where nobody looks", func(p *presigning) {
		p.who = aws.Credentials{AccessKeyID: "ASIA", SecretAccessKey: "third"}
		p.send = func(r *http.Request) { r.Header.Set("X-Amz-Security-Token", "session") }
	}, apierr.UnrecognizedClient, badToken},
	{"a token with a key that has none", func(p *presigning) { p.who.SessionToken = "session" }, apierr.UnrecognizedClient, badToken},
	{"an unknown key", func(p *presigning) { p.who.AccessKeyID = "nobody" }, apierr.UnrecognizedClient, badToken},
	{"a wrong secret", func(p *presigning) { p.who.SecretAccessKey = "guess" }, apierr.InvalidSignature, mismatch},

	{"a query that is no signature", func(p *presigning) { p.change = func(query url.Values) { clear(query); query.Set("a", "b") } },
		apierr.MissingAuthentication, "Request is missing Authentication Token"},
	{"everything missing is listed", func(p *presigning) {
		p.change = drop("X-Amz-Algorithm", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date")
	}, apierr.IncompleteSignature, "AWS query-string parameters must include 'X-Amz-Algorithm'. AWS query-string parameters must include 'X-Amz-Signature'. " +
		"AWS query-string parameters must include 'X-Amz-SignedHeaders'. AWS query-string parameters must include 'X-Amz-Date'. Re-examine the query-string parameters."},
	{"another algorithm", func(p *presigning) { p.change = with("X-Amz-Algorithm", "AWS4-HMAC-SHA1") },
		apierr.IncompleteSignature, "Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA1'."},
	{"a date that is none", func(p *presigning) { p.change = with("X-Amz-Date", "yesterday") },
		apierr.IncompleteSignature, "Date must be in ISO-8601 'basic format'. Got 'yesterday'. See http://en.wikipedia.org/wiki/ISO_8601"},
	{"a credential of too few parts", func(p *presigning) { p.change = with("X-Amz-Credential", "AKID/20260304/us-east-1/aws4_request") },
		apierr.IncompleteSignature, "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'AKID/20260304/us-east-1/aws4_request'"},
	{"another region", func(p *presigning) {
		p.change = with("X-Amz-Credential", "AKID/20260304/eu-west-1/dynamodb/aws4_request")
	},
		apierr.InvalidSignature, "Credential should be scoped to a valid region, not 'eu-west-1'. "},

	{"a changed body", func(p *presigning) { p.sent = `{"TableName":"u"}` }, apierr.InvalidSignature, mismatch},
	{"a parameter that was not signed", func(p *presigning) { p.change = with("a", "b") }, apierr.InvalidSignature, mismatch},
	{"another operation than was signed in the query", func(p *presigning) {
		p.send = func(r *http.Request) { r.Header.Set("X-Amz-Target", "DynamoDB_20120810.DeleteTable") }
	}, apierr.InvalidSignature, mismatch},
	{"another operation than was signed as a header", func(p *presigning) {
		p.keeps, p.send = true, func(r *http.Request) { r.Header.Set("X-Amz-Target", "DynamoDB_20120810.DeleteTable") }
	}, apierr.InvalidSignature, mismatch},
	{"a payload called unsigned", func(p *presigning) { p.payload = "UNSIGNED-PAYLOAD" }, apierr.InvalidSignature, mismatch},
	{"an Authorization header is what counts if there is one", func(p *presigning) {
		p.send = func(r *http.Request) { r.Header.Set("Authorization", "Bearer x") }
	}, apierr.MissingAuthentication, "Request is missing Authentication Token"},
}

func TestPresignedRequests(t *testing.T) {
	for _, c := range presignatures {
		t.Run(c.name, func(t *testing.T) {
			v := auth.NewVerifier(auth.Config{Keys: testKeys, Region: "us-east-1", Clock: func() time.Time { return now }})
			p := presigning{who: aws.Credentials{AccessKeyID: key, SecretAccessKey: secret}, at: now, sent: body}
			c.with(&p)
			refusal := verify(v, p.request(t), []byte(p.sent))
			switch {
			case c.code == "" && refusal != nil:
				t.Fatalf("refused: %v", refusal)
			case c.code != "" && (refusal == nil || refusal.Code != c.code || refusal.Message != c.text):
				t.Fatalf("got  %v\nwant %s: %s", refusal, c.code, c.text)
			}
		})
	}
}
