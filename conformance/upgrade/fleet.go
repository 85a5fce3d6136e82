package main

import (
	"errors"
	"fmt"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// fleet are the servers of one database, of which each can be replaced.
type fleet struct {
	mu        sync.RWMutex
	processes []*server.Process
	clients   []*dynamodb.Client
}

// add starts one more server.
func (f *fleet) add(binary, db string) error {
	p, err := server.Start(server.Options{Binary: binary, DB: db})
	if err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.processes, f.clients = append(f.processes, p), append(f.clients, server.NewClient(p.URL))
	return nil
}

// client is one of the nth server.
func (f *fleet) client(n int) *dynamodb.Client {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return f.clients[n%len(f.clients)]
}

// replace puts a new server in the place of the nth. If both can run at the same time the new one starts first, else the old one ends
// first.
func (f *fleet) replace(n int, binary, db string, both bool) error {
	old := f.processes[n]
	if !both {
		if err := old.Stop(); err != nil {
			return fmt.Errorf("stop the old server: %w", err)
		}
	}
	p, err := server.Start(server.Options{Binary: binary, DB: db})
	if err != nil {
		return fmt.Errorf("start the new server: %w", err)
	}
	f.mu.Lock()
	f.processes[n], f.clients[n] = p, server.NewClient(p.URL)
	f.mu.Unlock()
	if both {
		if err := old.Stop(); err != nil {
			return fmt.Errorf("stop the old server: %w", err)
		}
	}
	return nil
}

// stop stops all servers.
func (f *fleet) stop() (err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, p := range f.processes {
		if p.Running() {
			err = errors.Join(err, p.Stop())
		}
	}
	f.processes = nil
	return err
}
