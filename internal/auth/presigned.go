package auth

import (
	"net/url"
	"strconv"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// Names of a presigned request's query.
const (
	queryAlgorithm     = "X-Amz-Algorithm"
	queryCredential    = "X-Amz-Credential"
	querySignature     = "X-Amz-Signature"
	querySignedHeaders = "X-Amz-SignedHeaders"
	queryDate          = "X-Amz-Date"
	queryExpires       = "X-Amz-Expires"
	tokenHeader        = "X-Amz-Security-Token" // of headers and queries
	targetHeader       = "X-Amz-Target"         // signers that leave nothing in headers move it to the query
)

// longestLife is how long a presigned request can be good for.
const longestLife = 7 * 24 * time.Hour

// openPresigned reads the claim of a request that was signed by somebody else before it was sent: it is in the query. The operation
// must be under the signature, in its header or in the query, since whoever has the request may send it with any header.
func (v *Verifier) openPresigned(r Request) (c Claim, refusal *apierr.Error) {
	query, _ := url.ParseQuery(r.Query()) // what is malformed is left out, of what is signed too
	if !query.Has(queryAlgorithm) && !query.Has(queryCredential) && !query.Has(querySignature) {
		return c, errMissingToken()
	}
	c.presigned = true
	if c.auth, refusal = presignedAuthorization(query); refusal != nil {
		return c, refusal
	}
	signed, refusal := c.setDate(query.Get(queryDate))
	if refusal != nil {
		return c, refusal
	}
	life, refusal := presignedLife(query)
	if refusal != nil {
		return c, refusal
	}
	if refusal := v.admit(&c, signed, life, query.Get(tokenHeader)); refusal != nil {
		return c, refusal
	}
	if target, _ := r.Header(targetHeader, 0); !c.auth.signs(targetHeader) && target != query.Get(targetHeader) {
		return c, errMismatch()
	}
	return c, nil
}

// presignedAuthorization takes from a query what an Authorization header says otherwise.
func presignedAuthorization(query url.Values) (a authorization, refusal *apierr.Error) {
	var missing string
	for _, name := range []string{queryAlgorithm, queryCredential, querySignature, querySignedHeaders, queryDate} {
		if query.Get(name) == "" {
			missing += "AWS query-string parameters must include '" + name + "'. "
		}
	}
	if missing != "" {
		return a, incomplete(missing + "Re-examine the query-string parameters.")
	}
	if scheme := query.Get(queryAlgorithm); scheme != algorithm {
		return a, incomplete("Unsupported AWS 'algorithm': '" + scheme + "'.")
	}
	a.credential = query.Get(queryCredential)
	a.signedHeaders = query.Get(querySignedHeaders)
	a.signature = query.Get(querySignature)
	return a, a.splitCredential()
}

// presignedLife is how long a presigned request is good for, as long as any other if it does not say. The texts are those of S3, the
// one service whose presigned requests are in wide use.
func presignedLife(query url.Values) (time.Duration, *apierr.Error) {
	text := query.Get(queryExpires)
	if text == "" {
		return maxSkew, nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	switch {
	case err != nil:
		return 0, incomplete(queryExpires + " should be a number")
	case seconds < 0:
		return 0, incomplete(queryExpires + " must be non-negative")
	case seconds > int64(longestLife/time.Second):
		return 0, incomplete(queryExpires + " must be less than a week (in seconds); that is, the given " + queryExpires + " must be less than 604800 seconds")
	}
	return time.Duration(seconds) * time.Second, nil
}
