package auth

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strconv"
	"strings"
)

// appendCanonical appends the canonical form of a request to "/": method, path, query, the signed headers and the
// digest of the body. The body's digest is always computed, so a request that calls its payload unsigned, or announces
// another digest than its body has, cannot verify; the service allows unsigned payloads on no DynamoDB operation.
func (c *Claim) appendCanonical(dst []byte, r Request, body []byte) []byte {
	dst = append(dst, r.Method()...)
	dst = append(dst, "\n/\n"...)
	if query := r.Query(); query != "" {
		// What is malformed is left out. Encode sorts by name and escapes as the signature asks, save for the blank.
		values, _ := url.ParseQuery(query)
		if c.presigned {
			values.Del(querySignature)
		}
		dst = append(dst, strings.ReplaceAll(values.Encode(), "+", "%20")...)
	}
	dst = append(dst, '\n')
	for rest := c.auth.signedHeaders; rest != ""; {
		var name string
		name, rest, _ = strings.Cut(rest, ";")
		dst = append(dst, strings.ToLower(name)...)
		dst = append(dst, ':')
		dst = appendHeaderValue(dst, r, name)
		dst = append(dst, '\n')
	}
	dst = append(dst, '\n')
	dst = append(dst, c.auth.signedHeaders...)
	dst = append(dst, '\n')
	digest := sha256.Sum256(body)
	return hex.AppendEncode(dst, digest[:])
}

// appendHeaderValue appends a header's values joined by commas, without outer blanks and with inner runs of blanks as
// one. Content-Length is signed by its number if it is not among the headers.
func appendHeaderValue(dst []byte, r Request, name string) []byte {
	if strings.EqualFold(name, "host") {
		return appendTrimmed(dst, r.Host())
	}
	value, found := r.Header(name, 0)
	if !found && strings.EqualFold(name, "content-length") && r.ContentLength() >= 0 {
		return strconv.AppendInt(dst, r.ContentLength(), 10)
	}
	for nth := 1; found; nth++ {
		dst = appendTrimmed(dst, value)
		if value, found = r.Header(name, nth); found {
			dst = append(dst, ',')
		}
	}
	return dst
}

func appendTrimmed(dst []byte, value string) []byte {
	start, blank := len(dst), false
	for i := range len(value) {
		c := value[i]
		if c == ' ' || c == '\t' {
			blank = true
			continue
		}
		if blank && len(dst) > start {
			dst = append(dst, ' ')
		}
		blank = false
		dst = append(dst, c)
	}
	return dst
}
