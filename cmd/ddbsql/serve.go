package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/server"
)

// serve answers requests until a signal ends it. The port is taken before the database is opened and a certificate
// written, so that a second server on the same port does not touch the first one's files. A second signal ends the process at once.
func (a *app) serve(cmd *cobra.Command, _ []string) error {
	ctx, stop := signal.NotifyContext(cmd.Context(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	context.AfterFunc(ctx, stop)

	relaxGC()
	log := a.config.logger(cmd.ErrOrStderr())
	verifier, err := a.config.verifier()
	if err != nil {
		return err
	}
	ln, err := net.Listen("tcp", a.config.listen)
	if err != nil {
		return err
	}
	certificate, err := a.config.tls.load(a.config.listen)
	if err != nil {
		ln.Close()
		return err
	}
	metrics := server.NewMetrics()
	db, err := a.open(ctx, &a.config, log, metrics.ObserveStatement)
	if err != nil {
		ln.Close()
		return fmt.Errorf("open %s: %w", a.config.database(), err)
	}
	db.StartBackground(log)
	of, _ := built()
	s := server.New(db, server.Options{
		Version:     of,
		Operations:  api.Served(),
		HostContext: noteHost,
		Auth:        verifier,
		Certificate: certificate,
		Metrics:     metrics,
		Logger:      log,
		MaxInFlight: a.config.maxInFlight,
		Admin:       newAdmin(&a.config, db),
	})
	log.Info("listening", slog.String("address", ln.Addr().String()), slog.String("database", a.config.database()),
		slog.Bool("signatures", verifier != nil), slog.Bool("tls", certificate != nil))
	return s.Serve(ctx, ln)
}

// relaxGC lets the heap grow further between collections than Go's default does: the live heap is a few MB, so that collecting each
// time it doubles means hundreds of collections a second under load. GOGC, if set, decides instead.
func relaxGC() {
	const percent = 400
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}
