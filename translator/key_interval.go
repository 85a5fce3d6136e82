package translator

import (
	"bytes"

	"github.com/ddbsql/ddbsql/translator/plan"
)

// everySort is the range of all sort keys.
func everySort(r plan.Range) bool { return r.Low == nil && r.High == nil }

// both is the range of the sort keys that two ranges have in common.
func both(a, b plan.Range) plan.Range {
	r := a
	if compareLow(b, a) > 0 {
		r.Low, r.LowOpen = b.Low, b.LowOpen
	}
	if compareHigh(b, a) < 0 {
		r.High, r.HighOpen = b.High, b.HighOpen
	}
	return r
}

// around is the smallest range that has all sort keys of two ranges.
func around(a, b plan.Range) plan.Range {
	r := a
	if compareLow(b, a) < 0 {
		r.Low, r.LowOpen = b.Low, b.LowOpen
	}
	if compareHigh(b, a) > 0 {
		r.High, r.HighOpen = b.High, b.HighOpen
	}
	return r
}

// compareLow orders ranges by where they begin.
func compareLow(a, b plan.Range) int {
	switch {
	case a.Low == nil && b.Low == nil:
		return 0
	case a.Low == nil:
		return -1
	case b.Low == nil:
		return 1
	}
	if c := bytes.Compare(a.Low, b.Low); c != 0 {
		return c
	}
	return exclusive(a.LowOpen) - exclusive(b.LowOpen)
}

// compareHigh orders ranges by where they end.
func compareHigh(a, b plan.Range) int {
	switch {
	case a.High == nil && b.High == nil:
		return 0
	case a.High == nil:
		return 1
	case b.High == nil:
		return -1
	}
	if c := bytes.Compare(a.High, b.High); c != 0 {
		return c
	}
	return exclusive(b.HighOpen) - exclusive(a.HighOpen)
}

func exclusive(open bool) int {
	if open {
		return 1
	}
	return 0
}

// isEmpty says whether no sort key can be in the range. A range of two neighbours that excludes both may pass for one that is not.
func isEmpty(r plan.Range) bool {
	if r.Low == nil || r.High == nil {
		return false
	}
	c := bytes.Compare(r.Low, r.High)
	return c > 0 || c == 0 && (r.LowOpen || r.HighOpen)
}

// meet says whether two ranges may have a sort key in common.
func meet(a, b plan.Range) bool { return !isEmpty(both(a, b)) }
