package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"hash/crc32"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strconv"
	"testing"
)

// through sends an answer of a server through a mutation.
func through(t *testing.T, name, operation string, status int, body string, compressed bool) (*http.Response, []byte) {
	t.Helper()
	origin := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Host != "the.signed.host" {
			t.Errorf("the host is %s", r.Host)
		}
		sent := []byte(body)
		if compressed {
			var b bytes.Buffer
			z := gzip.NewWriter(&b)
			_, _ = z.Write(sent) // a Buffer takes everything
			_ = z.Close()
			sent = b.Bytes()
			w.Header().Set("Content-Encoding", "gzip")
		}
		w.Header().Set("X-Amz-Crc32", strconv.Itoa(int(crc32.ChecksumIEEE(sent))))
		w.WriteHeader(status)
		_, _ = w.Write(sent)
	}))
	defer origin.Close()
	target, err := url.Parse(origin.URL)
	if err != nil {
		t.Fatal(err)
	}
	front := httptest.NewServer(newProxy(target, mutations[name]))
	defer front.Close()
	req, err := http.NewRequest(http.MethodPost, front.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Host = "the.signed.host"
	req.Header.Set("X-Amz-Target", "DynamoDB_20120810."+operation)
	req.Header.Set("Accept-Encoding", "identity")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	got, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res, got
}

func TestMutations(t *testing.T) {
	const (
		failure  = `{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed"}`
		invalid  = `{"__type":"com.amazon.coral.validate#ValidationException","message":"Bad"}`
		notFound = `{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"Requested resource not found"}`
		last     = `{"Count":3,"Items":[{"a":{"N":"1"}},{"a":{"N":"2"}},{"a":{"N":"3"}}],"ScannedCount":3}`
		first    = `{"Count":2,"Items":[{"a":{"N":"1"}},{"a":{"N":"2"}}],"LastEvaluatedKey":{"a":{"N":"2"}},"ScannedCount":2}`
	)
	for _, c := range []struct {
		name, mutation, operation string
		status                    int
		body, want                string
	}{
		{"the last word of a failed condition", "error-text", "PutItem", 400, failure,
			`{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request mutated"}`},
		{"a text of one word", "error-text", "PutItem", 400, invalid, `{"__type":"com.amazon.coral.validate#ValidationException","message":"mutated"}`},
		{"other errors stay", "error-text", "PutItem", 400, notFound, notFound},
		{"success stays", "error-text", "PutItem", 200, `{}`, `{}`},
		{"the last item of a page with a next one", "lost-item", "Scan", 200, first, `{"Count":1,"Items":[{"a":{"N":"1"}}],"LastEvaluatedKey":{"a":{"N":"2"}},"ScannedCount":2}`},
		{"the last page stays", "lost-item", "Query", 200, last, last},
		{"the items of a Query", "sort-order", "Query", 200, last, `{"Count":3,"Items":[{"a":{"N":"3"}},{"a":{"N":"2"}},{"a":{"N":"1"}}],"ScannedCount":3}`},
		{"those of a Scan stay", "sort-order", "Scan", 200, last, last},
		{"what is no JSON stays", "sort-order", "Query", 200, "oops", "oops"},
	} {
		for _, compressed := range []bool{false, true} {
			t.Run(c.mutation+": "+c.name+", compressed: "+strconv.FormatBool(compressed), func(t *testing.T) {
				res, got := through(t, c.mutation, c.operation, c.status, c.body, compressed)
				if want := strconv.Itoa(int(crc32.ChecksumIEEE(got))); res.StatusCode != c.status || res.Header.Get("X-Amz-Crc32") != want {
					t.Errorf("status %d, checksum %s, want %s", res.StatusCode, res.Header.Get("X-Amz-Crc32"), want)
				}
				if res.Header.Get("Content-Encoding") == "gzip" {
					if c.want != c.body {
						t.Error("a changed answer is said to be compressed")
					}
					return
				}
				if !sameJSON(string(got), c.want) {
					t.Errorf("%s, want %s", got, c.want)
				}
			})
		}
	}
}

// sameJSON compares texts by their meaning, where they have one.
func sameJSON(a, b string) bool {
	var x, y any
	if json.Unmarshal([]byte(a), &x) != nil || json.Unmarshal([]byte(b), &y) != nil {
		return a == b
	}
	return reflect.DeepEqual(x, y)
}

func TestUnknownMutationsAreRefused(t *testing.T) {
	if err := serve([]string{"--mutation", "none"}); err == nil {
		t.Error("no error")
	}
}
