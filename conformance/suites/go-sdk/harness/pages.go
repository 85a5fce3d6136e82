package harness

import (
	"encoding/json"
	"strings"
	"testing"
)

// mostPages ends the reading of a service whose pages have no end.
const mostPages = 10_000

// Reading is what all pages of a Query or Scan gave together.
type Reading struct {
	Items                 []string // each as JSON
	Pages, Count, Scanned int
}

// Pages reads until no LastEvaluatedKey comes. in must be a JSON object without ExclusiveStartKey.
func (c *Caller) Pages(t testing.TB, op, in string) Reading {
	t.Helper()
	var all Reading
	request := in
	for {
		page := Ask[struct {
			Items               []json.RawMessage
			Count, ScannedCount int
			LastEvaluatedKey    json.RawMessage
		}](t, c, op, request)
		for _, item := range page.Items {
			all.Items = append(all.Items, string(item))
		}
		all.Pages++
		all.Count += page.Count
		all.Scanned += page.ScannedCount
		if len(page.LastEvaluatedKey) == 0 {
			return all
		}
		if all.Pages > mostPages {
			t.Fatalf("%s %s: no end of pages", op, in)
		}
		request = strings.TrimSuffix(in, "}") + `,"ExclusiveStartKey":` + string(page.LastEvaluatedKey) + `}`
	}
}

// PagesOf reads until all pages together have so many items, for as long as the endpoint may need until an index follows its table;
// then it gives what there is.
func (c *Caller) PagesOf(t testing.TB, count int, op, in string) (all Reading) {
	t.Helper()
	Eventually(c.Settle, func() bool {
		all = c.Pages(t, op, in)
		return all.Count == count
	})
	return all
}
