package main

import "testing"

// What cannot be done is refused before the database is opened, by the server alone.
func TestTracesThatAreRefused(t *testing.T) {
	for _, c := range []struct {
		name        string
		args        []string
		environment map[string]string
		failure     string
		opened      bool
	}{
		{"gRPC", []string{"--listen", "127.0.0.1:0", "--traces", "http://127.0.0.1:4317"}, map[string]string{"OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"},
			`traces: OTEL_EXPORTER_OTLP_PROTOCOL is "grpc", must be http/json or http/protobuf`, false},
		{"no address", []string{"--listen", "127.0.0.1:0"}, map[string]string{"DDBSQL_TRACES": "collector:4318"}, "traces: the address of the collector", false},
		{"another command does not ask", []string{"check"}, map[string]string{"OTEL_EXPORTER_OTLP_ENDPOINT": "http://x", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"}, "", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := run{args: c.args, environment: c.environment}
			if err := r.execute(t); !errorHas(err, c.failure) {
				t.Errorf("error %v, want %s", err, c.failure)
			}
			if r.opened != c.opened {
				t.Errorf("the database was opened: %t", r.opened)
			}
		})
	}
}
