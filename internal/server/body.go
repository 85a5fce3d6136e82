package server

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"sync"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

const (
	// maxBody is the service's limit on a request body.
	maxBody = 16 << 20
	// maxDiscard is how much of a refused body is read so that the client, still sending, gets to see the answer.
	maxDiscard = 64 << 20
	// firstRead is the most that is allocated on a Content-Length's word alone.
	firstRead = 1 << 20
	// maxPooled is the largest buffer kept for the next request; typical bodies and answers are far smaller.
	maxPooled = 256 << 10
)

// buffers are what one request needs: its body and its answer.
type buffers struct {
	body, answer []byte
	// plain is the body of a request that came compressed, packed the answer that goes so.
	plain, packed []byte
}

var bufferPool = sync.Pool{New: func() any { return new(buffers) }}

func takeBuffers() *buffers { return bufferPool.Get().(*buffers) }

func (b *buffers) abandon() { *b = buffers{} }

func (b *buffers) giveBack() {
	b.body, b.answer = reusable(b.body), reusable(b.answer)
	b.plain, b.packed = reusable(b.plain), reusable(b.packed)
	bufferPool.Put(b)
}

func reusable(buf []byte) []byte {
	if cap(buf) > maxPooled {
		return nil
	}
	return buf[:0]
}

// readBody reads the whole body into dst, whether its length was announced or not.
func readBody(dst []byte, r *http.Request) ([]byte, *apierr.Error) {
	if r.ContentLength > maxBody {
		discardBody(r)
		return dst, errBodyTooLarge()
	}
	// One more than announced, so that the read that finds the end has room.
	dst = slices.Grow(dst, int(min(max(r.ContentLength, 511)+1, firstRead)))
	for {
		if len(dst) == cap(dst) {
			dst = slices.Grow(dst, len(dst))
		}
		n, err := r.Body.Read(dst[len(dst):cap(dst)])
		dst = dst[:len(dst)+n]
		switch {
		case len(dst) > maxBody:
			discardBody(r)
			return dst, errBodyTooLarge()
		case err == io.EOF:
			return dst, nil
		case errors.Is(err, os.ErrDeadlineExceeded):
			return dst, apierr.New(apierr.RequestTimeout, "The request body did not arrive in time.")
		case err != nil:
			return dst, apierr.New(apierr.Serialization, "The request body could not be read.")
		}
	}
}

// discardBody reads what a client still sends of a request that is refused: closing on it could destroy the answer on
// its way. A client that waits for permission to send gets the answer instead.
func discardBody(r *http.Request) {
	if r.Header["Expect"] == nil {
		_, _ = io.CopyN(io.Discard, r.Body, maxDiscard)
	}
}

func errBodyTooLarge() *apierr.Error {
	return apierr.New(apierr.RequestTooLarge, fmt.Sprintf("Request size exceeded the limit of %d bytes", maxBody))
}
