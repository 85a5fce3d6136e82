package server

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"slices"
	"strconv"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
)

// ServeHTTP answers what net/http has read: operations by an exchange, everything else by the router.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	x := exchange{server: s, way: &web{auth.FromHTTP(r), w, r}, started: time.Now()}
	x.begin()
	h := w.Header()
	h["Server"] = serverHeader
	h[requestIDHeader] = []string{x.id}
	if s.leaving.Load() {
		h["Connection"] = []string{"close"}
	}
	if r.Header["Origin"] != nil && s.local.letsRead(r) {
		setCORS(h, r)
	}
	switch {
	case headersTooLarge(r):
		http.Error(w, "request line and headers exceed 16384 bytes", http.StatusBadRequest)
	case r.Method == http.MethodPost && r.URL.Path == "/":
		x.operate()
	default:
		s.routes().ServeHTTP(w, r)
	}
}

// web is the way through net/http.
type web struct {
	auth.Request
	w http.ResponseWriter
	r *http.Request
}

func (w *web) context() context.Context { return w.r.Context() }

// bodyRoom is maxBody where the length is not announced.
func (w *web) bodyRoom() int64 {
	switch n := w.r.ContentLength; {
	case n < 0:
		return maxBody
	case n <= intakeSize || n > maxBody:
		return 0
	default:
		return n
	}
}

// readBody reads the body into bufs, whether its length was announced or not.
func (w *web) readBody(bufs *buffers) ([]byte, *apierr.Error) {
	if w.r.ContentLength > maxBody {
		w.discardBody()
		return nil, errBodyTooLarge()
	}
	// One more than announced, so that the read that finds the end has room.
	dst := slices.Grow(bufs.body[:0], int(min(max(w.r.ContentLength, 511)+1, firstRead)))
	for {
		if len(dst) == cap(dst) {
			dst = slices.Grow(dst, min(len(dst), maxBody+1-len(dst)))
		}
		n, err := w.r.Body.Read(dst[len(dst):cap(dst)])
		dst = dst[:len(dst)+n]
		bufs.body = dst
		switch {
		case len(dst) > maxBody:
			w.discardBody()
			return nil, errBodyTooLarge()
		case err == io.EOF:
			return dst, nil
		case err != nil:
			return nil, errBodyUnread(err)
		}
	}
}

// errBodyUnread is what a client is told whose body did not come, whole or in time.
func errBodyUnread(err error) *apierr.Error {
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return apierr.New(apierr.RequestTimeout, "The request body did not arrive in time.")
	}
	return apierr.New(apierr.Serialization, "The request body could not be read.")
}

// discardBody leaves a client alone that waits for permission to send: it gets the answer instead.
func (w *web) discardBody() {
	if w.r.Header["Expect"] == nil {
		_, _ = io.CopyN(io.Discard, w.r.Body, maxDiscard)
	}
}

// abandon has nothing to leave: net/http gives no memory of its own out.
func (w *web) abandon() {}

func (w *web) send(a *reply, _ *buffers) {
	var text [2 * 20]byte
	digits := strconv.AppendInt(text[:0], int64(len(a.body)), 10)
	n := len(digits)
	both := string(strconv.AppendUint(digits, uint64(a.sum), 10))
	values := [2]string{both[:n], both[n:]}
	h := w.w.Header()
	if a.coding != "" {
		h["Content-Encoding"] = []string{a.coding}
	}
	h["Content-Type"] = jsonHeader
	h["Content-Length"] = values[0:1:1]
	h[crcHeader] = values[1:2:2]
	w.w.WriteHeader(a.status)
	_, _ = w.w.Write(a.body)
}
