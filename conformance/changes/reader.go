package changes

import (
	"context"
	"fmt"
	"time"

	tables "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams/types"
)

// PollInterval is how long a reader waits when there was nothing.
const PollInterval = 50 * time.Millisecond

// Reader reads each shard by itself, but not before its parent is read to the end.
type Reader struct {
	ARN     string // of the stream
	Clients []*dynamodbstreams.Client
	Ledger  *Ledger
}

// end is a shard that is read to its end, or why it is not.
type end struct {
	shard string
	err   error
}

// Run reads until the stream is disabled and all its shards are read to their ends. An answer that is an error ends it: clients that should try
// again must do so by themselves.
func (r *Reader) Run(ctx context.Context) error {
	started, ended := map[string]bool{}, map[string]bool{}
	ends := make(chan end)
	for {
		shards, status, err := Describe(ctx, r.Clients[0], r.ARN)
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
		case <-time.After(PollInterval):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// readShard reads a shard to its end, each page at another server.
func (r *Reader) readShard(ctx context.Context, shard string, turn int) error {
	out, err := r.Clients[0].GetShardIterator(ctx, &dynamodbstreams.GetShardIteratorInput{
		StreamArn: &r.ARN, ShardId: &shard, ShardIteratorType: types.ShardIteratorTypeTrimHorizon,
	})
	if err != nil {
		return err
	}
	for next := out.ShardIterator; next != nil; {
		turn++
		page, err := r.Clients[turn%len(r.Clients)].GetRecords(ctx, &dynamodbstreams.GetRecordsInput{ShardIterator: next})
		if err != nil {
			return err
		}
		for _, record := range page.Records {
			r.Ledger.Take(changeOf(shard, record))
		}
		if next = page.NextShardIterator; len(page.Records) == 0 {
			time.Sleep(PollInterval)
		}
	}
	return nil
}

func changeOf(shard string, record types.Record) Change {
	d := record.Dynamodb
	return Change{
		Shard: shard, Sequence: *d.SequenceNumber, ID: *record.EventID, Event: string(record.EventName),
		Keys: flattenStream(d.Keys), Old: flattenStream(d.OldImage), New: flattenStream(d.NewImage),
	}
}

// Flatten gives the text of an item's strings and numbers; nil for none.
func Flatten(values map[string]tables.AttributeValue) Image {
	var flat Image
	for name, value := range values {
		if flat == nil {
			flat = Image{}
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

// flattenStream is Flatten for the values of a stream, which have types of their own.
func flattenStream(values map[string]types.AttributeValue) Image {
	var flat Image
	for name, value := range values {
		if flat == nil {
			flat = Image{}
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

// Describe gives all shards of a stream.
func Describe(ctx context.Context, client *dynamodbstreams.Client, arn string) ([]types.Shard, types.StreamStatus, error) {
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
