package main

import (
	"os"
	"strings"
	"testing"

	"github.com/spf13/pflag"
)

// Variables that people have from other servers.
func TestBorrowedNames(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		env  map[string]string
		want config // of what other servers' variables set
		err  string
	}{
		{"the address a gateway listens on", nil, map[string]string{"GATEWAY_LISTEN": "0.0.0.0:4567"}, config{listen: "0.0.0.0:4567"}, ""},
		{"of several addresses the first", nil, map[string]string{"GATEWAY_LISTEN": " 0.0.0.0:4566 ,0.0.0.0:443"}, config{listen: "0.0.0.0:4566"}, ""},
		{"an address without a port has LocalStack's", nil, map[string]string{"GATEWAY_LISTEN": "0.0.0.0"}, config{listen: "0.0.0.0:4566"}, ""},
		{"a port without an address", nil, map[string]string{"GATEWAY_LISTEN": ":4531"}, config{listen: ":4531"}, ""},
		{"an address of IPv6", nil, map[string]string{"GATEWAY_LISTEN": "[::]:4566"}, config{listen: "[::]:4566"}, ""},
		{"an address of IPv6 without a port", nil, map[string]string{"GATEWAY_LISTEN": "[::1]"}, config{listen: "[::1]:4566"}, ""},
		{"a port that is none", nil, map[string]string{"GATEWAY_LISTEN": "0.0.0.0:http"}, config{}, `GATEWAY_LISTEN: "0.0.0.0:http" is no host:port`},
		{"a key", nil, map[string]string{"ACCESS_KEY": "A", "SECRET_KEY": "s"}, config{accessKey: "A", secretKey: "s"}, ""},
		{"half a key", nil, map[string]string{"ACCESS_KEY": "A"}, config{}, "need each other"},
		{"signatures are not verified", nil, map[string]string{"DYNAMODB_SKIP_SIGNATURE_VALIDATION": "1"}, config{skipSignatures: true}, ""},
		{"signatures are verified", nil, map[string]string{"DYNAMODB_SKIP_SIGNATURE_VALIDATION": "False"}, config{}, ""},
		{"neither yes nor no", nil, map[string]string{"DYNAMODB_SKIP_SIGNATURE_VALIDATION": "maybe"}, config{}, "DYNAMODB_SKIP_SIGNATURE_VALIDATION"},
		{"a log level in capitals", nil, map[string]string{"LOG_LEVEL": "DEBUG"}, config{logLevel: "debug"}, ""},
		{"a log level of others is the nearest of ours", nil, map[string]string{"LOG_LEVEL": "Warning"}, config{logLevel: "warn"}, ""},
		{"a log level nobody knows is meant for another program", nil, map[string]string{"LOG_LEVEL": "7"}, config{}, ""},
		{"our own variable is stronger", nil, map[string]string{"LOG_LEVEL": "debug", "DDBSQL_LOG_LEVEL": "warn"}, config{logLevel: "warn"}, ""},
		{"our own variable is stronger than one that is wrong", nil, map[string]string{"GATEWAY_LISTEN": "x:y", "DDBSQL_LISTEN": ":2"}, config{listen: ":2"}, ""},
		{"an empty variable of ours counts as not set", nil, map[string]string{"LOG_LEVEL": "debug", "DDBSQL_LOG_LEVEL": ""}, config{logLevel: "debug"}, ""},
		{"an empty variable of others counts as not set", nil, map[string]string{"GATEWAY_LISTEN": ""}, config{}, ""},
		{"a flag is stronger", []string{"--listen", ":3"}, map[string]string{"GATEWAY_LISTEN": ":1"}, config{listen: ":3"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := run{args: append([]string{"check"}, c.args...), environment: c.env}
			err := r.execute(t)
			if !errorHas(err, c.err) {
				t.Fatalf("error %v, want %q", err, c.err)
			}
			if err != nil {
				return
			}
			want := defaults
			want.accessKey, want.secretKey, want.skipSignatures = c.want.accessKey, c.want.secretKey, c.want.skipSignatures
			if c.want.listen != "" {
				want.listen = c.want.listen
			}
			if c.want.logLevel != "" {
				want.logLevel = c.want.logLevel
			}
			if r.config != want {
				t.Errorf("got  %+v\nwant %+v", r.config, want)
			}
		})
	}
}

// The README's tables are the truth: every flag and every variable of others has a row.
func TestSettingsAreInTheReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for line := range strings.Lines(string(readme)) {
		if cell, _, found := strings.Cut(strings.TrimPrefix(line, "| "), " | "); found {
			rows = append(rows, cell)
		}
	}
	table := strings.Join(rows, "\n")
	for _, b := range borrowedNames {
		if !strings.Contains(table, "`"+b.name+"`") {
			t.Errorf("no row for %s", b.name)
		}
	}
	var c config
	flags := pflag.NewFlagSet("", pflag.ContinueOnError)
	c.addFlags(flags)
	flags.VisitAll(func(f *pflag.Flag) {
		if !strings.Contains(table, "`--"+f.Name+"`") {
			t.Errorf("no row for --%s", f.Name)
		}
	})
}
