package conformance

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// What the service leaves open, or words in a way nobody knows, ddbsql does in one way. The suites ask no other endpoint for it.
func TestChoices(t *testing.T) {
	t.Parallel()
	const arn = "arn:aws:dynamodb:us-east-1:000000000000:table/$T"
	choices := []struct {
		name, table string
		steps       []request
	}{
		{"a table under its name and its ARN in one batch is refused, and nothing is lost in silence", harness.HashTable, []request{
			{"BatchWriteItem", `{"RequestItems":{"` + arn + `":[{"PutRequest":{"Item":{"pk":{"S":"a"}}}}],"$T":[{"PutRequest":{"Item":{"pk":{"S":"b"}}}}]}}`,
				`ValidationException: One or more parameter values were invalid: RequestItems names a table more than once: $T`},
			{"Scan", `{"Select":"COUNT"}`, `{"Count":0,"ScannedCount":0}`},
		}},
		{"a scan of a whole on-demand table reads four partitions", harness.SortedTable, []request{
			{"PutItem", `{"Item":{"pk":{"S":"a"},"sk":{"S":"b"}}}`, `{}`},
			{"Scan", `{"ReturnConsumedCapacity":"TOTAL","Select":"COUNT"}`, `{"Count":1,"ScannedCount":1,"ConsumedCapacity":{"TableName":"$T","CapacityUnits":2.0}}`},
			{"Scan", `{"ReturnConsumedCapacity":"TOTAL","Select":"COUNT","ConsistentRead":true}`, `{"Count":1,"ScannedCount":1,"ConsumedCapacity":{"TableName":"$T","CapacityUnits":4.0}}`},
		}},
		{"the limits of an account are those of a young one", harness.HashTable, []request{
			{"DescribeLimits", `{}`, `{"AccountMaxReadCapacityUnits":80000,"AccountMaxWriteCapacityUnits":80000,"TableMaxReadCapacityUnits":40000,"TableMaxWriteCapacityUnits":40000}`},
		}},
		{"streams of a table are listed in the order of their making", harness.StreamedTable(harness.HashTable), []request{
			{"UpdateTable", `{"StreamSpecification":{"StreamEnabled":false}}`, `{"TableDescription":"*"}`},
			{"UpdateTable", `{"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}}`, `{"TableDescription":"*"}`},
			{"ListStreams", `{"TableName":"$T"}`, `{"Streams":[{"StreamArn":"$STREAM","TableName":"$T","StreamLabel":"*"},"*"]}`},
			{"ListStreams", `{"TableName":"$T","Limit":1}`, `{"Streams":["*"],"LastEvaluatedStreamArn":"$STREAM"}`},
		}},
		{"a stream has four shards", harness.StreamedTable(harness.HashTable), []request{
			{"DescribeStream", `{"StreamArn":"$STREAM"}`, `{"StreamDescription":{"StreamArn":"$STREAM","StreamLabel":"*","StreamViewType":"NEW_AND_OLD_IMAGES","CreationRequestDateTime":"*",
				"TableName":"$T","KeySchema":"*","StreamStatus":"ENABLED","Shards":["*","*","*","*"]}}`},
		}},
		{"an ARN of the account works as a table's name", harness.HashTable, []request{
			{"PutItem", `{"TableName":"` + arn + `","Item":{"pk":{"S":"a"}}}`, `{}`},
			{"GetItem", `{"Key":{"pk":{"S":"a"}}}`, `{"Item":{"pk":{"S":"a"}}}`},
		}},
	}
	onEach(t, func(t *testing.T, c *caller) {
		for _, choice := range choices {
			t.Run(choice.name, func(t *testing.T) {
				table := c.Own(t, choice.table)
				stream := c.StreamOf(t, table)
				for _, r := range choice.steps {
					c.Play(t, table, r.op, replaceStream(r.in, stream), replaceStream(r.want, stream))
				}
			})
		}
	})
}

func replaceStream(text, arn string) string { return strings.ReplaceAll(text, "$STREAM", arn) }
