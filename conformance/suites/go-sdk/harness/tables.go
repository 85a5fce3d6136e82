package harness

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// Tables are the tables of a run. A case that does not change its table borrows one, which is emptied and lent again: a table takes
// the service seconds to make.
type Tables struct {
	prefix string
	serial atomic.Int64
	mu     sync.Mutex
	free   map[string][]string // by definition
}

// NewTables has no table yet; the names of all will begin with the prefix.
func NewTables(prefix string) *Tables {
	return &Tables{prefix: prefix, free: map[string][]string{}}
}

// NewName is a name nobody used; all have the same length.
func (ts *Tables) NewName() string {
	return fmt.Sprintf("%s%05d", ts.prefix, ts.serial.Add(1))
}

func (ts *Tables) take(definition string) (name string, ok bool) {
	ts.mu.Lock()
	defer ts.mu.Unlock()
	names := ts.free[definition]
	if len(names) == 0 {
		return "", false
	}
	ts.free[definition] = names[:len(names)-1]
	return names[len(names)-1], true
}

func (ts *Tables) giveBack(definition, name string) {
	ts.mu.Lock()
	defer ts.mu.Unlock()
	ts.free[definition] = append(ts.free[definition], name)
}

// Borrow lends the test an empty table. The test must not change the table itself.
func (c *Caller) Borrow(t testing.TB, definition string) string {
	t.Helper()
	name, ok := c.Tables.take(definition)
	if !ok {
		name = c.Tables.NewName()
		c.OK(t, "CreateTable", TableInput(name, definition))
		c.AwaitTable(t, name)
	}
	t.Cleanup(func() {
		if err := c.empty(name, definition); err == nil {
			c.Tables.giveBack(definition, name)
		} else {
			c.Discard(name)
		}
	})
	return name
}

// Own makes a table that is the test's own and deleted with it.
func (c *Caller) Own(t testing.TB, definition string) string {
	t.Helper()
	name := c.Tables.NewName()
	c.CreateTable(t, name, definition)
	return name
}

// CreateTable makes a table that is deleted with the test, and returns once it is ACTIVE.
func (c *Caller) CreateTable(t testing.TB, name, definition string) {
	t.Helper()
	t.Cleanup(func() { c.Discard(name) })
	c.OK(t, "CreateTable", TableInput(name, definition))
	c.AwaitTable(t, name)
}

// Discard deletes a table; what the service does not delete now is left to Sweep.
func (c *Caller) Discard(name string) {
	if _, err := c.call("DeleteTable", TableInput(name, "{}")); err != nil {
		return // no server: Sweep says so
	}
}

// AwaitTable returns once a table and its global indexes are ACTIVE.
func (c *Caller) AwaitTable(t testing.TB, name string) {
	t.Helper()
	var described struct {
		Table struct {
			TableStatus            string
			GlobalSecondaryIndexes []struct{ IndexStatus string }
		}
	}
	ready := Eventually(c.Patience, func() bool {
		Into(t, c.OK(t, "DescribeTable", TableInput(name, "{}")), &described)
		for _, index := range described.Table.GlobalSecondaryIndexes {
			if index.IndexStatus != "ACTIVE" {
				return false
			}
		}
		return described.Table.TableStatus == "ACTIVE"
	})
	if !ready {
		t.Fatalf("after %s the table is %+v", c.Patience, described.Table)
	}
}

// AwaitGone returns once there is no such table.
func (c *Caller) AwaitGone(t testing.TB, name string) {
	t.Helper()
	if !Eventually(c.Patience, func() bool {
		return c.Call(t, "DescribeTable", TableInput(name, "{}")).Code == "ResourceNotFoundException"
	}) {
		t.Fatalf("after %s the table is still there", c.Patience)
	}
}

// empty deletes all items of a table. It tells no test of what goes wrong: the table is not used again then.
func (c *Caller) empty(name, definition string) error {
	var table struct {
		KeySchema []struct{ AttributeName string }
	}
	if err := json.Unmarshal([]byte(definition), &table); err != nil {
		return err
	}
	names, paths := "", ""
	for i, key := range table.KeySchema {
		names += fmt.Sprintf(`,"#k%d":"%s"`, i, key.AttributeName)
		paths += fmt.Sprintf(`,#k%d`, i)
	}
	scan := fmt.Sprintf(`{"TableName":"%s","ConsistentRead":true,"ProjectionExpression":"%s","ExpressionAttributeNames":{%s}}`, name, paths[1:], names[1:])
	for range 100 {
		var page struct{ Items []json.RawMessage }
		if err := c.askQuietly("Scan", scan, &page); err != nil {
			return err
		}
		if len(page.Items) == 0 {
			return nil
		}
		if err := c.deleteAll(name, page.Items); err != nil {
			return err
		}
	}
	return errors.New("the table does not get empty")
}

func (c *Caller) deleteAll(table string, keys []json.RawMessage) error {
	for len(keys) > 0 {
		n := min(len(keys), 25)
		var requests []string
		for _, key := range keys[:n] {
			requests = append(requests, `{"DeleteRequest":{"Key":`+string(key)+`}}`)
		}
		// What the service leaves unprocessed is found by the next scan.
		if err := c.askQuietly("BatchWriteItem", `{"RequestItems":{"`+table+`":[`+strings.Join(requests, ",")+`]}}`, nil); err != nil {
			return err
		}
		keys = keys[n:]
	}
	return nil
}

// askQuietly sends a request that must succeed and reads its answer into v, if there is one.
func (c *Caller) askQuietly(op, in string, v any) error {
	got, err := c.call(op, in)
	if err != nil {
		return err
	}
	if got.Code != "" {
		return errors.New(got.Code + ": " + got.Text)
	}
	if v == nil {
		return nil
	}
	return json.Unmarshal([]byte(got.Body), v)
}

// Sweep deletes all tables whose names begin with the prefix, and returns once they are gone.
func (c *Caller) Sweep(prefix string) error {
	var left []string
	var err error
	asked := map[string]time.Time{}
	gone := Eventually(c.Patience, func() bool {
		if left, err = c.tablesOf(prefix); err != nil {
			return true
		}
		for _, name := range left {
			if time.Since(asked[name]) > 5*time.Second {
				c.unprotect(name)
				c.Discard(name)
				asked[name] = time.Now()
			}
		}
		return len(left) == 0
	})
	if !gone {
		return fmt.Errorf("%d tables are still there, the first of them %s", len(left), left[0])
	}
	return err
}

// unprotect lets a table be deleted that a case protected and did not come to free.
func (c *Caller) unprotect(name string) {
	var described struct {
		Table struct{ DeletionProtectionEnabled bool }
	}
	if c.askQuietly("DescribeTable", TableInput(name, "{}"), &described) == nil && described.Table.DeletionProtectionEnabled {
		_ = c.askQuietly("UpdateTable", TableInput(name, `{"DeletionProtectionEnabled":false}`), nil) // if not, the table is reported
	}
}

// tablesOf are the tables whose names begin with the prefix.
func (c *Caller) tablesOf(prefix string) (names []string, err error) {
	in := `{"Limit":100}`
	for range 10_000 {
		var page struct {
			TableNames             []string
			LastEvaluatedTableName string
		}
		if err := c.askQuietly("ListTables", in, &page); err != nil {
			return nil, err
		}
		for _, name := range page.TableNames {
			if strings.HasPrefix(name, prefix) {
				names = append(names, name)
			}
		}
		if page.LastEvaluatedTableName == "" {
			return names, nil
		}
		in = `{"Limit":100,"ExclusiveStartTableName":"` + page.LastEvaluatedTableName + `"}`
	}
	return nil, errors.New("the list of tables has no end")
}
