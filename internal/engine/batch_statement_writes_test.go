package engine_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	_ "github.com/ddbsql/ddbsql/backends/sqlite" // sqlite::memory:
	"github.com/ddbsql/ddbsql/internal/engine"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// failing is a database that carries out the items of a plan one after the other, and fails once at the first of some table.
type failing struct {
	backends.Backend
	table string
	err   error
}

func (f *failing) Write(ctx context.Context, p *plan.Write) (results []backends.WriteResult, err error) {
	for i := range p.Items {
		if p.Items[i].Table.Name == f.table && f.err != nil {
			err, f.err = f.err, nil
			return nil, err
		}
		one, err := f.Backend.Write(ctx, backends.Single(p, i))
		if err != nil {
			return nil, err
		}
		results = append(results, one...)
	}
	return results, nil
}

// failingEngine is an engine on such a database, in memory.
func failingEngine(t *testing.T) (f *failing, do func(operation, body string) (string, error)) {
	b, err := backends.Open(t.Context(), "sqlite::memory:", backends.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f = &failing{Backend: b, table: "second"}
	e := engine.New(f, engine.Options{})
	t.Cleanup(func() { e.Close() })
	return f, func(operation, body string) (string, error) {
		out, refused := e.Do(t.Context(), operation, []byte(body), nil)
		if refused != nil {
			return "", refused
		}
		return string(out), nil
	}
}

// What goes wrong with one statement of a batch does not let the others happen twice.
func TestStatementsOfABatchHappenOnce(t *testing.T) {
	for _, c := range []struct {
		name   string
		err    error
		answer string // has this
		failed string // or the error is this
	}{
		{"a table has changed", &backends.Error{Code: backends.CodeStale, Op: "write"}, `"Responses":[{"TableName":"first"},{"TableName":"second"}]`, ""},
		{"another write holds the item", &backends.Error{Code: backends.CodeConflict, Op: "write"}, `{"TableName":"first"},{"Error":{"Code":"TransactionConflict"`, ""},
		{"the database goes away", &backends.Error{Code: backends.CodeUnavailable, Op: "write", Err: errors.New("gone")}, "", "InternalServerError"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, do := failingEngine(t)
			for _, table := range []string{"first", "second"} {
				if _, err := do("CreateTable", `{"TableName":"`+table+`","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}`); err != nil {
					t.Fatal(err)
				}
				if _, err := do("PutItem", `{"TableName":"`+table+`","Item":{"pk":{"S":"a"},"n":{"N":"0"}}}`); err != nil {
					t.Fatal(err)
				}
			}
			f.err = c.err
			out, err := do("BatchExecuteStatement", `{"Statements":[{"Statement":"UPDATE \"first\" SET n = n + 1 WHERE pk = 'a'"},{"Statement":"UPDATE \"second\" SET n = n + 1 WHERE pk = 'a'"}]}`)
			if c.failed != "" && (err == nil || !strings.Contains(err.Error(), c.failed)) || c.failed == "" && (err != nil || !strings.Contains(out, c.answer)) {
				t.Errorf("answered %s, %v", out, err)
			}
			item, err := do("GetItem", `{"TableName":"first","Key":{"pk":{"S":"a"}}}`)
			if err != nil || !strings.Contains(item, `"n":{"N":"1"}`) {
				t.Errorf("the first statement left %s, %v", item, err)
			}
		})
	}
}
