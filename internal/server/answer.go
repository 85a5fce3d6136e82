package server

import (
	"hash/crc32"
	"math/rand/v2"
)

// Header names written as the service spells them, which is not Go's canonical form.
const (
	requestIDHeader = "x-amzn-RequestId"
	crcHeader       = "x-amz-crc32"
)

// shortAnswer is the size of an answer that the system takes from us at once, however slowly its client reads.
const shortAnswer = 16 << 10

// The values of headers that never change, the service's own.
const (
	serverName = "Server"
	jsonType   = "application/x-amz-json-1.0"
)

// The same for net/http, which does not write to them.
var (
	serverHeader = []string{serverName}
	jsonHeader   = []string{jsonType}
)

// write sends the answer with its checksum, which is that of what is sent: SDKs compare it before they decompress.
func (x *exchange) write(status int, answer []byte, bufs *buffers) {
	a := &x.reply
	*a = reply{id: x.id, status: status, body: answer}
	if a.coding = x.coding(len(answer)); a.coding != "" {
		bufs.packed = compress(bufs.packed, answer, a.coding)
		a.body = bufs.packed
	}
	a.sum = crc32.ChecksumIEEE(a.body)
	if len(a.body) <= shortAnswer {
		x.way.send(a, bufs)
	} else {
		held := bufs.size(answer)
		x.server.turns.sending(held)
		x.way.send(a, bufs)
		x.server.turns.sending(-held)
	}
	a.body = nil
}

// coding is how an answer of the given size is sent. Of several Accept-Encoding headers the service sees the first alone.
func (x *exchange) coding(size int) string {
	if size < minCompressed {
		return ""
	}
	return answerCoding(header(x.way, "Accept-Encoding"))
}

// newRequestID gives 52 characters 0-9 and A-V, the form of the service's ids. They need be unique, not secret.
func newRequestID() string {
	const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUV"
	const each = 64 / 5 // characters from one random number
	var id [52]byte
	var bits uint64
	for i := range id {
		if i%each == 0 {
			bits = rand.Uint64()
		}
		id[i] = alphabet[bits%uint64(len(alphabet))]
		bits /= uint64(len(alphabet))
	}
	return string(id[:])
}
