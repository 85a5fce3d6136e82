package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// What was found once: requests that both databases must answer alike, one after the other, in tables of a lane (see schemas).
var replays = []struct {
	name     string
	requests []string // operation and body
}{
	{"a statement of a batch that is invalid for its item consumes nothing, whatever indexes the item is in", []string{
		`PutItem {"TableName": "alpha-numbers", "Item": {"pk": {"N": "2"}, "grp": {"S": "k1"}}}`,
		`BatchExecuteStatement {"Statements": [{"Statement": "DELETE FROM \"alpha-numbers\" WHERE pk = 3"},
			{"Statement": "UPDATE \"alpha-numbers\" SET score[0] = 1 WHERE pk = 2"}], "ReturnConsumedCapacity": "INDEXES"}`,
	}},
}

func TestReplays(t *testing.T) {
	err := onBoth(func(addresses [2]string, _ [2]*server.Process) error {
		l := newLane(1, 0, addresses)
		if err := l.prepare(); err != nil {
			return err
		}
		for _, c := range replays {
			t.Run(c.name, func(t *testing.T) {
				for _, line := range c.requests {
					l.replay(t, line)
				}
			})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
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
