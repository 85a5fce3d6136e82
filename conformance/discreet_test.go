package conformance

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"
	engine "zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"github.com/ddbsql/ddbsql/conformance/places"
	"github.com/ddbsql/ddbsql/conformance/server"
)

// secret is in every value, name, header and password of this file. It passes for base64.
const secret = "Geheim7f3a8c"

// wholeLog is all that a server prints.
type wholeLog struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *wholeLog) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(b)
}

func (l *wholeLog) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// telling gives the first line that has the secret, in any form that a log may give it.
func telling(log string) string {
	forms := []string{
		strings.ToLower(secret), strings.ToLower(hex.EncodeToString([]byte(secret))),
		strings.ToLower(base64.StdEncoding.EncodeToString([]byte(secret))), strings.ToLower(strings.Trim(fmt.Sprint([]byte(secret)), "[]")),
	}
	for line := range strings.Lines(log) {
		for _, form := range forms {
			if strings.Contains(strings.ToLower(line), form) {
				return line
			}
		}
	}
	return ""
}

// discreet is a server that is told secrets.
type discreet struct {
	*testing.T
	binary, db string
	env        []string // of the server
	log        wholeLog
	process    *server.Process
}

func (d *discreet) start() {
	d.Helper()
	p, err := server.Start(server.Options{
		Binary: d.binary, DB: d.db, Log: &d.log, Env: d.env,
		Args: []string{"--log-level", "debug", "--admin", "--admin-token", secret, "--access-key", "AKID", "--secret-key", secret, "--skip-signatures",
			"--slow-statement", "1ns"}, // which all take
	})
	if err != nil {
		d.Fatal(err)
	}
	d.process = p
}

func (d *discreet) stop() {
	d.Helper()
	if err := d.process.Stop(); err != nil {
		d.Fatal(err)
	}
}

// send sends an operation and gives the answer.
func (d *discreet) send(op, body string) (status int, answer []byte) {
	d.Helper()
	req, err := http.NewRequest(http.MethodPost, d.process.URL, strings.NewReader(body))
	if err != nil {
		d.Fatal(err)
	}
	req.Header.Set("X-Amz-Target", op)
	req.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential="+secret)
	req.Header.Set("X-Amz-Security-Token", secret)
	req.Header.Set("User-Agent", secret)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		d.Fatal(err)
	}
	defer resp.Body.Close()
	if answer, err = io.ReadAll(resp.Body); err != nil {
		d.Fatal(err)
	}
	return resp.StatusCode, answer
}

// call sends an operation that is to succeed.
func (d *discreet) call(op, body string, answer any) error {
	status, got := d.send(op, body)
	if status != http.StatusOK {
		return fmt.Errorf("%s: status %d: %s", op, status, got)
	}
	if answer == nil {
		return nil
	}
	return json.Unmarshal(got, answer)
}

// Whatever clients say and keep, and whatever goes wrong: nothing of it is in the log, at any level.
func TestLogsAreDiscreet(t *testing.T) {
	for _, tg := range targets {
		t.Run(tg.name, func(t *testing.T) {
			d := &discreet{T: t, binary: tg.binary, db: withPassword(t, newDatabase(t, tg))}
			d.start()
			for _, body := range places.Tables {
				if err := d.call("DynamoDB_20120810.CreateTable", body, nil); err != nil {
					t.Fatal(err)
				}
			}
			d.sendEverywhere()
			d.stop()
			failAtSecrets(t, d.db)
			d.start()
			failed := d.sendEverywhere()
			d.stop()

			log := d.log.String()
			if line := telling(log); line != "" {
				t.Errorf("the log tells: %s", line)
			}
			if !regexp.MustCompile(`slow SQL statement" statement=\S+ took=\S+ error=("SQL logic error"|23514|P0001|22P02)`).MatchString(log) {
				t.Error("no slow statement that failed is in the log")
			}
			if logged := strings.Count(log, "request failed"); failed == 0 || logged < failed {
				t.Errorf("%d requests failed, %d of them are in the log", failed, logged)
			}
		})
	}
}

// sendEverywhere sends the secret in every place of every operation, and tells how many failed for no fault of theirs.
func (d *discreet) sendEverywhere() (failed int) {
	d.Helper()
	names, err := places.Learn(d.call)
	if err != nil {
		d.Fatal(err)
	}
	for _, r := range places.Requests {
		r.Body = names.Fill(r.Body)
		for _, v := range r.Variants(secret) {
			if status, _ := d.send(r.Op, v.Body); status == http.StatusInternalServerError {
				failed++
			}
		}
	}
	if line := telling(d.figures()); line != "" {
		d.Errorf("the figures tell: %s", line)
	}
	return failed
}

// failAtSecrets lets the database refuse writes to the table play, where it can with what it refuses in the error's text.
func failAtSecrets(t *testing.T, db string) {
	t.Helper()
	if path, ok := strings.CutPrefix(db, "sqlite:"); ok {
		conn, err := engine.OpenConn(path)
		if err == nil {
			err = sqlitex.ExecuteScript(conn, "CREATE TRIGGER refuse BEFORE INSERT ON ddbsql_t2 BEGIN SELECT json_extract('{', '$'); END", nil)
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := conn.Close(); err != nil {
			t.Fatal(err)
		}
		return
	}
	conn, err := pgx.Connect(context.Background(), db)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	// Some are refused by a constraint, whose DETAIL has the row, some by a function that quotes it, some by a number that it is not.
	for _, sql := range []string{
		"ALTER TABLE ddbsql_t2 ADD CONSTRAINT refuse CHECK (size % 3 <> 0) NOT VALID",
		`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
			IF NEW.size % 3 = 1 THEN RAISE EXCEPTION 'refused: %', NEW.item; END IF;
			IF NEW.size % 3 = 2 THEN PERFORM (NEW.item::text)::numeric; END IF;
			RETURN NEW; END $$`,
		"CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON ddbsql_t2 FOR EACH ROW EXECUTE FUNCTION refuse()",
	} {
		if _, err := conn.Exec(context.Background(), sql); err != nil {
			t.Fatal(err)
		}
	}
}

// withPassword gives the URL of a database with the secret as password, which servers for tests do not ask for.
func withPassword(t *testing.T, db string) string {
	t.Helper()
	u, err := url.Parse(db)
	if err != nil {
		t.Fatal(err)
	}
	if u.Scheme != "postgres" {
		return db
	}
	u.User = url.UserPassword(u.User.Username(), secret)
	return u.String()
}

// A server that does not start says why, and no password.
func TestFailuresToStartAreDiscreet(t *testing.T) {
	for _, args := range [][]string{
		{"--db", "postgres://u:" + secret + "@127.0.0.1:1/d"},
		{"--db", "postgres://127.0.0.1:1/d?user=u&password=" + secret},
		{"--db", "postgres://127.0.0.1:1/d?user=u&password=" + secret + "&sslmode=nonsense"},
		{"--db", "postgres://u:" + secret + "@127.0.0.1:no/d"},
		{"--db", "postgres://u:" + secret + "%zz@127.0.0.1/d"},
		{"--db", "sqlite::memory:", "--secret-key", secret},
		{"--db", "sqlite::memory:", "--admin-token", secret},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		out, err := exec.CommandContext(ctx, targets[0].binary, append(args, "--listen", "127.0.0.1:0")...).CombinedOutput()
		cancel()
		if err == nil {
			t.Errorf("%s: started", args)
		}
		if line := telling(string(out)); line != "" || len(out) == 0 {
			t.Errorf("%s: says %q, which tells: %s", args, out, line)
		}
	}
}
