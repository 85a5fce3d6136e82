package main

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// userIdentity is what the stream says of a removal that no request asked for.
const userIdentity = `{"PrincipalId":"dynamodb.amazonaws.com","Type":"Service"}`

// streams is the service of the operations on streams.
const streams = "DynamoDBStreams_20120810"

// openStream gives the table a stream of the changes from now on.
func openStream(c *client, s side) error {
	return c.do(prefix(s.address, "UpdateTable"), []byte(`{"TableName":"`+sweepTable+`","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}}`))
}

// countExpired reads the table's stream and gives how many records are removals by time to live. A removal by somebody else is an error:
// nobody asks for one.
func countExpired(s side) (int, error) {
	c, err := s.dial()
	if err != nil {
		return 0, err
	}
	defer c.close()
	var table struct {
		Table struct{ LatestStreamArn string }
	}
	if err := c.ask(prefix(s.address, "DescribeTable"), `{"TableName":"`+sweepTable+`"}`, &table); err != nil {
		return 0, err
	}
	var stream struct {
		StreamDescription struct{ Shards []struct{ ShardId string } }
	}
	arn := table.Table.LatestStreamArn
	if err := c.ask(prefixOf(s.address, streams, "DescribeStream"), `{"StreamArn":"`+arn+`"}`, &stream); err != nil {
		return 0, err
	}
	expired := 0
	for _, shard := range stream.StreamDescription.Shards {
		n, err := c.countShard(s, arn, shard.ShardId)
		if err != nil {
			return 0, err
		}
		expired += n
	}
	return expired, nil
}

// countShard counts a shard's removals by time to live.
func (c *client) countShard(s side, arn, shard string) (expired int, err error) {
	var at struct{ ShardIterator string }
	if err := c.ask(prefixOf(s.address, streams, "GetShardIterator"), `{"StreamArn":"`+arn+`","ShardId":"`+shard+`","ShardIteratorType":"TRIM_HORIZON"}`, &at); err != nil {
		return 0, err
	}
	for next := at.ShardIterator; ; {
		var page struct {
			Records []struct {
				EventName    string          `json:"eventName"`
				UserIdentity json.RawMessage `json:"userIdentity"`
			}
			NextShardIterator string
		}
		if err := c.ask(prefixOf(s.address, streams, "GetRecords"), `{"ShardIterator":"`+next+`"}`, &page); err != nil {
			return 0, err
		}
		for _, r := range page.Records {
			byService := bytes.Equal(r.UserIdentity, []byte(userIdentity))
			if byService != (r.EventName == "REMOVE") {
				return 0, fmt.Errorf("a %s by %q", r.EventName, r.UserIdentity)
			}
			if byService {
				expired++
			}
		}
		if next = page.NextShardIterator; next == "" || len(page.Records) == 0 {
			return expired, nil
		}
	}
}
