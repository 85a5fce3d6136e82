package conformance

import (
	"net/http"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// Each fault as a client sees it, and what it leaves in the table.
func TestFaults(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		play func(t *testing.T, c *caller, table string)
	}{
		{"an error before the effect", errorBefore},
		{"an error after the effect", errorAfter},
		{"a connection dropped before and after the effect", dropped},
		{"what is unprocessed of a batch is not written", unprocessedWrites},
		{"a batch is refused whole, whatever would be left undone", refusedWhole},
		{"what is unprocessed of a batch is not read", unprocessedReads},
		{"short pages say where to go on", shortPages},
		{"a transaction in conflict changes nothing", conflict},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			onOwn(t, func(t *testing.T, own *caller) { c.play(t, own, own.Own(t, harness.HashTable)) })
		})
	}
}

func puts(keys ...string) string {
	var all []string
	for _, key := range keys {
		all = append(all, `{"PutRequest":{"Item":{"pk":{"S":"`+key+`"}}}}`)
	}
	return strings.Join(all, ",")
}

// wantCount fails unless the table has so many items.
func (c *caller) wantCount(t *testing.T, table, n string) {
	t.Helper()
	c.Play(t, table, "Scan", `{"Select":"COUNT"}`, `{"Count":`+n+`,"ScannedCount":`+n+`}`)
}

const putOne = `{"Item":{"pk":{"S":"a"}}}`

func errorBefore(t *testing.T, c *caller, table string) {
	c.administer(t, "faults", `{"Operations":["PutItem"],"Table":"`+table+`","First":1,"Error":"ProvisionedThroughputExceededException"}`)
	got := harness.Raw{Op: "PutItem", Body: harness.TableInput(table, putOne)}.Send(t, c.Endpoint)
	if got.Status != 400 || got.Kind != "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException" {
		t.Errorf("got %+v", got)
	}
	c.wantCount(t, table, "0")
	c.OK(t, "PutItem", harness.TableInput(table, putOne))
	c.wantCount(t, table, "1")
	listed := c.administer(t, "faults/list", "")
	if !strings.Contains(listed, `"Seen":4,"Matched":2,"Injected":1}`) {
		t.Errorf("the rule is listed as %s", listed)
	}
	c.administer(t, "faults/remove", `{"Id":1}`)
	if status, text := c.act(t, "faults/remove", `{"Id":1}`); status != 400 || !strings.Contains(text, "there is no rule 1") {
		t.Errorf("removed twice: %d %s", status, text)
	}
	if status, text := c.act(t, "faults", `{"Error":"Oops"}`); status != 400 || !strings.Contains(text, `Error is \"Oops\", must be one of`) {
		t.Errorf("a bad rule: %d %s", status, text)
	}
}

func errorAfter(t *testing.T, c *caller, table string) {
	c.administer(t, "faults", `{"Operations":["PutItem"],"Error":"InternalServerError","After":true,"Latency":"10ms"}`)
	if got := c.Call(t, "PutItem", harness.TableInput(table, putOne)); got.Code != "InternalServerError" {
		t.Errorf("got %+v", got)
	}
	c.wantCount(t, table, "1")
}

func dropped(t *testing.T, c *caller, table string) {
	for _, drop := range []struct{ rule, count string }{{`{"Operations":["PutItem"],"Drop":true}`, "0"}, {`{"Operations":["PutItem"],"Drop":true,"After":true}`, "1"}} {
		c.administer(t, "faults/clear", "")
		c.administer(t, "faults", drop.rule)
		if err := c.send(t, "PutItem", harness.TableInput(table, putOne)); err == nil {
			t.Errorf("%s: there is an answer", drop.rule)
		}
		c.wantCount(t, table, drop.count)
	}
	if log := c.target.process.Log(); strings.Contains(log, "connection failed") {
		t.Errorf("the server says: %s", log)
	}
}

// send sends a request on a connection of its own; the error is that of the connection.
func (c *caller) send(t *testing.T, op, body string) error {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, c.Endpoint.URL+"/", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("X-Amz-Target", "DynamoDB_20120810."+op)
	if err := harness.SignAs("", "", 0)(req, body, c.Endpoint); err != nil {
		t.Fatal(err)
	}
	resp, err := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(req)
	if err == nil {
		err = resp.Body.Close()
	}
	return err
}

func unprocessedWrites(t *testing.T, c *caller, table string) {
	c.administer(t, "faults", `{"Operations":["BatchWriteItem"],"Unprocessed":2,"First":1}`)
	c.Play(t, "", "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+puts("a", "b", "c")+`]}}`, `{"UnprocessedItems":{"`+table+`":[`+puts("b", "c")+`]}}`)
	c.wantCount(t, table, "1")
	c.Play(t, "", "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+puts("b", "c")+`]}}`, `{"UnprocessedItems":{}}`)
	c.wantCount(t, table, "3")
}

func refusedWhole(t *testing.T, c *caller, table string) {
	c.administer(t, "faults", `{"Unprocessed":1}`)
	bad := `{"PutRequest":{"Item":{"pk":{"N":"1"}}}}`
	if got := c.Call(t, "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+puts("a")+`,`+bad+`]}}`); got.Code != "ValidationException" {
		t.Errorf("got %+v", got)
	}
	c.wantCount(t, table, "0")
	if got := c.Call(t, "BatchGetItem", `{"RequestItems":{"`+table+`":{"Keys":[{"pk":{"S":"a"}},{"pk":{"N":"1"}}]}}}`); got.Code != "ValidationException" {
		t.Errorf("got %+v", got)
	}
}

func unprocessedReads(t *testing.T, c *caller, table string) {
	c.OK(t, "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+puts("a", "b")+`]}}`)
	c.administer(t, "faults", `{"Unprocessed":"all","Key":{"pk":"b"}}`)
	c.Play(t, "", "BatchGetItem", `{"RequestItems":{"`+table+`":{"ConsistentRead":true,"Keys":[{"pk":{"S":"a"}},{"pk":{"S":"b"}}]}}}`,
		`{"Responses":{"`+table+`":[{"pk":{"S":"a"}}]},"UnprocessedKeys":{"`+table+`":{"ConsistentRead":true,"Keys":[{"pk":{"S":"b"}}]}}}`)
}

func shortPages(t *testing.T, c *caller, table string) {
	c.OK(t, "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+puts("a", "b", "c", "d", "e")+`]}}`)
	c.administer(t, "faults", `{"PageSize":2}`)
	if pages := c.Pages(t, "Scan", harness.TableInput(table, `{}`)); len(pages.Items) != 5 || pages.Pages != 3 {
		t.Errorf("%d items on %d pages, want 5 on 3", len(pages.Items), pages.Pages)
	}
}

func conflict(t *testing.T, c *caller, table string) {
	c.administer(t, "faults", `{"Error":"TransactionConflictException","Key":{"pk":"b"},"First":1}`)
	write := `{"TransactItems":[{"Put":{"TableName":"` + table + `","Item":{"pk":{"S":"a"}}}},{"Put":{"TableName":"` + table + `","Item":{"pk":{"S":"b"}}}}]}`
	got := c.Call(t, "TransactWriteItems", write)
	if want := "[None, TransactionConflict]"; got.Code != "TransactionCanceledException" || !strings.Contains(got.Text, want) {
		t.Errorf("got %+v", got)
	}
	c.wantCount(t, table, "0")
	c.OK(t, "TransactWriteItems", write)
	c.wantCount(t, table, "2")
}
