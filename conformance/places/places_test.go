package places_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/places"
)

func TestVariants(t *testing.T) {
	r := places.Request{Op: "Op", Body: `{"a":{"S":"x§y"},"l":["z",1]}`}
	var got []string
	for _, v := range r.Variants("T") {
		got = append(got, v.Place+" "+v.Body)
	}
	want := []string{
		`Op.a (name) {"T":{"S":"xy"},"l":["z",1]}`,
		`Op.a.S (name) {"a":{"T":"xy"},"l":["z",1]}`,
		`Op.a.S {"a":{"S":"T"},"l":["z",1]}`,
		`Op.a.S {"a":{"S":"xTy"},"l":["z",1]}`,
		`Op.l (name) {"T":["z",1],"a":{"S":"xy"}}`,
		`Op.l[0] {"a":{"S":"xy"},"l":["T",1]}`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// What is not JSON, or the same twice, would test nothing.
func TestRequestsAreWellFormed(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range places.Requests {
		if !json.Valid([]byte(r.Plain())) {
			t.Errorf("%s: %s is no JSON", r.Op, r.Body)
		}
		if seen[r.Op+r.Body] {
			t.Errorf("%s %s: twice", r.Op, r.Body)
		}
		seen[r.Op+r.Body] = true
	}
	for _, table := range places.Tables {
		if !json.Valid([]byte(table)) {
			t.Errorf("%s is no JSON", table)
		}
	}
}
