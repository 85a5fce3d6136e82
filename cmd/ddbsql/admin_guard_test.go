package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/ddbsql/ddbsql/internal/server"
)

// Every act that there is asks who wants it done, and there is none unless it is asked for.
func TestEveryActIsGuarded(t *testing.T) {
	const here, there = "127.0.0.1:40000", "10.1.2.3:40000"
	all := newAdmin(&config{admin: true}, &fakeDatabase{}).Acts
	if len(all) < 4 {
		t.Fatalf("%d acts: too few to be true", len(all))
	}
	for name := range all {
		for _, c := range []struct {
			name, from, bears string
			config            config
			status            int
		}{
			{"without --admin", here, "", config{}, 404},
			{"without --admin, with a token", here, "secret", config{adminToken: "secret"}, 404},
			{"from this machine", here, "", config{admin: true}, 200},
			{"from another machine", there, "", config{admin: true}, 403},
			{"from this machine, with a token that is missing", here, "", config{admin: true, adminToken: "secret"}, 403},
			{"from this machine, with the token's beginning", here, "secre", config{admin: true, adminToken: "secret"}, 403},
			{"from another machine, with the token", there, "secret", config{admin: true, adminToken: "secret"}, 200},
		} {
			t.Run(name+" "+c.name, func(t *testing.T) {
				done := 0
				admin := newAdmin(&c.config, &fakeDatabase{})
				for name := range admin.Acts {
					admin.Acts[name] = func(context.Context, []byte) (any, error) { done++; return nil, nil }
				}
				r := httptest.NewRequest(http.MethodPost, "/_ddbsql/"+name, nil)
				r.RemoteAddr = c.from
				if c.bears != "" {
					r.Header.Set("Authorization", "Bearer "+c.bears)
				}
				w := httptest.NewRecorder()
				server.New(&fakeDatabase{}, server.Options{Admin: admin}).ServeHTTP(w, r)
				if w.Code != c.status || (done == 1) != (c.status == 200) {
					t.Errorf("status %d, want %d; done %d times", w.Code, c.status, done)
				}
			})
		}
	}
}
