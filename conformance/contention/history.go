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
)

const (
	// keys is the number of items of a history: so few that requests always meet others.
	keys = 4
	// patience is how long it may take to find an order of the requests.
	patience = 2 * time.Minute
)

// history is a table and what is done to its items.
type history struct {
	name, table string
	kinds       []kind // one is drawn for each request
	last        atomic.Int64
}

var histories = []*history{
	{name: "reads, writes and conditional writes", table: "registers", kinds: []kind{read, read, read, put, swap, swap, swap, remove}},
	{name: "reads and ADD", table: "counters", kinds: []kind{read, add, add}},
}

// judge lets all clients send requests and looks whether the history is linearizable.
func (tr *trial) judge(h *history) error {
	if err := createTable(tr.client(0), h.table); err != nil {
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
	switch porcupine.CheckOperationsTimeout(item, all, patience) {
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
		if !op.Output.(answer).applied {
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
		seen[k] = missing
	}
	var log []porcupine.Operation
	for range tr.operations / tr.clients {
		in := h.draw(&seen)
		call := time.Since(began)
		out, err := h.send(ctx, sdk, in, rand.Int())
		if err != nil {
			return nil, err
		}
		log = append(log, porcupine.Operation{ClientId: client, Input: in, Output: out, Call: int64(call), Return: int64(time.Since(began))})
		_, seen[in.key] = step(out.seen, in, out)
	}
	return log, nil
}

// draw makes a request of a random kind. No two write the same number, so that a number tells who wrote it.
func (h *history) draw(seen *[keys]int) request {
	in := request{kind: h.kinds[rand.IntN(len(h.kinds))], key: rand.IntN(keys)}
	switch in.kind {
	case put, swap:
		in.value, in.wanted = int(h.last.Add(1)), seen[in.key]
	case add:
		in.value = 1 + rand.IntN(9)
	}
	return in
}
