package server

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/gorilla/mux"
)

// pingTimeout bounds the database's answer to a readiness question.
const pingTimeout = 2 * time.Second

// newRoutes serves everything that is no operation. Other paths are 404, other methods 405.
func (s *Server) newRoutes(o *Options) http.Handler {
	r := mux.NewRouter()
	r.Path("/").Methods(http.MethodGet, http.MethodHead).HandlerFunc(healthy)
	r.Path("/").Methods(http.MethodOptions).HandlerFunc(preflight)
	s.addHealth(r, o)
	s.addAdmin(r, &o.Admin)
	return r
}

// addHealth adds the paths under which programs ask how the server is.
func (s *Server) addHealth(r *mux.Router, o *Options) {
	r.Path("/healthz").Methods(http.MethodGet, http.MethodHead).HandlerFunc(alive)
	r.Path("/readyz").Methods(http.MethodGet, http.MethodHead).HandlerFunc(s.ready)
	r.Path("/metrics").Methods(http.MethodGet).Handler(&s.metrics.registry)
	r.Path("/_localstack/health").Methods(http.MethodGet, http.MethodHead).Handler(s.healthReport(o.Version))
}

// healthy answers as the service's endpoint does.
func healthy(w http.ResponseWriter, r *http.Request) {
	plain(w, http.StatusOK, "healthy: "+r.Host)
}

// alive says that the process answers; it asks nobody.
func alive(w http.ResponseWriter, _ *http.Request) {
	plain(w, http.StatusOK, "alive")
}

// ready says whether operations would reach the database, and whether it is worth to send any.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) {
	if s.leaving.Load() {
		plain(w, http.StatusServiceUnavailable, "shutting down")
		return
	}
	if !s.reaches(r.Context()) {
		plain(w, http.StatusServiceUnavailable, "not ready")
		return
	}
	plain(w, http.StatusOK, "ready")
}

// reaches asks whether the database answers. The reason of a failure is for the log.
func (s *Server) reaches(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, pingTimeout)
	defer cancel()
	err := s.engine.Ping(ctx)
	if err != nil {
		s.log.Warn("not ready", "error", err)
	}
	return err == nil
}

// preflight needs no body; begin has set its headers.
func preflight(w http.ResponseWriter, _ *http.Request) {
	w.WriteHeader(http.StatusOK)
}

func plain(w http.ResponseWriter, status int, text string) {
	w.Header()["Content-Type"] = []string{"text/plain; charset=utf-8"}
	w.WriteHeader(status)
	fmt.Fprintln(w, text)
}
