package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// addIndex adds the index under writers, kills a server meanwhile, and compares the index with the table when it is ACTIVE.
func (tr *trial) addIndex(ctx context.Context) error {
	stop := make(chan struct{})
	writers := make([]*writer, tr.writers)
	var ended sync.WaitGroup
	for n := range writers {
		writers[n] = newWriter(tr, n)
		ended.Go(func() { writers[n].write(ctx, stop) })
	}
	time.Sleep(tr.quiet)
	asked := time.Now()
	err := tr.askForIndex(ctx)
	answered := time.Now()
	if err == nil {
		err = tr.killHalfWay(ctx)
	}
	if err == nil {
		err = tr.waitActive(ctx)
	}
	active := time.Now()
	close(stop)
	ended.Wait()
	for _, w := range writers {
		err = errors.Join(err, w.refused)
	}
	if err != nil {
		return err
	}
	entries, err := tr.compare(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(tr.out, "%s, %d server(s), %d writers, %d items: UpdateTable answered after %v, index ACTIVE after %v with %d entries, equal to the table; check reports nothing\n",
		tr.Kind, tr.servers, tr.writers, tr.items, round(answered.Sub(asked)), round(active.Sub(asked)), entries)
	fmt.Fprintf(tr.out, "  writes before: %s\n  writes while it was made: %s\n", timesOf(writers, time.Time{}, asked), timesOf(writers, asked, active))
	return nil
}

func (tr *trial) askForIndex(ctx context.Context) error {
	in := &dynamodb.UpdateTableInput{
		TableName: aws.String(table),
		AttributeDefinitions: []types.AttributeDefinition{
			{AttributeName: aws.String("grp"), AttributeType: types.ScalarAttributeTypeS}, {AttributeName: aws.String("score"), AttributeType: types.ScalarAttributeTypeN},
		},
		GlobalSecondaryIndexUpdates: []types.GlobalSecondaryIndexUpdate{{Create: &types.CreateGlobalSecondaryIndexAction{
			IndexName: aws.String(index), Projection: &types.Projection{ProjectionType: types.ProjectionTypeAll},
			KeySchema: []types.KeySchemaElement{
				{AttributeName: aws.String("grp"), KeyType: types.KeyTypeHash}, {AttributeName: aws.String("score"), KeyType: types.KeyTypeRange},
			},
		}}},
	}
	_, err := tr.first().UpdateTable(ctx, in)
	return err
}

// killHalfWay kills the server that was asked, which must not be done yet. If it was the only one it is started again.
func (tr *trial) killHalfWay(ctx context.Context) error {
	if tr.kill == 0 {
		return nil
	}
	time.Sleep(tr.kill)
	status, filling, err := tr.indexStatus(ctx)
	if err != nil {
		return err
	}
	if status != types.IndexStatusCreating || !filling {
		return fmt.Errorf("the index is %s before the kill: more items, or a shorter --kill-after", status)
	}
	if err := tr.readRefused(ctx); err != nil {
		return err
	}
	tr.mu.Lock()
	victim := tr.processes[0]
	victim.Kill()
	tr.processes = tr.processes[1:]
	alone := len(tr.processes) == 0
	if alone {
		tr.processes = append(tr.processes, victim) // it has the address that writers go on to ask
	}
	tr.mu.Unlock()
	if !alone {
		return nil
	}
	p, err := tr.start(strings.TrimPrefix(victim.URL, "http://"))
	if err != nil {
		return err
	}
	tr.mu.Lock()
	defer tr.mu.Unlock()
	tr.processes[0] = p
	return nil
}

// readRefused fails unless an index that is being filled cannot be read.
func (tr *trial) readRefused(ctx context.Context) error {
	_, err := tr.first().Scan(ctx, &dynamodb.ScanInput{TableName: aws.String(table), IndexName: aws.String(index)})
	if err == nil || !strings.Contains(err.Error(), "Cannot read from backfilling global secondary index: "+index) {
		return fmt.Errorf("a Scan of an index that is being filled: %v", err)
	}
	return nil
}

func (tr *trial) indexStatus(ctx context.Context) (status types.IndexStatus, filling bool, err error) {
	out, err := tr.first().DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: aws.String(table)})
	if err != nil {
		return "", false, err
	}
	if len(out.Table.GlobalSecondaryIndexes) != 1 {
		return "", false, fmt.Errorf("the table has %d indexes", len(out.Table.GlobalSecondaryIndexes))
	}
	x := out.Table.GlobalSecondaryIndexes[0]
	return x.IndexStatus, aws.ToBool(x.Backfilling), nil
}

// waitActive returns when the index is ACTIVE.
func (tr *trial) waitActive(ctx context.Context) error {
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		status, filling, err := tr.indexStatus(ctx)
		switch {
		case err != nil:
			return err
		case status == types.IndexStatusActive && !filling:
			return nil
		case status != types.IndexStatusCreating:
			return fmt.Errorf("the index is %s, filling: %t", status, filling)
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func round(d time.Duration) time.Duration { return d.Round(100 * time.Microsecond) }
