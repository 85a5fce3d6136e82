package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// fleet are the servers of the trial. Each keeps its address when it is started again.
type fleet struct {
	db        server.Database
	addresses []string
	clients   []*dynamodb.Client

	mu        sync.Mutex
	processes []*server.Process
}

// flags make the servers promise what is judged, and let items expire often enough to happen in a short trial.
var flags = []string{"--durability", "full", "--ttl-interval", "1s"}

func newFleet(db server.Database, size int) (*fleet, error) {
	f := &fleet{db: db, processes: make([]*server.Process, size)}
	for range size {
		address, err := server.FreeAddress()
		if err != nil {
			return nil, err
		}
		f.addresses = append(f.addresses, address)
		f.clients = append(f.clients, server.NewClient("http://"+address))
	}
	return f, f.startAll(startPatience)
}

// startPatience is how long a server may fail to start while its database comes back.
const startPatience = time.Minute

// start starts one server, again and again while its database is not there.
func (f *fleet) start(n int, patience time.Duration) error {
	var p *server.Process
	err := again(context.Background(), patience, func(context.Context) (err error) {
		p, err = server.Start(server.Options{Binary: f.db.Binary, DB: f.db.URL, Listen: f.addresses[n], Args: flags})
		return err
	})
	if err != nil {
		return fmt.Errorf("server %d: %w", n, err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.processes[n] = p
	return nil
}

// startAll starts the servers that do not run.
func (f *fleet) startAll(patience time.Duration) error {
	for n := range f.processes {
		if p := f.process(n); p != nil && p.Running() {
			continue
		}
		if err := f.start(n, patience); err != nil {
			return err
		}
	}
	return nil
}

func (f *fleet) process(n int) *server.Process {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.processes[n]
}

// kill ends a server in the middle of whatever it does, and starts it again.
func (f *fleet) kill(n int) error {
	f.process(n).Kill()
	return f.start(n, startPatience)
}

// drain asks a server to end, and starts it again.
func (f *fleet) drain(n int) error {
	if err := f.process(n).Stop(); err != nil {
		return fmt.Errorf("server %d: %w", n, err)
	}
	return f.start(n, startPatience)
}

// ended tells of servers that ended by themselves.
func (f *fleet) ended() error {
	for n := range f.processes {
		if p := f.process(n); !p.Running() {
			return fmt.Errorf("server %d ended by itself\n%s", n, p.Log())
		}
	}
	return nil
}

func (f *fleet) stop() error {
	var errs []error
	for n := range f.processes {
		if p := f.process(n); p != nil && p.Running() {
			errs = append(errs, p.Stop())
		}
	}
	return errors.Join(errs...)
}

// killAll ends what is left of the servers.
func (f *fleet) killAll() {
	for n := range f.processes {
		if p := f.process(n); p != nil {
			p.Kill()
		}
	}
}

// lastWords are what the servers printed last.
func (f *fleet) lastWords() string {
	var all strings.Builder
	for n := range f.processes {
		if p := f.process(n); p != nil {
			fmt.Fprintf(&all, "log of server %d:\n%s\n", n, p.Log())
		}
	}
	return all.String()
}

// again does something again until it succeeds or time is up.
func again(ctx context.Context, patience time.Duration, work func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		err := work(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return err
		}
	}
}
