package traces

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

const (
	// firstPause is between the first two tries to deliver a batch, on average; each further one is twice as long, up to mostPause.
	firstPause = time.Second
	mostPause  = 15 * time.Second
	// patience is how long a batch is tried.
	patience = time.Minute
	// mostAnswer is how many bytes are read of an answer.
	mostAnswer = 64 << 10
)

// delivery sends batches to the collector, one after the other.
type delivery struct {
	settings *Settings
	client   *http.Client
	document document
	log      *slog.Logger
	closing  <-chan struct{}
	count    func(outcome string, spans int)
	failing  bool // the last batch was not delivered
	body     []byte
}

func newDelivery(s *Settings, log *slog.Logger, closing <-chan struct{}, count func(string, int)) delivery {
	return delivery{
		settings: s, log: log, closing: closing, count: count,
		client: &http.Client{
			Transport: &http.Transport{Proxy: http.ProxyFromEnvironment, TLSClientConfig: s.tls, MaxIdleConnsPerHost: 1, IdleConnTimeout: time.Minute},
			// Headers may have keys in them, which are for this address alone.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		document: document{resource: s.resource, scope: scopeName, version: s.version},
	}
}

// deliver sends a batch, again and again if it has to, and counts what became of it.
func (d *delivery) deliver(ctx context.Context, spans []*Span) {
	d.body = d.document.appendTo(d.body[:0], spans)
	body := d.body
	if d.settings.Gzip {
		body = zip(body)
	}
	refused, err := d.insist(ctx, body)
	var answer *statusError
	switch {
	case err == nil:
		refused = min(refused, len(spans))
		d.count(delivered, len(spans)-refused)
		d.count(rejected, refused)
	case errors.As(err, &answer) && !answer.again():
		d.count(rejected, len(spans))
	default:
		d.count(undelivered, len(spans))
	}
	d.report(err, refused)
}

// insist sends a body until it is taken, refused, or patience is over.
func (d *delivery) insist(ctx context.Context, body []byte) (refused int, err error) {
	began := time.Now()
	for pause := firstPause; ; pause = min(2*pause, mostPause) {
		refused, err = d.send(ctx, body)
		wait := pause/2 + rand.N(pause)
		var answer *statusError
		if errors.As(err, &answer) {
			wait = max(wait, answer.after)
		}
		if err == nil || answer != nil && !answer.again() || time.Since(began)+wait > patience || !d.rest(wait) {
			return refused, err
		}
	}
}

// rest waits; false if there is no time for that any more.
func (d *delivery) rest(wait time.Duration) bool {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-d.closing:
		return false
	}
}

// send sends a body once; refused is how many of its spans the collector did not take.
func (d *delivery) send(ctx context.Context, body []byte) (refused int, err error) {
	ctx, cancel := context.WithTimeout(ctx, d.settings.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, d.settings.Endpoint, bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	for name, value := range d.settings.headers {
		req.Header.Set(name, value)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", "ddbsql/"+d.settings.version)
	if d.settings.Gzip {
		req.Header.Set("Content-Encoding", "gzip")
	}
	res, err := d.client.Do(req)
	if err != nil {
		return 0, plain(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(io.LimitReader(res.Body, mostAnswer))
	if res.StatusCode/100 != 2 {
		return 0, &statusError{status: res.StatusCode, after: retryAfter(res.Header.Get("Retry-After"))}
	}
	if err != nil {
		return 0, plain(err)
	}
	return partial(text), nil
}

// plain is an error of net/http without the address, which may have a key in it.
func plain(err error) error {
	var of *url.Error
	if errors.As(err, &of) {
		return of.Err
	}
	return err
}

// partial reads how many spans an answer says were refused.
func partial(answer []byte) int {
	var a struct {
		PartialSuccess struct{ RejectedSpans json.Number }
	}
	if json.Unmarshal(answer, &a) != nil {
		return 0 // some collectors answer with Protocol Buffers, or not at all
	}
	n, err := a.PartialSuccess.RejectedSpans.Int64()
	if err != nil {
		return 0
	}
	return int(max(n, 0))
}

// report logs when delivering begins to fail and when it goes on, not each batch between.
func (d *delivery) report(err error, refused int) {
	failing := err != nil || refused > 0
	switch {
	case failing && !d.failing && err != nil:
		d.log.Warn("spans are not delivered", slog.String("collector", d.settings.host()), slog.Any("error", err))
	case failing && !d.failing:
		d.log.Warn("the collector refuses spans", slog.String("collector", d.settings.host()), slog.Int("refused", refused))
	case !failing && d.failing:
		d.log.Info("spans are delivered again", slog.String("collector", d.settings.host()))
	}
	d.failing = failing
}

// statusError is an answer of a collector that did not take a batch.
type statusError struct {
	status int
	after  time.Duration // what it asks to wait, 0 if it does not
}

func (e *statusError) Error() string {
	return "the collector answers " + strconv.Itoa(e.status) + " " + http.StatusText(e.status)
}

// again tells whether OTLP has the same batch sent again.
func (e *statusError) again() bool {
	switch e.status {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	return false
}

// retryAfter reads a number of seconds, or a date.
func retryAfter(text string) time.Duration {
	if seconds, err := strconv.ParseUint(text, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(text); err == nil {
		return max(time.Until(at), 0)
	}
	return 0
}

func zip(body []byte) []byte {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	// Writing to memory does not fail.
	_, _ = w.Write(body)
	_ = w.Close()
	return packed.Bytes()
}
