package main

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
)

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name   string
		db     fakeDatabase
		stdout string
		err    string
	}{
		{"a sound database", fakeDatabase{}, "no differences\n", ""},
		{"what differs is listed and fails", fakeDatabase{differences: []string{"t: a", "t: b"}}, "t: a\nt: b\n", "2 differences"},
		{"a check that cannot be made fails", fakeDatabase{err: errors.New("gone")}, "", "gone"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := run{args: []string{"check"}, db: &c.db}
			if err := r.execute(t); !errorHas(err, c.err) {
				t.Errorf("error %v, want %q", err, c.err)
			}
			if r.stdout != c.stdout || c.db.closed != 1 {
				t.Errorf("printed %q, closed %d times", r.stdout, c.db.closed)
			}
		})
	}
}

func TestExplain(t *testing.T) {
	file := filepath.Join(t.TempDir(), "request.json")
	if err := os.WriteFile(file, []byte(`{"IndexName":"byYear"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	statements := []backends.Statement{
		{Name: "query_index", SQL: "SELECT 1\nFROM t WHERE a = ?", Args: []string{"x'01'"}, Plan: "SEARCH t\n  USING INDEX\n"},
		{Name: "second", SQL: "SELECT 2"},
	}
	const printed = "\nstatement query_index:\n  SELECT 1\n  FROM t WHERE a = ?\narguments:\n  1: x'01'\nplan:\n  SEARCH t\n    USING INDEX\n" +
		"\nstatement second:\n  SELECT 2\n"
	for _, c := range []struct {
		name   string
		args   []string
		stdin  string
		asked  string
		stdout string
		err    string
	}{
		{"a request from standard input", []string{"--target", "Query"}, "{}", "Query {}", "operation: Query\nindex: primary key of the table\n" + printed, ""},
		{"a hyphen is standard input", []string{"--target", "Query", "-"}, "{}", "Query {}", "operation: Query\nindex: primary key of the table\n" + printed, ""},
		{"a request from a file, with its index", []string{"--target", "Query", file}, "", `Query {"IndexName":"byYear"}`, "operation: Query\nindex: byYear\n" + printed, ""},
		{"a target as in the header", []string{"--target", "DynamoDB_20120810.GetItem"}, "{}", "GetItem {}", "operation: GetItem\nindex: primary key of the table\n" + printed, ""},
		{"a sweep of expired items", []string{"--target", "ttl/sweep"}, "{}", "ttl/sweep {}", "operation: ttl/sweep\nindex: the hidden one of times to live\n" + printed, ""},
		{"a target is needed", nil, "{}", "", "", `"target" not set`},
		{"a file that is missing", []string{"--target", "Query", file + "x"}, "", "", "", "no such file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := &fakeDatabase{statements: statements}
			r := run{args: append([]string{"explain"}, c.args...), stdin: c.stdin, db: db}
			if err := r.execute(t); !errorHas(err, c.err) {
				t.Fatalf("error %v, want %q", err, c.err)
			}
			if r.stdout != c.stdout || db.asked != c.asked {
				t.Errorf("asked %q, printed %s", db.asked, r.stdout)
			}
		})
	}
}

func TestHealthcheck(t *testing.T) {
	status := http.StatusOK
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/readyz" {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.WriteHeader(status)
	}))
	for _, c := range []struct {
		name   string
		args   []string
		status int
		err    string
	}{
		{"a server that is ready", []string{"--url", ts.URL}, 200, ""},
		{"a slash at the end does not matter", []string{"--url", ts.URL + "/"}, 200, ""},
		{"without a URL the address of --listen is asked", []string{"--listen", ts.Listener.Addr().String()}, 200, ""},
		{"a server that is not ready", []string{"--url", ts.URL}, 503, "503 Service Unavailable"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status = c.status
			r := run{args: append([]string{"healthcheck"}, c.args...)}
			if err := r.execute(t); !errorHas(err, c.err) {
				t.Errorf("error %v, want %q", err, c.err)
			}
			if r.opened {
				t.Error("the database was opened")
			}
		})
	}
	t.Run("no server at all", func(t *testing.T) {
		ts.Close()
		r := run{args: []string{"healthcheck", "--url", ts.URL}}
		if err := r.execute(t); err == nil {
			t.Error("no error")
		}
	})
}

func TestLocalURL(t *testing.T) {
	for _, c := range []struct {
		config config
		want   string
	}{
		{config{listen: "127.0.0.1:8000"}, "http://127.0.0.1:8000"},
		{config{listen: ":8000"}, "http://127.0.0.1:8000"},
		{config{listen: "0.0.0.0:8000"}, "http://127.0.0.1:8000"},
		{config{listen: "[::]:8000"}, "http://127.0.0.1:8000"},
		{config{listen: "[::1]:8000"}, "http://[::1]:8000"},
		{config{listen: "db.local:80"}, "http://db.local:80"},
		{config{listen: ":8000", tls: tlsConfig{selfSigned: true}}, "https://127.0.0.1:8000"},
		{config{listen: "db.local:80", tls: tlsConfig{cert: "c", key: "k"}}, "https://db.local:80"},
	} {
		if got := localURL(&c.config); got != c.want {
			t.Errorf("%+v is reached at %s, want %s", c.config, got, c.want)
		}
	}
}

func TestVersion(t *testing.T) {
	r := run{args: []string{"version"}}
	if err := r.execute(t); err != nil || !regexp.MustCompile(`^ddbsql \S+( [0-9a-f]+)? go1\S* \w+/\w+\n$`).MatchString(r.stdout) {
		t.Errorf("printed %q, %v", r.stdout, err)
	}
}
