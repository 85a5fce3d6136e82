package main

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams/types"
)

// readStream reads the records of all items, some at a time. An iterator that has expired is replaced by one behind the record read last.
func readStream(ctx context.Context, p *program) error {
	if err := p.writeMany(ctx); err != nil {
		return err
	}
	table, err := p.db.DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: &p.table})
	if err != nil {
		return err
	}
	arn := table.Table.LatestStreamArn
	described, err := p.streams.DescribeStream(ctx, &dynamodbstreams.DescribeStreamInput{StreamArn: arn})
	if err != nil {
		return err
	}
	found := 0
	for _, shard := range described.StreamDescription.Shards {
		n, err := p.readShard(ctx, arn, shard.ShardId)
		if err != nil {
			return err
		}
		found += n
	}
	return want("records", found, many)
}

// readShard reads a shard until there is nothing new, and gives how many records there were.
func (p *program) readShard(ctx context.Context, arn, shard *string) (found int, err error) {
	place := &dynamodbstreams.GetShardIteratorInput{StreamArn: arn, ShardId: shard, ShardIteratorType: types.ShardIteratorTypeTrimHorizon}
	var iterator *string
	for {
		if iterator == nil {
			begin, err := p.streams.GetShardIterator(ctx, place)
			if err != nil {
				return found, err
			}
			iterator = begin.ShardIterator
		}
		limit := int32(4)
		page, err := p.streams.GetRecords(ctx, &dynamodbstreams.GetRecordsInput{ShardIterator: iterator, Limit: &limit})
		var expired *types.ExpiredIteratorException
		if errors.As(err, &expired) {
			iterator = nil
			continue
		}
		if err != nil || len(page.Records) == 0 {
			return found, err
		}
		found += len(page.Records)
		place.ShardIteratorType = types.ShardIteratorTypeAfterSequenceNumber
		place.SequenceNumber = page.Records[len(page.Records)-1].Dynamodb.SequenceNumber
		iterator = page.NextShardIterator
	}
}
