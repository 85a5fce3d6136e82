//go:build !race

// The race detector allocates for itself: under it there is nothing to count.

package idle

import "testing"

func TestAskingForMappedBytesAllocatesNothing(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { mappedBytes() }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
