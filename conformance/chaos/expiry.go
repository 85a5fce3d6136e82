package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"github.com/ddbsql/ddbsql/conformance/changes"
	"github.com/ddbsql/ddbsql/conformance/registers"
)

// expiring is an item that has a time to live.
type expiring struct {
	key  string
	over bool // its time is over
	sure bool // it was put
}

// expire puts an item whose time to live is over, or will be when the trial is.
func (c *client) expire() {
	e := expiring{key: fmt.Sprintf("item-%d-%d", c.id, len(c.expiring)), over: rand.IntN(2) == 0}
	at := time.Now().Add(24 * time.Hour)
	if e.over {
		at = time.Now().Add(-time.Minute)
	}
	o := c.send("put of an item that expires", func(ctx context.Context, sdk *dynamodb.Client) error {
		_, err := sdk.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String(expiringTable), Item: item{"pk": str(e.key), "ttl": registers.Number(int(at.Unix()))}})
		return err
	})
	if o == done || o == unknown {
		e.sure = o == done
		c.expiring = append(c.expiring, e)
	}
}

// expiryPatience is how long items may stay whose time is over, when nothing fails any more.
const expiryPatience = time.Minute

// judgeExpiry waits until all items are gone whose time is over, and looks whether the others are there.
func (tr *trial) judgeExpiry(ctx context.Context) error {
	var table map[string]changes.Image
	err := again(ctx, expiryPatience, func(ctx context.Context) (err error) {
		if table, err = tr.scan(ctx, expiringTable, ""); err != nil {
			return err
		}
		for _, c := range tr.clients {
			for _, e := range c.expiring {
				if e.over && table[e.key+"/"] != nil {
					return errors.New("an item whose time is over stays: " + e.key)
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	items := 0
	for _, c := range tr.clients {
		for _, e := range c.expiring {
			items++
			if !e.over && e.sure && table[e.key+"/"] == nil {
				tr.tally.violation("LOST WRITE: %s is gone before its time", e.key)
			}
		}
	}
	fmt.Fprintf(tr.out, "%s: %d items with a time to live, %d left: those whose time is not over\n", tr.Kind, items, len(table))
	return nil
}
