package execute

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/ddbsql/ddbsql/conformance/runner/result"
)

// Pauses before a server that died is started again: the first, and the longest they grow to while it dies again and again.
const (
	firstPause   = 200 * time.Millisecond
	longestPause = 5 * time.Second
)

// A started server that gives no answer for so long is taken for dead; it is asked so many times meanwhile.
const (
	hangTime  = 30 * time.Second
	questions = 6
)

// lastPatience is how long a server may take to answer once more, or to be started again, after the last case.
const lastPatience = 10 * time.Second

// server is the server that a run starts. It is started again whenever it ends by itself, until the run is over.
type server struct {
	command, url, log string
	wait              time.Duration // for its first answer
	patience          time.Duration // with a server that has answered

	cancel context.CancelFunc
	done   chan struct{} // closed when nothing runs any more

	// recovering is held from an end of the server until it answers again, or it is clear that it does not.
	recovering sync.Mutex

	mu       sync.Mutex
	suite    string // that is running
	restarts []result.Restart
}

// start starts the server and returns once it answers.
func (s *server) start(ctx context.Context) error {
	if answers(ctx, s.url) == nil {
		return fmt.Errorf("somebody answers at %s before the server is started: it would be judged in its place", s.url)
	}
	_ = os.Remove(s.log) // of the last run, if any
	c, err := s.launch()
	if err != nil {
		return err
	}
	if err := waitForAnswer(ctx, s.url, s.wait, c.exited); err != nil {
		c.stop()
		return fmt.Errorf("%w; it printed: %s", err, strings.Join(tailOf(s.log), " | "))
	}
	s.done = make(chan struct{})
	ctx, s.cancel = context.WithCancel(context.WithoutCancel(ctx))
	go s.keep(ctx, c)
	return nil
}

func (s *server) launch() (*child, error) {
	folder, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	return startChild(folder, os.Environ(), shell(s.command), s.log)
}

// keep watches the server until the run is over.
func (s *server) keep(ctx context.Context, c *child) {
	defer close(s.done)
	pause := firstPause
	for c != nil {
		began := time.Now()
		hung := s.watch(ctx, c)
		if ctx.Err() != nil {
			if !c.asked { // it died in the last moment of the run
				s.died(c.ending())
			}
			return
		}
		if time.Since(began) > longestPause {
			pause = firstPause
		}
		s.recovering.Lock()
		status := c.ending()
		if hung {
			status = fmt.Sprintf("it gave no answer for %s and was killed", s.patience)
		}
		died := s.died(status)
		c = s.again(ctx, pause, died)
		s.recovering.Unlock()
		pause = min(2*pause, longestPause)
	}
}

// watch returns when the server has ended or the run is over. A server that answers nothing any more is killed, for the run as good as
// dead.
func (s *server) watch(ctx context.Context, c *child) (hung bool) {
	healthy, stop := context.WithCancel(ctx)
	defer stop()
	silent := make(chan struct{})
	go func() {
		if s.untilSilent(healthy) {
			close(silent)
			killGroup(c.cmd)
		}
	}()
	_, _ = c.wait(ctx, func() {}) // how it ended is told by ending
	select {
	case <-silent:
		return true
	default:
		return false
	}
}

// untilSilent asks the server again and again, and tells whether it was silent for too long before the context ended.
func (s *server) untilSilent(ctx context.Context) bool {
	last := time.Now()
	tick := time.NewTicker(s.patience / questions)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return false
		case <-tick.C:
		}
		question, stop := context.WithTimeout(ctx, s.patience/questions)
		err := answers(question, s.url)
		stop()
		if err == nil {
			last = time.Now()
		} else if time.Since(last) > s.patience && ctx.Err() == nil {
			return true
		}
	}
}

// again starts the server once more and notes when it answers; nil when the run is over.
func (s *server) again(ctx context.Context, pause time.Duration, died int) *child {
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(pause):
		}
		c, err := s.launch()
		if err == nil {
			if waitForAnswer(ctx, s.url, s.wait, c.exited) == nil {
				s.answered(died)
			}
			return c
		}
		pause = longestPause
	}
}

// died notes an end and gives its place in the list.
func (s *server) died(status string) int {
	lines := tailOf(s.log)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.restarts = append(s.restarts, result.Restart{At: time.Now().UTC().Truncate(time.Millisecond), Suite: s.suite, Status: status, Output: lines})
	return len(s.restarts) - 1
}

func (s *server) answered(died int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.restarts[died].Away = time.Since(s.restarts[died].At).Seconds()
}

// during says which suite runs from now on.
func (s *server) during(suite string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.suite = suite
}

// end ends the server and gives its restarts. Unless there is a hurry it waits whether a server that died comes back.
func (s *server) end(hurry bool) []result.Restart {
	if !hurry {
		// The last case may have been its end, and nobody has noticed yet. One that is silent for another reason is ended all the same.
		_ = waitForAnswer(context.Background(), s.url, lastPatience, nil)
		s.recovering.Lock()
		defer s.recovering.Unlock()
	}
	s.cancel()
	<-s.done
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.restarts
}
