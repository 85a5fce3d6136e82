package harness

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// Play sends one request and compares the answer. In the request and in what is wanted, $T stands for the table's name; a request of an
// operation with a TableName gets it by itself. want is the JSON of the whole answer (also of an error, when its text does not tell
// all), or "ErrorType: text", where * stands for any run of characters.
//
// An eventually consistent read is repeated until its answer is right or Settle is over. After a change of the table Play returns once
// the change is complete.
func (c *Caller) Play(t testing.TB, table, op, in, want string) {
	t.Helper()
	in, want = strings.ReplaceAll(in, "$T", table), strings.ReplaceAll(want, "$T", table)
	if namesTable[op] {
		in = TableInput(table, in)
	}
	got := c.Call(t, op, in)
	problem := c.compare(want, got)
	if problem != "" && got.Code == "" && mayLag(op, in) {
		Eventually(c.Settle, func() bool {
			got = c.Call(t, op, in)
			problem = c.compare(want, got)
			return problem == ""
		})
	}
	if problem != "" {
		t.Errorf("%s: %s\nrequest: %s", op, problem, Short(in))
	}
	if got.Code != "" {
		return
	}
	switch op {
	case "CreateTable", "UpdateTable":
		c.AwaitTable(t, tableOf(t, in))
	case "DeleteTable":
		c.AwaitGone(t, tableOf(t, in))
	}
}

// compare says how an answer differs from the wanted one; "" if it does not.
func (c *Caller) compare(want string, got Answer) string {
	wantsError := strings.Contains(want, `"__type"`) || !strings.HasPrefix(want, "{")
	if got.Code != "" && !wantsError {
		return "want " + Short(want) + ", got " + Short(got.Code+": "+got.Text)
	}
	if strings.HasPrefix(want, "{") {
		if d := c.Words.difference(want, got); d != "" {
			return d + "\nanswer: " + Short(got.Body)
		}
		return ""
	}
	if got.Code == "" {
		return "want " + want + ", got the answer " + Short(got.Body)
	}
	if text := got.Code + ": " + got.Text; !c.Words.Says(want, text) {
		return "want " + want + ", got " + Short(text)
	}
	return ""
}

// mayLag says whether a request may be answered from a state of a moment ago.
func mayLag(op, in string) bool {
	switch op {
	case "GetItem", "BatchGetItem", "Query", "Scan":
		return !strings.Contains(in, `"ConsistentRead":true`)
	case "ExecuteStatement", "BatchExecuteStatement":
		return strings.Contains(in, `"SELECT `) && !strings.Contains(in, `"ConsistentRead":true`)
	case "ListTagsOfResource", "DescribeTimeToLive", "ListTables", "DescribeTable", "DescribeStream", "ListStreams":
		return true
	}
	return false
}

// namesTable has the operations that name one table at the top of their input.
var namesTable = map[string]bool{
	"PutItem": true, "GetItem": true, "UpdateItem": true, "DeleteItem": true, "Query": true, "Scan": true,
	"CreateTable": true, "DescribeTable": true, "UpdateTable": true, "DeleteTable": true,
}

// NamesTable says whether Play adds the table's name to requests of an operation.
func NamesTable(op string) bool { return namesTable[op] }

// tableOf is the table a request names.
func tableOf(t testing.TB, in string) string {
	t.Helper()
	var request struct{ TableName string }
	Into(t, in, &request)
	return request.TableName
}

// TableInput adds TableName to a request that has none.
func TableInput(table, in string) string {
	if strings.Contains(in, `"TableName"`) {
		return in
	}
	rest := strings.TrimPrefix(strings.TrimSpace(in), "{")
	comma := ","
	if strings.TrimSpace(rest) == "}" {
		comma = ""
	}
	return `{"TableName":"` + table + `"` + comma + rest
}

// Into reads an answer.
func Into(t testing.TB, body string, v any) {
	t.Helper()
	if err := json.Unmarshal([]byte(body), v); err != nil {
		t.Fatalf("%v: %s", err, Short(body))
	}
}

// Short keeps a failure readable when a request holds a large value.
func Short(text string) string {
	const most = 600
	if len(text) <= most {
		return text
	}
	return fmt.Sprintf("%s... (%d bytes)", text[:most], len(text))
}
