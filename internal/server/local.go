package server

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/gorilla/mux"
)

// Local lets a server stand in for DynamoDB Local in what is no operation: what a browser's scripts may read, and what is answered to those who only ask whether somebody is there.
type Local struct {
	// Origins are the origins whose scripts may read answers; nil is all of them.
	Origins []string
}

// localRefusal is what DynamoDB Local answers to every request without credentials, in its own form. Harnesses wait for it: that it is
// there says that the server is.
const localRefusal = `{"__type":"com.amazonaws.dynamodb.v20120810#MissingAuthenticationToken","Message":"Request must contain either a valid (registered) AWS access key ID or X.509 certificate."}`

// newLocalRoutes answers the questions about the server's health as ever, and everything else that is no operation as
// DynamoDB Local does.
func (s *Server) newLocalRoutes(o *Options) http.Handler {
	r := mux.NewRouter()
	s.addHealth(r, o)
	s.addAdmin(r, &o.Admin)
	r.Methods(http.MethodOptions).Headers("Origin", "", "Access-Control-Request-Method", "").HandlerFunc(preflight)
	r.NotFoundHandler = http.HandlerFunc(refuseAsLocal)
	r.MethodNotAllowedHandler = r.NotFoundHandler
	return r
}

func refuseAsLocal(w http.ResponseWriter, _ *http.Request) {
	h := w.Header()
	h["Content-Type"] = jsonHeader
	h["Content-Length"] = []string{strconv.Itoa(len(localRefusal))}
	w.WriteHeader(http.StatusBadRequest)
	_, _ = w.Write([]byte(localRefusal)) // what goes wrong here is the connection's end
}

// letsRead tells whether scripts of a request's origin may read the answer.
func (l *Local) letsRead(r *http.Request) bool {
	return l == nil || l.Origins == nil || slices.Contains(l.Origins, r.Header.Get("Origin"))
}
