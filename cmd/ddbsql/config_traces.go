package main

import (
	"fmt"
	"log/slog"

	"github.com/spf13/pflag"

	"github.com/ddbsql/ddbsql/internal/server"
	"github.com/ddbsql/ddbsql/internal/traces"
)

// tracesConfig says where spans are sent. OpenTelemetry's own variables say the rest.
type tracesConfig struct {
	collector string
	tracer    *traces.Tracer // nil until it is started, and where there are no traces
}

func (c *tracesConfig) addFlags(flags *pflag.FlagSet) {
	flags.StringVar(&c.collector, "traces", "", "http://HOST:PORT of an OpenTelemetry collector to send traces to, by OTLP over HTTP; variables OTEL_... say the rest")
}

// start begins to deliver spans, if they are asked for.
func (c *tracesConfig) start(find lookup, log *slog.Logger, metrics *server.Metrics) error {
	version, _ := built()
	settings, err := traces.Read(c.collector, version, find)
	if err != nil {
		return fmt.Errorf("traces: %w", err)
	}
	if settings != nil {
		c.tracer = traces.New(settings, log, metrics.TraceSpans())
	}
	return nil
}

// end delivers what is left.
func (c *tracesConfig) end() {
	if c.tracer != nil {
		c.tracer.Close()
	}
}

// systemOf is a database's kind as OpenTelemetry names it.
func systemOf(url string) string {
	if isPostgres(url) {
		return "postgresql"
	}
	return "sqlite"
}
