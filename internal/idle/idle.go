// Package idle gives back what a process that has nothing to do holds resident: memory that the last burst of requests left to the
// collector, and pages of the executable that nobody has needed since. It knows nothing of requests: a process is idle when it uses no
// CPU to speak of.
package idle

import (
	"context"
	"runtime/debug"
	"time"
)

const (
	// every is the pause between two looks, and how long the process must have been idle before anything is given back.
	every = 500 * time.Millisecond
	// still is the CPU time that an idle process may use from one look to the next: its timers, and a request now and then.
	still = time.Millisecond
	// burst is the CPU time after which a collection is worth while once the process is idle again.
	burst = 100 * time.Millisecond
	// mapped is how many bytes of files may be resident in an idle process: giving back less is not worth the page faults. Its timers
	// alone touch more than half of it.
	mapped = 3 << 20
)

// Watch gives back what is not needed whenever the process has been idle, until ctx ends. It returns at once.
func Watch(ctx context.Context) {
	w := watcher{usage: cpuTime, resident: mappedBytes, collect: debug.FreeOSMemory, unmap: dropExecutable}
	go func() {
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				w.look()
			case <-ctx.Done():
				return
			}
		}
	}()
}

// watcher decides when to give back what. Its functions are those of the system, or a test's.
type watcher struct {
	usage    func() time.Duration // CPU time used until now
	resident func() int64         // bytes of files that are resident
	collect  func()               // gives free memory of the heap back
	unmap    func()               // gives pages of the executable back

	last      time.Duration // usage at the last look
	collected time.Duration // usage at the last collection
	others    int64         // bytes that stayed resident when pages of the executable were given back: of other files
}

func (w *watcher) look() {
	now := w.usage()
	used := now - w.last
	w.last = now
	if used > still {
		return
	}
	if now-w.collected >= burst {
		w.collect()
		w.collected = w.usage()
	}
	if resident := w.resident(); resident > w.others+mapped {
		w.unmap()
		if w.others = w.resident(); w.others <= mapped {
			w.others = 0
		}
	} else {
		w.others = min(w.others, resident)
	}
	// What this took is not the work of others, and must not make the process look busy.
	w.last = w.usage()
}
