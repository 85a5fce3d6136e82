package gosdk

import (
	"net/http"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// signatureCases need a server that verifies signatures.
var signatureCases = []badRequest{
	{"no signature at all", harness.Raw{Op: "ListTables", Body: `{}`, Sign: harness.Unsigned}, 400,
		"com.amazon.coral.service#MissingAuthenticationTokenException", "Request is missing Authentication Token"},
	{"a key nobody has", harness.Raw{Op: "ListTables", Body: `{}`, Sign: harness.SignAs("AKIANOBODY", "", 0)}, 400,
		"com.amazon.coral.service#UnrecognizedClientException", "The security token included in the request is invalid."},
	{"a wrong secret", harness.Raw{Op: "ListTables", Body: `{}`, Sign: harness.SignAs("", "wrong", 0)}, 400,
		"com.amazon.coral.service#InvalidSignatureException", "The request signature we calculated does not match the signature you provided.*"},
	{"a signature of an hour ago", harness.Raw{Op: "ListTables", Body: `{}`, Sign: harness.SignAs("", "", -time.Hour)}, 400,
		"com.amazon.coral.service#InvalidSignatureException", "Signature expired*"},
	{"a signature of tomorrow", harness.Raw{Op: "ListTables", Body: `{}`, Sign: harness.SignAs("", "", 24*time.Hour)}, 400,
		"com.amazon.coral.service#InvalidSignatureException", "Signature not yet current*"},
	{"a target changed after signing", harness.Raw{Op: "ListTables", Body: `{}`, Header: map[string]string{"X-Amz-Target": "DynamoDB_20120810.DescribeLimits"}}, 400,
		"com.amazon.coral.service#InvalidSignatureException", "The request signature we calculated does not match*"},
	{"a body changed after signing", harness.Raw{Op: "ListTables", Body: `{"Limit":1}`, Sign: signAnother}, 400,
		"com.amazon.coral.service#InvalidSignatureException", "The request signature we calculated does not match*"},
	{"an authorization that is none", harness.Raw{Op: "ListTables", Body: `{}`, Header: map[string]string{"Authorization": "Basic Zm9vOmJhcg=="}}, 400,
		"com.amazon.coral.service#*", "*"},
	{"an authorization without its parts", harness.Raw{Op: "ListTables", Body: `{}`, Header: map[string]string{"Authorization": "AWS4-HMAC-SHA256 Credential=x"}}, 400,
		"com.amazon.coral.service#*", "*"},
	{"an empty authorization", harness.Raw{Op: "ListTables", Body: `{}`, Header: map[string]string{"Authorization": " "}}, 400,
		"com.amazon.coral.service#*", "*"},
}

// signAnother signs another body than the one that is sent.
func signAnother(req *http.Request, _ string, e harness.Endpoint) error {
	return harness.SignAs("", "", 0)(req, `{"Limit":2}`, e)
}

func TestListTables_signatures(t *testing.T) {
	const source = "CommonErrors; IAM User Guide: Signature Version 4; texts measured against the service"
	group(t, func(t *testing.T, c *caller) {
		for _, s := range signatureCases {
			runCase(t, s.name, source, func(t *testing.T) {
				if settings.Unsigned {
					t.Skip("left out: the endpoint is said to verify no signatures")
				}
				s.check(t, c, "")
			})
		}
	})
}

func TestListTables_targets_that_are_none(t *testing.T) {
	const source = "CommonErrors: UnknownOperationException"
	const unknown = "com.amazon.coral.service#UnknownOperationException"
	group(t, func(t *testing.T, c *caller) {
		for _, name := range []string{"", "DynamoDB_20120810.", "DynamoDB_20120810.MakeCoffee", "DynamoDB_20111205.GetItem", "GetItem", "DynamoDB_20120810.getitem", "DynamoDB_20120810.GetItem.x"} {
			runCase(t, "the target "+name, source, func(t *testing.T) {
				r := harness.Raw{Body: `{}`, Sign: func(req *http.Request, body string, e harness.Endpoint) error {
					req.Header.Set("X-Amz-Target", name)
					return harness.SignAs("", "", 0)(req, body, e)
				}}
				if got := r.Send(t, c.Endpoint); got.Status != http.StatusBadRequest || got.Kind != unknown {
					t.Errorf("%d %s, want 400 %s", got.Status, harness.Short(got.Body), unknown)
				}
			})
		}
	})
}
