package auth_test

import (
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
)

// Keys are replaced while the server runs: what was derived from secrets that went is of no use.
func TestReplacedKeys(t *testing.T) {
	v := auth.NewVerifier(auth.Config{Keys: auth.Keys{key: {Secret: secret}}, Region: "us-east-1", Clock: func() time.Time { return now }})
	s := signing{key: key, secret: secret, service: "dynamodb", region: "us-east-1", at: now, url: "http://localhost:8000/"}
	r, got := s.request(t)
	for _, step := range []struct {
		name string
		keys auth.Keys
		code apierr.Code // of the refusal; empty: accepted
	}{
		{"another key beside it changes nothing", auth.Keys{key: {Secret: secret}, "B": {Secret: "s"}}, ""},
		{"another secret of the key", auth.Keys{key: {Secret: "new"}}, apierr.InvalidSignature},
		{"the old secret again", auth.Keys{key: {Secret: secret}}, ""},
		{"the key is gone", auth.Keys{"B": {Secret: "s"}}, apierr.UnrecognizedClient},
		{"no keys at all", nil, apierr.UnrecognizedClient},
	} {
		v.Replace(step.keys)
		refusal := verify(v, r, got)
		if (refusal == nil) != (step.code == "") || refusal != nil && refusal.Code != step.code {
			t.Errorf("%s: got %v, want %q", step.name, refusal, step.code)
		}
		if _, known := v.Key(key); known != (step.code != apierr.UnrecognizedClient) {
			t.Errorf("%s: known: %t", step.name, known)
		}
	}
}

// A request whose headers are judged is verified by the keys of that moment, whatever happens while its body comes.
func TestKeysReplacedWhileABodyComes(t *testing.T) {
	v := auth.NewVerifier(auth.Config{Keys: auth.Keys{key: {Secret: secret}}, Region: "us-east-1", Clock: func() time.Time { return now }})
	s := signing{key: key, secret: secret, service: "dynamodb", region: "us-east-1", at: now, url: "http://localhost:8000/"}
	r, got := s.request(t)
	claim, refusal := v.Open(auth.FromHTTP(r))
	if refusal != nil {
		t.Fatal(refusal)
	}
	v.Replace(nil)
	if refusal := claim.Verify(auth.FromHTTP(r), got); refusal != nil {
		t.Errorf("refused: %v", refusal)
	}
	if claim.AccessKey() != key {
		t.Errorf("the key is %s", claim.AccessKey())
	}
}

func TestSameSecret(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{{"", "", true}, {"a", "a", true}, {"a", "b", false}, {"a", "", false}, {"a", "aa", false}} {
		if auth.SameSecret(c.a, c.b) != c.same {
			t.Errorf("%q and %q: %t", c.a, c.b, !c.same)
		}
	}
}
