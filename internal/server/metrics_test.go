package server_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/server"
)

func TestMetrics(t *testing.T) {
	m := server.NewMetrics()
	url, _ := start(t, &fakeEngine{do: func(_ context.Context, operation string, _, dst []byte) ([]byte, *apierr.Error) {
		m.ObserveStatement("get_item", 30*time.Microsecond, nil)
		if operation == "PutItem" {
			m.ObserveStatement("put_item", time.Millisecond, errors.New("no"))
			return dst, apierr.New(apierr.ConditionalCheckFailed, "no")
		}
		return dst, nil
	}}, server.Options{Metrics: m})
	for _, operation := range []string{"GetItem", "GetItem", "PutItem", "Nonsense"} {
		post(t, url, operation, "{}")
	}

	got := send(t, request(t, http.MethodGet, url+"/metrics", "")).body
	for _, want := range []string{
		`ddbsql_requests_total{operation="GetItem"} 2`,
		`ddbsql_requests_total{operation="PutItem"} 1`,
		`ddbsql_requests_total{operation="unknown"} 1`,
		`ddbsql_errors_total{operation="PutItem",type="ConditionalCheckFailedException"} 1`,
		`ddbsql_errors_total{operation="unknown",type="UnknownOperationException"} 1`,
		`ddbsql_request_seconds_count{operation="GetItem"} 2`,
		`ddbsql_sql_statement_seconds_count{statement="get_item"} 3`,
		`ddbsql_sql_statement_seconds_bucket{statement="get_item",le="2.5e-05"} 0`,
		`ddbsql_sql_statement_seconds_bucket{statement="get_item",le="5e-05"} 3`,
		`ddbsql_sql_errors_total{statement="get_item"} 0`,
		`ddbsql_sql_errors_total{statement="put_item"} 1`,
		`ddbsql_requests_in_flight 0`,
		`go_goroutines `,
	} {
		if !strings.Contains(got, "\n"+want) {
			t.Errorf("lacks %s", want)
		}
	}
	if strings.Contains(got, "Nonsense") {
		t.Error("a client can make labels")
	}
}

func BenchmarkObserveStatement(b *testing.B) {
	m := server.NewMetrics()
	names := []string{"begin", "put_item", "commit"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m.ObserveStatement(names[i%len(names)], 7*time.Microsecond, nil)
	}
}
