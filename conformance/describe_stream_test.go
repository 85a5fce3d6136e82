package conformance

import (
	"slices"
	"strings"
	"testing"
)

func TestDescribeStream(t *testing.T) {
	const (
		notNull = `failed to satisfy constraint: Member must not be null`
		shards  = `"Shards":["*","*","*","*"]`
		most    = `"StreamArn":"$STREAM","StreamLabel":"*","StreamViewType":"KEYS_ONLY","CreationRequestDateTime":"*","TableName":"$T","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]`
	)
	describe := func(status, shards string) string {
		return `{"StreamDescription":{` + most + `,"StreamStatus":"` + status + `",` + shards + `}}`
	}
	runStreams(t, keysOnly, []scenario{
		{name: "an enabled stream", steps: []step{{"DescribeStream", `{"StreamArn":"$STREAM"}`, describe("ENABLED", shards)}}},
		{name: "a disabled stream", steps: []step{
			{"UpdateTable", `{"StreamSpecification":{"StreamEnabled":false}}`, `{"TableDescription":"*"}`},
			{"DescribeStream", `{"StreamArn":"$STREAM"}`, describe("DISABLED", shards)},
		}},
		{name: "of a deleted table", steps: []step{
			{"DeleteTable", `{}`, `{"TableDescription":"*"}`},
			{"DescribeStream", `{"StreamArn":"$STREAM"}`, describe("DISABLED", shards)},
		}},
		{name: "some shards", steps: []step{
			{"DescribeStream", `{"StreamArn":"$STREAM","Limit":1}`, describe("ENABLED", `"Shards":["*"],"LastEvaluatedShardId":"$SHARD"`)},
			{"DescribeStream", `{"StreamArn":"$STREAM","ExclusiveStartShardId":"$SHARD"}`, describe("ENABLED", `"Shards":["*","*","*"]`)},
			{"DescribeStream", `{"StreamArn":"$STREAM","ExclusiveStartShardId":"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"}`, describe("ENABLED", `"Shards":[]`)},
		}},
		{name: "children of a shard that has none", steps: []step{
			{"DescribeStream", `{"StreamArn":"$STREAM","ShardFilter":{"Type":"CHILD_SHARDS","ShardId":"$SHARD"}}`, describe("ENABLED", `"Shards":[]`)},
		}},
		{name: "filters that are none", steps: []step{
			{"DescribeStream", `{"StreamArn":"$STREAM","ShardFilter":{"Type":"foo","ShardId":"$SHARD"}}`, `ValidationException: 1 validation error detected: Value 'foo' at 'shardFilter.type' *`},
			{"DescribeStream", `{"StreamArn":"$STREAM","ShardFilter":{"Type":"CHILD_SHARDS","ShardId":"qwerty"}}`, `ValidationException: 1 validation error detected: Value 'qwerty' at 'shardFilter.shardId' *`},
			{"DescribeStream", `{"StreamArn":"$STREAM","ShardFilter":{"ShardId":"$SHARD"}}`, `ValidationException: 1 validation error detected: Value null at 'shardFilter.type' ` + notNull},
			{"DescribeStream", `{"StreamArn":"$STREAM","ShardFilter":{"Type":"CHILD_SHARDS"}}`, `ValidationException: 1 validation error detected: Value null at 'shardFilter.shardId' ` + notNull},
		}},
		{name: "streams that are not there", steps: []step{
			{"DescribeStream", `{"StreamArn":"sdfadfsdfnlfkajakfgjalksfgklasjklasdjfklasdfasdfgasf"}`, `ValidationException: Invalid StreamArn`},
			{"DescribeStream", `{"StreamArn":"$STREAM1"}`, `ResourceNotFoundException: Requested resource not found: Stream: $STREAM1 not found`},
		}},
	})
}

// A split shard ends, and its two children begin behind it; its items go on in one of them, in order.
func TestSplitShards(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		table := newTableName()
		createTable(t, c, table, withStream(hashTable, newImage))
		arn := c.streamOf(t, table)
		before := c.describeStream(t, arn)
		for _, v := range []string{"1", "2"} {
			playStep(t, c, table, put(`{"pk":{"S":"a"},"v":{"N":"`+v+`"}}`))
		}
		parent, _ := c.shardOf(t, arn, "a")
		c.administer(t, "streams/split", `{"StreamArn":"`+arn+`","ShardId":"`+parent+`"}`)
		playStep(t, c, table, put(`{"pk":{"S":"a"},"v":{"N":"3"}}`))

		after := c.describeStream(t, arn)
		if len(after.Shards) != len(before.Shards)+2 || !slices.IsSortedFunc(after.Shards, func(a, b shard) int { return strings.Compare(a.ShardId, b.ShardId) }) {
			t.Fatalf("shards %+v", after.Shards)
		}
		children := ask[struct{ StreamDescription stream }](t, c, "DescribeStream", `{"StreamArn":"`+arn+`","ShardFilter":{"Type":"CHILD_SHARDS","ShardId":"`+parent+`"}}`).StreamDescription.Shards
		if len(children) != 2 || children[0].ParentShardId != parent || children[1].ParentShardId != parent {
			t.Fatalf("children %+v", children)
		}
		old, end := c.readShard(t, c.iterator(t, arn, parent, "TRIM_HORIZON", ""))
		if len(old) != 2 || end != "" {
			t.Errorf("the parent has %d records and goes on with %q", len(old), end)
		}
		var young []record
		for _, h := range children {
			found, next := c.readShard(t, c.iterator(t, arn, h.ShardId, "TRIM_HORIZON", ""))
			if young = append(young, found...); next == "" {
				t.Error("a child that is open ends")
			}
		}
		if len(young) != 1 {
			t.Errorf("the children have %d records, want one", len(young))
		}
		wantRecords(t, c.records(t, arn), []string{
			inserted(`{"pk":{"S":"a"},"v":{"N":"1"}}`), `{"eventName":"MODIFY",` + key + `,"NewImage":{"pk":{"S":"a"},"v":{"N":"2"}}}`,
			`{"eventName":"MODIFY",` + key + `,"NewImage":{"pk":{"S":"a"},"v":{"N":"3"}}}`,
		})
	})
}
