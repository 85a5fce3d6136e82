package server_test

import (
	"io"
	"net/http"
	"testing"

	"github.com/ddbsql/ddbsql/internal/server"
)

const localRefusal = `{"__type":"com.amazonaws.dynamodb.v20120810#MissingAuthenticationToken","Message":"Request must contain either a valid (registered) AWS access key ID or X.509 certificate."}`

// ask sends a request without a body and gives the answer's status, body and headers.
func ask(t *testing.T, method, url string, headers map[string]string) (int, string, http.Header) {
	t.Helper()
	r, err := http.NewRequest(method, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range headers {
		r.Header.Set(name, value)
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(body), res.Header
}

func TestLocalAnswersWhatIsNoOperation(t *testing.T) {
	url, _ := start(t, &fakeEngine{}, server.Options{Operations: operations, Local: &server.Local{}})
	preflight := map[string]string{"Origin": "http://a", "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "x-amz-target"}
	for _, c := range []struct {
		name, method, path string
		headers            map[string]string
		status             int
		body               string
	}{
		{"the question whether somebody is there", "GET", "/", nil, 400, localRefusal},
		{"the same without a body", "HEAD", "/", nil, 400, ""},
		{"the shell that is not there any more", "GET", "/shell/", nil, 400, localRefusal},
		{"another method", "PUT", "/", nil, 400, localRefusal},
		{"OPTIONS by no browser", "OPTIONS", "/", nil, 400, localRefusal},
		{"a preflight", "OPTIONS", "/", preflight, 200, ""},
		{"our own question after health", "GET", "/healthz", nil, 200, "alive\n"},
		{"our own question after the database", "GET", "/readyz", nil, 200, "ready\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, body, _ := ask(t, c.method, url+c.path, c.headers)
			if status != c.status || body != c.body {
				t.Errorf("got %d %q", status, body)
			}
		})
	}
}

func TestLocalOrigins(t *testing.T) {
	for _, c := range []struct {
		name    string
		origins []string
		origin  string
		lets    bool
	}{
		{"everybody", nil, "http://a", true},
		{"one of a list", []string{"http://a", "http://b"}, "http://b", true},
		{"none of a list", []string{"http://a", "http://b"}, "http://c", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			url, _ := start(t, &fakeEngine{}, server.Options{Operations: operations, Local: &server.Local{Origins: c.origins}})
			headers := map[string]string{"Origin": c.origin, "Access-Control-Request-Method": "POST"}
			for _, method := range []string{http.MethodOptions, http.MethodGet} {
				_, _, h := ask(t, method, url, headers)
				if lets := h.Get("Access-Control-Allow-Origin") != ""; lets != c.lets {
					t.Errorf("%s: allowed origin is %q", method, h.Get("Access-Control-Allow-Origin"))
				}
			}
		})
	}
}
