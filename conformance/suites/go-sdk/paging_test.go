package gosdk

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// ids are the values of the attribute id of each item read.
func ids(t *testing.T, r harness.Reading) []int {
	t.Helper()
	var ids []int
	for _, item := range r.Items {
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
func putTied(t *testing.T, c *caller) (table string) {
	t.Helper()
	table = c.Borrow(t, tiedTable)
	for i := range tiedItems {
		c.OK(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"p%d"},"g":{"S":"x"},"r":{"N":"%d"},"id":{"N":"%d"}}}`, i, i/6, i)))
	}
	return table
}

// A cursor must tell entries of equal index keys apart: no item is lost or comes twice, whatever the page size.
func TestQuery_pages_of_tied_index_keys(t *testing.T) {
	single(t, "Developer guide: Query.Pagination", func(t *testing.T, c *caller) {
		table := putTied(t, c)
		for _, index := range []string{"tied", "hash"} {
			for _, forward := range []string{"true", "false"} {
				var whole []int
				for _, limit := range []int{1000, 1, 2, 5, 7, 24} {
					in := fmt.Sprintf(`{"IndexName":"%s","ScanIndexForward":%s,"Limit":%d,"KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"x"}}}`, index, forward, limit)
					ids := ids(t, c.PagesOf(t, tiedItems, "Query", tableInput(table, in)))
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

func TestQuery_pages_of_an_index_range(t *testing.T) {
	single(t, "Developer guide: Query.Pagination; Query.KeyConditionExpressions", func(t *testing.T, c *caller) {
		table := putTied(t, c)
		for _, forward := range []string{"true", "false"} {
			for _, limit := range []int{1, 3, 5} {
				in := fmt.Sprintf(`{"IndexName":"tied","ScanIndexForward":%s,"Limit":%d,"KeyConditionExpression":"g = :g AND r BETWEEN :a AND :b","ExpressionAttributeValues":{":g":{"S":"x"},":a":{"N":"1"},":b":{"N":"2"}}}`, forward, limit)
				got := c.PagesOf(t, 12, "Query", tableInput(table, in))
				if got.Count != 12 || got.Scanned != 12 {
					t.Errorf("forward %s, limit %d: %d items and %d scanned, want 12 of r between 1 and 2", forward, limit, got.Count, got.Scanned)
				}
				for _, id := range ids(t, got) {
					if id/6 < 1 || id/6 > 2 {
						t.Errorf("forward %s, limit %d: item %d is outside the range", forward, limit, id)
					}
				}
			}
		}
	})
}

func TestScan_pages_of_an_index(t *testing.T) {
	single(t, "Developer guide: Scan: Paginating the results", func(t *testing.T, c *caller) {
		table := putTied(t, c)
		for _, index := range []string{"tied", "hash"} {
			for _, limit := range []int{1, 4, 7} {
				in := fmt.Sprintf(`{"IndexName":"%s","Limit":%d}`, index, limit)
				checkComplete(t, ids(t, c.PagesOf(t, tiedItems, "Scan", tableInput(table, in))))
			}
		}
	})
}

// The item a page ended at is deleted before the next page is read: nothing else may be lost.
func TestQuery_pages_while_items_are_deleted(t *testing.T) {
	single(t, "API_Query: ExclusiveStartKey", func(t *testing.T, c *caller) {
		for _, op := range []string{"Query", "Scan"} {
			table := putTied(t, c)
			in := `{"IndexName":"tied","Limit":1}`
			if op == "Query" {
				in = `{"IndexName":"tied","Limit":1,"ScanIndexForward":false,"KeyConditionExpression":"g = :g","ExpressionAttributeValues":{":g":{"S":"x"}}}`
			}
			in = tableInput(table, in)
			all := pagesDeleting(t, c, op, in, table)
			checkComplete(t, all)
		}
	})
}

// pagesDeleting reads pages of one item and deletes each item before it asks for the next page.
func pagesDeleting(t *testing.T, c *caller, op, in, table string) []int {
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
		if err := json.Unmarshal([]byte(c.OK(t, op, request)), &page); err != nil {
			t.Fatal(err)
		}
		for _, item := range page.Items {
			id, err := strconv.Atoi(item.ID.N)
			if err != nil {
				t.Fatal(err)
			}
			ids = append(ids, id)
			c.OK(t, "DeleteItem", tableInput(table, `{"Key":{"pk":`+string(item.PK)+`}}`))
		}
		if len(page.LastEvaluatedKey) == 0 {
			return ids
		}
		request = strings.TrimSuffix(in, "}") + `,"ExclusiveStartKey":` + string(page.LastEvaluatedKey) + `}`
	}
}

// A page ends with the item that reaches 1 MB, and the next goes on behind it.
func TestQuery_pages_of_one_megabyte(t *testing.T) {
	single(t, "Developer guide: Query.Pagination: 1 MB", func(t *testing.T, c *caller) {
		table := c.Borrow(t, numberTable)
		const items, size = 30, 100_000
		for i := range items {
			c.OK(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"a"},"sk":{"N":"%d"},"id":{"N":"%d"},"v":{"S":"%s"}}}`, i, i, letters(size))))
		}
		query := `"KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"a"}}`
		got := c.Pages(t, "Query", tableInput(table, `{`+query+`}`))
		if got.Count != items || got.Pages != 3 { // 11, 11 and 8 items
			t.Errorf("%d items of %d bytes in %d pages, want %d in 3", got.Count, size, got.Pages, items)
		}
		counted := c.Pages(t, "Query", tableInput(table, `{"Select":"COUNT",`+query+`}`))
		if counted.Count != items || counted.Pages != got.Pages {
			t.Errorf("COUNT: %d in %d pages, want %d in %d: what is left out still counts", counted.Count, counted.Pages, items, got.Pages)
		}
		none := c.Pages(t, "Scan", tableInput(table, `{"FilterExpression":"attribute_exists(nothing)"}`))
		if none.Count != 0 || none.Scanned != items || none.Pages < 3 {
			t.Errorf("a filter that keeps nothing: %d items, %d scanned, %d pages, want 0, %d and at least 3", none.Count, none.Scanned, none.Pages, items)
		}
	})
}

// pagesOfTiedLocalKeys reads a local index, whose entries come by two of the sort key's values, in pages of every size.
func TestQuery_pages_of_tied_local_index_keys(t *testing.T) {
	single(t, "Developer guide: Query.Pagination; LSI: querying a local secondary index", func(t *testing.T, c *caller) {
		table := c.Borrow(t, indexedTable)
		const items = 12
		for i := range items {
			c.OK(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"a"},"sk":{"S":"%02d"},"l":{"S":"%d"}}}`, (i*7)%items, i%2)))
		}
		for _, condition := range []string{`pk = :p`, `pk = :p AND l BETWEEN :l AND :l`} {
			for _, forward := range []string{"true", "false"} {
				ask := func(limit int) []string {
					in := fmt.Sprintf(`{"IndexName":"local","ScanIndexForward":%s,"Limit":%d,"KeyConditionExpression":"%s","ExpressionAttributeValues":{":p":{"S":"a"},":l":{"S":"1"}}}`, forward, limit, condition)
					if !strings.Contains(condition, ":l") {
						in = strings.Replace(in, `,":l":{"S":"1"}`, "", 1)
					}
					return c.Pages(t, "Query", tableInput(table, in)).Items
				}
				whole, want := ask(1000), items
				if strings.Contains(condition, ":l") {
					want = items / 2
				}
				if len(whole) != want {
					t.Errorf("%s, forward %s: %d items, want %d", condition, forward, len(whole), want)
				}
				for limit := 1; limit <= items+1; limit++ {
					if got := ask(limit); !slices.Equal(got, whole) {
						t.Errorf("%s, forward %s, limit %d: %v, in one page %v", condition, forward, limit, got, whole)
					}
				}
			}
		}
	})
}
