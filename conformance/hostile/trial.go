package main

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ddbsql/ddbsql/conformance/places"
	"github.com/ddbsql/ddbsql/conformance/server"
)

// slowest is how long an answer may take: less than a statement that was told to sleep.
const slowest = 15 * time.Second

// trial is everything on one database.
type trial struct {
	options
	server.Database
	out     io.Writer
	process *server.Process
	known   known

	sent, accepted atomic.Int64
	mu             sync.Mutex
	problems       []error
}

func (t *trial) run() error {
	process, err := t.Start("--admin", "--log-level", "warn", "--ttl-interval", "1s")
	if err != nil {
		return err
	}
	defer process.Kill()
	t.process = process
	before, err := t.prepare()
	if err != nil {
		return err
	}
	t.sendAll()
	if err := t.verify(before); err != nil {
		t.problem(err)
	}
	if err := process.Stop(); err != nil {
		t.problem(err)
	}
	if err := t.Check(); err != nil {
		t.problem(err)
	}
	fmt.Fprintf(t.out, "%s: %d hostile requests, %d of them accepted, %d problems\n", t.Kind, t.sent.Load(), t.accepted.Load(), len(t.problems))
	return errors.Join(t.problems[:min(len(t.problems), 20)]...)
}

func (t *trial) problem(err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.problems = append(t.problems, err)
}

// sendAll sends each text in each place, the places of one request side by side: what a request changes others then meet.
func (t *trial) sendAll() {
	all := corpus()
	jobs := make(chan hostile)
	var callers sync.WaitGroup
	for range t.callers {
		callers.Go(func() {
			for h := range jobs {
				if err := t.send(h); err != nil {
					t.problem(err)
				}
			}
		})
	}
	number := 0
	for i, text := range all {
		for _, h := range t.places(text) {
			// Each place gets other texts, each text other places.
			if number++; (number+i)%t.every == 0 {
				jobs <- h
			}
		}
	}
	close(jobs)
	callers.Wait()
}

// places are the requests with a text in one of the places of each.
func (t *trial) places(text string) []hostile {
	var all []hostile
	for _, r := range places.Requests {
		r.Body = t.known.Fill(r.Body)
		for _, v := range r.Variants(mark) {
			all = append(all, hostile{place: v.Place, text: text, headers: map[string]string{"X-Amz-Target": r.Op}, body: v.Body, readsByKey: r.Reads})
		}
	}
	for _, document := range tokenDocuments {
		all = append(all, hostile{place: "a token with " + document, text: text, headers: map[string]string{"X-Amz-Target": dynamo + "ExecuteStatement"}, body: document, token: true})
	}
	// Not Content-Encoding: the service has an internal error for codings it does not know.
	for _, name := range []string{"X-Amz-Target", "Authorization", "X-Amz-Date", "Accept-Encoding", "X-Amz-Security-Token", "Content-Type"} {
		all = append(all, hostile{place: "header " + name, text: text, header: name, headers: map[string]string{"X-Amz-Target": dynamo + "ListTables"}, body: "{}"})
	}
	for _, member := range []string{"StreamArn", "ShardId"} {
		body := fmt.Sprintf(`{"StreamArn":%q,"ShardId":%q,%q:%q}`, t.known.Stream, t.known.Shard, member, mark)
		all = append(all, hostile{place: "streams/split " + member, text: text, path: "/_ddbsql/streams/split", body: body})
	}
	return all
}
