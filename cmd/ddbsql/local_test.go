package main

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/backends"
)

// freePort is a port that nobody listens on.
func freePort(t *testing.T) string {
	t.Helper()
	ln, err := net.Listen("tcp", ":0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	return strconv.Itoa(ln.Addr().(*net.TCPAddr).Port)
}

// What DynamoDB Local's command line makes of the settings, as the shared database is opened with them.
func TestLocalSettings(t *testing.T) {
	port, folder := freePort(t), t.TempDir()
	with := func(change func(*config)) config {
		c := defaults
		c.listen, c.region, c.db, c.logLevel = ":"+port, "ddblocal", "sqlite:shared-local-instance.db", "warn"
		change(&c)
		return c
	}
	for _, c := range []struct {
		name string
		args []string
		env  map[string]string
		want config
	}{
		{"the defaults", nil, nil, with(func(*config) {})},
		{"in memory", []string{"-inMemory"}, nil, with(func(c *config) { c.db = "sqlite::memory:" })},
		{"in a folder", []string{"-dbPath", folder}, nil, with(func(c *config) { c.db = "sqlite:" + folder + "/shared-local-instance.db" })},
		{"with delays", []string{"-delayTransientStatuses"}, nil, with(func(c *config) { c.local.indexDelay = 2 * time.Second })},
		{"what the command line does not say comes from our variables", nil, map[string]string{"DDBSQL_TTL_INTERVAL": "1s", "DDBSQL_LOG_LEVEL": "error"},
			with(func(c *config) { c.ttl.interval, c.logLevel = time.Second, "error" })},
		{"what it says does not", nil, map[string]string{"DDBSQL_LISTEN": ":1", "DDBSQL_DB": "postgres://h/d", "DDBSQL_REGION": "eu-west-1"}, with(func(*config) {})},
		{"variables of others may be meant for them", nil, map[string]string{"ACCESS_KEY": "a", "SECRET_KEY": "s", "LOG_LEVEL": "debug"}, with(func(*config) {})},
	} {
		t.Run(c.name, func(t *testing.T) {
			var opened config
			a := app{
				environment: func(name string) (string, bool) { v, ok := c.env[name]; return v, ok },
				open: func(_ context.Context, c *config, _ *slog.Logger, _ backends.Observer) (database, error) {
					opened = *c
					opened.metrics = nil // of each server its own
					return nil, errors.New("seen enough")
				},
			}
			var stdout, stderr bytes.Buffer
			args := append([]string{"-jar", "DynamoDBLocal.jar", "-sharedDb", "-port", port}, c.args...)
			if status := a.runLocal(context.Background(), args, &stdout, &stderr); status != 1 || !strings.Contains(stderr.String(), "seen enough") || stdout.Len() > 0 {
				t.Errorf("ended with %d, %q, %q", status, stdout.String(), stderr.String())
			}
			if opened != c.want {
				t.Errorf("got  %+v\nwant %+v", opened, c.want)
			}
		})
	}
}

func TestLocalEnds(t *testing.T) {
	taken, err := net.Listen("tcp", ":0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	_, port, err := net.SplitHostPort(taken.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name           string
		java           []string
		env            map[string]string
		status         int
		stdout, stderr string
	}{
		{"help", []string{"-jar", "DynamoDBLocal.jar", "-help"}, nil, 0, "usage: java", ""},
		{"a refusal, which is no failure there either", []string{"-jar", "DynamoDBLocal.jar", "-port", "0"}, nil, 0, "", "Invalid Port."},
		{"another program", []string{"-jar", "other.jar"}, nil, 1, "", "cannot run other.jar"},
		{"a port that is taken", []string{"-jar", "DynamoDBLocal.jar", "-inMemory", "-port", port}, nil, 1, "", "address already in use"},
		{"signatures", []string{"-jar", "DynamoDBLocal.jar", "-inMemory"}, map[string]string{"DDBSQL_ACCESS_KEY": "a", "DDBSQL_SECRET_KEY": "s"}, 1, "", "accepts any credentials"},
		{"administration of many databases", []string{"-jar", "DynamoDBLocal.jar", "-inMemory"}, map[string]string{"DDBSQL_ADMIN": "true"}, 1, "", "needs -sharedDb"},
		{"a variable that is no number", []string{"-jar", "DynamoDBLocal.jar", "-inMemory"}, map[string]string{"DDBSQL_MAX_IN_FLIGHT": "many"}, 1, "", "DDBSQL_MAX_IN_FLIGHT"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := app{
				environment: func(name string) (string, bool) { v, ok := c.env[name]; return v, ok },
				open: func(context.Context, *config, *slog.Logger, backends.Observer) (database, error) {
					return nil, errors.New("a database was opened")
				},
			}
			var stdout, stderr bytes.Buffer
			status := a.runLocal(context.Background(), c.java, &stdout, &stderr)
			if status != c.status || !strings.HasPrefix(stdout.String(), c.stdout) || !strings.Contains(stderr.String(), c.stderr) {
				t.Errorf("ended with %d, %q, %q", status, stdout.String(), stderr.String())
			}
		})
	}
}
