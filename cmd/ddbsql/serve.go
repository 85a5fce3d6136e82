package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/idle"
	"github.com/ddbsql/ddbsql/internal/reload"
	"github.com/ddbsql/ddbsql/internal/server"
)

// serve answers requests from the configured database until a signal ends it.
func (a *app) serve(cmd *cobra.Command, _ []string) error {
	return a.serveUntilSignal(cmd.Context(), cmd.ErrOrStderr(), a.openHouse)
}

// house is what a server serves, and how.
type house struct {
	engine  server.Engine
	options server.Options // those that depend on the engine
	keys    *reload.Source // the file of credentials; nil for none
}

// openHouse opens the configured database for a server of its own.
func (a *app) openHouse(ctx context.Context, log *slog.Logger, metrics *server.Metrics) (house, error) {
	keys, err := a.config.keyholder()
	if err != nil {
		return house{}, err
	}
	if a.config.namespaces.on() {
		a.config.store.connections = a.config.mainConnections()
	}
	db, err := a.open(ctx, &a.config, log, metrics.ObserveStatement)
	if err != nil {
		return house{}, fmt.Errorf("open %s: %w", a.config.database(), err)
	}
	db.StartBackground(log)
	all, err := a.newTenants(db, &keys, log, metrics)
	if err != nil {
		return house{}, errors.Join(err, db.Close())
	}
	h := house{engine: all, keys: keys.file, options: server.Options{Auth: keys.verifier, Permit: keys.permit, Admin: newAdmin(&a.config, all)}}
	addSnapshots(&h.options.Admin, all.keeper())
	if a.config.namespaces.on() {
		h.options.Enter = all.enter
		all.startTours()
	}
	return h, nil
}

// serveUntilSignal answers requests until a signal ends it. The port is taken before the database is opened and a certificate
// written, so that a second server on the same port does not touch the first one's files. A second signal ends the process at once.
func (a *app) serveUntilSignal(ctx context.Context, stderr io.Writer,
	open func(context.Context, *slog.Logger, *server.Metrics) (house, error)) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	context.AfterFunc(ctx, stop)

	relaxGC()
	a.config.clock.start(a.config.admin)
	if err := a.config.faults.start(a.config.admin); err != nil {
		return err
	}
	log := a.config.logger(stderr)
	a.config.slow.start(log)
	ln, err := net.Listen("tcp", a.config.listen)
	if err != nil {
		return err
	}
	certificate, err := a.config.tls.certificate(a.config.listen)
	if err != nil {
		ln.Close()
		return err
	}
	metrics := server.NewMetrics()
	a.config.metrics = metrics
	if err := a.config.traces.start(a.environment, log, metrics); err != nil {
		ln.Close()
		return err
	}
	defer a.config.traces.end()
	h, err := open(ctx, log, metrics)
	if err != nil {
		ln.Close()
		return err
	}
	h.ask(a.config.faults.rules)
	o := h.options
	o.Version, _ = built()
	o.Operations, o.HostContext = api.Served(), noteHost
	o.Certificate, o.Metrics, o.Logger, o.MaxInFlight = certificate.current, metrics, log, a.config.maxInFlight
	o.Grace, o.Traces = a.config.drain.grace, a.config.traces.tracer
	a.config.overload.apply(&o)
	s := server.New(h.engine, o)
	idle.Watch(ctx)
	reload.Watch(ctx, log, h.keys, certificate.files)
	log.Info("listening", slog.String("address", ln.Addr().String()), slog.String("database", a.config.database()),
		slog.Bool("signatures", o.Auth != nil), slog.Bool("tls", o.Certificate != nil))
	return s.Serve(ctx, ln)
}
