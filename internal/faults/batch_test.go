package faults

import (
	"slices"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

const (
	putA, putB = `{"PutRequest":{"Item":{"id":{"S":"a"}}}}`, `{"PutRequest":{"Item":{"id":{"S":"b"},"n":{"N":"1e1"}}}}`
	deleteC    = `{"DeleteRequest":{"Key":{"id":{"S":"c"}}}}`
	writeABC   = `{"RequestItems":{"orders":[` + putA + `,` + putB + `],"films":[` + deleteC + `]},"ReturnConsumedCapacity":"TOTAL"}`
	readABC    = `{"RequestItems":{"orders":{"ConsistentRead":true,"Keys":[{"id":{"S":"a"}},{"id":{"S":"b"}}]},"films":{"Keys":[{"id":{"S":"c"}}]}}}`
)

func TestWhatIsLeftUndoneOfABatch(t *testing.T) {
	for _, c := range []struct {
		name, rule, operation, body string
		does, answer, want          string // what the engine does and answers, and the client gets
	}{
		{"the last write", `{"Unprocessed":1}`, "BatchWriteItem", writeABC,
			`{"RequestItems":{"orders":[` + putA + `,` + putB + `]},"ReturnConsumedCapacity":"TOTAL"}`, `{"UnprocessedItems":{}}`,
			`{"UnprocessedItems":{"films":[` + deleteC + `]}}`},
		{"two writes, of two tables", `{"Unprocessed":2}`, "BatchWriteItem", writeABC,
			`{"RequestItems":{"orders":[` + putA + `]},"ReturnConsumedCapacity":"TOTAL"}`, `{"ConsumedCapacity":[],"UnprocessedItems":{}}`,
			`{"ConsumedCapacity":[],"UnprocessedItems":{"orders":[` + putB + `],"films":[` + deleteC + `]}}`},
		{"all writes", `{"Unprocessed":"all"}`, "BatchWriteItem", writeABC, "", "",
			`{"UnprocessedItems":{"orders":[` + putA + `,` + putB + `],"films":[` + deleteC + `]}}`},
		{"more than there are", `{"Unprocessed":9}`, "BatchWriteItem", writeABC, "", "",
			`{"UnprocessedItems":{"orders":[` + putA + `,` + putB + `],"films":[` + deleteC + `]}}`},
		{"those of a key", `{"Unprocessed":"all","Key":{"id":"a"}}`, "BatchWriteItem", writeABC,
			`{"RequestItems":{"orders":[` + putB + `],"films":[` + deleteC + `]},"ReturnConsumedCapacity":"TOTAL"}`, `{"UnprocessedItems":{}}`,
			`{"UnprocessedItems":{"orders":[` + putA + `]}}`},
		{"besides what the engine leaves undone", `{"Unprocessed":"all","Key":{"id":"a"}}`, "BatchWriteItem", writeABC,
			`{"RequestItems":{"orders":[` + putB + `],"films":[` + deleteC + `]},"ReturnConsumedCapacity":"TOTAL"}`, `{"UnprocessedItems":{"orders":[` + putB + `]}}`,
			`{"UnprocessedItems":{"orders":[` + putB + `,` + putA + `]}}`},
		{"reads of a table, with its settings", `{"Unprocessed":1,"Table":"orders"}`, "BatchGetItem", readABC,
			`{"RequestItems":{"orders":{"ConsistentRead":true,"Keys":[{"id":{"S":"a"}}]},"films":{"Keys":[{"id":{"S":"c"}}]}}}`, `{"Responses":{},"UnprocessedKeys":{}}`,
			`{"Responses":{},"UnprocessedKeys":{"orders":{"ConsistentRead":true,"Keys":[{"id":{"S":"b"}}]}}}`},
		{"reads besides what the engine leaves undone", `{"Unprocessed":1,"Table":"orders"}`, "BatchGetItem", readABC,
			`{"RequestItems":{"orders":{"ConsistentRead":true,"Keys":[{"id":{"S":"a"}}]},"films":{"Keys":[{"id":{"S":"c"}}]}}}`,
			`{"Responses":{},"UnprocessedKeys":{"orders":{"Keys":[{"id":{"S":"a"}}]}}}`,
			`{"Responses":{},"UnprocessedKeys":{"orders":{"Keys":[{"id":{"S":"a"}},{"id":{"S":"b"}}]}}}`},
		{"all reads", `{"Unprocessed":"all"}`, "BatchGetItem", readABC, "", "",
			`{"Responses":{"orders":[],"films":[]},"UnprocessedKeys":` + strings.TrimSuffix(strings.TrimPrefix(readABC, `{"RequestItems":`), `}`) + `}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := &worker{answer: c.answer}
			got := ask(t, rulesOf(t, c.rule).Around(w, ""), c.operation, c.body)
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			var does []string
			if c.does != "" {
				does = []string{c.operation + " " + c.does}
			}
			if !slices.Equal(w.did, does) {
				t.Errorf("the engine did %v\nwant %v", w.did, does)
			}
		})
	}
}

// A batch is judged as a whole: what is wrong with the part that would be left undone refuses all of it.
func TestABatchThatIsRefusedIsRefusedWhole(t *testing.T) {
	w := &worker{unplanned: true, refusal: apierr.Invalid("no such key")}
	got := ask(t, rulesOf(t, `{"Unprocessed":"all"}`).Around(w, ""), "BatchWriteItem", writeABC)
	if !strings.Contains(got, "no such key") || !slices.Equal(w.did, []string{"BatchWriteItem " + writeABC}) {
		t.Errorf("got %s, the engine did %v", got, w.did)
	}
}
