package harness

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
	"syscall"
	"time"
)

// answerTimeout is far more than any request takes, answer included.
const answerTimeout = 30 * time.Second

// HTTPClient is shared so that connections are kept alive between cases.
var HTTPClient = &http.Client{
	Transport: fromMemory{&patient{
		next:    &http.Transport{MaxIdleConnsPerHost: 64, Proxy: http.ProxyFromEnvironment},
		silence: map[string]*silence{},
	}},
}

// patient waits for a server that is being started again, and soon gives up one that does not answer: the other cases would each wait
// for the whole timeout. A server that hangs so fails the cases that ask it, and ends no run.
type patient struct {
	next http.RoundTripper

	mu      sync.Mutex
	silence map[string]*silence // by host
}

// silence is a time in which a server does not answer.
type silence struct {
	since  time.Time
	probed time.Time // when that was last tried
}

const (
	restartTime = 10 * time.Second // for a server that refuses connections
	probeEvery  = 2 * time.Second  // of one that does not answer
)

func (p *patient) RoundTrip(r *http.Request) (*http.Response, error) {
	since, try := p.state(r.URL.Host)
	if !try {
		return nil, fmt.Errorf("nobody has answered since %s", since.Format(time.TimeOnly))
	}
	limit := answerTimeout
	if !since.IsZero() {
		limit = probeEvery
	}
	ctx, cancel := context.WithTimeout(r.Context(), limit)
	context.AfterFunc(ctx, cancel) // the answer is read after this returns
	r = r.WithContext(ctx)
	resp, err := p.next.RoundTrip(r)
	if errors.Is(err, syscall.ECONNREFUSED) && since.IsZero() {
		Eventually(restartTime, func() bool {
			if r.Body, err = r.GetBody(); err != nil {
				return true
			}
			resp, err = p.next.RoundTrip(r)
			return !errors.Is(err, syscall.ECONNREFUSED)
		})
	}
	p.note(r.URL.Host, err)
	return resp, err
}

// state says since when a host does not answer, zero if it does, and whether the caller may try.
func (p *patient) state(host string) (since time.Time, try bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := p.silence[host]
	if s == nil {
		return time.Time{}, true
	}
	if time.Since(s.probed) < probeEvery {
		return s.since, false
	}
	s.probed = time.Now()
	return s.since, true
}

// note keeps whether a request was answered. A connection that was closed is no silence: only that one request may have been too much.
func (p *patient) note(host string, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case err == nil:
		delete(p.silence, host)
	case p.silence[host] != nil:
	case errors.Is(err, syscall.ECONNREFUSED), errors.Is(err, context.DeadlineExceeded):
		p.silence[host] = &silence{since: time.Now(), probed: time.Now()}
	}
}

// fromMemory sends bodies from memory, so that a request can be sent again. And the SDK closes the body of a request as soon as the answer
// begins; if the server was so quick that net/http still looks for the end of that body, it takes this for a failed request and closes
// the connection.
type fromMemory struct{ http.RoundTripper }

func (m fromMemory) RoundTrip(r *http.Request) (*http.Response, error) {
	var body []byte
	if r.Body != nil {
		var err error
		if body, err = io.ReadAll(r.Body); err != nil {
			return nil, err
		}
		if err := r.Body.Close(); err != nil {
			return nil, err
		}
	}
	r = r.WithContext(r.Context()) // a copy
	r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(body)), nil }
	r.Body, _ = r.GetBody() // which does not fail
	return m.RoundTripper.RoundTrip(r)
}
