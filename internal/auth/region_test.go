package auth_test

import (
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
)

// Where any region will do, a signature is of the region that it names, whatever key was derived before for another one.
func TestAnyRegion(t *testing.T) {
	v := auth.NewVerifier(auth.Config{Keys: auth.Keys{key: {Secret: secret}}, Clock: func() time.Time { return now }})
	for _, region := range []string{"us-east-1", "eu-west-1", "us-east-1"} {
		s := signing{key: key, secret: secret, service: "dynamodb", region: region, at: now, url: "http://localhost:8000/"}
		r, body := s.request(t)
		if refusal := verify(v, r, body); refusal != nil {
			t.Errorf("%s: %v", region, refusal)
		}
		claim, refusal := v.Open(auth.FromHTTP(r))
		if got := claim.Scope(); refusal != nil || got != (auth.Scope{AccessKey: key, Region: region}) {
			t.Errorf("%s: the scope is %v, %v", region, got, refusal)
		}
		edit("Authorization", func(header string) string {
			return strings.Replace(header, "/"+region+"/", "/ap-south-1/", 1)
		})(r)
		if refusal := verify(v, r, body); refusal == nil || refusal.Code != apierr.InvalidSignature {
			t.Errorf("a signature of %s for another region: %v", region, refusal)
		}
	}
}

func TestScopeOfAPresignedRequest(t *testing.T) {
	s := signing{key: key, secret: secret, service: "dynamodb", region: "eu-west-1", at: now,
		url: "http://localhost:8000/?X-Amz-Credential=" + key + "%2F20250101%2Feu-west-1%2Fdynamodb%2Faws4_request"}
	r, _ := s.request(t)
	r.Header.Del("Authorization")
	if got, named := auth.ClaimedBy(auth.FromHTTP(r)); !named || got != (auth.Scope{AccessKey: key, Region: "eu-west-1"}) {
		t.Errorf("the scope is %v, %t", got, named)
	}
	r.URL.RawQuery = "x=y"
	if got, named := auth.ClaimedBy(auth.FromHTTP(r)); named {
		t.Errorf("a request that names nobody is of %v", got)
	}
}
