package server

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
)

// way is how a request came in and how its answer goes out: through net/http (web), or the short way (conn). What happens between the
// two is the exchange's business and the same for both.
type way interface {
	auth.Request
	// context ends when the client is known to have gone.
	context() context.Context
	// bodyRoom is how many bytes of memory readBody may take: at most maxBody, 0 if next to none.
	bodyRoom() int64
	// readBody gives the whole body, in bufs.body or in memory of the way's own, until the answer is sent.
	readBody(bufs *buffers) (body []byte, refusal *apierr.Error)
	// discardBody reads what a client still sends of a request that is refused: closing on it could destroy the answer on
	// its way.
	discardBody()
	// abandon leaves the memory of the body to whom it may be with.
	abandon()
	// send sends the answer. What goes wrong here is the connection's end, and the way sees it too.
	send(a *reply, bufs *buffers)
}

// reply is an answer as it is sent.
type reply struct {
	id     string // x-amzn-RequestId
	status int
	coding string // of the body, empty for none
	body   []byte
	sum    uint32 // of the body
}

// header gives the first value of a header, empty if there is none.
func header(w way, name string) string {
	value, _ := w.Header(name, 0)
	return value
}

// headers gives all values of a header.
func headers(w way, name string) (values []string) {
	for value, found := w.Header(name, 0); found; value, found = w.Header(name, len(values)) {
		values = append(values, value)
	}
	return values
}
