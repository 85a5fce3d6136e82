// Command crash kills servers in the middle of writers and looks whether every acknowledged write is still there.
//
//	go run ./conformance/crash                    ten kills on SQLite, then ten on Postgres
//	go run ./conformance/crash --db postgres --servers 2
//
// In each round, eight writers put, update, delete and batch-write items of their own in a table with two global indexes,
// until all servers get SIGKILL at a random moment. Then a server is started again on the same database: each item must be
// as its last acknowledged write left it, or as the one write left it that was under way; the indexes must hold just those
// items; and `ddbsql check` must report nothing. The servers run with --durability full.
package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"sync"
	"time"

	"github.com/ddbsql/ddbsql/conformance/server"
)

type options struct {
	db      string
	rounds  int
	writers int
	servers int
}

func main() {
	var o options
	flag.StringVar(&o.db, "db", "both", "sqlite, postgres or both")
	flag.IntVar(&o.rounds, "rounds", 10, "kills on each database")
	flag.IntVar(&o.writers, "writers", 8, "concurrent writers")
	flag.IntVar(&o.servers, "servers", 2, "servers that share the database on Postgres")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "crash:", err)
		os.Exit(1)
	}
}

func run(o options) error {
	return server.OnDatabases(o.db, func(db server.Database) error {
		tr := trial{options: o, Database: db}
		tr.servers = db.Servers(o.servers)
		return tr.run()
	})
}

// trial is all rounds on one database.
type trial struct {
	options
	server.Database
	all          []*writer
	acknowledged int
}

func (tr *trial) run() error {
	for i := range tr.writers {
		tr.all = append(tr.all, newWriter(i))
	}
	for round := range tr.rounds {
		if err := tr.round(round == 0); err != nil {
			return fmt.Errorf("round %d: %w", round+1, err)
		}
	}
	fmt.Printf("%s: %d kills of %d server(s) under %d writers, %d acknowledged writes, none lost, check reports nothing\n",
		tr.Kind, tr.rounds, tr.servers, tr.writers, tr.acknowledged)
	return nil
}

// round lets the writers write, kills all servers, and looks at what is left.
func (tr *trial) round(first bool) error {
	var processes []*server.Process
	defer func() {
		for _, p := range processes {
			p.Kill()
		}
	}()
	for range tr.servers {
		p, err := tr.start()
		if err != nil {
			return err
		}
		processes = append(processes, p)
	}
	if first {
		if err := createTable(server.NewClient(processes[0].URL)); err != nil {
			return err
		}
	}
	if err := tr.writeUntilKilled(processes); err != nil {
		return err
	}
	if tr.Kind == "postgres" {
		// What a killed server had sent may still be running in its sessions.
		if err := server.WaitForSessions(tr.URL); err != nil {
			return err
		}
	}
	p, err := tr.start()
	if err != nil {
		return fmt.Errorf("start after the kill: %w", err)
	}
	if err := verify(server.NewClient(p.URL), tr.all); err != nil {
		p.Kill()
		return err
	}
	if err := p.Stop(); err != nil {
		return err
	}
	return tr.Check()
}

func (tr *trial) start() (*server.Process, error) {
	return tr.Start("--durability", "full")
}

// writeUntilKilled runs the writers, spread over the servers, and kills each server between 0.2 and 1 second later.
func (tr *trial) writeUntilKilled(processes []*server.Process) error {
	var wg sync.WaitGroup
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	for i, w := range tr.all {
		client := server.NewClient(processes[i%len(processes)].URL)
		wg.Go(func() { w.writeUntilError(ctx, client) })
	}
	for _, p := range processes {
		wg.Go(func() {
			time.Sleep(200*time.Millisecond + rand.N(800*time.Millisecond))
			p.Kill()
		})
	}
	wg.Wait()
	for _, w := range tr.all {
		if w.refused != nil {
			return fmt.Errorf("writer %d: %w", w.id, w.refused)
		}
		tr.acknowledged += w.acknowledged
		w.acknowledged = 0
	}
	return nil
}
