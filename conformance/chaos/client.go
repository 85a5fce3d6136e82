package main

import (
	"context"
	"math/rand/v2"
	"time"

	"github.com/anishathalye/porcupine"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

// client sends one request after the other, each to any server.
type client struct {
	*trial
	id       int
	owned    *owned
	history  []porcupine.Operation
	seen     map[int]int // what it last saw of shared items
	expiring []expiring
	sent     int   // transfers
	err      error // of the last request
}

func newClient(tr *trial, id int) *client {
	c := &client{trial: tr, id: id, seen: map[int]int{}}
	c.owned = newOwned(c)
	return c
}

// anyClient is an SDK client of any server, also of one that does not run.
func (tr *trial) anyClient() *dynamodb.Client {
	return tr.fleet.clients[rand.IntN(len(tr.fleet.clients))]
}

// answerTime is how long a client waits for an answer.
const answerTime = 20 * time.Second

// send sends a request of some kind and notes what became of it.
func (c *client) send(kind string, request func(context.Context, *dynamodb.Client) error) outcome {
	ctx, cancel := context.WithTimeout(context.Background(), answerTime)
	defer cancel()
	began := time.Now()
	c.err = request(ctx, c.anyClient())
	o := c.tally.note(kind, began, c.err)
	if o == unsent || o == unknown {
		time.Sleep(20*time.Millisecond + rand.N(80*time.Millisecond)) // as SDKs wait before they send again
	}
	return o
}

// work sends requests until the context is done. The last one is answered.
func (c *client) work(ctx context.Context) {
	for ctx.Err() == nil {
		switch n := rand.IntN(100); {
		case n < 55:
			c.owned.request()
		case n < 80:
			c.shared()
		case n < 94:
			c.transfer()
		case n < 97:
			c.audit()
		default:
			c.expire()
		}
	}
}
