package auth

import (
	"net/url"
	"strings"
)

// Scope is who a request says it comes from, and for which region.
type Scope struct{ AccessKey, Region string }

// ClaimedBy reads the scope of a request, which nobody has verified: of its Authorization header, or of a presigned request's query.
func ClaimedBy(r Request) (Scope, bool) {
	if header, _ := r.Header("Authorization", 0); header != "" || r.Query() == "" {
		return ClaimedScope(header)
	}
	query, _ := url.ParseQuery(r.Query())
	if !query.Has(queryCredential) {
		return Scope{}, false
	}
	return ClaimedScope("Credential=" + query.Get(queryCredential))
}

// ClaimedScope reads the scope of an Authorization header, which nobody has verified. All it looks for is the credential,
// "Credential=accessKey/date/region/...": the rest of the header may be missing or wrong.
func ClaimedScope(header string) (Scope, bool) {
	_, credential, ok := strings.Cut(header, "Credential=")
	if !ok {
		return Scope{}, false
	}
	credential, _ = cutPart(credential)
	accessKey, rest, _ := strings.Cut(credential, "/")
	_, rest, _ = strings.Cut(rest, "/")
	region, _, _ := strings.Cut(rest, "/")
	return Scope{AccessKey: accessKey, Region: region}, true
}
