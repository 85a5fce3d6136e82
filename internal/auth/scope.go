package auth

import "strings"

// Scope is who a request says it comes from, and for which region; nobody has verified it.
type Scope struct{ AccessKey, Region string }

// ClaimedScope reads the scope of an Authorization header. All it looks for is the credential,
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
