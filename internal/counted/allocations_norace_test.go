//go:build !race

package counted

import (
	"math"
	"runtime"
	"runtime/debug"
)

const (
	warmUps = 20
	rounds  = 7
	runs    = 20
)

// allocations counts what one run allocates, in all goroutines, divided by times. One processor runs them all and nothing is collected, so that
// pools keep what they have; the least of several rounds is taken, for work in the background allocates too, but not always.
func allocations(_ figure, times int, run func()) (objects, bytes int) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for range warmUps {
		run()
	}
	var before, after runtime.MemStats
	for round := range rounds {
		runtime.ReadMemStats(&before)
		for range runs {
			run()
		}
		runtime.ReadMemStats(&after)
		n, size := int(after.Mallocs-before.Mallocs), int(after.TotalAlloc-before.TotalAlloc)
		if round == 0 || n < objects {
			objects = n
		}
		if round == 0 || size < bytes {
			bytes = size
		}
	}
	each := float64(runs * times)
	return int(math.Round(float64(objects) / each)), int(math.Round(float64(bytes) / each))
}
