package main

import "bytes"

// numberedIterator is the last iterator that begins at or after the number of a record. The records of items that one request wrote come in no order,
// so that some of them are behind it on one side only.
const numberedIterator = "@NumberedIterator@"

// numbered says whether a request asks for an iterator that begins at or after the number of a record.
func (r *request) numbered() bool {
	return r.operation == "GetShardIterator" && bytes.Contains(r.text(), []byte("SEQUENCE_NUMBER"))
}

// streamTemplates read streams. What stands between two @ is what an answer of the same side told last under that name.
var streamTemplates = []template{
	{"ListStreams", 1, func(m *maker) *object {
		return obj("TableName", m.maybe(80, m.anyTable), "Limit", m.maybe(20, func() node { return number(m.IntN(4)) }),
			"ExclusiveStartStreamArn", m.maybe(10, m.streamARN))
	}},
	{"DescribeStream", 2, func(m *maker) *object {
		return obj("StreamArn", m.streamARN(), "Limit", m.maybe(20, func() node { return number(1 + m.IntN(4)) }),
			"ExclusiveStartShardId", m.maybe(20, func() node { return m.oneOf("@ShardId@", "shardId-00000000000000000000-00000000", "x") }))
	}},
	{"GetShardIterator", 2, func(m *maker) *object {
		return obj("StreamArn", m.streamARN(), "ShardId", m.oneOf("@ShardId@", "@ShardId@", "@ShardId@", "shardId-00000000000000000000-00000000"),
			"ShardIteratorType", m.oneOf("TRIM_HORIZON", "TRIM_HORIZON", "LATEST", "AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER"),
			"SequenceNumber", m.maybe(30, func() node { return m.oneOf("@SequenceNumber@", "0", "100000000000000000001", "x") }))
	}},
	{"GetRecords", 3, func(m *maker) *object {
		return obj("ShardIterator", m.oneOf("@ShardIterator@", "@ShardIterator@", "@ShardIterator@", "@NextShardIterator@", "@ShardIterator@x", numberedIterator, "@NextToken@", "x"),
			"Limit", m.maybe(40, func() node { return number(1 + m.IntN(10)) }))
	}},
}

func (m *maker) streamARN() node {
	return m.oneOf("@LatestStreamArn@", "@LatestStreamArn@", "@StreamArn@", "@StreamArn@", "@StreamArn@x",
		"arn:aws:dynamodb:us-east-1:000000000000:table/"+m.prefix+"hash/stream/2020-01-01T00:00:00.000")
}
