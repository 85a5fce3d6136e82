package engine

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"strings"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// iteratorLife is how long a shard iterator can be used.
const iteratorLife = 15 * time.Minute

// iteratorForm stands between the stream's ARN and what only we read.
const iteratorForm = "|1|"

// shardIterator is a place in a shard: what ShardIterator texts say. No server keeps anything of one.
type shardIterator struct {
	stream string // ARN
	shard  int32
	after  int64 // exclusive position
	issued time.Time
	// signed are the bytes signature is of.
	signed, signature []byte
}

const (
	iteratorBytes  = 4 + 8 + 8 // shard, after, issued
	signatureBytes = 16
)

// iteratorText is the ShardIterator of a place in a shard of s. It is signed with the stream's secret, so that nobody makes one up.
func iteratorText(s *catalog.Stream, h *catalog.Shard, after int64, now time.Time) string {
	place := make([]byte, 0, iteratorBytes+signatureBytes)
	place = binary.BigEndian.AppendUint32(place, uint32(h.ID))
	place = binary.BigEndian.AppendUint64(place, uint64(after))
	place = binary.BigEndian.AppendUint64(place, uint64(now.UnixMilli()))
	place = append(place, sign(s, place)...)
	return s.ARN + iteratorForm + base64.RawURLEncoding.EncodeToString(place)
}

func sign(s *catalog.Stream, place []byte) []byte {
	mac := hmac.New(sha256.New, s.Secret)
	mac.Write([]byte(s.ARN))
	mac.Write(place)
	return mac.Sum(nil)[:signatureBytes]
}

// IteratorStream gives the ARN of the stream that a ShardIterator says it is a place in, before it is judged; ok is false for what is
// none.
func IteratorStream(text string) (arn string, ok bool) {
	arn, _, ok = strings.Cut(text, iteratorForm)
	return arn, ok
}

// parseIterator reads a ShardIterator; whether it is genuine can be said only with its stream.
func parseIterator(text string) (shardIterator, *apierr.Error) {
	arn, encoded, ok := strings.Cut(text, iteratorForm)
	place, err := base64.RawURLEncoding.Strict().DecodeString(encoded)
	if !ok || err != nil || len(place) != iteratorBytes+signatureBytes {
		return shardIterator{}, errBadIterator
	}
	return shardIterator{
		stream:    arn,
		shard:     int32(binary.BigEndian.Uint32(place)),
		after:     int64(binary.BigEndian.Uint64(place[4:])),
		issued:    time.UnixMilli(int64(binary.BigEndian.Uint64(place[12:]))),
		signed:    place[:iteratorBytes],
		signature: place[iteratorBytes:],
	}, nil
}

// check refuses an iterator of s that we have not made, that is too old, or whose records are gone.
func (it *shardIterator) check(s *catalog.Stream, now time.Time) *apierr.Error {
	switch {
	case !hmac.Equal(it.signature, sign(s, it.signed)):
		return errBadIterator
	case now.Sub(it.issued) > iteratorLife:
		return errExpiredIterator
	case it.after < s.Trimmed:
		return errTrimmed
	}
	return nil
}

var (
	errBadIterator     = apierr.Invalid("Invalid ShardIterator")
	errExpiredIterator = apierr.New(apierr.ExpiredIterator, apierr.TextExpiredIterator)
	errTrimmed         = apierr.New(apierr.TrimmedDataAccess, apierr.TextTrimmed)
)
