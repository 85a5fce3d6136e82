package server

import (
	"cmp"
	"net/http"
	"time"
)

const (
	// maxHeaders is the service's limit on the request line and the headers together.
	maxHeaders = 16 << 10
	// maxHeaderRead is where net/http stops reading, with a 431 of its own. It is higher than maxHeaders so that the
	// service's 400 answers whatever is within reason.
	maxHeaderRead = 64 << 10
)

// headersTooLarge judges names, values and the four bytes around them.
func headersTooLarge(r *http.Request) bool {
	size := len(r.Method) + len(r.RequestURI) + len(r.Proto) + len(r.Host)
	for name, values := range r.Header {
		for _, v := range values {
			size += len(name) + len(v) + 4
		}
	}
	return size > maxHeaders
}

// Timeouts bound what a slow or silent client can hold.
type Timeouts struct {
	ReadHeader time.Duration // from the first byte of a request to the end of its headers, 10 s by default
	Read       time.Duration // to the end of the body, 60 s
	Write      time.Duration // from the end of the headers to the end of the answer, 120 s
	Idle       time.Duration // between requests on one connection, 300 s: longer than SDKs keep theirs
	Drain      time.Duration // for running requests at shutdown, 15 s
}

func (t Timeouts) withDefaults() Timeouts {
	return Timeouts{
		ReadHeader: cmp.Or(t.ReadHeader, 10*time.Second),
		Read:       cmp.Or(t.Read, 60*time.Second),
		Write:      cmp.Or(t.Write, 120*time.Second),
		Idle:       cmp.Or(t.Idle, 300*time.Second),
		Drain:      cmp.Or(t.Drain, 15*time.Second),
	}
}
