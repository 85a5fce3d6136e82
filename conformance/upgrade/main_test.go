package main

import (
	"context"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// A short trial on both databases; `make upgrade` is the long one.
func TestUpgrade(t *testing.T) {
	for _, db := range []string{"sqlite", "postgres"} {
		t.Run(db, func(t *testing.T) {
			var out strings.Builder
			if err := run(options{db: db, servers: 2, writers: 4, each: 300 * time.Millisecond}, &out); err != nil {
				t.Error(err)
			}
			t.Log(out.String())
		})
	}
}

// TestFixtures serves what each released format left: everything is answered as the released program answered it, before the schema is
// migrated and after.
func TestFixtures(t *testing.T) {
	root, err := server.Root()
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"sqlite", "postgres"} {
		t.Run(kind, func(t *testing.T) {
			want, err := load(filepath.Join(root, fixtures, releasedSchema, kind+"."+answersName))
			if err != nil {
				t.Fatal(err)
			}
			err = server.OnDatabases(kind, func(db server.Database) error {
				if err := restore(kind, db.URL); err != nil {
					return err
				}
				upgrades(t, db)
				answersStay(t, db, want)
				return db.Check()
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
}

// upgrades runs the commands on the schema: a server that is to keep it refuses it, `migrate up` brings it up to date.
func upgrades(t *testing.T, db server.Database) {
	t.Helper()
	ddbsql := func(args ...string) string {
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second) // a server that is not refused would go on
		defer cancel()
		out, _ := exec.CommandContext(ctx, db.Binary, append(args, "--db", db.URL)...).CombinedOutput() // what it says is looked at
		return string(out)
	}
	for _, c := range []struct{ args, says string }{
		{"migrate status", "schema of the database  " + releasedSchema + "\n"},
		{"serve --listen 127.0.0.1:0 --db-keep-schema", "ddbsql migrate up"},
		{"migrate up", "up to date"},
		{"migrate status", "up to date"},
		{"migrate up", "up to date"},
	} {
		if out := ddbsql(strings.Fields(c.args)...); !strings.Contains(out, c.says) {
			t.Errorf("ddbsql %s says %s", c.args, out)
		}
	}
}

// answersStay compares the answers of a server with those of the released one. Records are read however old they are.
func answersStay(t *testing.T, db server.Database, want []answer) {
	t.Helper()
	p, err := db.Start("--ttl-interval", "0", "--stream-retention", "1000000h")
	if err != nil {
		t.Error(err)
		return
	}
	defer func() {
		if err := p.Stop(); err != nil {
			t.Error(err)
		}
	}()
	got, err := readAll(p.URL)
	if err != nil || len(got) != len(want) {
		t.Errorf("%d answers, want %d: %v", len(got), len(want), err)
		return
	}
	for i := range want {
		if got[i].request != want[i].request || !sameJSON(t, got[i].Answer, want[i].Answer) {
			t.Errorf("%s %s\nanswers %s\nwant    %s %s", got[i].Operation, got[i].Input, got[i].Answer, want[i].Input, want[i].Answer)
		}
	}
}

func sameJSON(t *testing.T, a, b json.RawMessage) bool {
	t.Helper()
	var x, y any
	if err := json.Unmarshal(a, &x); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &y); err != nil {
		t.Fatal(err)
	}
	return reflect.DeepEqual(x, y)
}
