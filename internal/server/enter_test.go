package server_test

import (
	"context"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/server"
)

// Without signatures the data is that of who the request says it is from.
func TestEnterByCredentials(t *testing.T) {
	one, two := &fakeEngine{}, &fakeEngine{}
	var inside atomic.Int64
	enter := func(_ context.Context, who auth.Scope, named bool) (server.Engine, func(), *apierr.Error) {
		engine := map[string]*fakeEngine{"one": one, "two": two}[who.AccessKey]
		if engine == nil || !named {
			return nil, nil, apierr.New(apierr.UnrecognizedClient, "Who?")
		}
		inside.Add(1)
		return engine, func() { inside.Add(-1) }, nil
	}
	nobody := &fakeEngine{}
	url, _ := start(t, nobody, server.Options{Operations: operations, Enter: enter})
	for _, c := range []struct {
		name, authorization string
		status              int
		body                string
	}{
		{"the first", "Credential=one/x/y", 200, "GetItem {}"},
		{"the second", "Credential=two/x/y", 200, "GetItem {}"},
		{"a stranger", "", 400, "Who?"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := http.NewRequest(http.MethodPost, url, strings.NewReader("{}"))
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("X-Amz-Target", "DynamoDB_20120810.GetItem")
			r.Header.Set("Authorization", c.authorization)
			res, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			defer res.Body.Close()
			body, err := io.ReadAll(res.Body)
			if err != nil || res.StatusCode != c.status || !strings.Contains(string(body), c.body) {
				t.Errorf("got %d %s, %v", res.StatusCode, body, err)
			}
		})
	}
	if one.calls.Load() != 1 || two.calls.Load() != 1 || nobody.calls.Load() != 0 {
		t.Errorf("calls: %d, %d, %d", one.calls.Load(), two.calls.Load(), nobody.calls.Load())
	}
	if n := inside.Load(); n != 0 {
		t.Errorf("%d engines were not left", n)
	}
}
