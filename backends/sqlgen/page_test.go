package sqlgen

import (
	"reflect"
	"testing"

	"github.com/ddbsql/ddbsql/translator/plan"
)

func TestAPositionTakesThePlaceOfTheBoundItIsBeyond(t *testing.T) {
	low, middle, high := []byte{1}, []byte{5}, []byte{9}
	both := plan.Range{Low: low, High: high}
	open := plan.Range{Low: low, High: high, LowOpen: true, HighOpen: true}
	cases := []struct {
		name     string
		r        plan.Range
		at       []byte
		backward bool
		want     plan.Range
	}{
		{"forward", both, middle, false, plan.Range{High: high}},
		{"backward", both, middle, true, plan.Range{Low: low}},
		{"at the bound", both, low, false, plan.Range{High: high}},
		{"at an open bound, others there may follow", open, low, false, open},
		{"at an open bound backward", open, high, true, open},
		{"in front of the range", both, []byte{0}, false, both},
		{"behind the range, backward", both, []byte{10}, true, both},
		{"without bounds", plan.Range{}, middle, false, plan.Range{}},
	}
	for _, c := range cases {
		if got := behind(c.r, c.at, c.backward); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
