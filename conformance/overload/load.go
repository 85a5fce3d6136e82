package main

import (
	"sync"
	"sync/atomic"
	"time"
)

// beat is how often requests arrive.
const beat = time.Millisecond

// load is one phase: clients that send requests as they arrive, each with a partition that no other client has.
type load struct {
	clients    []*client
	partitions chan *partition
	rate       float64 // requests a second that arrive; 0: each client sends one as soon as the one before is answered
	length     time.Duration
}

// run sends the requests. The error is the first answer that was wrong.
func (l load) run() (*figures, error) {
	f := &figures{began: time.Now()}
	arrivals := make(chan time.Time)
	var wrong atomic.Pointer[error]
	var wg sync.WaitGroup
	for _, c := range l.clients {
		wg.Go(func() {
			for sent := range arrivals {
				p := <-l.partitions
				p.client = c
				accepted, err := p.ask()
				l.partitions <- p
				if err != nil {
					wrong.CompareAndSwap(nil, &err)
				}
				f.note(sent, accepted)
			}
		})
	}
	end := f.began.Add(l.length)
	if l.rate == 0 {
		for now := time.Now(); now.Before(end); now = time.Now() {
			arrivals <- now
		}
	} else {
		f.unsent = l.arrive(arrivals, end)
	}
	f.took = time.Since(f.began)
	close(arrivals)
	wg.Wait()
	if err := wrong.Load(); err != nil {
		return f, *err
	}
	return f, nil
}

// arrive lets requests arrive at the rate until the end. It gives the number of those for which nobody was free.
func (l load) arrive(arrivals chan<- time.Time, end time.Time) (unsent int) {
	tick := time.NewTicker(beat)
	defer tick.Stop()
	began := time.Now()
	for done := 0; ; {
		now := <-tick.C
		if now.After(end) {
			return unsent
		}
		for due := int(l.rate * now.Sub(began).Seconds()); done < due; done++ {
			select {
			case arrivals <- now:
			default:
				unsent++
			}
		}
	}
}
