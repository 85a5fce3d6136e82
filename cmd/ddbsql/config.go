package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/discreet"
	"github.com/ddbsql/ddbsql/internal/server"
)

// config is every setting, from a flag, else from the environment, else its default.
type config struct {
	listen          string
	db              string
	local           localConfig
	accessKey       string
	secretKey       string
	credentialsFile string
	skipSignatures  bool
	region          string
	account         string
	durability      string
	validation      string
	maxInFlight     int
	tableDelay      time.Duration
	ttl             ttlConfig
	collectionLimit int64
	streams         streamConfig
	tls             tlsConfig
	clock           clockConfig
	faults          faultConfig
	admin           bool
	adminToken      string
	logLevel        string
	logFormat       string
	overload        overloadConfig
	postgres        postgresConfig
	drain           drainConfig
	namespaces      namespacesConfig
	traces          tracesConfig
	store           store
	slow            slowConfig
	metrics         *server.Metrics // of a server; nil for other commands
}

// localConfig is what only DynamoDB Local's command line sets.
type localConfig struct {
	compact    bool // the database when it is opened
	indexDelay time.Duration
}

// store is the part of a Postgres database that a namespace has; the zero value is all of it.
type store struct {
	schema      string
	connections int // as many as --db-connections if 0
}

// ttlConfig says how often items expire, and how often that may be changed.
type ttlConfig struct{ interval, changeInterval time.Duration }

// streamConfig are the settings of streams.
type streamConfig struct {
	shards    int
	retention time.Duration
}

// tlsConfig says whether and with which certificate the server speaks TLS.
type tlsConfig struct {
	cert, key  string // PEM files
	selfSigned bool
	certOut    string // PEM file to write
}

func (c *config) addFlags(flags *pflag.FlagSet) {
	flags.SortFlags = false
	flags.StringVar(&c.listen, "listen", "127.0.0.1:8000", "host:port to listen on")
	flags.StringVar(&c.db, "db", "sqlite:ddbsql.db", "database: sqlite:PATH, sqlite::memory: or postgres://...")
	flags.StringVar(&c.accessKey, "access-key", "", "access key id every request must be signed with; none means that any credentials will do")
	flags.StringVar(&c.secretKey, "secret-key", "", "secret of --access-key; better given by the environment")
	flags.StringVar(&c.credentialsFile, "credentials-file", "", "more keys, in the format of ~/.aws/credentials; read again when it changes, and at SIGHUP")
	flags.BoolVar(&c.skipSignatures, "skip-signatures", false, "accept any credentials although there are keys")
	flags.StringVar(&c.region, "region", "us-east-1", "region in ARNs and in signatures")
	flags.StringVar(&c.account, "account", "000000000000", "account id in ARNs, 12 digits")
	flags.StringVar(&c.durability, "durability", "normal", "normal: acknowledged writes survive a crash of ddbsql; full: of the machine too")
	flags.StringVar(&c.validation, "validation", "newer", "newer or older: which of the service's two validation layers words the errors")
	flags.IntVar(&c.maxInFlight, "max-in-flight", server.DefaultMaxInFlight, "operations that run at once; one more waits")
	c.overload.addFlags(flags)
	c.postgres.addFlags(flags)
	c.drain.addFlags(flags)
	flags.DurationVar(&c.tableDelay, "table-delay", 0, "how long tables and indexes stay CREATING, UPDATING and DELETING")
	flags.DurationVar(&c.ttl.interval, "ttl-interval", time.Minute, "how often items whose time to live is over are removed; 0 means never")
	flags.DurationVar(&c.ttl.changeInterval, "ttl-change-interval", 0, "least time between two changes of a table's time to live; the service's is 1h")
	flags.Int64Var(&c.collectionLimit, "item-collection-limit", 0, "bytes that the items of one partition key may have in a table with local indexes, 10737418240 with the service; 0 for any number")
	flags.IntVar(&c.streams.shards, "stream-shards", 4, "shards of a new stream")
	flags.DurationVar(&c.streams.retention, "stream-retention", 24*time.Hour, "how long the records of streams are kept, and streams that are disabled")
	flags.StringVar(&c.tls.cert, "tls-cert", "", "serve TLS with the certificate in this PEM file, and what it is signed by; read again when it changes, and at SIGHUP")
	flags.StringVar(&c.tls.key, "tls-key", "", "PEM file with the key of --tls-cert")
	flags.BoolVar(&c.tls.selfSigned, "tls-self-signed", false, "serve TLS with a certificate made at start, for this machine's names and the host of --listen")
	flags.StringVar(&c.tls.certOut, "tls-cert-out", "", "PEM file to write the certificate of --tls-self-signed to, for clients to trust")
	c.clock.addFlags(flags)
	c.namespaces.addFlags(flags)
	c.faults.addFlags(flags)
	c.traces.addFlags(flags)
	flags.BoolVar(&c.admin, "admin", false, "serve acts of administration, POST /_ddbsql/..., to programs of this machine")
	flags.StringVar(&c.adminToken, "admin-token", "", "serve --admin to whoever bears this token instead, from any machine; better given by the environment")
	flags.StringVar(&c.logLevel, "log-level", "info", "debug, info, warn or error")
	flags.StringVar(&c.logFormat, "log-format", "text", "text or json")
	c.slow.addFlags(flags)
	flags.VisitAll(func(f *pflag.Flag) { f.Usage += " [$" + environmentName(f.Name) + "]" })
}

// maxStreamShards is as many shards as one answer of DescribeStream has.
const maxStreamShards = 100

var (
	accountForm = regexp.MustCompile(`^[0-9]{12}$`)
	regionForm  = regexp.MustCompile(`^[a-z0-9-]+$`)
)

// check refuses what no flag alone can.
func (c *config) check() error {
	for _, choice := range []struct {
		flag, value string
		known       []string
	}{
		{"durability", c.durability, []string{"normal", "full"}},
		{"validation", c.validation, []string{"newer", "older"}},
		{"log-level", c.logLevel, []string{"debug", "info", "warn", "error"}},
		{"log-format", c.logFormat, []string{"text", "json"}},
	} {
		if !slices.Contains(choice.known, choice.value) {
			return fmt.Errorf("--%s is %q, must be %s", choice.flag, choice.value, strings.Join(choice.known, " or "))
		}
	}
	switch {
	case (c.accessKey == "") != (c.secretKey == ""):
		return fmt.Errorf("--access-key and --secret-key need each other")
	case !accountForm.MatchString(c.account):
		return fmt.Errorf("--account is %q, must be 12 digits", c.account)
	case !regionForm.MatchString(c.region):
		return fmt.Errorf("--region is %q, must be letters, digits and hyphens", c.region)
	case c.adminToken != "" && !c.admin:
		return fmt.Errorf("--admin-token needs --admin")
	case c.tableDelay < 0:
		return fmt.Errorf("--table-delay is %s, cannot be negative", c.tableDelay)
	case c.ttl.interval < 0 || c.ttl.changeInterval < 0:
		return fmt.Errorf("--ttl-interval and --ttl-change-interval cannot be negative")
	case c.collectionLimit < 0:
		return fmt.Errorf("--item-collection-limit is %d, must not be negative", c.collectionLimit)
	case c.maxInFlight < 1:
		return fmt.Errorf("--max-in-flight is %d, must be at least 1", c.maxInFlight)
	case c.streams.shards < 1 || c.streams.shards > maxStreamShards:
		return fmt.Errorf("--stream-shards is %d, must be 1 to %d", c.streams.shards, maxStreamShards)
	case c.streams.retention <= 0:
		return fmt.Errorf("--stream-retention is %s, must be positive", c.streams.retention)
	}
	return errors.Join(c.overload.check(), c.clock.check(), c.postgres.check(), c.drain.check(), c.tls.check(), c.namespaces.check(), c.slow.check())
}

func (c *config) backendOptions(log *slog.Logger, observe backends.Observer) backends.Options {
	o := backends.Options{Logger: log, Observe: c.slow.log.Before(observe), Compact: c.local.compact, Now: c.clock.clock.Now, Schema: c.store.schema}
	if c.durability == "full" {
		o.Durability = backends.Full
	}
	o.Gauges = c.gauges()
	c.postgres.apply(&o)
	if c.store.connections > 0 {
		o.Connections = c.store.connections
	}
	return o
}

// gauges is where databases show their figures; nil for commands that are no servers.
func (c *config) gauges() backends.Gauges {
	if c.metrics == nil {
		return nil
	}
	return c.metrics.ShowGauges
}

func (c *config) logger(w io.Writer) *slog.Logger {
	var level slog.Level
	if err := level.UnmarshalText([]byte(c.logLevel)); err != nil {
		level = slog.LevelInfo // check lets only known levels pass
	}
	o := &slog.HandlerOptions{Level: level}
	if c.logFormat == "json" {
		return slog.New(slog.NewJSONHandler(w, o))
	}
	return slog.New(slog.NewTextHandler(w, o))
}

// database is the database's name for logs, without a password.
func (c *config) database() string { return discreet.URL(c.db) }
