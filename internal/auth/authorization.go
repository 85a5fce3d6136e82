package auth

import (
	"strings"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

const (
	algorithm  = "AWS4-HMAC-SHA256"
	service    = "dynamodb"
	terminator = "aws4_request"
)

// authorization is a parsed Authorization header.
type authorization struct {
	credential    string
	signedHeaders string // lower-case names joined by ';', as the client wrote them
	signature     string // hexadecimal

	// The parts of credential.
	accessKey, date, region, service, term string
}

// parseAuthorization reads "AWS4-HMAC-SHA256 Credential=.., SignedHeaders=.., Signature=..". The parts may be
// separated by commas, blanks or both. hasDate says whether the request carries a date, because the service reports a
// missing one together with missing parts.
func parseAuthorization(header string, hasDate bool) (authorization, *apierr.Error) {
	var a authorization
	scheme, rest, _ := strings.Cut(strings.TrimSpace(header), " ")
	if !strings.HasPrefix(scheme, "AWS4-") {
		return a, errMissingToken()
	}
	if scheme != algorithm {
		return a, incomplete("Unsupported AWS 'algorithm': '" + scheme + "'.")
	}
	for rest != "" {
		var part string
		part, rest = cutPart(rest)
		if part == "" {
			continue
		}
		name, value, ok := strings.Cut(part, "=")
		if !ok {
			return a, incomplete("'" + part + "' not a valid key=value pair (missing equal-sign) in Authorization header: '" + header + "'.")
		}
		switch name {
		case "Credential":
			a.credential = value
		case "SignedHeaders":
			a.signedHeaders = value
		case "Signature":
			a.signature = value
		}
	}
	if missing := a.missing(hasDate); missing != "" {
		return a, incomplete(missing + "Authorization=" + header)
	}
	return a, a.splitCredential()
}

func cutPart(s string) (part, rest string) {
	if i := strings.IndexAny(s, ", \t"); i >= 0 {
		return s[:i], s[i+1:]
	}
	return s, ""
}

// missing lists what the header lacks in the service's sentences, each with a blank behind it.
func (a *authorization) missing(hasDate bool) string {
	var text string
	for _, p := range []struct{ name, value string }{
		{"Credential", a.credential}, {"Signature", a.signature}, {"SignedHeaders", a.signedHeaders},
	} {
		if p.value == "" {
			text += "Authorization header requires '" + p.name + "' parameter. "
		}
	}
	if !hasDate {
		text += "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
	}
	return text
}

func (a *authorization) splitCredential() *apierr.Error {
	rest := a.credential
	for _, part := range []*string{&a.accessKey, &a.date, &a.region, &a.service} {
		var ok bool
		if *part, rest, ok = strings.Cut(rest, "/"); !ok {
			return a.badCredential()
		}
	}
	if a.term = rest; strings.Contains(rest, "/") {
		return a.badCredential()
	}
	return nil
}

func (a *authorization) badCredential() *apierr.Error {
	return incomplete("Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '" + a.credential + "'")
}

// signs tells whether the header of this name is under the signature.
func (a *authorization) signs(header string) bool {
	for rest := a.signedHeaders; rest != ""; {
		var name string
		if name, rest, _ = strings.Cut(rest, ";"); strings.EqualFold(name, header) {
			return true
		}
	}
	return false
}

func errMissingToken() *apierr.Error {
	return apierr.New(apierr.MissingAuthentication, "Request is missing Authentication Token")
}

func incomplete(text string) *apierr.Error { return apierr.New(apierr.IncompleteSignature, text) }

func invalid(text string) *apierr.Error { return apierr.New(apierr.InvalidSignature, text) }

func errMismatch() *apierr.Error {
	return invalid("The request signature we calculated does not match the signature you provided. " +
		"Check your AWS Secret Access Key and signing method. Consult the service documentation for details.")
}
