package auth

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"strings"
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"
)

// cachedSigningKeys bounds the derived keys kept: one per access key and day in use.
const cachedSigningKeys = 1024

// signingScope is what a signing key is derived from besides the secret; the service is the same in all of them.
type signingScope struct{ accessKey, date, region string }

// signingKeys are those in use.
type signingKeys = lru.Cache[signingScope, *signingKey]

func newSigningKeys() *signingKeys {
	keys, err := lru.New[signingScope, *signingKey](cachedSigningKeys)
	if err != nil {
		panic(err) // only a size below one fails
	}
	return keys
}

// signingKey is the key of one day. It keeps what makes signatures with it: preparing that costs as much as half a signature, and allocates.
type signingKey struct{ makers sync.Pool }

// maker makes signatures of texts, one at a time.
type maker struct {
	mac  hash.Hash
	text []byte // reused
	sum  [sha256.Size]byte
}

func newSigningKey(key []byte) *signingKey {
	return &signingKey{makers: sync.Pool{New: func() any { return &maker{mac: hmac.New(sha256.New, key)} }}}
}

func (k *signingKey) maker() *maker { return k.makers.Get().(*maker) }

// done gives a maker back. Headers are 16 KB at most, and so is its text.
func (k *signingKey) done(m *maker) { k.makers.Put(m) }

// makes tells, in the same time for every wrong one, whether the signature is that of the maker's text.
func (m *maker) makes(signature string) bool {
	m.mac.Reset()
	m.mac.Write(m.text)
	want := m.mac.Sum(m.sum[:0])
	m.text = append(m.text[:0], signature...)
	n, err := hex.Decode(m.text, m.text)
	return err == nil && hmac.Equal(m.text[:n], want)
}

// signingKey derives the day's key from the secret, or takes it from the cache.
func (c *Claim) signingKey() *signingKey {
	scope := signingScope{accessKey: c.auth.accessKey, date: c.auth.date, region: c.auth.region}
	if key, ok := c.ring.derived.Get(scope); ok {
		return key
	}
	key := []byte("AWS4" + c.ring.keys[c.auth.accessKey].Secret)
	for _, part := range []string{c.auth.date, c.auth.region, c.auth.service, c.auth.term} {
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte(part))
		key = mac.Sum(nil)
	}
	// The cached scope must not keep the whole request's header text alive.
	scope = signingScope{strings.Clone(scope.accessKey), strings.Clone(scope.date), strings.Clone(scope.region)}
	derived := newSigningKey(key)
	c.ring.derived.Add(scope, derived)
	return derived
}
