package main

import (
	"context"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/anishathalye/porcupine"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"github.com/ddbsql/ddbsql/conformance/registers"
)

const (
	// epoch is how long the same few items are shared. A request of unknown outcome may happen at any time later, so each makes the search
	// for an order of a history longer: histories must be short.
	epoch = 5 * time.Second
	// keys is how many items are shared at a time.
	keys = 8
	// orderPatience is how long it may take to find an order of one item's requests.
	orderPatience = time.Minute
)

var (
	registerKinds = []registers.Kind{registers.Read, registers.Read, registers.Read, registers.Put, registers.Swap, registers.Swap, registers.Swap, registers.Remove}
	counterKinds  = []registers.Kind{registers.Read, registers.Add, registers.Add}
	// lastValue makes each value that is put another one.
	lastValue atomic.Int64
)

// shared sends a request about an item that all clients share at the time.
func (c *client) shared() {
	key := int(time.Since(c.began)/epoch)*keys + rand.IntN(keys)
	in := registers.Request{Key: key}
	seen, ok := c.seen[key]
	if !ok {
		seen = registers.Missing
	}
	if key%2 == 0 {
		in.Kind = registerKinds[rand.IntN(len(registerKinds))]
		in.Value, in.Wanted = int(lastValue.Add(1)), seen
	} else {
		in.Kind = counterKinds[rand.IntN(len(counterKinds))]
		in.Value = 1 + rand.IntN(9)
	}
	c.sendShared(in)
}

// sendShared sends the request and adds it to the history, unless it did not happen, or would have read only.
func (c *client) sendShared(in registers.Request) {
	var out registers.Answer
	call := time.Since(c.began)
	o := c.send("shared, "+string(in.Kind), func(ctx context.Context, sdk *dynamodb.Client) (err error) {
		out, err = sharedTable.Send(ctx, sdk, in, rand.Int())
		return err
	})
	op := porcupine.Operation{ClientId: c.id, Input: in, Output: out, Call: int64(call), Return: int64(time.Since(c.began))}
	switch {
	case o == done:
		_, c.seen[in.Key] = registers.Step(out.Seen, in, out)
	case o == unknown && in.Kind != registers.Read:
		op.Output, op.Return = registers.Answer{Unknown: true}, math.MaxInt64
	default:
		return
	}
	c.history = append(c.history, op)
}

// judgeHistories reads each shared item once more, and looks whether its history is linearizable.
func (tr *trial) judgeHistories(ctx context.Context) error {
	byKey := map[int][]porcupine.Operation{}
	for _, c := range tr.clients {
		for _, op := range c.history {
			key := op.Input.(registers.Request).Key
			byKey[key] = append(byKey[key], op)
		}
	}
	last := newClient(tr, len(tr.clients))
	for key := range byKey {
		before := len(last.history)
		err := again(ctx, patience, func(context.Context) error {
			if last.sendShared(registers.Request{Kind: registers.Read, Key: key}); len(last.history) == before {
				return fmt.Errorf("shared item %d cannot be read: %w", key, last.err)
			}
			return nil
		})
		if err != nil {
			return err
		}
		byKey[key] = append(byKey[key], last.history[before])
	}
	operations, open := tr.judgeEach(byKey)
	fmt.Fprintf(tr.out, "%s: %d requests on %d shared items, %d of them of unknown outcome: their histories were judged\n", tr.Kind, operations, len(byKey), open)
	return nil
}

// judgeEach judges the histories and counts their requests, and those of unknown outcome.
func (tr *trial) judgeEach(byKey map[int][]porcupine.Operation) (operations, open int) {
	const judges = 2
	waiting := make(chan int)
	var wg sync.WaitGroup
	for range judges {
		wg.Go(func() {
			for key := range waiting {
				switch porcupine.CheckOperationsTimeout(registers.Model, byKey[key], orderPatience) {
				case porcupine.Illegal:
					tr.tally.violation("shared item %d is NOT LINEARIZABLE: no order of %d requests explains their answers", key, len(byKey[key]))
				case porcupine.Unknown:
					tr.tally.violation("no order of %d requests on shared item %d was found in %v", len(byKey[key]), key, orderPatience)
				}
			}
		})
	}
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		operations += len(byKey[key])
		for _, op := range byKey[key] {
			if op.Output.(registers.Answer).Unknown {
				open++
			}
		}
		waiting <- key
	}
	close(waiting)
	wg.Wait()
	return operations, open
}
