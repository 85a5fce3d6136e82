package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"strconv"
	"time"
)

// signer puts the present time and a true signature, version 4, into requests to one host. The key of a day is made once.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html is the way to make it.
type signer struct {
	host                       string
	day, signature, time, more int // offsets in a request of what is replaced, and of what follows the headers that are always the same

	second  int64 // of the text in now
	now     string
	mac     hash.Hash // with the key of the day
	payload hash.Hash
	text    []byte
}

func newSigner(host string) *signer {
	s := &signer{host: host, payload: sha256.New()}
	s.day = len(requestLine) + len(host) + len("\r\n") + len(beforeDay)
	s.signature = s.day + len(someDay) + len(beforeSignature)
	s.time = s.signature + len(someSignature) + len(beforeTime)
	s.more = s.time + len(someTime) + len(beforeTarget)
	return s
}

// sign signs a request that begins with a head of this host and ends with a body.
func (s *signer) sign(request, body []byte) {
	s.tick()
	target, _, _ := bytes.Cut(request[s.more:], []byte("\r\n"))
	copy(request[s.day:], s.now[:len(someDay)])
	copy(request[s.time:], s.now)

	s.text = append(s.text[:0], "POST\n/\n\naccept-encoding:identity\namz-sdk-invocation-id:"+invocation+"\namz-sdk-request:attempt=1; max=3\ncontent-length:"...)
	s.text = strconv.AppendInt(s.text, int64(len(body)), 10)
	s.text = append(append(s.text, "\ncontent-type:application/x-amz-json-1.0\nhost:"...), s.host...)
	s.text = append(append(s.text, "\nx-amz-date:"...), s.now...)
	s.text = append(append(s.text, "\nx-amz-target:"...), target...)
	s.text = s.appendHash(append(s.text, "\n\n"+signedHeaders+"\n"...), body)

	canonical := sha256.Sum256(s.text)
	s.text = append(append(s.text[:0], "AWS4-HMAC-SHA256\n"...), s.now...)
	s.text = append(append(append(s.text, '\n'), s.now[:len(someDay)]...), "/us-east-1/dynamodb/aws4_request\n"...)
	s.text = hex.AppendEncode(s.text, canonical[:])
	s.mac.Reset()
	s.mac.Write(s.text)
	hex.Encode(request[s.signature:], s.mac.Sum(s.text[:0]))
}

func (s *signer) appendHash(dst, body []byte) []byte {
	s.payload.Reset()
	s.payload.Write(body)
	var sum [sha256.Size]byte
	return hex.AppendEncode(dst, s.payload.Sum(sum[:0]))
}

// tick brings the time up to the present second, and the key up to the day.
func (s *signer) tick() {
	t := time.Now()
	if t.Unix() == s.second {
		return
	}
	before := s.now
	s.second, s.now = t.Unix(), t.UTC().Format("20060102T150405Z")
	if before == "" || before[:len(someDay)] != s.now[:len(someDay)] {
		key := []byte("AWS4" + secretKey)
		for _, part := range []string{s.now[:len(someDay)], "us-east-1", "dynamodb", "aws4_request"} {
			mac := hmac.New(sha256.New, key)
			mac.Write([]byte(part))
			key = mac.Sum(nil)
		}
		s.mac = hmac.New(sha256.New, key)
	}
}
