package main

import (
	"testing"
	"time"
)

var defaults = config{
	listen: "127.0.0.1:8000", db: "sqlite:ddbsql.db", region: "us-east-1", account: "000000000000", durability: "normal",
	validation: "newer", maxInFlight: 256, streams: streamConfig{shards: 4, retention: 24 * time.Hour}, ttl: ttlConfig{interval: time.Minute}, logLevel: "info", logFormat: "text",
	overload: overloadConfig{wait: time.Second}, postgres: postgresConfig{statementTimeout: 30 * time.Second, pooler: "none"}, namespaces: namespacesConfig{mode: "off"},
}

func TestSettings(t *testing.T) {
	with := func(change func(*config)) config {
		c := defaults
		change(&c)
		return c
	}
	for _, c := range []struct {
		name string
		args []string
		env  map[string]string
		want config
		err  string
	}{
		{"nothing set gives the defaults", nil, nil, defaults, ""},
		{"a flag is taken", []string{"--db", "postgres://h/d"}, nil, with(func(c *config) { c.db = "postgres://h/d" }), ""},
		{"the environment is taken", nil, map[string]string{"DDBSQL_LISTEN": ":1", "DDBSQL_MAX_IN_FLIGHT": "7"},
			with(func(c *config) { c.listen, c.maxInFlight = ":1", 7 }), ""},
		{"a flag is stronger than the environment", []string{"--listen", ":2"}, map[string]string{"DDBSQL_LISTEN": ":1"},
			with(func(c *config) { c.listen = ":2" }), ""},
		{"a flag set to its default is stronger too", []string{"--log-level=info"}, map[string]string{"DDBSQL_LOG_LEVEL": "debug"}, defaults, ""},
		{"an empty variable counts as not set", nil, map[string]string{"DDBSQL_DB": ""}, defaults, ""},
		{"half a key from the flags, half from the environment", []string{"--access-key", "A"}, map[string]string{"DDBSQL_SECRET_KEY": "s"},
			with(func(c *config) { c.accessKey, c.secretKey = "A", "s" }), ""},
		{"every setting has a variable", nil, map[string]string{
			"DDBSQL_LISTEN": "l", "DDBSQL_DB": "d", "DDBSQL_ACCESS_KEY": "a", "DDBSQL_SECRET_KEY": "s", "DDBSQL_CREDENTIALS_FILE": "f", "DDBSQL_SKIP_SIGNATURES": "true",
			"DDBSQL_REGION": "r", "DDBSQL_ACCOUNT": "123456789012", "DDBSQL_DURABILITY": "full", "DDBSQL_VALIDATION": "older", "DDBSQL_MAX_IN_FLIGHT": "9", "DDBSQL_DB_CONNECTIONS": "12", "DDBSQL_DB_READ_REPLICA": "r", "DDBSQL_DB_KEEP_SCHEMA": "true", "DDBSQL_DRAIN": "8s", "DDBSQL_DB_STATEMENT_TIMEOUT": "7s", "DDBSQL_DB_POOLER": "transaction", "DDBSQL_MAX_WAIT": "3s", "DDBSQL_MAX_MEMORY": "100000000", "DDBSQL_TABLE_DELAY": "2s", "DDBSQL_STREAM_SHARDS": "2", "DDBSQL_STREAM_RETENTION": "1h",
			"DDBSQL_ITEM_COLLECTION_LIMIT": "10", "DDBSQL_TTL_INTERVAL": "1s", "DDBSQL_TTL_CHANGE_INTERVAL": "1h", "DDBSQL_ADMIN": "true", "DDBSQL_ADMIN_TOKEN": "t", "DDBSQL_LOG_LEVEL": "warn", "DDBSQL_LOG_FORMAT": "json",
			"DDBSQL_CLOCK_OFFSET": "36h", "DDBSQL_FAULTS": "r", "DDBSQL_NAMESPACES": "access-key", "DDBSQL_NAMESPACES_OPEN": "3", "DDBSQL_SNAPSHOTS": "s", "DDBSQL_SLOW_STATEMENT": "200ms",
		}, config{listen: "l", db: "d", accessKey: "a", secretKey: "s", credentialsFile: "f", skipSignatures: true, region: "r", account: "123456789012",
			durability: "full", validation: "older", maxInFlight: 9, tableDelay: 2 * time.Second, ttl: ttlConfig{time.Second, time.Hour}, collectionLimit: 10,
			streams: streamConfig{2, time.Hour}, admin: true, adminToken: "t", logLevel: "warn", logFormat: "json",
			overload: overloadConfig{3 * time.Second, 100000000}, clock: clockConfig{offset: 36 * time.Hour}, faults: faultConfig{file: "r"}, postgres: postgresConfig{12, 7 * time.Second, "transaction", "r", true}, drain: drainConfig{8 * time.Second}, namespaces: namespacesConfig{mode: "access-key", open: 3, snapshots: "s"}, slow: slowConfig{least: 200 * time.Millisecond},
		}, ""},

		{"an access key without a secret", []string{"--access-key", "A"}, nil, config{}, "need each other"},
		{"a secret without an access key", nil, map[string]string{"DDBSQL_SECRET_KEY": "s"}, config{}, "need each other"},
		{"a durability nobody knows", []string{"--durability", "some"}, nil, config{}, `--durability is "some", must be normal or full`},
		{"a validation nobody knows", []string{"--validation", "x"}, nil, config{}, "--validation"},
		{"a clock beyond what it could be set to", []string{"--clock-offset", "-1000000h"}, nil, config{}, "--clock-offset is -1000000h0m0s, must be within"},
		{"a log level nobody knows", []string{"--log-level", "x"}, nil, config{}, "--log-level"},
		{"statements that take less than nothing", []string{"--slow-statement", "-1s"}, nil, config{}, "cannot be negative"},
		{"a log format nobody knows", []string{"--log-format", "x"}, nil, config{}, "--log-format"},
		{"an account that is none", []string{"--account", "12"}, nil, config{}, "12 digits"},
		{"a region that is none", []string{"--region", "eu west"}, nil, config{}, "--region"},
		{"an item collection of less than nothing", []string{"--item-collection-limit", "-1"}, nil, config{}, "must not be negative"},
		{"no operation at all", []string{"--max-in-flight", "0"}, nil, config{}, "at least 1"},
		{"too few connections to the database", []string{"--db-connections", "3"}, nil, config{}, "at least 4"},
		{"statements without any time", []string{"--db-statement-timeout", "1us"}, nil, config{}, "at least 1ms"},
		{"a pooler nobody knows", []string{"--db-pooler", "statement"}, nil, config{}, "none or session or transaction or prepared"},
		{"a wait of less than nothing", []string{"--max-wait", "-1s"}, nil, config{}, "cannot be negative"},
		{"no room for a request", []string{"--max-memory", "1000"}, nil, config{}, "at least 67108864"},
		{"a table that is made before it is asked for", []string{"--table-delay", "-1s"}, nil, config{}, "--table-delay"},
		{"an interval before now", []string{"--ttl-interval", "-1s"}, nil, config{}, "--ttl-interval"},
		{"a stream without shards", []string{"--stream-shards", "0"}, nil, config{}, "must be 1 to 100"},
		{"a stream of too many shards", []string{"--stream-shards", "101"}, nil, config{}, "must be 1 to 100"},
		{"no retention", []string{"--stream-retention", "0s"}, nil, config{}, "must be positive"},
		{"a certificate has variables", nil, map[string]string{"DDBSQL_TLS_CERT": "c", "DDBSQL_TLS_KEY": "k"},
			with(func(c *config) { c.tls = tlsConfig{cert: "c", key: "k"} }), ""},
		{"a certificate of its own has variables", nil, map[string]string{"DDBSQL_TLS_SELF_SIGNED": "true", "DDBSQL_TLS_CERT_OUT": "o"},
			with(func(c *config) { c.tls = tlsConfig{selfSigned: true, certOut: "o"} }), ""},
		{"a certificate without a key", []string{"--tls-cert", "c"}, nil, config{}, "need each other"},
		{"a key without a certificate", []string{"--tls-key", "k"}, nil, config{}, "need each other"},
		{"two certificates", []string{"--tls-cert", "c", "--tls-key", "k", "--tls-self-signed"}, nil, config{}, "takes no --tls-cert"},
		{"a file for a certificate that is not made", []string{"--tls-cert-out", "o"}, nil, config{}, "needs --tls-self-signed"},
		{"a token of administration without administration", []string{"--admin-token", "t"}, nil, config{}, "needs --admin"},
		{"a variable that is no number", nil, map[string]string{"DDBSQL_MAX_IN_FLIGHT": "many"}, config{}, "DDBSQL_MAX_IN_FLIGHT"},
		{"a flag nobody knows", []string{"--nonsense"}, nil, config{}, "unknown flag"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := run{args: append([]string{"check"}, c.args...), environment: c.env}
			err := r.execute(t)
			if !errorHas(err, c.err) {
				t.Fatalf("error %v, want %q", err, c.err)
			}
			if r.config != c.want {
				t.Errorf("got  %+v\nwant %+v", r.config, c.want)
			}
		})
	}
}

func TestDatabaseNameHasNoPassword(t *testing.T) {
	for db, want := range map[string]string{
		"sqlite:ddbsql.db":              "sqlite:ddbsql.db",
		"sqlite::memory:":               "sqlite::memory:",
		"postgres://u:geheim@h/d?x=y":   "postgres://u:xxxxx@h/d?x=y",
		"postgres://u:ge%zzheim@h:no/d": "postgres:...",
	} {
		if got := (&config{db: db}).database(); got != want {
			t.Errorf("%s is logged as %s, want %s", db, got, want)
		}
	}
}
