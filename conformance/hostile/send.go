package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/ddbsql/ddbsql/conformance/places"
)

// hostile is a request with a text where mark is.
type hostile struct {
	place      string
	text       string // as inside of JSON's quotes
	path       string
	headers    map[string]string
	header     string // where the text comes, if it is not in the body
	body       string
	token      bool // the body is the key of a token
	readsByKey bool
}

var client = &http.Client{Timeout: slowest, Transport: &http.Transport{MaxIdleConnsPerHost: 64, DisableCompression: true}}

// send sends the request and judges the answer.
func (t *trial) send(h hostile) error {
	body := strings.ReplaceAll(h.body, mark, h.text)
	if h.token {
		body = t.known.withToken(body)
	}
	req, err := http.NewRequest(http.MethodPost, t.process.URL+h.path, strings.NewReader(body))
	if err != nil {
		return err
	}
	for name, value := range h.headers {
		req.Header.Set(name, value)
	}
	if h.header != "" {
		req.Header.Set(h.header, printable(h.text))
	}
	resp, err := client.Do(req)
	if err != nil {
		return fmt.Errorf("%s: %.60q: no answer: %w", h.place, h.text, err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		return fmt.Errorf("%s: %.60q: no whole answer: %w", h.place, h.text, err)
	}
	t.sent.Add(1)
	switch {
	case resp.StatusCode == http.StatusOK:
		t.accepted.Add(1)
	case resp.StatusCode >= http.StatusInternalServerError:
		return fmt.Errorf("%s: %.60q: status %d: %s", h.place, h.text, resp.StatusCode, answer)
	}
	if h.readsByKey && strings.Contains(string(answer), guardValue) {
		return fmt.Errorf("%s: %.60q: shows an item of another key: %.200s", h.place, h.text, answer)
	}
	return nil
}

// printable is a text as a header can have it.
func printable(text string) string {
	return strings.Map(func(c rune) rune {
		if c < ' ' || c > '~' {
			return '.'
		}
		return c
	}, text)
}

// call sends an operation that is to succeed, and reads its answer.
func (t *trial) call(op, body string, answer any) error {
	return t.post("", map[string]string{"X-Amz-Target": op}, body, answer)
}

// administer has an act done that is to succeed, and reads its answer.
func (t *trial) administer(act string, answer any) error {
	return t.post("/_ddbsql/"+act, nil, "", answer)
}

func (t *trial) post(path string, headers map[string]string, body string, answer any) error {
	req, err := http.NewRequest(http.MethodPost, t.process.URL+path, strings.NewReader(body))
	if err != nil {
		return err
	}
	for name, value := range headers {
		req.Header.Set(name, value)
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	got, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("%s%s: status %d: %s", path, headers, resp.StatusCode, got)
	}
	if answer == nil {
		return nil
	}
	return json.Unmarshal(got, answer)
}

// known is what only the server knows of the tables.
type known struct {
	places.Names
	tokenHead []byte // of a token of the statement continued, before the key
}
