package conformance

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// Plans are those of the database, as `ddbsql explain` shows them.

// The database is asked the database for its plan of a delete: nothing in it may walk a table or an index.
func TestDeletesFindEntriesByKey(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		table := c.Own(t, harness.IndexedTable)
		for i := range 500 {
			c.OK(t, "PutItem", harness.TableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"a%d"},"sk":{"S":"s"},"g":{"S":"x"},"r":{"N":"1"},"l":{"S":"m"}}}`, i)))
		}
		plan := c.explain(t, "DeleteItem", harness.TableInput(table, `{"Key":{"pk":{"S":"a7"},"sk":{"S":"s"}}}`))
		wantNoWalk(t, "a delete", plan)
		if n := strings.Count(plan, "statement "); n < 2 || !strings.Contains(plan, "token") {
			t.Errorf("%d statements of a delete in a table with indexes:\n%s", n, plan)
		}
	})
}

// wantNoWalk fails if a plan reads a whole table.
func wantNoWalk(t *testing.T, what, plan string) {
	t.Helper()
	for _, walk := range []string{"SCAN ddbsql", "Seq Scan on ddbsql_t"} {
		if strings.Contains(plan, walk) {
			t.Errorf("%s walks a whole table:\n%s", what, plan)
		}
	}
}

func TestStatementsReadByTheirKeys(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		table := c.Own(t, harness.IndexedTable)
		for i := range 500 {
			c.OK(t, "PutItem", harness.TableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"a%d"},"sk":{"S":"s"},"g":{"S":"g%d"},"r":{"N":"1"}}}`, i, i)))
		}
		for _, s := range []struct {
			text  string
			reads int
		}{
			{`SELECT * FROM "$T" WHERE pk = 'a7' AND sk > 'a'`, 1},
			{`SELECT * FROM "$T" WHERE pk IN ['a7', 'a8'] AND v > 1`, 2},
			{`SELECT * FROM "$T"."all" WHERE g = 'g7' AND r BETWEEN 0 AND 2`, 1},
			{`UPDATE "$T" SET v = 1 WHERE pk = 'a7' AND sk = 's'`, 0},
		} {
			plan := c.explain(t, "ExecuteStatement", harness.Statement(strings.ReplaceAll(s.text, "$T", table)))
			wantNoWalk(t, s.text, plan)
			if n := strings.Count(plan, "\nstatement "); s.reads > 0 && n != s.reads {
				t.Errorf("%s is %d statements, want %d:\n%s", s.text, n, s.reads, plan)
			}
		}
	})
}

// A sweep finds what it removes by the index of times, and reads no table.
func TestASweepReadsByIndex(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		table := c.Own(t, harness.HashTable)
		enableTimeToLive(t, c, table, "e")
		for first := 0; first < 2000; first += 25 {
			var puts []string
			for i := first; i < first+25; i++ {
				puts = append(puts, expiring(i, max(i, 10)-10))
			}
			c.OK(t, "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+strings.Join(puts, ",")+`]}}`)
		}
		plan := c.explain(t, "ttl/sweep", `{"TableName":"`+table+`"}`)
		find, _, removes := strings.Cut(plan, "statement delete_item")
		if !regexp.MustCompile(`SEARCH x USING PRIMARY KEY \(itoken=\? AND isk>\? AND isk<\?\)|Index Scan using ddbsql_t\d+_i\d+_pkey`).MatchString(find) || !removes {
			t.Errorf("the page is not found by the index of times:\n%s", plan)
		}
		if regexp.MustCompile(`(?m)Seq Scan|^ *SCAN`).MatchString(plan) {
			t.Errorf("a table is read:\n%s", plan)
		}
	})
}
