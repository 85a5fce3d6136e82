package conformance

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// reading is what all pages of a Query or Scan gave together.
type reading struct {
	items                 []string // each as JSON
	pages, count, scanned int
}

// pages reads until no LastEvaluatedKey comes. in must be a JSON object without ExclusiveStartKey.
func (c *caller) pages(t *testing.T, op, in string) reading {
	t.Helper()
	var all reading
	request := in
	for {
		var page struct {
			Items               []json.RawMessage
			Count, ScannedCount int
			LastEvaluatedKey    json.RawMessage
		}
		if err := json.Unmarshal([]byte(c.ok(t, op, request)), &page); err != nil {
			t.Fatal(err)
		}
		for _, item := range page.Items {
			all.items = append(all.items, string(item))
		}
		all.pages++
		all.count += page.Count
		all.scanned += page.ScannedCount
		if len(page.LastEvaluatedKey) == 0 {
			return all
		}
		if all.pages > 10_000 {
			t.Fatalf("%s %s: no end of pages", op, in)
		}
		request = strings.TrimSuffix(in, "}") + `,"ExclusiveStartKey":` + string(page.LastEvaluatedKey) + `}`
	}
}

// ids are the values of the attribute id of each item read.
func (r reading) ids(t *testing.T) []int {
	t.Helper()
	var ids []int
	for _, item := range r.items {
		var parsed struct{ ID struct{ N string } }
		if err := json.Unmarshal([]byte(item), &parsed); err != nil {
			t.Fatal(err)
		}
		id, err := strconv.Atoi(parsed.ID.N)
		if err != nil {
			t.Fatalf("item %s has no id", item)
		}
		ids = append(ids, id)
	}
	return ids
}

// tiedTable's index has many entries of equal keys, over a table without sort key.
const tiedTable = `{"BillingMode":"PAY_PER_REQUEST",
	"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"g","AttributeType":"S"},{"AttributeName":"r","AttributeType":"N"}],
	"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
	"GlobalSecondaryIndexes":[
		{"IndexName":"tied","KeySchema":[{"AttributeName":"g","KeyType":"HASH"},{"AttributeName":"r","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"}},
		{"IndexName":"hash","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}]}`

const tiedItems = 24

// putTied puts items that share few index keys: r is id/6.
func putTied(t *testing.T, c *caller, table string) {
	t.Helper()
	createTable(t, c, table, tiedTable)
	for i := range tiedItems {
		c.ok(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"p%d"},"g":{"S":"x"},"r":{"N":"%d"},"id":{"N":"%d"}}}`, i, i/6, i)))
	}
}

// A cursor must tell entries of equal index keys apart: no item is lost or comes twice, whatever the page size.
func pagesOfTiedIndexKeys(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		table := newTableName()
		putTied(t, c, table)
		for _, index := range []string{"tied", "hash"} {
			for _, forward := range []string{"true", "false"} {
				var whole []int
				for _, limit := range []int{1000, 1, 2, 5, 7, 24} {
					in := fmt.Sprintf(`{"IndexName":"%s","ScanIndexForward":%s,"Limit":%d,"KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"x"}}}`, index, forward, limit)
					ids := c.pages(t, "Query", tableInput(table, in)).ids(t)
					if whole == nil {
						whole = ids
						checkComplete(t, ids)
						checkTiedOrder(t, index, forward, ids)
					} else if !slices.Equal(ids, whole) {
						t.Errorf("index %s, forward %s, limit %d: %v, in one page %v", index, forward, limit, ids, whole)
					}
				}
			}
		}
	})
}

func checkComplete(t *testing.T, ids []int) {
	t.Helper()
	sorted := slices.Sorted(slices.Values(ids))
	for i := range tiedItems {
		if len(sorted) != tiedItems || sorted[i] != i {
			t.Errorf("items %v, want each of 0 to %d once", sorted, tiedItems-1)
			return
		}
	}
}

// checkTiedOrder checks the order by the index's sort key.
func checkTiedOrder(t *testing.T, index, forward string, ids []int) {
	t.Helper()
	if index != "tied" {
		return
	}
	ranks := make([]int, len(ids))
	for i, id := range ids {
		ranks[i] = id / 6
	}
	if forward == "false" {
		slices.Reverse(ranks)
	}
	if !slices.IsSorted(ranks) {
		t.Errorf("forward %s: not in the order of the sort key: %v", forward, ids)
	}
}

func pagesOfAnIndexRange(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		table := newTableName()
		putTied(t, c, table)
		for _, forward := range []string{"true", "false"} {
			for _, limit := range []int{1, 3, 5} {
				in := fmt.Sprintf(`{"IndexName":"tied","ScanIndexForward":%s,"Limit":%d,"KeyConditionExpression":"g = :g AND r BETWEEN :a AND :b","ExpressionAttributeValues":{":g":{"S":"x"},":a":{"N":"1"},":b":{"N":"2"}}}`, forward, limit)
				got := c.pages(t, "Query", tableInput(table, in))
				if got.count != 12 || got.scanned != 12 {
					t.Errorf("forward %s, limit %d: %d items and %d scanned, want 12 of r between 1 and 2", forward, limit, got.count, got.scanned)
				}
				for _, id := range got.ids(t) {
					if id/6 < 1 || id/6 > 2 {
						t.Errorf("forward %s, limit %d: item %d is outside the range", forward, limit, id)
					}
				}
			}
		}
	})
}

func scanPagesOfAnIndex(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		table := newTableName()
		putTied(t, c, table)
		for _, index := range []string{"tied", "hash"} {
			for _, limit := range []int{1, 4, 7} {
				in := fmt.Sprintf(`{"IndexName":"%s","Limit":%d}`, index, limit)
				checkComplete(t, c.pages(t, "Scan", tableInput(table, in)).ids(t))
			}
		}
	})
}

// The item a page ended at is deleted before the next page is read: nothing else may be lost.
func pagesWhileItemsAreDeleted(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		for _, op := range []string{"Query", "Scan"} {
			table := newTableName()
			putTied(t, c, table)
			in := `{"IndexName":"tied","Limit":1}`
			if op == "Query" {
				in = `{"IndexName":"tied","Limit":1,"ScanIndexForward":false,"KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"x"}}}`
			}
			in = tableInput(table, in)
			all := c.pagesDeleting(t, op, in, table)
			checkComplete(t, all)
		}
	})
}

// pagesDeleting reads pages of one item and deletes each item before it asks for the next page.
func (c *caller) pagesDeleting(t *testing.T, op, in, table string) []int {
	t.Helper()
	var ids []int
	request := in
	for {
		var page struct {
			Items []struct {
				ID struct{ N string }
				PK json.RawMessage
			}
			LastEvaluatedKey json.RawMessage
		}
		if err := json.Unmarshal([]byte(c.ok(t, op, request)), &page); err != nil {
			t.Fatal(err)
		}
		for _, item := range page.Items {
			id, err := strconv.Atoi(item.ID.N)
			if err != nil {
				t.Fatal(err)
			}
			ids = append(ids, id)
			c.ok(t, "DeleteItem", tableInput(table, `{"Key":{"pk":`+string(item.PK)+`}}`))
		}
		if len(page.LastEvaluatedKey) == 0 {
			return ids
		}
		request = strings.TrimSuffix(in, "}") + `,"ExclusiveStartKey":` + string(page.LastEvaluatedKey) + `}`
	}
}

// A page ends with the item that reaches 1 MB, and the next goes on behind it.
func TestPagesOfOneMegabyte(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		table := newTableName()
		createTable(t, c, table, numberTable)
		const items, size = 30, 100_000
		for i := range items {
			c.ok(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"a"},"sk":{"N":"%d"},"id":{"N":"%d"},"v":{"S":"%s"}}}`, i, i, letters(size))))
		}
		query := `"KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"a"}}`
		got := c.pages(t, "Query", tableInput(table, `{`+query+`}`))
		if got.count != items || got.pages != 3 { // 11, 11 and 8 items
			t.Errorf("%d items of %d bytes in %d pages, want %d in 3", got.count, size, got.pages, items)
		}
		counted := c.pages(t, "Query", tableInput(table, `{"Select":"COUNT",`+query+`}`))
		if counted.count != items || counted.pages != got.pages {
			t.Errorf("COUNT: %d in %d pages, want %d in %d: what is left out still counts", counted.count, counted.pages, items, got.pages)
		}
		none := c.pages(t, "Scan", tableInput(table, `{"FilterExpression":"attribute_exists(nothing)"}`))
		if none.count != 0 || none.scanned != items || none.pages < 3 {
			t.Errorf("a filter that keeps nothing: %d items, %d scanned, %d pages, want 0, %d and at least 3", none.count, none.scanned, none.pages, items)
		}
	})
}
