package server

import (
	"hash/crc32"
	"math/rand/v2"
	"strconv"
)

// Header names written as the service spells them, which is not Go's canonical form.
const (
	requestIDHeader = "x-amzn-RequestId"
	crcHeader       = "x-amz-crc32"
)

// Header values that never change; net/http does not write to them.
var (
	serverHeader = []string{"Server"} // the service's own value
	jsonHeader   = []string{"application/x-amz-json-1.0"}
)

// write sends a body with its length and checksum. What goes wrong here is the connection's end, and net/http sees it too.
func (x *exchange) write(status int, body []byte) {
	var text [2 * 20]byte
	digits := strconv.AppendInt(text[:0], int64(len(body)), 10)
	n := len(digits)
	both := string(strconv.AppendUint(digits, uint64(crc32.ChecksumIEEE(body)), 10))
	values := [2]string{both[:n], both[n:]}
	h := x.w.Header()
	h["Content-Type"] = jsonHeader
	h["Content-Length"] = values[0:1:1]
	h[crcHeader] = values[1:2:2]
	x.w.WriteHeader(status)
	_, _ = x.w.Write(body)
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
