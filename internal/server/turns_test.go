package server

import (
	"context"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

const patience = 100 * time.Millisecond

// arrivals lets so many operations arrive one after the other, a pause apart, while one runs that ends after a while; then each runs
// for a moment. It gives those that ran, by their number, in that order.
func arrivals(count int, pause, busy time.Duration) (served []int) {
	t := &turns{limit: 1, patience: patience, room: 1}
	t.enter(context.Background())
	done := make(chan int, count)
	for i := range count {
		go func() {
			if !t.enter(context.Background()) {
				done <- -1
				return
			}
			done <- i
			time.Sleep(time.Microsecond)
			t.leave()
		}()
		time.Sleep(pause)
	}
	time.Sleep(busy)
	t.leave()
	for range count {
		if i := <-done; i >= 0 {
			served = append(served, i)
		}
	}
	time.Sleep(time.Millisecond) // the last one leaves
	return served
}

func TestTurnsInWhichOrder(t *testing.T) {
	for _, c := range []struct {
		name        string
		pause, busy time.Duration
		want        []int
	}{
		{"after a short wait the first one comes first", time.Millisecond, 10 * time.Millisecond, []int{0, 1, 2, 3}},
		{"after a long wait the last one comes first", time.Millisecond, 60 * time.Millisecond, []int{3, 2, 1, 0}},
		{"who waited for too long is refused", 30 * time.Millisecond, 0, []int{3, 2, 1}},
		{"nobody waits for longer", time.Millisecond, time.Second, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				got := arrivals(len("abcd"), c.pause, c.busy)
				if !slices.Equal(got, c.want) {
					t.Errorf("%v were served, want %v", got, c.want)
				}
			})
		})
	}
}

func TestTurns(t *testing.T) {
	ctx := context.Background()
	gone, cancel := context.WithCancel(ctx)
	cancel()
	for _, c := range []struct {
		name  string
		turns *turns
		first func(*turns) // what happens before somebody asks for a turn
		ctx   context.Context
		want  bool
	}{
		{"a turn that is free", &turns{limit: 1, patience: patience, room: 1}, func(*turns) {}, ctx, true},
		{"one that becomes free in time", &turns{limit: 1, patience: patience, room: 1}, func(s *turns) {
			s.enter(ctx)
			time.AfterFunc(patience/2, s.leave)
		}, ctx, true},
		{"one that becomes free too late", &turns{limit: 1, patience: patience, room: 1}, func(s *turns) {
			s.enter(ctx)
			time.AfterFunc(2*patience, s.leave)
		}, ctx, false},
		{"one whose client has gone", &turns{limit: 1, patience: patience, room: 1}, func(s *turns) { s.enter(ctx) }, gone, false},
		{"none without patience", &turns{limit: 1, room: 1}, func(s *turns) { s.enter(ctx) }, ctx, false},
		{"none while answers fill the room", &turns{limit: 1, patience: patience, room: 10}, func(s *turns) { s.sending(10) }, ctx, false},
		{"one when enough of them is sent", &turns{limit: 1, patience: patience, room: 10}, func(s *turns) {
			s.sending(10)
			time.AfterFunc(patience/2, func() { s.sending(-1) })
		}, ctx, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c.first(c.turns)
				began := time.Now()
				if got := c.turns.enter(c.ctx); got != c.want {
					t.Errorf("got a turn: %t", got)
				}
				if took := time.Since(began); took > patience {
					t.Errorf("waited for %s", took)
				}
				if _, waiting, _ := c.turns.figures(); waiting != 0 {
					t.Errorf("%d still wait", waiting)
				}
				time.Sleep(3 * patience) // what was to happen later does
			})
		})
	}
}

func TestTurnsWhereTooManyWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &turns{limit: 1, patience: patience, room: 1}
		s.enter(t.Context())
		for range maxWaiting {
			go s.enter(t.Context())
		}
		synctest.Wait()
		began := time.Now()
		if s.enter(t.Context()) || time.Since(began) > 0 {
			t.Error("one more was not refused at once")
		}
		time.Sleep(maxWaiting * refusalPause)
	})
}

func TestTurnsWhereManyWaitForLonger(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const many = 2000
		s := &turns{limit: 1, patience: patience, room: 1}
		s.enter(t.Context())
		for range many {
			go s.enter(t.Context())
		}
		time.Sleep(many * refusalPause / 2)
		if _, waiting, _ := s.figures(); waiting < many/2 || waiting > many*3/4 {
			t.Errorf("%d of %d wait after half of their time", waiting, many)
		}
		time.Sleep(many * refusalPause)
	})
}
