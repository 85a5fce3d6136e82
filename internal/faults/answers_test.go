package faults

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

func TestErrorsAreTheServices(t *testing.T) {
	const (
		writes = `{"TransactItems":[{"Put":{"TableName":"orders","Item":{"id":{"S":"a"}}}},{"Delete":{"TableName":"films","Key":{"id":{"S":"b"}}}}]}`
		read   = `{"ShardIterator":"arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/x|1|AAAA"}`
		update = `{"TableName":"orders","Key":{"id":{"S":"a"}}}`
		own    = "com.amazonaws.dynamodb.v20120810#"
	)
	for _, c := range []struct {
		name, rule, operation, body string
		status                      int
		want                        string
	}{
		{"throughput of a table", `{"Error":"ProvisionedThroughputExceededException"}`, "GetItem", getA, 400,
			`{"__type":"` + own + `ProvisionedThroughputExceededException","message":"The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API."}`},
		{"throttling with a text of one's own", `{"Error":"ThrottlingException","Message":"Rate exceeded"}`, "GetItem", getA, 400,
			`{"__type":"` + own + `ThrottlingException","message":"Rate exceeded"}`},
		{"the account's limit", `{"Error":"RequestLimitExceeded"}`, "GetItem", getA, 400,
			`{"__type":"` + own + `RequestLimitExceeded","message":"Throughput exceeds the current throughput limit for your account. Please contact AWS Support at https://aws.amazon.com/support request a limit increase"}`},
		{"an internal error", `{"Error":"InternalServerError"}`, "GetItem", getA, 500,
			`{"__type":"` + own + `InternalServerError","message":"The request processing has failed because of an unknown error, exception or failure."}`},
		{"a service that is not there", `{"Error":"ServiceUnavailable"}`, "GetItem", getA, 503,
			`{"__type":"com.amazon.coral.service#ServiceUnavailable","message":"The service is currently unavailable or busy."}`},
		{"a single write in conflict", `{"Error":"TransactionConflictException"}`, "UpdateItem", update, 400,
			`{"__type":"` + own + `TransactionConflictException","message":"Transaction is ongoing for the item"}`},
		{"a transaction in conflict", `{"Error":"TransactionConflictException","Table":"films"}`, "TransactWriteItems", writes, 400,
			`{"__type":"` + own + `TransactionCanceledException","Message":"Transaction cancelled, please refer cancellation reasons for specific reasons [None, TransactionConflict]",` +
				`"CancellationReasons":[{"Code":"None"},{"Code":"TransactionConflict","Message":"Transaction is ongoing for the item"}]}`},
		{"a transaction whose token is taken", `{"Error":"TransactionInProgressException"}`, "TransactWriteItems", writes, 400,
			`{"__type":"` + own + `TransactionInProgressException","Message":"The transaction with the given request token is already in progress."}`},
		{"an expired iterator", `{"Error":"ExpiredIteratorException"}`, "GetRecords", read, 400,
			`{"__type":"` + own + `ExpiredIteratorException","message":"` + apierr.TextExpiredIterator + `"}`},
		{"a conflict does not happen to a statement that reads", `{"Error":"TransactionConflictException"}`, "ExecuteStatement", `{"Statement":"SELECT * FROM orders"}`, 200, "done"},
		{"a conflict does not happen to a read", `{"Error":"TransactionConflictException"}`, "GetItem", getA, 200, "done"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := &worker{answer: "done"}
			out, refused := rulesOf(t, c.rule).Around(w, "").Do(t.Context(), c.operation, []byte(c.body), nil)
			status, got := 200, string(out)
			if refused != nil {
				status, got = refused.Status(), string(refused.AppendJSON(nil))
			}
			if status != c.status || got != c.want {
				t.Errorf("got  %d %s\nwant %d %s", status, got, c.status, c.want)
			}
			if refused != nil && len(w.did) != 0 {
				t.Errorf("the engine did %v", w.did)
			}
		})
	}
}

// What happens to one request: how long it took, whether it had its effect, and what the client is told.
func TestLatencyErrorsAndEnds(t *testing.T) {
	const failed = "InternalServerError"
	for _, c := range []struct {
		name   string
		rules  []string
		took   time.Duration
		effect bool
		want   string // in the answer, or "dropped"
	}{
		{"late before the effect", []string{`{"Latency":"3s"}`}, 3 * time.Second, true, "done"},
		{"late after the effect", []string{`{"Latency":"3s","After":true}`}, 3 * time.Second, true, "done"},
		{"late by two rules", []string{`{"Latency":"3s"}`, `{"Latency":"1s","After":true}`}, 4 * time.Second, true, "done"},
		{"late, then an error", []string{`{"Latency":"3s"}`, `{"Error":"InternalServerError"}`}, 3 * time.Second, false, failed},
		{"a late error of one rule", []string{`{"Latency":"2s","Error":"InternalServerError"}`}, 2 * time.Second, false, failed},
		{"an error after the effect", []string{`{"Error":"InternalServerError","After":true}`}, 0, true, failed},
		{"dropped before the effect", []string{`{"Drop":true}`}, 0, false, "dropped"},
		{"dropped after the effect, late", []string{`{"Drop":true,"After":true,"Latency":"1s"}`}, time.Second, true, "dropped"},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w, began, got := &worker{answer: "done"}, time.Now(), ""
				e := rulesOf(t, c.rules...).Around(w, "")
				func() {
					defer func() {
						if p := recover(); p == http.ErrAbortHandler {
							got = "dropped"
						} else if p != nil {
							panic(p)
						}
					}()
					got = ask(t, e, "GetItem", getA)
				}()
				if took := time.Since(began); took != c.took || len(w.did) == 1 != c.effect || !strings.Contains(got, c.want) {
					t.Errorf("%s after %s, the engine did %v; want %s after %s, effect %t", got, took, w.did, c.want, c.took, c.effect)
				}
			})
		})
	}
}

func TestNobodyWaitsForWhoWentAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		began := time.Now()
		_, _ = rulesOf(t, `{"Latency":"1h"}`).Around(&worker{}, "").Do(ctx, "GetItem", []byte(getA), nil)
		if took := time.Since(began); took != time.Second {
			t.Errorf("it took %s", took)
		}
	})
}

func TestPagesAreShort(t *testing.T) {
	for _, c := range []struct{ name, operation, body, want string }{
		{"a page without a limit", "Scan", `{"TableName":"orders"}`, `{"TableName":"orders","Limit":2}`},
		{"a page with a higher limit", "Scan", `{"Limit":10,"TableName":"orders"}`, `{"Limit":2,"TableName":"orders"}`},
		{"a page with a lower limit", "Scan", `{"Limit":1,"TableName":"orders"}`, `{"Limit":1,"TableName":"orders"}`},
		{"a statement that reads", "ExecuteStatement", `{"Statement":"SELECT * FROM orders"}`, `{"Statement":"SELECT * FROM orders","Limit":2}`},
		{"a statement that writes has no page", "ExecuteStatement", `{"Statement":"DELETE FROM orders WHERE id = 'a'"}`, `{"Statement":"DELETE FROM orders WHERE id = 'a'"}`},
		{"an operation without pages", "GetItem", getA, getA},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := &worker{}
			ask(t, rulesOf(t, `{"PageSize":2}`).Around(w, ""), c.operation, c.body)
			if want := []string{c.operation + " " + c.want}; !slices.Equal(w.did, want) {
				t.Errorf("the engine did %v, want %v", w.did, want)
			}
		})
	}
}
