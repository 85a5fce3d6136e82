package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// What was found once: requests that both databases must answer alike, one after the other, in tables of the last lane (see schemas).
var replays = []struct {
	name     string
	requests []string // operation and body
}{
	{"a statement of a batch that is invalid for its item consumes nothing, whatever indexes the item is in", []string{
		`PutItem {"TableName": "lima-numbers", "Item": {"pk": {"N": "2"}, "grp": {"S": "k1"}}}`,
		`BatchExecuteStatement {"Statements": [{"Statement": "DELETE FROM \"lima-numbers\" WHERE pk = 3"},
			{"Statement": "UPDATE \"lima-numbers\" SET score[0] = 1 WHERE pk = 2"}], "ReturnConsumedCapacity": "INDEXES"}`,
	}},
}

func replayAll(t *testing.T, addresses [2]string) {
	l := newLane(1, len(prefixes)-1, addresses)
	if err := l.prepare(); err != nil {
		t.Fatal(err)
	}
	for _, c := range replays {
		t.Run(c.name, func(t *testing.T) {
			for _, line := range c.requests {
				l.replay(t, line)
			}
		})
	}
}

func (l *lane) replay(t *testing.T, line string) {
	t.Helper()
	operation, body, _ := strings.Cut(line, " ")
	if !json.Valid([]byte(body)) {
		t.Fatalf("no JSON: %s", body)
	}
	r := &request{operation: operation, raw: []byte(body)}
	both, err := l.exchange(r)
	if err != nil {
		t.Fatal(err)
	}
	if fault := judge(r, both); fault != "" {
		t.Errorf("%s\n%s\n%s\n%s", line, fault, both[0].body, both[1].body)
	}
}
