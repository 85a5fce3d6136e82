// Package pgtest gives tests a real Postgres: the one that DDBSQL_TEST_POSTGRES names, or one of its own, made of the server
// programs on this machine (installed by apt-get if there are none) and gone when the test program ends.
//
// Each test gets a schema of its own. Packages that use it run their tests through Main, which removes the server's files.
package pgtest

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// Variable names the environment variable with the URL of a server to use. Its user must be allowed to create schemas.
const Variable = "DDBSQL_TEST_POSTGRES"

var shared struct {
	sync.Mutex
	server *Server
	url    string
	err    error
	asked  bool
}

// Main runs a package's tests and then stops the server they used.
func Main(m *testing.M) {
	code := m.Run()
	shared.Lock()
	defer shared.Unlock()
	if shared.server != nil {
		shared.server.Stop()
	}
	os.Exit(code)
}

// server gives the URL of the server all tests of this program share.
func server() (string, error) {
	shared.Lock()
	defer shared.Unlock()
	if shared.asked {
		return shared.url, shared.err
	}
	shared.asked = true
	if shared.url = os.Getenv(Variable); shared.url != "" {
		return shared.url, nil
	}
	shared.server, shared.err = Start(Options{})
	if shared.err == nil {
		shared.url = shared.server.URL
	}
	return shared.url, shared.err
}

var schemas atomic.Int64

// URL gives the URL of an empty schema that lives as long as the test.
func URL(t testing.TB) string {
	t.Helper()
	base, err := server()
	if err != nil {
		t.Fatalf("no Postgres to test with: %v", err)
	}
	schema := fmt.Sprintf("test_%d_%d_%d", os.Getpid(), time.Now().UnixNano(), schemas.Add(1))
	Exec(t, base, "CREATE SCHEMA "+schema)
	t.Cleanup(func() { Exec(t, base, "DROP SCHEMA "+schema+" CASCADE") })
	return withParameter(t, base, "search_path", schema)
}

func withParameter(t testing.TB, base, name, value string) string {
	t.Helper()
	u, err := url.Parse(base)
	if err != nil {
		t.Fatalf("%s is not a URL: %v", Variable, err)
	}
	q := u.Query()
	q.Set(name, value)
	u.RawQuery = q.Encode()
	return u.String()
}

// Exec runs SQL on a connection of its own. The test fails if that cannot be.
func Exec(t testing.TB, base, sql string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	conn, err := pgconn.Connect(ctx, base)
	if err != nil {
		t.Fatalf("connect to Postgres: %v", err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, sql).ReadAll(); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}
