package catalog

import (
	"crypto/rand"
	"strings"
)

// secretBytes is how long the secrets of streams are.
const secretBytes = 32

// Copied gives the definition as that of a copy in an account and region, which its ARNs then name; empty ones change nothing. streams are the ids
// of the copied streams by those of their originals.
func (t *Table) Copied(region, account string, streams map[int64]int64) *Table {
	c := *t
	c.ARN = movedARN(t.ARN, region, account)
	if t.Stream != nil {
		s := *t.Stream
		s.ID = streams[s.ID]
		c.Stream = &s
	}
	return &c
}

// Copied gives the stream as that of a copy. It has a secret of its own: positions in the original and in the copy soon are of other
// records, so that a shard iterator of the one is none of the other.
func (s *Stream) Copied(region, account string) *Stream {
	c := *s
	c.ARN = movedARN(s.ARN, region, account)
	c.Secret = make([]byte, secretBytes)
	_, _ = rand.Read(c.Secret) // it never fails
	return &c
}

// movedARN names another region and account, unless they are empty, in arn:aws:dynamodb:REGION:ACCOUNT:...
func movedARN(arn, region, account string) string {
	const parts = 6
	p := strings.SplitN(arn, ":", parts)
	if len(p) < parts {
		return arn
	}
	if region != "" {
		p[3] = region
	}
	if account != "" {
		p[4] = account
	}
	return strings.Join(p, ":")
}
