package gosdk

import (
	"slices"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

func TestDescribeStream(t *testing.T) {
	const (
		notNull = `failed to satisfy constraint: Member must not be null`
		shards  = `"Shards":"*"`
		most    = `"StreamArn":"$STREAM","StreamLabel":"*","StreamViewType":"KEYS_ONLY","CreationRequestDateTime":"*","TableName":"$T","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]`
	)
	describe := func(status, shards string) string {
		return `{"StreamDescription":{` + most + `,"StreamStatus":"` + status + `",` + shards + `}}`
	}
	runStreams(t, harness.KeysOnly, "API_streams_DescribeStream: Request Parameters, Response Elements", []scenario{
		{name: "an enabled stream", steps: []step{{"DescribeStream", `{"StreamArn":"$STREAM"}`, describe("ENABLED", shards)}}},
		{name: "a disabled stream", steps: []step{
			{"UpdateTable", `{"StreamSpecification":{"StreamEnabled":false}}`, `{"TableDescription":"*"}`},
			{"DescribeStream", `{"StreamArn":"$STREAM"}`, describe("DISABLED", shards)},
		}},
		{name: "of a deleted table", steps: []step{
			{"DeleteTable", `{}`, `{"TableDescription":"*"}`},
			{"DescribeStream", `{"StreamArn":"$STREAM"}`, describe("DISABLED", shards)},
		}},
		{name: "behind the last shard", steps: []step{
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

// Shards come sorted by their ids, however many are asked for at a time.
func TestDescribeStream_pages_of_shards(t *testing.T) {
	single(t, "API_streams_DescribeStream: Limit, ExclusiveStartShardId", func(t *testing.T, c *caller) {
		table := c.Own(t, harness.StreamedTable(hashTable))
		arn := c.StreamOf(t, table)
		var whole, one []string
		for _, s := range c.Shards(t, arn) {
			whole = append(whole, s.ShardId)
		}
		for start := ""; len(one) <= len(whole); {
			in := `{"StreamArn":"` + arn + `","Limit":1}`
			if start != "" {
				in = `{"StreamArn":"` + arn + `","Limit":1,"ExclusiveStartShardId":"` + start + `"}`
			}
			page := harness.Ask[struct{ StreamDescription harness.Stream }](t, c, "DescribeStream", in).StreamDescription
			for _, s := range page.Shards {
				one = append(one, s.ShardId)
			}
			if start = page.LastEvaluatedShardId; start == "" {
				break
			}
		}
		if len(whole) == 0 || !slices.IsSorted(whole) || !slices.Equal(one, whole) {
			t.Errorf("shards %v, one at a time %v: want the same ones, sorted", whole, one)
		}
	})
}
