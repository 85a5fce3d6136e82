package server

import (
	"fmt"
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
	// headRoom is kept free before an answer, so that the short way sends head and body in one piece. It is more than any head needs.
	headRoom = 512
	// firstAnswer is the room for the first answer in a buffer.
	firstAnswer = 4 << 10
)

// buffers are what one request needs: its body and its answer.
type buffers struct {
	body []byte
	rooms
}

// rooms are what a request needs while it runs.
type rooms struct {
	// answer begins with room for a head.
	answer []byte
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

// leftRooms are those that waiting requests left to the ones that run; emptyRooms have nothing in them, and carry them there.
var (
	leftRooms  sync.Pool
	emptyRooms = sync.Pool{New: func() any { return new(rooms) }}
)

// rest leaves only the body in the buffers, for a request that has to wait. It finds other rooms when it runs.
func (b *buffers) rest() {
	if len(b.body) == 0 {
		b.body = nil
	}
	if cap(b.answer) == 0 { // nothing that the next one needs
		b.rooms = rooms{}
		return
	}
	left := emptyRooms.Get().(*rooms)
	*left, b.rooms = b.rooms, rooms{}
	leftRooms.Put(left)
}

// find takes rooms that another request left, if there are any.
func (b *buffers) find() {
	if left, ok := leftRooms.Get().(*rooms); ok {
		b.rooms, *left = *left, rooms{}
		emptyRooms.Put(left)
	}
}

// size is how many bytes a request holds whose answer is there.
func (b *buffers) size(answer []byte) int64 {
	held := cap(b.body) + cap(b.plain) + cap(b.answer) + cap(b.packed)
	if !b.holds(answer) {
		held += cap(answer)
	}
	return int64(held)
}

// room is where an answer is to be appended.
func (b *buffers) room() []byte {
	if cap(b.answer) <= headRoom {
		b.find()
	}
	if cap(b.answer) <= headRoom {
		b.answer = slices.Grow(b.answer[:0], headRoom+firstAnswer)
	}
	return b.answer[headRoom:headRoom]
}

// keep notes where an answer went that may have outgrown its room, which it then is for the next one.
func (b *buffers) keep(answer []byte) {
	if !b.holds(answer) {
		b.answer = answer
	}
}

// holds tells whether an answer is in its room, behind that for its head.
func (b *buffers) holds(answer []byte) bool {
	return cap(answer) > 0 && cap(b.answer) > headRoom && &answer[:1][0] == &b.answer[:headRoom+1][headRoom]
}

func errBodyTooLarge() *apierr.Error {
	return apierr.New(apierr.RequestTooLarge, fmt.Sprintf("Request size exceeded the limit of %d bytes", maxBody))
}
