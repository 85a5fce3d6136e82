package main

import "testing"

func TestALargeHeapGrowsLess(t *testing.T) {
	for _, c := range []struct {
		name string
		live uint64
		want int
	}{
		{"nothing yet", 0, mostGrowth},
		{"a few MB", 5 << 20, mostGrowth},
		{"as much as the slack is four times of", slack / 4, mostGrowth},
		{"between", slack / 2, 200},
		{"twice the slack", 2 * slack, leastGrowth},
		{"much more", 100 * slack, leastGrowth},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := growthOf(c.live); got != c.want {
				t.Errorf("%d bytes may grow by %d %%, want %d", c.live, got, c.want)
			}
		})
	}
}
