package auth

import "net/http"

// Request is what a signature speaks of, of a request to "/". Texts are as they were sent.
type Request interface {
	Method() string
	// Query is the query of the request's target, without the question mark.
	Query() string
	Host() string
	// Header gives the nth value, from 0, of the header of this name in any case, and whether there are that many. Host may not be
	// among the headers.
	Header(name string, nth int) (value string, found bool)
	// ContentLength is the length of the body, -1 if it was not announced.
	ContentLength() int64
}

// FromHTTP gives a request of net/http as what a signature speaks of.
func FromHTTP(r *http.Request) Request { return fromHTTP{r} }

type fromHTTP struct{ r *http.Request }

func (f fromHTTP) Method() string       { return f.r.Method }
func (f fromHTTP) Query() string        { return f.r.URL.RawQuery }
func (f fromHTTP) Host() string         { return f.r.Host }
func (f fromHTTP) ContentLength() int64 { return f.r.ContentLength }

func (f fromHTTP) Header(name string, nth int) (string, bool) {
	values := f.r.Header.Values(name)
	if nth >= len(values) {
		return "", false
	}
	return values[nth], true
}
