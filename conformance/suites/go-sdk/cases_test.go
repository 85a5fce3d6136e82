package gosdk

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// scenario is one behaviour of the service.
type scenario struct {
	name string
	// source is the page and section that says so; empty: the one given to run.
	source string
	// slow says why the service itself takes long for this, or bills much; such cases are left out of short runs.
	slow string
	// table is the definition of the scenario's table (CreateTable's input without TableName); empty: the definition given to run.
	table string
	given []string // items put beforehand
	steps []step
}

// step is one request and the answer it must get; harness.Caller.Play says how they are written.
type step struct{ op, in, want string }

// noTable is the definition of a scenario that makes its own table, or none.
const noTable = "none"

// run plays each scenario: on a table it borrows, or on one of its own if it changes the table.
func run(t *testing.T, table, source string, scenarios []scenario) {
	t.Helper()
	group(t, func(t *testing.T, c *caller) {
		for _, s := range scenarios {
			if s.source == "" {
				s.source = source
			}
			if s.table == "" {
				s.table = table
			}
			runCase(t, s.name, s.source, func(t *testing.T) { s.play(t, c) })
		}
	})
}

// play takes the steps in turn. $TOKEN stands for the scenario's own request token.
func (s *scenario) play(t *testing.T, c *caller) {
	if s.slow != "" {
		slow(t, s.slow)
	}
	table := s.prepare(t, c)
	putAll(t, c, table, s.given)
	token := harness.RandomID()
	for _, st := range s.steps {
		st.in = strings.ReplaceAll(st.in, "$TOKEN", token)
		playStep(t, c, table, st)
	}
}

// putAll puts items.
func putAll(t *testing.T, c *caller, table string, items []string) {
	t.Helper()
	for _, item := range items {
		c.OK(t, "PutItem", tableInput(table, `{"Item":`+item+`}`))
	}
}

// prepare gives the scenario its table.
func (s *scenario) prepare(t *testing.T, c *caller) string {
	if s.table == noTable {
		name := c.Tables.NewName()
		t.Cleanup(func() { c.Discard(name) })
		return name
	}
	if slices.ContainsFunc(s.steps, func(st step) bool { return concernsTable[st.op] }) {
		return c.Own(t, s.table)
	}
	return c.Borrow(t, s.table)
}

// concernsTable has the operations after which a table is not what it was, or whose answers tell of its past.
var concernsTable = map[string]bool{
	"CreateTable": true, "DeleteTable": true, "DescribeTable": true, "UpdateTable": true, "UpdateTimeToLive": true,
	"TagResource": true, "UntagResource": true,
}

func playStep(t *testing.T, c *caller, table string, st step) {
	t.Helper()
	c.Play(t, table, st.op, st.in, st.want)
}

// runStreams plays scenarios on tables with a stream: $STREAM is its ARN, $SHARD its first shard.
func runStreams(t *testing.T, view, source string, scenarios []scenario) {
	t.Helper()
	group(t, func(t *testing.T, c *caller) {
		for _, s := range scenarios {
			runCase(t, s.name, source, func(t *testing.T) {
				table := c.Own(t, harness.WithStream(hashTable, view))
				arn := c.StreamOf(t, table)
				names := strings.NewReplacer("$STREAM", arn, "$SHARD", c.DescribeStream(t, arn).Shards[0].ShardId)
				for _, st := range s.steps {
					playStep(t, c, table, step{st.op, names.Replace(st.in), names.Replace(st.want)})
				}
			})
		}
	})
}

// running are the tests that are not over; lastOnes run one after the other when there are none.
var (
	running  sync.WaitGroup
	lastOnes sync.Mutex
)

// group runs a test that has cases, beside others. What is asked of the endpoint is asked within the cases.
func group(t *testing.T, test func(t *testing.T, c *caller)) {
	t.Helper()
	running.Add(1)
	t.Cleanup(running.Done)
	t.Parallel()
	test(t, newCaller())
}

// last runs a test that has cases after all others.
func last(t *testing.T, test func(t *testing.T, c *caller)) {
	t.Helper()
	t.Parallel()
	if !listing {
		running.Wait()
	}
	lastOnes.Lock()
	defer lastOnes.Unlock()
	test(t, newCaller())
}

// single runs a test that is one case, beside others.
func single(t *testing.T, source string, test func(t *testing.T, c *caller)) {
	t.Helper()
	if listing {
		list(t)
		return
	}
	running.Add(1)
	t.Cleanup(running.Done)
	t.Parallel()
	documented(t, source)
	test(t, newCaller())
}

// runCase runs one case of a test, if it is asked for.
func runCase(t *testing.T, name, source string, test func(t *testing.T)) {
	t.Helper()
	if only != nil && !only.MatchString(keyOf(t.Name()+"/"+name)) {
		return
	}
	t.Run(name, func(t *testing.T) {
		if listing {
			list(t)
			return
		}
		documented(t, source)
		test(t)
	})
}

// documented has a case that fails tell its source.
func documented(t *testing.T, source string) {
	t.Helper()
	if source == "" {
		t.Fatal("a case needs a source")
	}
	t.Cleanup(func() {
		if t.Failed() {
			t.Log("source: " + source)
		}
	})
}

// slow leaves the case out of short runs.
func slow(t *testing.T, reason string) {
	t.Helper()
	if testing.Short() {
		t.Skip("left out of short runs: " + reason)
	}
}
