//go:build linux

package faults

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
)

// most is the size of the largest body that is taken.
const most = 16 << 20

// repeated gives a body that is as large as can be, with a piece as often as there is room for it between two ends.
func repeated(begin, piece, end string) string {
	return begin + strings.Repeat(piece, (most-len(begin)-len(end))/len(piece)) + end
}

// numbered is the same with pieces that have a number each.
func numbered(begin, piece, end string) string {
	var b strings.Builder
	b.WriteString(begin)
	for i := 0; b.Len()+len(piece)+len(end)+10 < most; i++ {
		fmt.Fprintf(&b, piece, i)
	}
	b.WriteString(end)
	return b.String()
}

// One request that is as large as can be, and as odd, is refused in words and holds a bounded amount of memory, also when several come at once.
func TestHugeRequests(t *testing.T) {
	const memory, senders = 700, 4 // MB; one request takes up to 400
	s := startNew(t, "--max-memory", "134217728", "--max-wait", "2m")
	s.fill(t, 5)
	item := fmt.Sprintf(`{"TableName":%q,"Item":{"id":{"S":"huge"}`, table)
	condition := fmt.Sprintf(`{"TableName":%q,"Key":{"id":{"S":"1"}},"UpdateExpression":"SET a = :a",`, table)
	for _, c := range []struct {
		name, operation, body string
		wants                 string // in the answer
	}{
		{"brackets of JSON", "PutItem", repeated("", "[", ""), "Exception"},
		{"nested lists", "PutItem", item + `,"a":` + strings.Repeat(`{"L":[`, 1_000_000) + strings.Repeat(`]}`, 1_000_000) + `}}`, "Exception"},
		{"nested members that nobody knows", "PutItem", repeated(item+`},"Unknown":`, `{"a":`, ""), "Exception"},
		{"many attributes", "PutItem", numbered(item, `,"a%d":{"N":"1"}`, "}}"), "Item size has exceeded the maximum allowed size"},
		{"a long string", "PutItem", repeated(item+`,"a":{"S":"`, "x", `"}}}`), "Item size has exceeded the maximum allowed size"},
		{"many members of a set", "PutItem", numbered(item+`,"a":{"NS":["-1"`, `,"%d"`, `]}}}`), "Item size has exceeded the maximum allowed size"},
		{"a number of many digits", "PutItem", repeated(item+`,"a":{"N":"1`, "0", `"}}}`), "Exception"},
		{"a long expression", "UpdateItem", repeated(fmt.Sprintf(`{"TableName":%q,"Key":{"id":{"S":"1"}},"ConditionExpression":"a = :a`, table), " AND a = :a", `"}`), "Expression size has exceeded the maximum allowed size"},
		{"many values of an expression", "UpdateItem", numbered(condition+`"ExpressionAttributeValues":{":a":{"S":"a"}`, `,":v%d":{"N":"1"}`, `}}`), "Exception"},
		{"many names of an expression", "UpdateItem", numbered(condition+`"ExpressionAttributeNames":{"#a":"a"`, `,"#n%d":"a"`, `}}`), "Exception"},
		{"many keys of a batch", "BatchGetItem", numbered(fmt.Sprintf(`{"RequestItems":{%q:{"Keys":[{"id":{"S":"x"}}`, table), `,{"id":{"S":"%d"}}`, `]}}}`), "Exception"},
		{"a long statement", "ExecuteStatement", repeated(`{"Statement":"SELECT * FROM faults WHERE id = 'x'`, " OR id = 'x'", `"}`), "Exception"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var wg sync.WaitGroup
			for range senders {
				wg.Go(func() {
					answer := s.send(t, c.operation, c.body)
					if !strings.HasPrefix(answer, "400 ") || !strings.Contains(answer, c.wants) {
						t.Errorf("got %.300s", answer)
					}
				})
			}
			wg.Wait()
			if !s.Running() {
				t.Fatalf("the server ended:\n%s", s.Log())
			}
			if mb := s.resident(t); mb > memory {
				t.Errorf("%d MB are resident", mb)
			} else {
				t.Logf("%d MB are resident", mb)
			}
		})
	}
	if has, err := s.has(1); !has || err != nil {
		t.Errorf("there: %t, %v", has, err)
	}
}

// send gives status and body of an answer.
func (s *subject) send(t *testing.T, operation, body string) string {
	r, err := http.NewRequest(http.MethodPost, s.URL, struct{ io.Reader }{strings.NewReader(body)})
	if err != nil {
		t.Error(err)
		return ""
	}
	r.ContentLength = int64(len(body))
	r.Header.Set("X-Amz-Target", "DynamoDB_20120810."+operation)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Error(err)
		return ""
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Error(err)
	}
	return fmt.Sprintf("%d %s", answer.StatusCode, text)
}
