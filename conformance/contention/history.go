package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"time"

	"github.com/anishathalye/porcupine"
	"golang.org/x/sync/errgroup"

	"github.com/ddbsql/ddbsql/conformance/registers"
)

const (
	// keys is the number of items of a history: so few that requests always meet others.
	keys = 4
	// patience is how long it may take to find an order of the requests.
	patience = 2 * time.Minute
)

// history is a table and what is done to its items.
type history struct {
	name  string
	table registers.Table
	kinds []registers.Kind // one is drawn for each request
	last  atomic.Int64
}

var histories = []*history{
	{name: "reads, writes and conditional writes", table: "registers", kinds: []registers.Kind{
		registers.Read, registers.Read, registers.Read, registers.Put, registers.Swap, registers.Swap, registers.Swap, registers.Remove}},
	{name: "reads and ADD", table: "counters", kinds: []registers.Kind{registers.Read, registers.Add, registers.Add}},
}

// judge lets all clients send requests and looks whether the history is linearizable.
func (tr *trial) judge(h *history) error {
	if err := h.table.Create(tr.client(0)); err != nil {
		return err
	}
	began := time.Now()
	logs := make([][]porcupine.Operation, tr.clients)
	group, ctx := errgroup.WithContext(context.Background())
	for i := range tr.clients {
		group.Go(func() (err error) {
			logs[i], err = tr.record(ctx, h, i, began)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	took, all := time.Since(began), slices.Concat(logs...)
	switch porcupine.CheckOperationsTimeout(registers.Model, all, patience) {
	case porcupine.Illegal:
		return errors.New("NOT LINEARIZABLE: no order of the requests explains their answers")
	case porcupine.Unknown:
		return fmt.Errorf("no order of the requests was found in %v", patience)
	}
	tr.report("%s, %d requests on %d items (%.0f/s), of which %d conditions failed: linearizable",
		h.name, len(all), keys, float64(len(all))/took.Seconds(), failed(all))
	return nil
}

// failed counts the requests whose condition did not hold.
func failed(all []porcupine.Operation) (n int) {
	for _, op := range all {
		if !op.Output.(registers.Answer).Applied {
			n++
		}
	}
	return n
}

// record sends one client's part of the requests and notes them with the times they took.
func (tr *trial) record(ctx context.Context, h *history, client int, began time.Time) ([]porcupine.Operation, error) {
	sdk := tr.client(client)
	// What the client last saw of each item, for conditions that have a chance to hold.
	var seen [keys]int
	for k := range seen {
		seen[k] = registers.Missing
	}
	var log []porcupine.Operation
	for range tr.operations / tr.clients {
		in := h.draw(&seen)
		call := time.Since(began)
		out, err := h.table.Send(ctx, sdk, in, rand.Int())
		if err != nil {
			return nil, err
		}
		log = append(log, porcupine.Operation{ClientId: client, Input: in, Output: out, Call: int64(call), Return: int64(time.Since(began))})
		_, seen[in.Key] = registers.Step(out.Seen, in, out)
	}
	return log, nil
}

// draw makes a request of a random kind. No two write the same number, so that a number tells who wrote it.
func (h *history) draw(seen *[keys]int) registers.Request {
	in := registers.Request{Kind: h.kinds[rand.IntN(len(h.kinds))], Key: rand.IntN(keys)}
	switch in.Kind {
	case registers.Put, registers.Swap:
		in.Value, in.Wanted = int(h.last.Add(1)), seen[in.Key]
	case registers.Add:
		in.Value = 1 + rand.IntN(9)
	}
	return in
}
