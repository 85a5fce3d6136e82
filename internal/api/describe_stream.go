package api

import "github.com/ddbsql/ddbsql/internal/apierr"

// MaxShardsDescribed is how many shards DescribeStream gives when the request names no limit, and the most it may ask for.
const MaxShardsDescribed = 100

// checkMore: the model knows neither the largest limit nor that a filter needs both of its members.
func (in *DescribeStreamInput) checkMore(c *checker) {
	checkLargest(c, in.Limit, MaxShardsDescribed)
	if in.ShardFilter == nil {
		return
	}
	c.push("ShardFilter")
	c.push("Type")
	if in.ShardFilter.Type == nil {
		c.null()
	}
	c.pop()
	c.push("ShardId")
	if in.ShardFilter.ShardId == nil {
		c.null()
	}
	c.pop()
	c.pop()
}

func (in *DescribeStreamInput) request(layer) *apierr.Error { return checkStreamARN(in.StreamArn) }
