// Package auth verifies Signature Version 4 on requests: who signed, when, for which scope, and whether the signature
// covers the headers and the body that arrived.
//
// The server asks in two steps, so that a request nobody signed is refused before its body is read: Open judges what is before the
// body, Claim.Verify the signature over all of it. Refusals carry the service's types and texts. Signatures are in the headers or, of
// presigned requests, in the query. Keys may be replaced at any time.
package auth

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

const (
	stampFormat = "20060102T150405Z"
	// maxSkew is how far a signature's time may lie from ours, either way.
	maxSkew = 15 * time.Minute
)

// Config says whose signatures are accepted.
type Config struct {
	Keys   Keys
	Region string           // the region of a valid credential scope; empty for any
	Clock  func() time.Time // nil means time.Now
}

// Verifier judges signatures. It is safe for concurrent use.
type Verifier struct {
	ring   atomic.Pointer[keyring]
	region string
	clock  func() time.Time
}

// NewVerifier makes a Verifier.
func NewVerifier(c Config) *Verifier {
	if c.Clock == nil {
		c.Clock = time.Now
	}
	v := &Verifier{region: c.Region, clock: c.Clock}
	v.Replace(c.Keys)
	return v
}

// Replace accepts these keys from now on, and no others. A request whose headers are judged already keeps the keys of that moment.
func (v *Verifier) Replace(keys Keys) { v.ring.Store(newKeyring(keys)) }

// Key gives what is known of an access key now, and whether there is such a key.
func (v *Verifier) Key(accessKey string) (Key, bool) {
	key, known := v.ring.Load().keys[accessKey]
	return key, known
}

// Claim is what a request says about its signature; Verify says whether it is true.
type Claim struct {
	ring      *keyring
	auth      authorization
	stamp     string // the time of signing in ISO 8601 basic format
	presigned bool
}

// AccessKey is the key that the claim is made for. Only Verify says whether it is the key's owner who asks.
func (c *Claim) AccessKey() string { return c.auth.accessKey }

// Open reads the claim of a request and refuses it when it is incomplete, out of time, out of scope or by an unknown
// key, judged in this order. The claim is in the headers or, if there is no Authorization among them, in the query.
func (v *Verifier) Open(r Request) (c Claim, refusal *apierr.Error) {
	header, _ := r.Header("Authorization", 0)
	if header == "" && r.Query() != "" {
		return v.openPresigned(r)
	}
	if header == "" {
		return c, errMissingToken()
	}
	date, _ := r.Header("X-Amz-Date", 0)
	if date == "" {
		date, _ = r.Header("Date", 0)
	}
	if c.auth, refusal = parseAuthorization(header, date != ""); refusal != nil {
		return c, refusal
	}
	signed, refusal := c.setDate(date)
	if refusal != nil {
		return c, refusal
	}
	token, _ := r.Header(tokenHeader, 0)
	return c, v.admit(&c, signed, maxSkew, token)
}

// setDate takes the time of signing.
func (c *Claim) setDate(date string) (signed time.Time, refusal *apierr.Error) {
	signed, ok := parseDate(date)
	if !ok {
		return signed, incomplete("Date must be in ISO-8601 'basic format'. Got '" + date + "'. See http://en.wikipedia.org/wiki/ISO_8601")
	}
	if c.stamp = date; len(date) != len(stampFormat) { // a Date header, or with fractions of a second
		c.stamp = signed.Format(stampFormat)
	}
	return signed, nil
}

// admit judges a whole claim: it is good for so long after it was signed.
func (v *Verifier) admit(c *Claim, signed time.Time, life time.Duration, token string) *apierr.Error {
	if refusal := v.checkTime(signed, c.stamp, life); refusal != nil {
		return refusal
	}
	if refusal := v.checkScope(&c.auth, c.stamp); refusal != nil {
		return refusal
	}
	if c.ring = v.ring.Load(); !c.ring.lets(c.auth.accessKey, token) {
		return apierr.New(apierr.UnrecognizedClient, "The security token included in the request is invalid.")
	}
	return nil
}

// parseDate accepts the basic format of X-Amz-Date and the formats of a Date header.
func parseDate(text string) (time.Time, bool) {
	if t, err := time.Parse(stampFormat, text); err == nil {
		return t, true
	}
	t, err := http.ParseTime(text)
	return t.UTC(), err == nil
}

func (v *Verifier) checkTime(signed time.Time, stamp string, life time.Duration) *apierr.Error {
	now := v.clock().UTC()
	earliest, latest := now.Add(-life), now.Add(maxSkew)
	switch {
	case signed.Before(earliest.Truncate(time.Second)):
		return invalid("Signature expired: " + stamp + " is now earlier than " + earliest.Format(stampFormat) +
			" (" + now.Format(stampFormat) + " - " + inWords(life) + ")")
	case signed.After(latest):
		return invalid("Signature not yet current: " + stamp + " is still later than " + latest.Format(stampFormat) +
			" (" + now.Format(stampFormat) + " + " + inWords(maxSkew) + ")")
	}
	return nil
}

// inWords writes a time as the service's texts do, in minutes if it is whole ones.
func inWords(d time.Duration) string {
	if d%time.Minute == 0 {
		return strconv.Itoa(int(d/time.Minute)) + " min."
	}
	return strconv.Itoa(int(d/time.Second)) + " sec."
}

// checkScope reports everything that is wrong with the credential scope in one text, as the service does.
func (v *Verifier) checkScope(a *authorization, stamp string) *apierr.Error {
	var text string
	if !a.signs("host") { // the service insists
		text += "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization. "
	}
	if v.region != "" && a.region != v.region {
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

// Scope is who the request claims to come from, which Verify proves.
func (c *Claim) Scope() Scope { return Scope{AccessKey: c.auth.accessKey, Region: c.auth.region} }

// Verify tells whether the signature is the one the claimed key gives for this request and this body.
func (c *Claim) Verify(r Request, body []byte) *apierr.Error {
	key := c.signingKey()
	m := key.maker()
	defer key.done(m)
	m.text = c.appendCanonical(m.text[:0], r, body)
	digest := sha256.Sum256(m.text)
	m.text = c.appendStringToSign(m.text[:0], digest)
	if !m.makes(c.auth.signature) {
		return errMismatch()
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
