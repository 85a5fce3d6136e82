package harness

import (
	"sync"
	"time"
)

// Eventually asks until the answer is yes, and says whether it came within the limit. The first questions follow quickly, for servers
// that take milliseconds; later ones every two seconds, for those that take minutes and count requests.
func Eventually(limit time.Duration, ask func() bool) bool {
	const first, last = 10 * time.Millisecond, 2 * time.Second
	deadline := time.Now().Add(limit)
	for pause := first; !ask(); pause = min(pause*3/2, last) {
		left := time.Until(deadline)
		if left <= 0 {
			return false
		}
		<-time.After(min(pause, left))
	}
	return true
}

// Together runs n callers at the same time and waits for all of them.
func Together(n int, caller func(i int)) {
	var wg sync.WaitGroup
	start := make(chan struct{})
	for i := range n {
		wg.Go(func() {
			<-start
			caller(i)
		})
	}
	close(start)
	wg.Wait()
}
