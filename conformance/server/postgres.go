package server

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

// PostgresURL is DDBSQL_TEST_POSTGRES, or what scripts/postgres-for-tests.sh prints: it starts a server, and installs one
// first if there is none.
func PostgresURL() (string, error) { return postgresForTests() }

// PostgresSocketURL is the same, but by the Unix socket of a server that the script started.
func PostgresSocketURL() (string, error) { return postgresForTests("socket") }

func postgresForTests(args ...string) (string, error) {
	if u := os.Getenv("DDBSQL_TEST_POSTGRES"); u != "" {
		return u, nil
	}
	root, err := Root()
	if err != nil {
		return "", err
	}
	cmd := exec.Command(filepath.Join(root, "scripts", "postgres-for-tests.sh"), args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("scripts/postgres-for-tests.sh: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}

// NewDatabase makes an empty database on the given server and returns its URL, and a function that drops it together
// with whatever connections are left.
func NewDatabase(serverURL string) (dbURL string, drop func() error, err error) {
	u, err := url.Parse(serverURL)
	if err != nil {
		return "", nil, fmt.Errorf("postgres URL: %w", err)
	}
	var salt [6]byte
	if _, err := rand.Read(salt[:]); err != nil {
		return "", nil, err
	}
	name := "ddbsql_" + hex.EncodeToString(salt[:])
	// The default collation of the database must not matter to ddbsql, so it gets one that sorts unlike bytes where the
	// Postgres at hand was built with ICU.
	if err := execute(serverURL, "CREATE DATABASE "+name+" TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en' LOCALE 'C.UTF-8'"); err != nil {
		if err := execute(serverURL, "CREATE DATABASE "+name+" TEMPLATE template0"); err != nil {
			return "", nil, fmt.Errorf("create test database: %w", err)
		}
	}
	u.Path = "/" + name
	drop = func() error { return execute(serverURL, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)") }
	return u.String(), drop, nil
}

// execute runs one statement on a connection of its own.
func execute(serverURL, statement string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, serverURL)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, statement)
	return err
}

// WaitForSessions returns once nobody but the asker is connected to the database.
func WaitForSessions(dbURL string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, dbURL)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		var others int
		err := conn.QueryRow(ctx, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()").Scan(&others)
		if err != nil {
			return fmt.Errorf("wait for the sessions of killed servers: %w", err)
		}
		if others == 0 {
			return nil
		}
		<-tick.C
	}
}

// PostmasterPID is the process whose children serve a database on this machine.
func PostmasterPID(dbURL string) (int, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, dbURL)
	if err != nil {
		return 0, err
	}
	defer conn.Close(ctx)
	var backend int
	if err := conn.QueryRow(ctx, "SELECT pg_backend_pid()").Scan(&backend); err != nil {
		return 0, err
	}
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", backend))
	if err != nil {
		return 0, fmt.Errorf("the server is not on this machine: %w", err)
	}
	var name string
	var parent int
	for line := range strings.Lines(string(status)) {
		key, value, _ := strings.Cut(line, ":")
		switch key {
		case "Name":
			name = strings.TrimSpace(value)
		case "PPid":
			if parent, err = strconv.Atoi(strings.TrimSpace(value)); err != nil {
				return 0, err
			}
		}
	}
	if name != "postgres" {
		return 0, fmt.Errorf("process %d is %q and not Postgres", backend, name)
	}
	return parent, nil
}
