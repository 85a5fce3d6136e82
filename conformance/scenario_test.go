package conformance

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// scenario is one behaviour of the service.
type scenario struct {
	name string
	// table is the definition of the scenario's own table (CreateTable's input without TableName); empty: the definition
	// given to run.
	table string
	given []string // items put beforehand
	steps []step
}

// step is one request and the answer it must get. In both, $T is the name of the scenario's table; a request of an operation
// with a TableName gets it by itself.
type step struct {
	op string
	in string // JSON of the request
	// want is the JSON of the whole answer (also of an error, when its text does not tell all), or "ErrorType: text", where *
	// stands for any run of characters.
	want string
}

// noTable is the definition of a scenario that makes its own table, or none.
const noTable = "none"

// run plays each scenario on each target, every one on a table of its own.
func run(t *testing.T, table string, scenarios []scenario) {
	t.Helper()
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		for _, s := range scenarios {
			t.Run(s.name, func(t *testing.T) { play(t, c, table, s) })
		}
	})
}

func play(t *testing.T, c *caller, table string, s scenario) {
	name := newTableName()
	if s.table != "" {
		table = s.table
	}
	if table == noTable {
		t.Cleanup(func() { c.call(t, "DeleteTable", tableInput(name, "{}")) })
	} else {
		createTable(t, c, name, table)
	}
	for _, item := range s.given {
		c.ok(t, "PutItem", tableInput(name, `{"Item":`+item+`}`))
	}
	for _, st := range s.steps {
		playStep(t, c, name, st)
	}
}

func playStep(t *testing.T, c *caller, table string, st step) {
	t.Helper()
	in := strings.ReplaceAll(st.in, "$T", table)
	if namesTable[st.op] {
		in = tableInput(table, in)
	}
	want := strings.ReplaceAll(st.want, "$T", table)
	got := c.call(t, st.op, in)
	if strings.HasPrefix(want, "{") {
		if d := differenceOf(want, got.body); d != "" {
			t.Errorf("%s %s\n%s\nanswer: %s", st.op, short(st.in), d, short(got.body))
		}
		return
	}
	if got.code == "" {
		t.Errorf("%s %s\nwant %s\nanswer: %s", st.op, short(st.in), want, short(got.body))
	} else if text := got.code + ": " + got.text; !matches(want, text) {
		t.Errorf("%s %s\nwant %s\ngot  %s", st.op, short(st.in), want, text)
	}
}

// short keeps a failure readable when a request holds a large value.
func short(text string) string {
	const most = 600
	if len(text) <= most {
		return text
	}
	return fmt.Sprintf("%s... (%d bytes)", text[:most], len(text))
}

// namesTable has the operations that name one table at the top of their input.
var namesTable = map[string]bool{
	"PutItem": true, "GetItem": true, "UpdateItem": true, "DeleteItem": true, "Query": true, "Scan": true,
	"CreateTable": true, "DescribeTable": true, "UpdateTable": true, "DeleteTable": true,
}

// tableInput adds TableName to a request that has none.
func tableInput(table, in string) string {
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

var (
	runID       = randomID()
	tableSerial atomic.Int64
)

func randomID() string {
	var b [4]byte
	if _, err := rand.Read(b[:]); err != nil {
		panic(err)
	}
	return hex.EncodeToString(b[:])
}

// newTableName is a name nobody used; all have the same length.
func newTableName() string {
	return fmt.Sprintf("conf-%s-%05d", runID, tableSerial.Add(1))
}

// createTable makes a table that is deleted with the test, and returns once it is ACTIVE.
func createTable(t *testing.T, c *caller, name, definition string) {
	t.Helper()
	body := c.ok(t, "CreateTable", tableInput(name, definition))
	t.Cleanup(func() { c.call(t, "DeleteTable", tableInput(name, "{}")) })
	var created struct {
		TableDescription struct{ TableStatus string }
		Table            struct{ TableStatus string }
	}
	if err := json.Unmarshal([]byte(body), &created); err != nil {
		t.Fatal(err)
	}
	status := created.TableDescription.TableStatus
	for deadline := time.Now().Add(10 * time.Second); status != "ACTIVE"; status = created.Table.TableStatus {
		if time.Now().After(deadline) {
			t.Fatalf("table %s is still %s", name, status)
		}
		if err := json.Unmarshal([]byte(c.ok(t, "DescribeTable", tableInput(name, "{}"))), &created); err != nil {
			t.Fatal(err)
		}
	}
}
