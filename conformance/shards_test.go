package conformance

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// A split shard ends, and its two children begin behind it; its items go on in one of them, in order.
func TestSplitShards(t *testing.T) {
	const keys = `"Keys":{"pk":{"S":"a"}}`
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		table := c.Own(t, harness.WithStream(harness.HashTable, harness.NewImage))
		arn := c.StreamOf(t, table)
		before := c.DescribeStream(t, arn)
		for _, v := range []string{"1", "2"} {
			c.Play(t, table, "PutItem", `{"Item":{"pk":{"S":"a"},"v":{"N":"`+v+`"}}}`, `{}`)
		}
		parent, _ := c.ShardOf(t, arn, "a")
		c.administer(t, "streams/split", `{"StreamArn":"`+arn+`","ShardId":"`+parent+`"}`)
		c.Play(t, table, "PutItem", `{"Item":{"pk":{"S":"a"},"v":{"N":"3"}}}`, `{}`)

		after := c.DescribeStream(t, arn)
		if len(after.Shards) != len(before.Shards)+2 || !slices.IsSortedFunc(after.Shards, func(a, b harness.Shard) int { return strings.Compare(a.ShardId, b.ShardId) }) {
			t.Fatalf("shards %+v", after.Shards)
		}
		children := harness.Ask[struct{ StreamDescription harness.Stream }](t, c.Caller, "DescribeStream", `{"StreamArn":"`+arn+`","ShardFilter":{"Type":"CHILD_SHARDS","ShardId":"`+parent+`"}}`).StreamDescription.Shards
		if len(children) != 2 || children[0].ParentShardId != parent || children[1].ParentShardId != parent {
			t.Fatalf("children %+v", children)
		}
		old, end := c.ReadShard(t, c.Iterator(t, arn, parent, "TRIM_HORIZON", ""))
		if len(old) != 2 || end != "" {
			t.Errorf("the parent has %d records and goes on with %q", len(old), end)
		}
		var young []harness.Record
		for _, h := range children {
			found, next := c.ReadShard(t, c.Iterator(t, arn, h.ShardId, "TRIM_HORIZON", ""))
			if young = append(young, found...); next == "" {
				t.Error("a child that is open ends")
			}
		}
		if len(young) != 1 {
			t.Errorf("the children have %d records, want one", len(young))
		}
		c.WantRecords(t, arn, []string{
			`{"eventName":"INSERT",` + keys + `,"NewImage":{"pk":{"S":"a"},"v":{"N":"1"}}}`, `{"eventName":"MODIFY",` + keys + `,"NewImage":{"pk":{"S":"a"},"v":{"N":"2"}}}`,
			`{"eventName":"MODIFY",` + keys + `,"NewImage":{"pk":{"S":"a"},"v":{"N":"3"}}}`,
		})
	})
}

// What is trimmed cannot be read any more, and who would have read it is told. A stream that is closed goes with its last record.
func TestTrimmedRecords(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		table := c.Own(t, harness.WithStream(harness.HashTable, harness.KeysOnly))
		arn := c.StreamOf(t, table)
		c.OK(t, "PutItem", harness.TableInput(table, `{"Item":{"pk":{"S":"a"}}}`))
		id, oldest := c.ShardOf(t, arn, "a")
		first := c.GetRecords(t, oldest).Records[0].Dynamodb.SequenceNumber
		c.trimAll(t, func() bool {
			return c.Call(t, "GetRecords", `{"ShardIterator":"`+oldest+`"}`).Code == "TrimmedDataAccessException"
		})

		at := `{"StreamArn":"` + arn + `","ShardId":"` + id + `","ShardIteratorType":"AT_SEQUENCE_NUMBER","SequenceNumber":"` + first + `"}`
		if got := c.Call(t, "GetShardIterator", at); got.Code != "TrimmedDataAccessException" {
			t.Errorf("the number of a trimmed record: %+v", got)
		}
		c.OK(t, "PutItem", harness.TableInput(table, `{"Item":{"pk":{"S":"b"}}}`))
		c.WantRecords(t, arn, []string{`{"eventName":"INSERT","Keys":{"pk":{"S":"b"}}}`})

		iterator := c.Iterator(t, arn, id, "LATEST", "")
		c.OK(t, "DeleteTable", harness.TableInput(table, `{}`))
		if page := c.GetRecords(t, iterator); page.NextShardIterator != "" {
			t.Error("a shard of a deleted table goes on")
		}
		c.trimAll(t, func() bool {
			return c.Call(t, "DescribeStream", `{"StreamArn":"`+arn+`"}`).Code == "ResourceNotFoundException"
		})
		if got := c.Call(t, "GetRecords", `{"ShardIterator":"`+iterator+`"}`); got.Code != "ResourceNotFoundException" {
			t.Errorf("an iterator of a stream that is gone: %+v", got)
		}
	})
}

// trimAll lets the caller's own server keep nothing until all is trimmed, and then as much as ever.
func (c *caller) trimAll(t *testing.T, trimmed func() bool) {
	t.Helper()
	c.crash(t, "--stream-retention", "1ms")
	done := harness.Eventually(10*time.Second, func() bool {
		c.administer(t, "streams/trim", "")
		return trimmed()
	})
	if !done {
		t.Fatal("nothing is trimmed")
	}
	c.crash(t)
}
