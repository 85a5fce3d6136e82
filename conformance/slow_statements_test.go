package conformance

import (
	"context"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	engine "zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// slowLimit is the --slow-statement of the servers under test.
const slowLimit = 300 * time.Millisecond

// A statement that waits for another connection's lock is in the log with its name and its time, and with nothing of what it is about.
func TestSlowStatementsAreLogged(t *testing.T) {
	for _, tg := range targets {
		t.Run(tg.name, func(t *testing.T) {
			d := &discreet{T: t, binary: tg.binary, db: newDatabase(t, tg)}
			p, err := server.Start(server.Options{Binary: d.binary, DB: d.db, Log: &d.log, Args: []string{"--slow-statement", slowLimit.String()}})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(p.Kill)
			d.process = p
			const key = `"` + secret + `":{"S":"` + secret + `"}`
			d.mustCall("CreateTable", `{"TableName":"`+secret+`","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"`+secret+`","AttributeType":"S"}],
				"KeySchema":[{"AttributeName":"`+secret+`","KeyType":"HASH"}]}`)
			put := `{"TableName":"` + secret + `","Item":{` + key + `}}`
			d.mustCall("PutItem", put)

			release := lockItems(t, d.db)
			answered := make(chan error, 1)
			go func() { answered <- d.call("DynamoDB_20120810.PutItem", put, nil) }()
			d.untilRunning()
			time.Sleep(2 * slowLimit) // which the statement now takes
			release()
			if err := <-answered; err != nil {
				t.Fatal(err)
			}
			d.stop()
			d.judgeSlow(map[string]string{"sqlite": "begin", "postgres": "put_item"}[tg.name])
		})
	}
}

// judgeSlow looks for a line about the statement of that name: all lines are about slow ones.
func (d *discreet) judgeSlow(statement string) {
	d.Helper()
	log, told := d.log.String(), false
	for _, m := range regexp.MustCompile(`level=WARN msg="slow SQL statement" statement=(\S+) took=(\S+)\n`).FindAllStringSubmatch(log, -1) {
		took, err := time.ParseDuration(m[2])
		if err != nil || took < slowLimit {
			d.Errorf("%s: %v: a statement that was not slow", m[0], err)
		}
		told = told || m[1] == statement
	}
	if !told {
		d.Errorf("no line about %s in\n%s", statement, log)
	}
	if line := telling(log); line != "" {
		d.Errorf("the log tells: %s", line)
	}
}

// mustCall sends an operation.
func (d *discreet) mustCall(op, body string) {
	d.Helper()
	if err := d.call("DynamoDB_20120810."+op, body, nil); err != nil {
		d.Fatal(err)
	}
}

// untilRunning waits until a request is being carried out.
func (d *discreet) untilRunning() {
	d.Helper()
	for !strings.Contains(d.figures(), "\nddbsql_requests_in_flight 1\n") {
		time.Sleep(time.Millisecond)
	}
}

// figures are those of /metrics.
func (d *discreet) figures() string {
	d.Helper()
	resp, err := http.Get(d.process.URL + "/metrics")
	if err != nil {
		d.Fatal(err)
	}
	defer resp.Body.Close()
	figures, err := io.ReadAll(resp.Body)
	if err != nil {
		d.Fatal(err)
	}
	return string(figures)
}

// lockItems keeps others from writing the first table's items, until they are released.
func lockItems(t *testing.T, db string) (release func()) {
	t.Helper()
	if path, ok := strings.CutPrefix(db, "sqlite:"); ok {
		conn, err := engine.OpenConn(path)
		if err == nil {
			err = sqlitex.ExecuteTransient(conn, "BEGIN IMMEDIATE", nil)
		}
		if err != nil {
			t.Fatal(err)
		}
		return func() { conn.Close() }
	}
	conn, err := pgx.Connect(context.Background(), db)
	if err == nil {
		_, err = conn.Exec(context.Background(), "BEGIN; LOCK TABLE ddbsql_t1 IN EXCLUSIVE MODE")
	}
	if err != nil {
		t.Fatal(err)
	}
	return func() { conn.Close(context.Background()) }
}
