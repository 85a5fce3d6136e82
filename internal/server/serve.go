package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
)

// Serve answers requests on ln until ctx ends, and for the grace after that; then it stops accepting, lets running requests finish within the drain
// time-out, and closes the engine, which it does in every case. The error is nil after an orderly shutdown; requests cut
// off by the time-out are an error.
func (s *Server) Serve(ctx context.Context, ln net.Listener) error {
	hs := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: s.timeouts.ReadHeader,
		ReadTimeout:       s.timeouts.Read,
		WriteTimeout:      s.timeouts.Write,
		IdleTimeout:       s.timeouts.Idle,
		MaxHeaderBytes:    maxHeaderRead,
		// net/http speaks up when it cannot accept, or when a handler outside operations panics.
		ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
	stopped := make(chan error, 1)
	var short *door // nil over TLS
	if s.tls == nil {
		short = newDoor(s, ln)
		ln = short
	}
	go func() { stopped <- s.listen(hs, ln) }()

	var failure error
	select {
	case err := <-stopped:
		failure = fmt.Errorf("serve %s: %w", ln.Addr(), err)
	case <-ctx.Done():
		running, waiting, _ := s.turns.figures()
		s.log.Info("shutting down", "in_flight", running+waiting)
		failure = errors.Join(s.leave(short, stopped), s.drain(hs, short))
	}
	if short != nil {
		short.slam()
	}
	if err := s.engine.Close(); err != nil {
		failure = errors.Join(failure, fmt.Errorf("close the database: %w", err))
	}
	return failure
}

// listen answers on ln until hs is closed. Over TLS, too, it speaks HTTP/1.1 alone, as the service does: measured with
// Go's client, HTTP/2 costs a third of the requests a second. Plain HTTP gets a status 400 there, from net/http.
func (s *Server) listen(hs *http.Server, ln net.Listener) error {
	if s.tls == nil {
		return hs.Serve(ln)
	}
	hs.TLSConfig = s.tls
	hs.Protocols = new(http.Protocols)
	hs.Protocols.SetHTTP1(true)
	return hs.ServeTLS(ln, "", "")
}
