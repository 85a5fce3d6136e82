package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"github.com/gorilla/mux"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
)

// Admin are acts of administration, each reached by POST /_ddbsql/NAME. The zero value has none: every such path is 404.
type Admin struct {
	// Acts by their name in the path, as "ttl/sweep".
	Acts map[string]AdminAct
	// Token, if set, must be borne by every request ("Authorization: Bearer TOKEN"), wherever it comes from. Without one, only
	// programs of this machine are let in, by its loopback addresses.
	Token string
}

// AdminAct does one act of administration: body is the request's, the answer is encoded as JSON. An error that is an
// *apierr.Error is answered as it is; any other is logged and answered as an internal error. Acts may take as long as they
// need: ctx ends when the client goes away.
type AdminAct func(ctx context.Context, body []byte) (answer any, err error)

// AdminCall makes an act of a function with typed parameters. They are the JSON object in the request's body, whose members must
// be known; a request without a body leaves them zero.
func AdminCall[In, Out any](run func(ctx context.Context, in In) (Out, error)) AdminAct {
	return func(ctx context.Context, body []byte) (any, error) {
		var in In
		d := json.NewDecoder(bytes.NewReader(body))
		d.DisallowUnknownFields()
		if err := d.Decode(&in); err != nil && err != io.EOF {
			return nil, apierr.New(apierr.Serialization, err.Error())
		}
		return run(ctx, in)
	}
}

const (
	adminPath = "/_ddbsql/"
	// maxAdminBody is far beyond what any act's parameters need.
	maxAdminBody = 1 << 20
)

// addAdmin adds the paths of the acts; they answer POST alone.
func (s *Server) addAdmin(routes *mux.Router, a *Admin) {
	for name, act := range a.Acts {
		routes.Path(adminPath + name).Methods(http.MethodPost).HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !a.lets(r) {
				answerAdmin(w, http.StatusForbidden, apierr.New(apierr.AccessDenied, "Administration is not for this caller.").AppendJSON(nil))
				return
			}
			status, answer := s.administer(name, act, w, r)
			answerAdmin(w, status, answer)
		})
	}
}

// administer runs one act and gives its status and answer.
func (s *Server) administer(name string, act AdminAct, w http.ResponseWriter, r *http.Request) (status int, answer []byte) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxAdminBody))
	if err != nil {
		return http.StatusBadRequest, apierr.New(apierr.Serialization, "The request body could not be read.").AppendJSON(nil)
	}
	// A connection without deadlines refuses them, and has none to lift.
	_ = http.NewResponseController(w).SetWriteDeadline(time.Time{})
	result, err := act(r.Context(), body)
	if err == nil {
		answer, err = json.Marshal(result)
	}
	if err == nil {
		return http.StatusOK, answer
	}
	var refusal *apierr.Error
	if !errors.As(err, &refusal) {
		refusal = apierr.Internal(err)
	}
	if refusal.Status() >= http.StatusInternalServerError {
		s.log.Error("administration failed", "act", name, "error", refusal.Cause)
	}
	return refusal.Status(), refusal.AppendJSON(nil)
}

// lets tells whether a request may administer. A loopback address proves nothing if a browser or a proxy of this machine speaks for
// somebody else; both say so in their headers.
func (a *Admin) lets(r *http.Request) bool {
	if a.Token != "" {
		token, bears := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		return bears && auth.SameSecret(token, a.Token)
	}
	for _, header := range []string{"Origin", "Forwarded", "X-Forwarded-For"} {
		if r.Header.Get(header) != "" {
			return false
		}
	}
	from, err := netip.ParseAddrPort(r.RemoteAddr)
	return err == nil && from.Addr().Unmap().IsLoopback()
}

func answerAdmin(w http.ResponseWriter, status int, body []byte) {
	w.Header()["Content-Type"] = []string{"application/json"}
	w.WriteHeader(status)
	_, _ = w.Write(append(body, '\n')) // what goes wrong here is the connection's end
}
