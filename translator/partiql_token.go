package translator

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"slices"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// A NextToken tells by itself where a SELECT goes on, so that any server can read it: a version, a digest of the statement and its
// parameters, which of the reads was the last, and the key of the last item it looked at.

const (
	tokenVersion = 1
	tokenDigest  = 16 // bytes
)

var (
	errBadToken   = apierr.Invalid("Invalid NextToken")
	errOtherToken = apierr.Invalid("NextToken does not match request")
)

// statementDigest tells statements with their parameters apart: by the text as written, and by values.
func statementDigest(text string, parameters []attr.Value) []byte {
	d := digest{sha256.New()}
	d.text(text)
	for _, v := range parameters {
		d.bytes(attr.AppendComparable(nil, v))
	}
	return d.Sum(nil)[:tokenDigest]
}

// continuation is what a NextToken says.
type continuation struct {
	read int
	last *attr.Item
}

// nextToken writes a token; last is the stored document of the key of the last item looked at.
func nextToken(digest []byte, read int, last []byte) string {
	b := append([]byte{tokenVersion}, digest...)
	b = binary.AppendUvarint(b, uint64(read))
	return base64.StdEncoding.EncodeToString(attr.AppendWire(b, last))
}

// parseToken reads a token that was given for the statement with that digest. A statement with a list or a map among its parameters
// cannot be continued: the service gives tokens for it but never takes them.
func parseToken(token string, digest []byte, parameters []attr.Value) (*continuation, *apierr.Error) {
	b, err := base64.StdEncoding.DecodeString(token)
	if err != nil || len(b) < 1+tokenDigest || b[0] != tokenVersion {
		return nil, errBadToken
	}
	structured := func(v attr.Value) bool { return v.Type == attr.L || v.Type == attr.M }
	if b = b[1:]; !bytes.Equal(b[:tokenDigest], digest) || slices.ContainsFunc(parameters, structured) {
		return nil, errOtherToken
	}
	b = b[tokenDigest:]
	read, n := binary.Uvarint(b)
	if n <= 0 || read >= maxAreas {
		return nil, errBadToken
	}
	last, ok := attr.ReadItem(b[n:])
	if !ok {
		return nil, errBadToken
	}
	return &continuation{read: int(read), last: &last}, nil
}

// resume sets where the read goes on; false when the token is not one of it.
func (c *continuation) resume(t *catalog.Table, reads []*Read) bool {
	if c.read >= len(reads) {
		return false
	}
	q := reads[c.read].Plan
	at, err := position(t, q.Index, c.last, func(catalog.KeyAttr, attr.Type) *apierr.Error { return errBadToken })
	if err != nil || !within(q, at) {
		return false
	}
	q.After = at
	return true
}
