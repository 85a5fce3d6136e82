package server_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/server"
)

// acts are what the tests administer.
var acts = map[string]server.AdminAct{
	"echo": server.AdminCall(func(_ context.Context, in struct{ Text string }) (struct{ Said string }, error) {
		return struct{ Said string }{in.Text}, nil
	}),
	"deep/refuse": func(context.Context, []byte) (any, error) { return nil, apierr.Invalid("no") },
	"fail":        func(context.Context, []byte) (any, error) { return nil, errors.New("disk full") },
}

func TestAdmin(t *testing.T) {
	const internal = `{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError"`
	for _, c := range []struct {
		name               string
		acts               map[string]server.AdminAct
		method, path, body string
		status             int
		part               string // of the answer
	}{
		{"an act with parameters", acts, "POST", "echo", `{"Text":"hello"}`, 200, `{"Said":"hello"}`},
		{"an act without a body has zero parameters", acts, "POST", "echo", "", 200, `{"Said":""}`},
		{"a parameter nobody knows", acts, "POST", "echo", `{"Tekst":"hello"}`, 400, "Tekst"},
		{"a body that is no JSON", acts, "POST", "echo", "hello", 400, "SerializationException"},
		{"a refusal", acts, "POST", "deep/refuse", "", 400, `"message":"no"`},
		{"a failure is hidden", acts, "POST", "fail", "", 500, internal},
		{"another method", acts, "GET", "echo", "", 405, ""},
		{"an act nobody knows", acts, "POST", "nothing", "", 404, ""},
		{"without acts there is no path", nil, "POST", "echo", "", 404, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			url, log := start(t, &fakeEngine{}, server.Options{Admin: server.Admin{Acts: c.acts}})
			got := send(t, request(t, c.method, url+"/_ddbsql/"+c.path, c.body))
			if got.status != c.status || !strings.Contains(got.body, c.part) {
				t.Errorf("got %d %s, want %d with %q", got.status, got.body, c.status, c.part)
			}
			if logged := strings.Contains(log.String(), "disk full"); logged != (c.status == 500) {
				t.Errorf("logged: %s", log)
			}
		})
	}
}

func TestWhoMayAdminister(t *testing.T) {
	const here, there = "127.0.0.1:40000", "10.1.2.3:40000"
	for _, c := range []struct {
		name, token, from string
		headers           []string
		status            int
	}{
		{"a program of this machine", "", here, nil, 200},
		{"a program of this machine by IPv6", "", "[::1]:40000", nil, 200},
		{"another machine", "", there, nil, 403},
		{"another machine with a token where there is none", "", there, []string{"Authorization", "Bearer "}, 403},
		{"a page in a browser of this machine", "", here, []string{"Origin", "http://example.com"}, 403},
		{"a proxy of this machine", "", here, []string{"X-Forwarded-For", "10.1.2.3"}, 403},
		{"another machine with the token", "secret", there, []string{"Authorization", "Bearer secret"}, 200},
		{"another machine with another token", "secret", there, []string{"Authorization", "Bearer guess"}, 403},
		{"this machine without the token", "secret", here, nil, 403},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := server.New(&fakeEngine{}, server.Options{Admin: server.Admin{Acts: acts, Token: c.token}})
			r := httptest.NewRequest(http.MethodPost, "/_ddbsql/echo", nil)
			r.RemoteAddr = c.from
			for i := 0; i < len(c.headers); i += 2 {
				r.Header.Set(c.headers[i], c.headers[i+1])
			}
			w := httptest.NewRecorder()
			if s.ServeHTTP(w, r); w.Code != c.status {
				t.Errorf("status %d, want %d", w.Code, c.status)
			}
		})
	}
}
