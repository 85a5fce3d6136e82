package auth

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

const (
	stampFormat = "20060102T150405Z"
	// maxSkew is how far a signature's time may lie from ours, either way.
	maxSkew = 15 * time.Minute
	// cachedSigningKeys bounds the derived keys kept: one per access key and day in use.
	cachedSigningKeys = 1024
)

// Config says whose signatures are accepted.
type Config struct {
	Keys   Keys
	Region string           // the region of a valid credential scope
	Clock  func() time.Time // nil means time.Now
}

// Verifier judges signatures. It is safe for concurrent use.
type Verifier struct {
	keys   Keys
	region string
	clock  func() time.Time
	// derived holds signing keys; region and service are the same in all of them.
	derived *lru.Cache[signingScope, *signingKey]
}

// NewVerifier makes a Verifier.
func NewVerifier(c Config) *Verifier {
	derived, err := lru.New[signingScope, *signingKey](cachedSigningKeys)
	if err != nil {
		panic(err) // only a size below one fails
	}
	if c.Clock == nil {
		c.Clock = time.Now
	}
	return &Verifier{keys: c.Keys, region: c.Region, clock: c.Clock, derived: derived}
}

// Claim is what a request's headers say about its signature; Verify says whether it is true.
type Claim struct {
	verifier *Verifier
	auth     authorization
	stamp    string // the time of signing in ISO 8601 basic format
	secret   string
}

// Open reads the claim of a request and refuses it when it is incomplete, out of time, out of scope or by an unknown
// key, judged in this order.
func (v *Verifier) Open(r Request) (Claim, *apierr.Error) {
	c := Claim{verifier: v}
	header, _ := r.Header("Authorization", 0)
	if header == "" {
		return c, errMissingToken()
	}
	date, _ := r.Header("X-Amz-Date", 0)
	if date == "" {
		date, _ = r.Header("Date", 0)
	}
	var refusal *apierr.Error
	if c.auth, refusal = parseAuthorization(header, date != ""); refusal != nil {
		return c, refusal
	}
	signed, ok := parseDate(date)
	if !ok {
		return c, incomplete("Date must be in ISO-8601 'basic format'. Got '" + date + "'. See http://en.wikipedia.org/wiki/ISO_8601")
	}
	if c.stamp = date; len(date) != len(stampFormat) { // a Date header, or with fractions of a second
		c.stamp = signed.Format(stampFormat)
	}
	if refusal := v.checkTime(signed, c.stamp); refusal != nil {
		return c, refusal
	}
	if refusal := v.checkScope(&c.auth, c.stamp); refusal != nil {
		return c, refusal
	}
	if c.secret, ok = v.keys[c.auth.accessKey]; !ok {
		return c, apierr.New(apierr.UnrecognizedClient, "The security token included in the request is invalid.")
	}
	return c, nil
}

// parseDate accepts the basic format of X-Amz-Date and the formats of a Date header.
func parseDate(text string) (time.Time, bool) {
	if t, err := time.Parse(stampFormat, text); err == nil {
		return t, true
	}
	t, err := http.ParseTime(text)
	return t.UTC(), err == nil
}

func (v *Verifier) checkTime(signed time.Time, stamp string) *apierr.Error {
	now := v.clock().UTC()
	earliest, latest := now.Add(-maxSkew), now.Add(maxSkew)
	switch {
	case signed.Before(earliest.Truncate(time.Second)):
		return invalid("Signature expired: " + stamp + " is now earlier than " + earliest.Format(stampFormat) +
			" (" + now.Format(stampFormat) + " - 15 min.)")
	case signed.After(latest):
		return invalid("Signature not yet current: " + stamp + " is still later than " + latest.Format(stampFormat) +
			" (" + now.Format(stampFormat) + " + 15 min.)")
	}
	return nil
}

// checkScope reports everything that is wrong with the credential scope in one text, as the service does.
func (v *Verifier) checkScope(a *authorization, stamp string) *apierr.Error {
	var text string
	if !a.signsHost() {
		text += "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization. "
	}
	if a.region != v.region {
		text += "Credential should be scoped to a valid region, not '" + a.region + "'. "
	}
	if a.service != service {
		text += "Credential should be scoped to correct service: '" + service + "'. "
	}
	if a.term != terminator {
		text += "Credential should be scoped with a valid terminator: '" + terminator + "', not '" + a.term + "'. "
	}
	if day := stamp[:len("20060102")]; a.date != day {
		text += "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '" +
			a.date + "' != '" + day + "', from '" + stamp + "'."
	}
	if text == "" {
		return nil
	}
	return invalid(text)
}

// Verify tells whether the signature is the one the claimed key gives for this request and this body.
func (c *Claim) Verify(r Request, body []byte) *apierr.Error {
	key := c.signingKey()
	m := key.maker()
	defer key.done(m)
	m.text = appendCanonical(m.text[:0], r, c.auth.signedHeaders, body)
	digest := sha256.Sum256(m.text)
	m.text = c.appendStringToSign(m.text[:0], digest)
	if !m.makes(c.auth.signature) {
		return invalid("The request signature we calculated does not match the signature you provided. " +
			"Check your AWS Secret Access Key and signing method. Consult the service documentation for details.")
	}
	return nil
}

func (c *Claim) appendStringToSign(dst []byte, digest [sha256.Size]byte) []byte {
	dst = append(dst, algorithm+"\n"...)
	dst = append(dst, c.stamp...)
	dst = append(dst, '\n')
	dst = append(dst, c.auth.credential[len(c.auth.accessKey)+1:]...)
	dst = append(dst, '\n')
	return hex.AppendEncode(dst, digest[:])
}
