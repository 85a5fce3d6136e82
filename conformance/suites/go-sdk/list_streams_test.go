package gosdk

import (
	"slices"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

func TestListStreams(t *testing.T) {
	runStreams(t, harness.KeysOnly, "API_streams_ListStreams: Request Parameters, Response Elements", []scenario{
		{name: "of a table", steps: []step{{"ListStreams", `{"TableName":"$T"}`, `{"Streams":[{"StreamArn":"$STREAM","TableName":"$T","StreamLabel":"*"}]}`}}},
		{name: "of a table that is not there", steps: []step{{"ListStreams", `{"TableName":"conformance.nowhere"}`, `{"Streams":[]}`}}},
		{name: "behind the last one", steps: []step{{"ListStreams", `{"TableName":"$T","ExclusiveStartStreamArn":"$STREAM"}`, `{"Streams":[]}`}}},
		{name: "of a deleted table", steps: []step{
			{"DeleteTable", `{}`, `{"TableDescription":"*"}`},
			{"ListStreams", `{"TableName":"$T"}`, `{"Streams":[{"StreamArn":"$STREAM","TableName":"$T","StreamLabel":"*"}]}`},
		}},
		{name: "disabled and enabled again: both", steps: []step{
			{"UpdateTable", `{"StreamSpecification":{"StreamEnabled":false}}`, `{"TableDescription":"*"}`},
			{"UpdateTable", `{"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}}`, `{"TableDescription":"*"}`},
			{"ListStreams", `{"TableName":"$T"}`, `{"Streams":["in any order",{"StreamArn":"$STREAM","TableName":"$T","StreamLabel":"*"},"*"]}`},
			{"ListStreams", `{"TableName":"$T","Limit":1}`, `{"Streams":["*"],"LastEvaluatedStreamArn":"*"}`},
		}},
		{name: "a place that is none", steps: []step{
			{"ListStreams", `{"ExclusiveStartStreamArn":"kossaapaaasdafsdaasdasdasdasasdasfadfadfasdasdas"}`, `ValidationException: Invalid StreamArn`},
		}},
		{name: "limits", steps: []step{
			{"ListStreams", `{"Limit":0}`, `ValidationException: 1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1`},
			{"ListStreams", `{"Limit":101}`, `ValidationException: 1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100`},
			{"ListStreams", `{"TableName":"$T","Limit":100}`, `{"Streams":["*"]}`},
		}},
	})
}

// Pages go on behind a stream whose table is gone, and tell of every other stream once although tables come and go.
func TestListStreams_pages(t *testing.T) {
	single(t, "API_streams_ListStreams: ExclusiveStartStreamArn", func(t *testing.T, c *caller) {
		var arns []string
		for range 3 {
			table := c.Own(t, harness.WithStream(hashTable, harness.KeysOnly))
			arns = append(arns, c.StreamOf(t, table))
		}
		type answer struct {
			Streams                []struct{ StreamArn, TableName string }
			LastEvaluatedStreamArn string
		}
		var seen []string
		for next := ""; ; {
			in := `{"Limit":1}`
			if next != "" {
				in = `{"Limit":1,"ExclusiveStartStreamArn":"` + next + `"}`
			}
			page := harness.Ask[answer](t, c, "ListStreams", in)
			for _, s := range page.Streams {
				if seen = append(seen, s.StreamArn); s.StreamArn == arns[1] {
					c.OK(t, "DeleteTable", tableInput(s.TableName, `{}`))
					c.CreateTable(t, c.Tables.NewName(), harness.WithStream(hashTable, harness.KeysOnly))
				}
			}
			if next = page.LastEvaluatedStreamArn; next == "" {
				break
			}
			if next != page.Streams[0].StreamArn {
				t.Fatalf("the page ends with %s, the next begins behind %s", page.Streams[0].StreamArn, next)
			}
		}
		for _, arn := range arns {
			if n := len(slices.DeleteFunc(slices.Clone(seen), func(s string) bool { return s != arn })); n != 1 {
				t.Errorf("%s is listed %d times", arn, n)
			}
		}
	})
}
