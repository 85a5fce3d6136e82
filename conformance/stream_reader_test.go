package conformance

import (
	"encoding/json"
	"strings"
	"testing"
)

// streamedTable is a table definition with a stream of both images.
func streamedTable(definition string) string {
	return strings.TrimSuffix(strings.TrimSpace(definition), "}") + `,"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}}`
}

// record is a record of a stream; what is not there is nil.
type record struct {
	EventID   string `json:"eventID"`
	EventName string `json:"eventName"`
	Dynamodb  struct {
		Keys, NewImage, OldImage json.RawMessage
		SequenceNumber           string
	} `json:"dynamodb"`
	UserIdentity json.RawMessage `json:"userIdentity"`
	shard        string
}

// shard is a shard as DescribeStream tells of it.
type shard struct {
	ShardId, ParentShardId string
	SequenceNumberRange    struct{ StartingSequenceNumber, EndingSequenceNumber string }
}

// streamOf is the ARN of a table's latest stream.
func (c *caller) streamOf(t *testing.T, table string) string {
	t.Helper()
	var described struct {
		Table struct{ LatestStreamArn string }
	}
	into(t, c.ok(t, "DescribeTable", tableInput(table, `{}`)), &described)
	return described.Table.LatestStreamArn
}

// shards are all shards of a stream.
func (c *caller) shards(t *testing.T, stream string) []shard {
	t.Helper()
	var all []shard
	more := ""
	for {
		var page struct {
			StreamDescription struct {
				Shards               []shard
				LastEvaluatedShardId string
			}
		}
		into(t, c.ok(t, "DescribeStream", `{"StreamArn":"`+stream+`"`+more+`}`), &page)
		all = append(all, page.StreamDescription.Shards...)
		last := page.StreamDescription.LastEvaluatedShardId
		if last == "" {
			return all
		}
		more = `,"ExclusiveStartShardId":"` + last + `"`
	}
}

// records are all records of a stream up to now, shard by shard.
func (c *caller) records(t *testing.T, stream string) []record {
	t.Helper()
	var all []record
	for _, s := range c.shards(t, stream) {
		all = append(all, c.shardRecords(t, stream, s.ShardId)...)
	}
	return all
}

// shardRecords reads a shard from its beginning until a page is empty or the shard ends.
func (c *caller) shardRecords(t *testing.T, stream, id string) []record {
	t.Helper()
	var all []record
	var got struct{ ShardIterator string }
	into(t, c.ok(t, "GetShardIterator", `{"StreamArn":"`+stream+`","ShardId":"`+id+`","ShardIteratorType":"TRIM_HORIZON"}`), &got)
	for iterator := got.ShardIterator; iterator != ""; {
		var page struct {
			Records           []record
			NextShardIterator string
		}
		into(t, c.ok(t, "GetRecords", `{"ShardIterator":"`+iterator+`"}`), &page)
		if len(page.Records) == 0 {
			break
		}
		for i := range page.Records {
			page.Records[i].shard = id
		}
		all, iterator = append(all, page.Records...), page.NextShardIterator
	}
	return all
}

// into reads an answer.
func into(t *testing.T, body string, v any) {
	t.Helper()
	if err := json.Unmarshal([]byte(body), v); err != nil {
		t.Fatalf("%v: %s", err, short(body))
	}
}
