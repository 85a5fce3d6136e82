package places

import (
	"errors"
	"fmt"
	"strings"
)

// Names are what only the server knows of the table play: its address, its stream's, a shard of it and a place in that.
type Names struct{ ARN, Stream, Shard, Iterator string }

// Learn asks for the names; call sends an operation that is to succeed, and reads its answer.
func Learn(call func(op, body string, answer any) error) (n Names, err error) {
	var table struct {
		Table struct{ TableArn, LatestStreamArn string }
	}
	if err := call("DynamoDB_20120810.DescribeTable", `{"TableName":"play"}`, &table); err != nil {
		return n, err
	}
	n.ARN, n.Stream = table.Table.TableArn, table.Table.LatestStreamArn
	var stream struct {
		StreamDescription struct{ Shards []struct{ ShardId string } }
	}
	if err := call("DynamoDBStreams_20120810.DescribeStream", fmt.Sprintf(`{"StreamArn":%q}`, n.Stream), &stream); err != nil {
		return n, err
	}
	if len(stream.StreamDescription.Shards) == 0 {
		return n, errors.New("the stream has no shards")
	}
	n.Shard = stream.StreamDescription.Shards[0].ShardId
	var iterator struct{ ShardIterator string }
	err = call("DynamoDBStreams_20120810.GetShardIterator", fmt.Sprintf(`{"StreamArn":%q,"ShardId":%q,"ShardIteratorType":"LATEST"}`, n.Stream, n.Shard), &iterator)
	n.Iterator = iterator.ShardIterator
	return n, err
}

// Fill puts the names into the body of one of Requests.
func (n *Names) Fill(body string) string {
	return strings.NewReplacer("ARN"+Spot, n.ARN+Spot, `"ARN"`, `"`+n.ARN+`"`, "STREAM", n.Stream, "SHARD", n.Shard, "ITERATOR", n.Iterator).Replace(body)
}
