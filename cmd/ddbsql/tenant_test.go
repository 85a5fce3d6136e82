package main

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/server"
)

// newTestTenants are real databases.
func newTestTenants(t *testing.T, db, mode string, log *slog.Logger) *tenants {
	t.Helper()
	c := defaults
	c.db, c.namespaces.mode = db, mode
	a := &app{open: openDatabase, config: c}
	main, err := a.open(context.Background(), &a.config, log, nil)
	if err != nil {
		t.Fatal(err)
	}
	all, err := a.newTenants(main, &keyholder{}, log, server.NewMetrics())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := all.Close(); err != nil {
			t.Error(err)
		}
	})
	return all
}

// ask runs an operation as the holder of a key would.
func ask(t *testing.T, all *tenants, key, region, operation, body string) (string, *apierr.Error) {
	t.Helper()
	db, leave, refusal := all.enter(context.Background(), auth.Scope{AccessKey: key, Region: region}, true)
	if refusal != nil {
		return "", refusal
	}
	defer leave()
	out, refusal := db.Do(context.Background(), operation, []byte(body), nil)
	return string(out), refusal
}

const createFilms = `{"TableName":"films","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"}],
	"KeySchema":[{"AttributeName":"p","KeyType":"HASH"}]}`

func TestATableInAnotherNamespaceIsInTheLogAlone(t *testing.T) {
	var lines bytes.Buffer
	all := newTestTenants(t, "sqlite::memory:", "account-region", slog.New(slog.NewTextHandler(&lines, nil)))
	if _, refusal := ask(t, all, "111111111111", "us-east-1", "CreateTable", createFilms); refusal != nil {
		t.Fatal(refusal)
	}
	for _, c := range []struct {
		name, key, region, table string
		hint                     string // empty for none
	}{
		{"in another account", "222222222222", "us-east-1", "films", "elsewhere=[111111111111-us-east-1]"},
		{"in another region", "111111111111", "eu-west-1", "films", "elsewhere=[111111111111-us-east-1]"},
		{"by its ARN", "333333333333", "us-east-1", "arn:aws:dynamodb:us-east-1:333333333333:table/films", "table=films"},
		{"once more, within a minute", "222222222222", "us-east-1", "films", ""},
		{"nowhere", "222222222222", "us-east-1", "books", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines.Reset()
			_, refusal := ask(t, all, c.key, c.region, "DescribeTable", `{"TableName":"`+c.table+`"}`)
			if refusal == nil || refusal.Code != apierr.ResourceNotFound || strings.Contains(refusal.Message, "111111111111") {
				t.Errorf("refused with %v", refusal)
			}
			if got := lines.String(); c.hint == "" && got != "" || !strings.Contains(got, c.hint) {
				t.Errorf("the log has %q, want %q", got, c.hint)
			}
		})
	}
}

// What was made in files is there when they are opened again, and ARNs name the namespace.
func TestNamespacesStay(t *testing.T) {
	db := "sqlite:" + t.TempDir() + "/main.db"
	for round := range 2 {
		t.Run("", func(t *testing.T) {
			all := newTestTenants(t, db, "account-region", slog.New(slog.DiscardHandler))
			if round == 0 {
				if _, refusal := ask(t, all, "111111111111", "eu-west-1", "CreateTable", createFilms); refusal != nil {
					t.Fatal(refusal)
				}
			}
			out, refusal := ask(t, all, "111111111111", "eu-west-1", "DescribeTable", `{"TableName":"films"}`)
			if refusal != nil || !strings.Contains(out, "arn:aws:dynamodb:eu-west-1:111111111111:table/films") {
				t.Errorf("got %s, %v", out, refusal)
			}
			names, err := all.Names(context.Background())
			if err != nil || len(names) != 2 || names[1] != "111111111111-eu-west-1" {
				t.Errorf("the namespaces are %q, %v", names, err)
			}
		})
	}
}

// The tour opens what nobody uses, removes what is due, and closes it again.
func TestATourSweepsClosedNamespaces(t *testing.T) {
	ctx := context.Background()
	all := newTestTenants(t, "sqlite:"+t.TempDir()+"/main.db", "access-key", slog.New(slog.DiscardHandler))
	for _, step := range [][2]string{
		{"CreateTable", createFilms},
		{"UpdateTimeToLive", `{"TableName":"films","TimeToLiveSpecification":{"AttributeName":"until","Enabled":true}}`},
		{"PutItem", `{"TableName":"films","Item":{"p":{"S":"old"},"until":{"N":"1700000000"}}}`},
	} {
		if _, refusal := ask(t, all, "KEY", "us-east-1", step[0], step[1]); refusal != nil {
			t.Fatalf("%s: %v", step[0], refusal)
		}
	}
	if err := all.pool.CloseIdle("KEY"); err != nil {
		t.Fatal(err)
	}
	if err := all.tour(ctx); err != nil {
		t.Fatal(err)
	}
	if all.pool.IsOpen("KEY") {
		t.Error("the database is open after the tour")
	}
	out, refusal := ask(t, all, "KEY", "us-east-1", "Scan", `{"TableName":"films","Select":"COUNT"}`)
	var counted struct{ Count int }
	if err := json.Unmarshal([]byte(out), &counted); err != nil || refusal != nil || counted.Count != 0 {
		t.Errorf("after the tour: %s, %v", out, refusal)
	}
}

// An act on all namespaces is on each of them, and on the main database.
func TestActsOnAllNamespaces(t *testing.T) {
	ctx := context.Background()
	all := newTestTenants(t, "sqlite::memory:", "access-key", slog.New(slog.DiscardHandler))
	for _, key := range []string{"ONE", "TWO"} {
		if _, refusal := ask(t, all, key, "us-east-1", "CreateTable", createFilms); refusal != nil {
			t.Fatal(refusal)
		}
	}
	k := all.keeper()
	s, err := k.Create(ctx, "base", nil)
	if err != nil || strings.Join(s.Namespaces, ",") != ",ONE,TWO" {
		t.Fatalf("the snapshot is %+v, %v", s, err)
	}
	if err := k.Reset(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if _, refusal := ask(t, all, "ONE", "us-east-1", "DescribeTable", `{"TableName":"films"}`); refusal == nil {
		t.Error("the table is there after a reset")
	}
	if _, err := k.Restore(ctx, "base", nil); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"ONE", "TWO"} {
		if _, refusal := ask(t, all, key, "us-east-1", "DescribeTable", `{"TableName":"films"}`); refusal != nil {
			t.Errorf("the table of %s is not there: %v", key, refusal)
		}
	}
	if found, err := all.Check(ctx); err != nil || len(found) > 0 {
		t.Errorf("check: %q, %v", found, err)
	}
}
