package server

import "net/http"

// Values of the CORS headers, the service's own.
var (
	corsAnyOrigin = []string{"*"}
	corsExposed   = []string{"x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date"}
	corsMaxAge    = []string{"172800"} // seconds: two days
)

// setCORS lets a script of any origin read the answer, and in a preflight grants whatever it asks for: who may do what
// is decided by signatures, not by origins.
func setCORS(h http.Header, r *http.Request) {
	h["Access-Control-Allow-Origin"] = corsAnyOrigin
	h["Access-Control-Expose-Headers"] = corsExposed
	if r.Method != http.MethodOptions {
		return
	}
	h["Access-Control-Max-Age"] = corsMaxAge
	if methods := r.Header["Access-Control-Request-Method"]; methods != nil {
		h["Access-Control-Allow-Methods"] = methods
	}
	if headers := r.Header["Access-Control-Request-Headers"]; headers != nil {
		h["Access-Control-Allow-Headers"] = headers
	}
}
