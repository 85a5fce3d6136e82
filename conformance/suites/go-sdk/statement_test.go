package gosdk

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

func parameters(values ...string) string { return `"Parameters":[` + strings.Join(values, ",") + `]` }

// item is a step that reads an item of hashTable.
func item(pk, want string) step { return step{"GetItem", `{"Key":{"pk":{"S":"` + pk + `"}}}`, want} }

// executes is a step with a statement and the items it must give, as JSON.
func executes(text, items string, more ...string) step {
	return step{"ExecuteStatement", statement(text, more...), `{"Items":[` + items + `]}`}
}

// refuses is a step with a statement and the error it must give.
func refuses(text, want string, more ...string) step {
	return step{"ExecuteStatement", statement(text, more...), want}
}

const invalid = "ValidationException: "

// statements is the answer of a SELECT to its last page.
func statements(t *testing.T, c *caller, text string, more ...string) (items []string, pages int) {
	t.Helper()
	token := ""
	for {
		members := more
		if token != "" {
			members = append(members[:len(members):len(members)], `"NextToken":"`+token+`"`)
		}
		var page struct {
			Items     []json.RawMessage
			NextToken string
		}
		harness.Into(t, c.OK(t, "ExecuteStatement", statement(text, members...)), &page)
		for _, it := range page.Items {
			items = append(items, string(it))
		}
		pages++
		if token = page.NextToken; token == "" {
			return items, pages
		}
		if pages > 10_000 {
			t.Fatalf("%s: no end of pages", text)
		}
	}
}
