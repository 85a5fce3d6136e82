package engine

import "testing"

func TestEstimatesAreWholeGigabytes(t *testing.T) {
	for _, c := range []struct {
		size      int64
		low, high float64
	}{{0, 0, 1}, {gigabyte - 1, 0, 1}, {gigabyte, 1, 2}, {10*gigabyte - 1, 9, 10}} {
		if got := sizeRange(c.size); got[0] != c.low || got[1] != c.high {
			t.Errorf("%d bytes: %v, want %v to %v", c.size, got, c.low, c.high)
		}
	}
}
