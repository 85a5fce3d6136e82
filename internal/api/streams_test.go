package api

import (
	"strings"
	"testing"
)

const (
	streamARN = `"StreamArn":"arn:aws:dynamodb:us-east-1:000000000000:table/films/stream/2024-11-22T15:00:00.000"`
	shardID   = `"ShardId":"shardId-00000001732287600000-00000001"`
)

func TestStreamsOfTablesAreRefused(t *testing.T) {
	update := func(more string) string { return `{"TableName":"films",` + more + `}` }
	const enable = `"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}`
	checkRefusals(t, []refusal{
		{"a stream", "UpdateTable", update(enable), ""},
		{"no stream", "UpdateTable", update(`"StreamSpecification":{"StreamEnabled":false}`), ""},
		{"a stream without a view", "UpdateTable", update(`"StreamSpecification":{"StreamEnabled":true}`), textStreamNoView},
		{"no stream, with a view", "UpdateTable", update(`"StreamSpecification":{"StreamEnabled":false,"StreamViewType":"NEW_IMAGE"}`), textStreamViewOff},
		{"an unknown view", "UpdateTable", update(`"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"Fisk"}`),
			one + "Value 'Fisk' at 'streamSpecification.streamViewType'" + failed + "Member must satisfy enum value set: [NEW_AND_OLD_IMAGES, OLD_IMAGE, NEW_IMAGE, KEYS_ONLY]"},
		{"neither", "UpdateTable", update(`"StreamSpecification":{}`), one + "Value null at 'streamSpecification.streamEnabled'" + failed + "Member must not be null"},
		{"two changes at once", "UpdateTable", update(enable + `,"ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}`), textStreamAndUnits},
	})
}

func TestStreamRequestsAreRefused(t *testing.T) {
	const atLeast, atMost = failed + "Member must have value greater than or equal to ", failed + "Member must have value less than or equal to "
	other := `"StreamArn":"` + strings.Repeat("x", 50) + `"`
	filter := func(members string) string { return `{` + streamARN + `,"ShardFilter":{` + members + `}}` }
	checkRefusals(t, []refusal{
		{"everything", "ListStreams", `{}`, ""},
		{"a limit of 0", "ListStreams", `{"Limit":0}`, one + "Value '0' at 'limit'" + atLeast + "1"},
		{"a limit of 101", "ListStreams", `{"Limit":101}`, one + "Value '101' at 'limit'" + atMost + "100"},
		{"a place that is none", "ListStreams", `{"ExclusiveStartStreamArn":"` + strings.Repeat("x", 50) + `"}`, textStreamARN},
		{"the ARN of a table", "DescribeStream", `{"StreamArn":"arn:aws:dynamodb:us-east-1:000000000000:table/films"}`, textStreamARN},
		{"an ARN that no database can look for", "DescribeStream", `{"StreamArn":"arn:aws:dynamodb:us-east-1:000000000000:table/films/stream/2024\u0000"}`, textStreamARN},
		{"no ARN", "DescribeStream", `{}`, one + "Value null at 'streamArn'" + failed + "Member must not be null"},
		{"another text", "DescribeStream", `{` + other + `}`, textStreamARN},
		{"a limit of 101", "DescribeStream", `{` + streamARN + `,"Limit":101}`, one + "Value '101' at 'limit'" + atMost + "100"},
		{"children", "DescribeStream", filter(`"Type":"CHILD_SHARDS",` + shardID), ""},
		{"another filter", "DescribeStream", filter(`"Type":"foo",` + shardID), one + "Value 'foo' at 'shardFilter.type'" + failed + "Member must satisfy enum value set: [CHILD_SHARDS]"},
		{"a filter without type", "DescribeStream", filter(shardID), one + "Value null at 'shardFilter.type'" + failed + "Member must not be null"},
		{"a filter without shard", "DescribeStream", filter(`"Type":"CHILD_SHARDS"`), one + "Value null at 'shardFilter.shardId'" + failed + "Member must not be null"},
		{"a filter with a short shard", "DescribeStream", filter(`"Type":"CHILD_SHARDS","ShardId":"qwerty"`), one + "Value 'qwerty' at 'shardFilter.shardId'" + failed + "Member must have length greater than or equal to 28"},
		{"no iterator", "GetRecords", `{}`, one + "Value null at 'shardIterator'" + failed + "Member must not be null"},
		{"a limit of 1000", "GetRecords", `{"ShardIterator":"x","Limit":1000}`, ""},
		{"a limit of 1001", "GetRecords", `{"ShardIterator":"x","Limit":1001}`, one + "Value '1001' at 'limit'" + atMost + "1000"},
		{"a limit below 0", "GetRecords", `{"ShardIterator":"x","Limit":-1}`, one + "Value '-1' at 'limit'" + atLeast + "1"},
	})
}

func TestIteratorTypesTakeTheirOwnParameters(t *testing.T) {
	const sequence, at = `,"SequenceNumber":"100000000010000000000000000001"`, `,"Timestamp":1732287600`
	ask := func(kind, more string) string {
		return `{` + streamARN + `,` + shardID + `,"ShardIteratorType":"` + kind + `"` + more + `}`
	}
	checkRefusals(t, []refusal{
		{"the oldest", "GetShardIterator", ask("TRIM_HORIZON", ""), ""},
		{"the newest", "GetShardIterator", ask("LATEST", ""), ""},
		{"at a number", "GetShardIterator", ask("AT_SEQUENCE_NUMBER", sequence), ""},
		{"behind a number", "GetShardIterator", ask("AFTER_SEQUENCE_NUMBER", sequence), ""},
		{"at a time", "GetShardIterator", ask("AT_TIMESTAMP", at), ""},
		{"the oldest, at a number", "GetShardIterator", ask("TRIM_HORIZON", sequence), textSequence},
		{"the newest, at a number", "GetShardIterator", ask("LATEST", sequence), textSequence},
		{"the newest, at a time", "GetShardIterator", ask("LATEST", at), textTimestamp},
		{"at no number", "GetShardIterator", ask("AT_SEQUENCE_NUMBER", ""), textNoSequence},
		{"behind no number", "GetShardIterator", ask("AFTER_SEQUENCE_NUMBER", ""), textNoSequence},
		{"at no time", "GetShardIterator", ask("AT_TIMESTAMP", ""), textNoTimestamp},
		{"a number of 20 digits", "GetShardIterator", ask("AT_SEQUENCE_NUMBER", `,"SequenceNumber":"`+strings.Repeat("1", 20)+`"`),
			one + "Value '11111111111111111111' at 'sequenceNumber'" + failed + "Member must have length greater than or equal to 21"},
		{"a type nobody knows", "GetShardIterator", ask("bulle", ""), one + "Value 'bulle' at 'shardIteratorType'" + failed + "Member must satisfy enum value set: [TRIM_HORIZON, LATEST, AT_SEQUENCE_NUMBER, AFTER_SEQUENCE_NUMBER, AT_TIMESTAMP]"},
	})
}
