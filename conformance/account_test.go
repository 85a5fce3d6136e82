package conformance

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// A transaction is repeated after the server was killed, and as another account. How long a token is remembered is tested
// where the clock is, in the backends' suite.
func TestTokensSurvive(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		table := c.Own(t, harness.HashTable)
		in := strings.ReplaceAll(harness.Transaction(`,"ClientRequestToken":"`+harness.RandomID()+`"`, harness.AddAction("a", "1")), "$T", table)
		wantN := func(n string) {
			t.Helper()
			c.Play(t, table, "GetItem", `{"Key":{"pk":{"S":"a"}}}`, `{"Item":{"pk":{"S":"a"},"n":{"N":"`+n+`"}}}`)
		}
		c.OK(t, "TransactWriteItems", in)
		wantN("1")
		c.crash(t)
		c.OK(t, "TransactWriteItems", in)
		wantN("1")
		c.crash(t, "--account", "111111111111")
		c.OK(t, "TransactWriteItems", in)
		wantN("2")
		c.OK(t, "TransactWriteItems", in)
		wantN("2")
	})
}

func TestTablesAreListedInTheOrderOfBytes(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		for _, name := range []string{"a-b", "aab", "Bbb", "a_b", "a.b", "aAb"} {
			c.CreateTable(t, name, harness.HashTable)
		}
		c.Play(t, "", "ListTables", `{}`, `{"TableNames":["Bbb","a-b","a.b","aAb","a_b","aab"]}`)
		c.Play(t, "", "ListTables", `{"ExclusiveStartTableName":"a-b","Limit":2}`, `{"TableNames":["a.b","aAb"],"LastEvaluatedTableName":"aAb"}`)
	})
}
