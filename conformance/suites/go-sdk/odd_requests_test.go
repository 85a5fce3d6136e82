package gosdk

import (
	"net/http"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// oddRequests are strange but legal.
var oddRequests = []struct{ name, op, body string }{
	{"an unknown member is ignored", "GetItem", `{"Unknown":[{"deep":null}],"TableName":"$T","Key":{"pk":{"S":"a"}}}`},
	{"a member of null is absent", "GetItem", `{"ProjectionExpression":null,"TableName":"$T","Key":{"pk":{"S":"a"}}}`},
	{"blanks and line ends anywhere", "GetItem", " {\r\n\t\"TableName\" : \"$T\" , \"Key\" : { \"pk\" : { \"S\" : \"a\" } } } \n"},
	{"a value with a second member of null", "GetItem", `{"TableName":"$T","Key":{"pk":{"S":"a","N":null}}}`},
	{"a name written with escapes", "GetItem", `{"Table\u004eame":"$T","K\u0065y":{"pk":{"S":"a"}}}`},
	{"a limit beyond 32 bits", "Scan", `{"TableName":"$T","Limit":4294967296}`},
	{"a limit with a fraction", "Scan", `{"TableName":"$T","Limit":1.5}`},
	{"ConsistentRead as a word", "GetItem", `{"TableName":"$T","Key":{"pk":{"S":"a"}},"ConsistentRead":"yes"}`},
	{"32 nested lists that are only compared", "Scan", `{"TableName":"$T","FilterExpression":"a = :v","ExpressionAttributeValues":{":v":` + nested(32) + `}}`},
	{"a legacy IN of more values than an expression's takes", "Scan", `{"TableName":"$T","ScanFilter":{"a":{"ComparisonOperator":"IN","AttributeValueList":[` + strings.TrimSuffix(strings.Repeat(`{"N":"1"},`, 101), ",") + `]}}}`},
	{"BOOL as a word", "PutItem", putBody(`{"BOOL":"no"}`)},
}

// odd sends the odd requests of one operation: they are answered as any other is.
func odd(t *testing.T, op string) {
	t.Helper()
	const source = "measured against the service: how requests are read"
	group(t, func(t *testing.T, c *caller) {
		for _, o := range oddRequests {
			if o.op != op {
				continue
			}
			runCase(t, o.name, source, func(t *testing.T) {
				table := c.Borrow(t, hashTable)
				got := harness.Raw{Op: o.op, Body: strings.ReplaceAll(o.body, "$T", table)}.Send(t, c.Endpoint)
				if got.Status != http.StatusOK {
					t.Errorf("%s: status %d: %s\nrequest: %s", o.op, got.Status, harness.Short(got.Body), harness.Short(o.body))
				}
			})
		}
	})
}

func TestGetItem_odd(t *testing.T) { odd(t, "GetItem") }
func TestScan_odd(t *testing.T)    { odd(t, "Scan") }
func TestPutItem_odd(t *testing.T) { odd(t, "PutItem") }

// The limit is that of the body, whatever is in it.
func TestPutItem_oversized_body_is_refused(t *testing.T) {
	single(t, "measured against the service: bodies of 16 MB", func(t *testing.T, c *caller) {
		slow(t, "it sends 17 MB")
		big := harness.Raw{Op: "PutItem", Body: `{"TableName":"$T","X":"` + letters(16<<20) + `"}`}.Send(t, c.Endpoint)
		if big.Status != http.StatusRequestEntityTooLarge {
			t.Errorf("17 MB: status %d, want 413: %s", big.Status, harness.Short(big.Body))
		}
	})
}

func TestDescribeLimits_large_body_is_read(t *testing.T) {
	single(t, "measured against the service: bodies of 16 MB", func(t *testing.T, c *caller) {
		slow(t, "it sends 15 MB")
		fits := harness.Raw{Op: "DescribeLimits", Body: `{"X":"` + letters(15<<20) + `"}`}.Send(t, c.Endpoint)
		if fits.Status != http.StatusOK {
			t.Errorf("15 MB of an ignored member: status %d, want 200: %s", fits.Status, harness.Short(fits.Body))
		}
	})
}
