package main

import (
	"context"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	tables "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams/types"
)

// consumer reads the whole stream into the ledger.
type consumer interface {
	// run reads until the stream ends or finish has been called and everything is read.
	run(ctx context.Context) error
	// finish is called when all is written.
	finish(ctx context.Context, tr *trial) error
}

// pollInterval is how long a reader waits when there was nothing.
const pollInterval = 50 * time.Millisecond

// reader reads each shard by itself, but not before its parent is read to the end.
type reader struct {
	arn     string
	clients []*dynamodbstreams.Client
	ledger  *ledger
}

// finish disables the stream: then all shards have an end.
func (r *reader) finish(ctx context.Context, tr *trial) error {
	_, err := tr.tables[0].UpdateTable(ctx, &dynamodb.UpdateTableInput{
		TableName: aws.String(table), StreamSpecification: &tables.StreamSpecification{StreamEnabled: aws.Bool(false)},
	})
	return err
}

// end is a shard that is read to its end, or why it is not.
type end struct {
	shard string
	err   error
}

func (r *reader) run(ctx context.Context) error {
	started, ended := map[string]bool{}, map[string]bool{}
	ends := make(chan end)
	for {
		shards, status, err := describe(ctx, r.clients[0], r.arn)
		if err != nil {
			return err
		}
		for _, s := range shards {
			if started[*s.ShardId] || s.ParentShardId != nil && !ended[*s.ParentShardId] {
				continue
			}
			started[*s.ShardId] = true
			turn := len(started)
			go func() { ends <- end{*s.ShardId, r.readShard(ctx, *s.ShardId, turn)} }()
		}
		if status == types.StreamStatusDisabled && len(ended) == len(shards) {
			return nil
		}
		select {
		case e := <-ends:
			if e.err != nil {
				return fmt.Errorf("%s: %w", e.shard, e.err)
			}
			ended[e.shard] = true
		case <-time.After(pollInterval):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// readShard reads a shard to its end, each page at another server.
func (r *reader) readShard(ctx context.Context, shard string, turn int) error {
	out, err := r.clients[0].GetShardIterator(ctx, &dynamodbstreams.GetShardIteratorInput{
		StreamArn: &r.arn, ShardId: &shard, ShardIteratorType: types.ShardIteratorTypeTrimHorizon,
	})
	if err != nil {
		return err
	}
	for next := out.ShardIterator; next != nil; {
		turn++
		page, err := r.clients[turn%len(r.clients)].GetRecords(ctx, &dynamodbstreams.GetRecordsInput{ShardIterator: next})
		if err != nil {
			return err
		}
		for _, record := range page.Records {
			r.ledger.take(changeOf(shard, record))
		}
		if next = page.NextShardIterator; len(page.Records) == 0 {
			time.Sleep(pollInterval)
		}
	}
	return nil
}

func changeOf(shard string, record types.Record) change {
	d := record.Dynamodb
	return change{
		Shard: shard, Sequence: *d.SequenceNumber, ID: *record.EventID, Event: string(record.EventName),
		Keys: flattenStream(d.Keys), Old: flattenStream(d.OldImage), New: flattenStream(d.NewImage),
	}
}

// flatten gives the text of an item's strings and numbers; nil for none.
func flatten(values map[string]tables.AttributeValue) image {
	var flat image
	for name, value := range values {
		if flat == nil {
			flat = image{}
		}
		switch v := value.(type) {
		case *tables.AttributeValueMemberS:
			flat[name] = v.Value
		case *tables.AttributeValueMemberN:
			flat[name] = v.Value
		}
	}
	return flat
}

// flattenStream is flatten for the values of a stream, which have types of their own.
func flattenStream(values map[string]types.AttributeValue) image {
	var flat image
	for name, value := range values {
		if flat == nil {
			flat = image{}
		}
		switch v := value.(type) {
		case *types.AttributeValueMemberS:
			flat[name] = v.Value
		case *types.AttributeValueMemberN:
			flat[name] = v.Value
		}
	}
	return flat
}

// describe gives all shards of a stream.
func describe(ctx context.Context, client *dynamodbstreams.Client, arn string) ([]types.Shard, types.StreamStatus, error) {
	var shards []types.Shard
	in := &dynamodbstreams.DescribeStreamInput{StreamArn: &arn}
	for {
		out, err := client.DescribeStream(ctx, in)
		if err != nil {
			return nil, "", err
		}
		d := out.StreamDescription
		shards = append(shards, d.Shards...)
		if in.ExclusiveStartShardId = d.LastEvaluatedShardId; in.ExclusiveStartShardId == nil {
			return shards, d.StreamStatus, nil
		}
	}
}
