package api

import "github.com/ddbsql/ddbsql/internal/apierr"

// MaxStreamsListed is how many streams ListStreams gives when the request names no limit, and the most it may ask for.
const MaxStreamsListed = 100

// checkMore: the model does not know the largest limit, which only the documentation names.
func (in *ListStreamsInput) checkMore(c *checker) { checkLargest(c, in.Limit, MaxStreamsListed) }

// checkLargest notes a Limit beyond what the operation allows.
func checkLargest(c *checker, asked *int32, most int64) {
	if asked == nil {
		return
	}
	c.push("Limit")
	c.number(int64(*asked), &limit{max: most, hasMax: true})
	c.pop()
}

func (in *ListStreamsInput) request(layer) *apierr.Error {
	if in.ExclusiveStartStreamArn == nil {
		return nil
	}
	return checkStreamARN(*in.ExclusiveStartStreamArn)
}
