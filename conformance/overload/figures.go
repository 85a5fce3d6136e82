package main

import (
	"math"
	"sync"
	"time"
)

// slot is the time for which answers are counted together.
const slot = 100 * time.Millisecond

// step is how much longer the latencies of one class are than those of the class before.
const step = 1.05

// latencies counts latencies by classes, from a microsecond on.
type latencies struct {
	classes [600]int
	count   int
}

func (l *latencies) add(d time.Duration) {
	class := int(math.Log(max(float64(d.Microseconds()), 1)) / math.Log(step))
	l.classes[min(class, len(l.classes)-1)]++
	l.count++
}

// quantile is a latency that this part of the answers did not exceed.
func (l *latencies) quantile(part float64) time.Duration {
	left := int(math.Ceil(part * float64(l.count)))
	for class, n := range l.classes {
		if left -= n; left <= 0 {
			return time.Duration(math.Pow(step, float64(class+1))) * time.Microsecond
		}
	}
	return 0
}

// moment is what happened within a slot.
type moment struct {
	accepted, refused int
	slowest           time.Duration
}

// figures are what became of the requests of a phase.
type figures struct {
	mu       sync.Mutex
	began    time.Time
	took     time.Duration
	accepted latencies
	refused  latencies
	unsent   int // there was no connection for them
	moments  []moment
}

// note counts an answer.
func (f *figures) note(sent time.Time, accepted bool) {
	now := time.Now()
	took := now.Sub(sent)
	f.mu.Lock()
	defer f.mu.Unlock()
	at := int(now.Sub(f.began) / slot)
	for len(f.moments) <= at {
		f.moments = append(f.moments, moment{})
	}
	m := &f.moments[at]
	if !accepted {
		f.refused.add(took)
		m.refused++
		return
	}
	f.accepted.add(took)
	m.accepted++
	m.slowest = max(m.slowest, took)
}

// rate is how many requests were accepted in a second.
func (f *figures) rate() float64 { return float64(f.accepted.count) / f.took.Seconds() }

// recovered tells after how long no request was refused any more, and none answered later than that.
func (f *figures) recovered(late time.Duration) time.Duration {
	for i := len(f.moments) - 1; i >= 0; i-- {
		if m := f.moments[i]; m.refused > 0 || m.slowest > late {
			return time.Duration(i+1) * slot
		}
	}
	return 0
}

// worstSecond is the least number of requests that was accepted within a second, but for the phase's first and last one.
func (f *figures) worstSecond() int {
	const slots = int(time.Second / slot)
	worst := f.accepted.count
	for i := slots; i+2*slots <= len(f.moments); i += slots {
		n := 0
		for _, m := range f.moments[i : i+slots] {
			n += m.accepted
		}
		worst = min(worst, n)
	}
	return worst
}
