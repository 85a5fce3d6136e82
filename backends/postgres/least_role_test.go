package postgres

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/backends/backendtest"
	"github.com/ddbsql/ddbsql/backends/postgres/pgtest"
)

// leastRole is a database of its own with the role that docs/operations.md recommends, made by the statements that stand there.
type leastRole struct {
	admin string // URL of the database for who made it
	role  string // URL for the role
}

var leastRoles atomic.Int64

func newLeastRole(t *testing.T) leastRole {
	t.Helper()
	base := pgtest.URL(t)
	name := fmt.Sprintf("least_%d_%d", os.Getpid(), leastRoles.Add(1))
	onServer, inDatabase := roleStatements(t, name)
	admin := inDatabaseOf(t, base, name, nil)
	t.Cleanup(func() {
		pgtest.Exec(t, base, "DROP DATABASE IF EXISTS "+name+"_db WITH (FORCE)")
		pgtest.Exec(t, base, "DROP ROLE IF EXISTS "+name)
	})
	for _, sql := range onServer {
		pgtest.Exec(t, base, sql)
	}
	for _, sql := range inDatabase {
		pgtest.Exec(t, admin, sql)
	}
	return leastRole{admin: admin, role: inDatabaseOf(t, base, name, url.UserPassword(name, "choose one"))}
}

// inDatabaseOf is the URL of the role's database, for the user of the base or another one.
func inDatabaseOf(t *testing.T, base, name string, user *url.Userinfo) string {
	t.Helper()
	u, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	u.Path = "/" + name + "_db"
	if user != nil {
		u.User = user
	}
	q := u.Query()
	q.Del("search_path")
	u.RawQuery = q.Encode()
	return u.String()
}

// roleStatements are those of docs/operations.md, for a role, a schema and a database of this name.
func roleStatements(t *testing.T, name string) (onServer, inDatabase []string) {
	t.Helper()
	text, err := os.ReadFile("../../docs/operations.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, found := strings.Cut(string(text), "## The role on Postgres\n")
	section, _, _ = strings.Cut(section, "\n## ")
	blocks := regexp.MustCompile("(?s)```sql\n(.*?)```").FindAllStringSubmatch(section, -1)
	if !found || len(blocks) != 2 {
		t.Fatalf("docs/operations.md has %d blocks of SQL for the role, not two", len(blocks))
	}
	renamed := func(block string) (statements []string) {
		block = regexp.MustCompile(`\bddbsql\b`).ReplaceAllString(block, name)
		block = regexp.MustCompile(`\bteam\b`).ReplaceAllString(block, name+"_db")
		for line := range strings.Lines(block) {
			statements = append(statements, strings.TrimSuffix(strings.TrimSpace(line), ";"))
		}
		return statements
	}
	return renamed(blocks[0][1]), renamed(blocks[1][1])
}

// The role that is recommended can do all that a backend has to, its migrations among it.
func TestLeastPrivilegedRole(t *testing.T) {
	backendtest.Run(t, func(t *testing.T) backends.Backend {
		return openAt(t, newLeastRole(t).role, backends.Options{})
	})
}

// And it can do nothing else.
func TestLeastPrivilegedRoleMayDoNothingElse(t *testing.T) {
	r := newLeastRole(t)
	pgtest.Exec(t, r.admin, "CREATE SCHEMA payroll; CREATE TABLE payroll.salaries (who text)")
	ctx := context.Background()
	pg, err := pgconn.Connect(ctx, r.role)
	if err != nil {
		t.Fatal(err)
	}
	defer pg.Close(ctx)
	for _, c := range []struct{ name, sql string }{
		{"reading another schema", "SELECT * FROM payroll.salaries"},
		{"writing to another schema", "INSERT INTO payroll.salaries VALUES ('x')"},
		{"a table in the schema of everybody", "CREATE TABLE public.x (i int)"},
		{"a schema", "CREATE SCHEMA x"},
		{"a temporary table", "CREATE TEMPORARY TABLE x (i int)"},
		{"a database", "CREATE DATABASE x"},
		{"a role", "CREATE ROLE x"},
		{"becoming somebody else", "SET ROLE pg_read_all_data"},
		{"a setting of the server", "ALTER SYSTEM SET log_statement = 'all'"},
		{"a program of the machine", "COPY (SELECT 1) TO PROGRAM 'true'"},
		{"a file of the machine", "SELECT pg_read_file('PG_VERSION')"},
		{"a large file of the machine", "SELECT lo_import('/etc/passwd')"},
		{"a function in C", "CREATE FUNCTION x() RETURNS int LANGUAGE c AS 'libc', 'abs'"},
	} {
		t.Run(c.name, func(t *testing.T) {
			const forbidden = "42501"
			if _, err := pg.Exec(ctx, c.sql).ReadAll(); state(err) != forbidden {
				t.Errorf("%s: %v", c.sql, err)
			}
		})
	}
}
