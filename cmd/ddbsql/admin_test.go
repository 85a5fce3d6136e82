package main

import (
	"context"
	"encoding/json"
	"errors"
	"testing"

	"github.com/ddbsql/ddbsql/internal/engine"
)

func TestAdmin(t *testing.T) {
	for _, c := range []struct {
		name, act string
		config    config
		db        fakeDatabase
		answer    string // empty: there is no such act
		err       string
	}{
		{"nothing without --admin", "check", config{}, fakeDatabase{}, "", ""},
		{"a check that finds nothing", "check", config{admin: true}, fakeDatabase{}, `{"Differences":[]}`, ""},
		{"a check that finds something", "check", config{admin: true}, fakeDatabase{differences: []string{"t: a"}}, `{"Differences":["t: a"]}`, ""},
		{"a check that fails", "check", config{admin: true}, fakeDatabase{err: errors.New("gone")}, `{"Differences":[]}`, "gone"},
		{"a sweep of expired items", "ttl/sweep", config{admin: true}, fakeDatabase{swept: engine.Sweep{Tables: 2, Items: 30}}, `{"Tables":2,"Items":30}`, ""},
		{"a split of a shard", "streams/split", config{admin: true}, fakeDatabase{}, `{"ShardIds":["one","two"]}`, ""},
		{"trimming", "streams/trim", config{admin: true}, fakeDatabase{trimmed: engine.Trim{Streams: 1, Records: 5}}, `{"Streams":1,"Records":5}`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			act := newAdmin(&c.config, &c.db).Acts[c.act]
			if act == nil {
				if c.answer != "" {
					t.Fatal("there is no such act")
				}
				return
			}
			answer, err := act(context.Background(), nil)
			text, marshalErr := json.Marshal(answer)
			if !errorHas(err, c.err) || marshalErr != nil || string(text) != c.answer {
				t.Errorf("got %s, %v, %v", text, err, marshalErr)
			}
		})
	}
}
