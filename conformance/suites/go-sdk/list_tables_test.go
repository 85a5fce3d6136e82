package gosdk

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
)

func TestListTables_pages(t *testing.T) {
	single(t, "API_ListTables: ExclusiveStartTableName, Limit", func(t *testing.T, c *caller) {
		var want []string
		for range 5 {
			name := c.Tables.NewName()
			c.CreateTable(t, name, hashTable)
			want = append(want, name)
		}
		slices.Sort(want)
		for _, limit := range []int{100, 2, 1} {
			got := tablesAfter(t, c, want[0], limit)
			got = slices.DeleteFunc(got, func(name string) bool { return !slices.Contains(want, name) })
			if !slices.Equal(got, want[1:]) {
				t.Errorf("limit %d: tables %v, want %v in this order", limit, got, want[1:])
			}
		}
	})
}

// tablesAfter reads all pages of table names after the given one.
func tablesAfter(t *testing.T, c *caller, start string, limit int) []string {
	t.Helper()
	var names []string
	for {
		var page struct {
			TableNames             []string
			LastEvaluatedTableName string
		}
		in := fmt.Sprintf(`{"Limit":%d,"ExclusiveStartTableName":"%s"}`, limit, start)
		if err := json.Unmarshal([]byte(c.OK(t, "ListTables", in)), &page); err != nil {
			t.Fatal(err)
		}
		if len(page.TableNames) > limit {
			t.Errorf("limit %d: a page of %d names", limit, len(page.TableNames))
		}
		names = append(names, page.TableNames...)
		if start = page.LastEvaluatedTableName; start == "" {
			return names
		}
	}
}

func TestListTables_refuses(t *testing.T) {
	run(t, noTable, "API_ListTables: Limit", []scenario{
		{name: "more than 100 names", steps: []step{{"ListTables", `{"Limit":101}`, `ValidationException: 1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100`}}},
		{name: "no names", steps: []step{{"ListTables", `{"Limit":0}`, `ValidationException: 1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1`}}},
	})
}
