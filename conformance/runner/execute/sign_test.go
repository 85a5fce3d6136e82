package execute

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// The expected signature was computed with aws-sdk-go-v2's signer (aws/signer/v4).
func TestSign(t *testing.T) {
	req, err := http.NewRequest(http.MethodPost, "http://127.0.0.1:8000/", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-amz-json-1.0")
	req.Header.Set("X-Amz-Target", "DynamoDB_20120810.ListTables")
	sign(req, `{"Limit":1}`, signer{key: "AKID", secret: "SECRET", region: "eu-west-1", at: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)})
	got := req.Header.Get("Authorization")
	const want = "Signature=1a0bc0aa7631676d4e62a5222e96b7c47a0d3af14752fac5d22accac67f9aa98"
	if !strings.HasSuffix(got, want) {
		t.Errorf("%s, want signature %s", got, want)
	}
}
