package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	// mostGrowth is by how many percent the live heap may grow until the next collection while it is small: it is a few MB, and collecting
	// each time it doubles means hundreds of collections a second under load.
	mostGrowth = 400
	// leastGrowth is for a heap that many large answers fill: they hold no pointers, so that a collection costs little.
	leastGrowth = 50
	// slack is how many bytes the heap may grow by between the two.
	slack = 32 << 20
	// growthStep is how exact that is: setting it stops the program for a moment.
	growthStep = 25
)

// relaxGC lets the heap grow further between collections than Go's default does, as long as it is small. GOGC, if set, decides instead.
func relaxGC() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(mostGrowth)
	c := &collector{growth: mostGrowth, live: []metrics.Sample{{Name: "/gc/heap/live:bytes"}}}
	c.watch()
}

// collector looks at the live heap after each collection.
type collector struct {
	growth int
	live   []metrics.Sample
}

// watch is called again after the next collection, which finds the object it makes unused.
func (c *collector) watch() {
	runtime.SetFinalizer(new([64]byte), func(*[64]byte) { c.look() })
}

func (c *collector) look() {
	metrics.Read(c.live)
	if growth := growthOf(c.live[0].Value.Uint64()); growth != c.growth {
		c.growth = growth
		debug.SetGCPercent(growth)
	}
	c.watch()
}

// growthOf is the growth in percent that a live heap of so many bytes may have.
func growthOf(live uint64) int {
	growth := int(100 * slack / max(live, 1))
	return min(max(growth/growthStep*growthStep, leastGrowth), mostGrowth)
}
