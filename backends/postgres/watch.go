package postgres

import (
	"sync"
	"sync/atomic"
	"time"
)

// unhurried is how many times longer than others statements may take that change definitions or read all of a table.
const unhurried = 10

// watch ends the statements of a database that does not answer: one that hangs, or that a broken network hides, ends none itself. It looks
// at all sessions now and then, which costs a statement two stores, where a timer for each would cost as much as a short statement.
type watch struct {
	limit    time.Duration // for a statement, or statements sent together; 0 for none
	mu       sync.Mutex
	sessions map[*session]struct{}
	looking  atomic.Bool
}

// epoch is when the times begin that sessions note.
var epoch = time.Now()

// note makes a session known.
func (w *watch) note(s *session) {
	if w.limit <= 0 {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.sessions == nil {
		w.sessions = map[*session]struct{}{}
	}
	w.sessions[s] = struct{}{}
}

// forget forgets what a connection had for a session, which may be none.
func (w *watch) forget(kept any) {
	if s, ok := kept.(*session); ok {
		w.mu.Lock()
		defer w.mu.Unlock()
		delete(w.sessions, s)
	}
}

// begin notes that a session waits for an answer since then.
func (w *watch) begin(s *session, start time.Time) {
	if w == nil || w.limit <= 0 {
		return
	}
	s.since.Store(int64(start.Sub(epoch)) | 1)
	if !w.looking.Load() && w.looking.CompareAndSwap(false, true) {
		go w.look()
	}
}

// look looks at the sessions as long as one of them waits for an answer.
func (w *watch) look() {
	for {
		time.Sleep(min(w.limit/4, time.Second))
		if w.lookOnce(time.Now()) {
			continue
		}
		w.looking.Store(false)
		if !w.lookOnce(time.Now()) || !w.looking.CompareAndSwap(false, true) {
			return // whoever began meanwhile has seen that nobody looks
		}
	}
}

// lookOnce cuts the sessions that have waited too long, and says whether any waits.
func (w *watch) lookOnce(now time.Time) (waiting bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for s := range w.sessions {
		since := s.since.Load()
		if since == 0 {
			continue
		}
		waiting = true
		if now.Sub(epoch)-time.Duration(since) > w.patience(s) {
			s.cut()
			delete(w.sessions, s)
		}
	}
	return waiting
}

// patience is how long a session may wait: a moment longer than the database itself lets a statement run, whose word is the better one.
func (w *watch) patience(s *session) time.Duration {
	limit := w.limit + min(w.limit/4, time.Second)
	if s.unhurried.Load() {
		limit *= unhurried
	}
	return limit
}

// cut ends what the session waits for: reading fails at once.
func (s *session) cut() {
	s.overdue.Store(true)
	_ = s.pg.Conn().SetDeadline(epoch) // a closed connection has nobody who waits
}
