package server

import (
	"encoding/base32"
	"encoding/binary"
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
	values := [2]string{strconv.Itoa(len(body)), strconv.FormatUint(uint64(crc32.ChecksumIEEE(body)), 10)}
	h := x.w.Header()
	h["Content-Type"] = jsonHeader
	h["Content-Length"] = values[0:1:1]
	h[crcHeader] = values[1:2:2]
	x.w.WriteHeader(status)
	_, _ = x.w.Write(body)
}

var requestIDEncoding = base32.HexEncoding.WithPadding(base32.NoPadding)

// newRequestID gives 52 characters 0-9 and A-V, the form of the service's ids. They need be unique, not secret.
func newRequestID() string {
	var raw [32]byte
	for i := 0; i < len(raw); i += 8 {
		binary.LittleEndian.PutUint64(raw[i:], rand.Uint64())
	}
	return requestIDEncoding.EncodeToString(raw[:])
}
