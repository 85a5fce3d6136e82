package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/ddbsql/ddbsql/conformance/changes"
	"github.com/ddbsql/ddbsql/conformance/server"
)

// trial is everything on one database.
type trial struct {
	options
	server.Database
	postgres *postgres // nil on SQLite
	out      io.Writer
	fleet    *fleet
	faults   *faults
	tally    *tally
	clients  []*client
	bank     *bank
	ledger   *changes.Ledger
	began    time.Time
	indexes  int // that were added and deleted
}

func newTrial(o options, db server.Database, p *postgres, out io.Writer) *trial {
	f := &faults{times: map[string]int{}}
	return &trial{
		options: o, Database: db, postgres: p, out: out, faults: f, tally: &tally{faults: f, counts: map[string]*[outcomes]int{}},
		bank: newBank(), ledger: changes.NewLedger(),
	}
}

func (tr *trial) run(ctx context.Context) (err error) {
	if tr.fleet, err = newFleet(tr.Database, tr.Servers(tr.options.servers)); err != nil {
		return err
	}
	defer tr.fleet.killAll()
	if err := tr.createTables(); err != nil {
		return err
	}
	err = tr.suffer(ctx)
	if err == nil {
		err = tr.judge(context.Background())
	}
	fmt.Fprintf(tr.out, "%s, %d server(s), %d clients, %.0f s: %v; %d indexes added and deleted\n%s\n",
		tr.Kind, len(tr.fleet.addresses), len(tr.clients), time.Since(tr.began).Seconds(), tr.faults, tr.indexes, tr.tally)
	if err = errors.Join(err, tr.tally.verdict()); err != nil {
		return fmt.Errorf("%w\n%s", err, tr.fleet.lastWords())
	}
	if err := tr.fleet.stop(); err != nil {
		return err
	}
	if tr.postgres != nil {
		// What a killed server had sent may still be running in its sessions.
		if err := server.WaitForSessions(tr.URL); err != nil {
			return err
		}
	}
	return tr.Check()
}

// suffer lets clients work while things fail. It returns when all clients have their last answers and all servers are there again.
func (tr *trial) suffer(ctx context.Context) error {
	tr.began = time.Now()
	ctx, cancel := context.WithTimeout(ctx, tr.length)
	defer cancel()
	var wg sync.WaitGroup
	for n := range tr.options.clients {
		c := newClient(tr, n)
		tr.clients = append(tr.clients, c)
		wg.Go(func() { c.work(ctx) })
	}
	wg.Go(func() { tr.changeIndexes(ctx) })
	read := make(chan error, 1)
	go func() { read <- tr.readStream() }()
	err := tr.fail(ctx)
	cancel()
	wg.Wait()
	if err = errors.Join(err, tr.fleet.startAll(startPatience)); err != nil {
		return err
	}
	return tr.finishStream(read)
}

// judge looks at what is left.
func (tr *trial) judge(ctx context.Context) error {
	table, err := tr.scan(ctx, ownedTable, "")
	if err != nil {
		return err
	}
	if err := tr.ledger.Verify(table); err != nil {
		tr.tally.violation("stream: %v", err)
	}
	fmt.Fprintf(tr.out, "%s: the stream has %v\n", tr.Kind, tr.ledger)
	for _, judge := range []func(context.Context) error{
		func(ctx context.Context) error { return tr.judgeOwned(ctx, table) }, tr.judgeHistories, tr.judgeBank, tr.judgeExpiry,
	} {
		if err := judge(ctx); err != nil {
			return err
		}
	}
	return nil
}
