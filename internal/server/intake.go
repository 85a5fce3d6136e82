package server

import "sync"

// intakeSize has room for the heads of SDKs and for the bodies of most requests, which then come by one read and are not copied. What
// has a longer head is net/http's, so that the limit on heads is judged there alone.
const intakeSize = 8 << 10

// intake is what a connection reads into and needs for an exchange. It has one only while there is something to read or to answer:
// many idle connections cost little.
type intake struct {
	buf        [intakeSize]byte
	begin, end int // of what is read and not used yet
	head       head
	exchange   exchange
	headText   [headRoom]byte // of the answer
}

var intakePool = sync.Pool{New: func() any { return new(intake) }}

func takeIntake() *intake {
	in := intakePool.Get().(*intake)
	in.begin, in.end = 0, 0
	return in
}

func (in *intake) giveBack() {
	in.exchange = exchange{}
	intakePool.Put(in)
}

func (in *intake) unread() []byte { return in.buf[in.begin:in.end] }

// makeRoom moves what is unread to the beginning; it tells whether there is room behind it.
func (in *intake) makeRoom() bool {
	in.end = copy(in.buf[:], in.unread())
	in.begin = 0
	return in.end < len(in.buf)
}

// skipBlankLines skips what net/http skips, too: up to four characters of line ends, which old clients send behind a body.
func (in *intake) skipBlankLines(most int) (skipped int) {
	for skipped < most && in.begin < in.end && (in.buf[in.begin] == '\r' || in.buf[in.begin] == '\n') {
		in.begin++
		skipped++
	}
	return skipped
}
