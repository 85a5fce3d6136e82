package gosdk

import (
	"fmt"
	"math"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

func TestGetShardIterator(t *testing.T) {
	const number = `,"SequenceNumber":"111111111111111111111111111111"`
	ask := func(kind, more, want string) step {
		return step{"GetShardIterator", `{"StreamArn":"$STREAM","ShardId":"$SHARD","ShardIteratorType":"` + kind + `"` + more + `}`, want}
	}
	const some, invalid = `{"ShardIterator":"*"}`, `ValidationException: One or more parameter values were invalid: `
	const passed = invalid + `SequenceNumber should not be passed for this iterator type`
	runStreams(t, harness.KeysOnly, "API_streams_GetShardIterator: ShardIteratorType, SequenceNumber", []scenario{
		{name: "places without a number", steps: []step{ask("TRIM_HORIZON", "", some), ask("LATEST", "", some)}},
		{name: "a number where none belongs", steps: []step{ask("TRIM_HORIZON", number, passed), ask("LATEST", number, passed)}},
		{name: "no number where one belongs", steps: []step{
			ask("AT_SEQUENCE_NUMBER", "", invalid+`Invalid SequenceNumber`), ask("AFTER_SEQUENCE_NUMBER", "", invalid+`Invalid SequenceNumber`),
		}},
		{name: "a number of no record", steps: []step{
			ask("AT_SEQUENCE_NUMBER", number, `ValidationException: Invalid SequenceNumber*`),
			ask("AFTER_SEQUENCE_NUMBER", `,"SequenceNumber":"sdfsafglldfngjdafnasdflgnaldk"`, `ValidationException: Invalid SequenceNumber`),
		}},
		{name: "a number of another length", steps: []step{
			ask("AT_SEQUENCE_NUMBER", `,"SequenceNumber":"1"`, `ValidationException: 1 validation error detected: Value '1' at 'sequenceNumber' failed to satisfy constraint: Member must have length greater than or equal to 21`),
			ask("AFTER_SEQUENCE_NUMBER", `,"SequenceNumber":"`+strings.Repeat("1", 41)+`"`, `ValidationException: *Member must have length less than or equal to 40`),
		}},
		{name: "a type nobody knows", steps: []step{ask("bulle", "", `ValidationException: *Member must satisfy enum value set: *`)}},
		{name: "a time", steps: []step{
			ask("AT_TIMESTAMP", `,"Timestamp":1700000000`, some),
			ask("AT_TIMESTAMP", "", invalid+`Timestamp must be passed for this iterator type`),
			ask("AT_TIMESTAMP", `,"Timestamp":99999999999`, invalid+`Timestamp should not be in the future`),
			ask("LATEST", `,"Timestamp":1700000000`, invalid+`Timestamp should not be passed for this iterator type`),
		}},
		{name: "what is not there", steps: []step{
			{"GetShardIterator", `{"StreamArn":"$STREAM","ShardId":"semprinidfaasdasfsdvacsdcfsdsvsdvsdv","ShardIteratorType":"LATEST"}`,
				`ResourceNotFoundException: Requested resource not found: Shard: semprinidfaasdasfsdvacsdcfsdsvsdvsdv in Stream: $STREAM not found`},
			{"GetShardIterator", `{"StreamArn":"$STREAM1","ShardId":"$SHARD","ShardIteratorType":"LATEST"}`, `ResourceNotFoundException: Requested resource not found: Stream: $STREAM1 not found`},
			{"GetShardIterator", `{"StreamArn":"sdfadfsddafgdafsgjnadflkgnalngalsdfnlkas","ShardId":"$SHARD","ShardIteratorType":"LATEST"}`, `ValidationException: Invalid StreamArn`},
		}},
	})
}

func TestGetShardIterator_at_a_time(t *testing.T) {
	single(t, "API_streams_GetShardIterator: AT_TIMESTAMP", func(t *testing.T, c *caller) {
		table := c.Own(t, harness.WithStream(hashTable, harness.NewImage))
		arn := c.StreamOf(t, table)
		var times []int64 // seconds: the service rounds them down
		for v := range 3 {
			playStep(t, c, table, put(fmt.Sprintf(`{"pk":{"S":"a"},"v":{"N":"%d"}}`, v)))
			records := c.RecordsOf(t, v+1, arn)
			if len(records) != v+1 {
				t.Fatalf("%d records of %d writes", len(records), v+1)
			}
			at := second(t, records[v])
			times = append(times, at)
			// Records are told apart by seconds: the next is written when this one's is over.
			harness.Eventually(c.Patience, func() bool { return time.Now().Unix() > at+1 })
		}
		id, _ := c.ShardOf(t, arn, "a")
		for i, at := range append(times, times[2]+1) {
			found, _ := c.ReadShard(t, c.Iterator(t, arn, id, "AT_TIMESTAMP", fmt.Sprintf(`,"Timestamp":%d`, at)))
			if len(found) != len(times)-i {
				t.Errorf("%d records since the one with index %d was written, want %d", len(found), i, len(times)-i)
			}
		}
	})
}

// second is when a record was written.
func second(t *testing.T, r harness.Record) int64 {
	t.Helper()
	at, err := r.Dynamodb.ApproximateCreationDateTime.Float64()
	if err != nil {
		t.Fatal(err)
	}
	return int64(math.Floor(at))
}

// LATEST is behind all that was written before, and before all that is written later, while others write all the time.
func TestGetShardIterator_latest_among_writers(t *testing.T) {
	single(t, "API_streams_GetShardIterator: LATEST", func(t *testing.T, c *caller) {
		both := both(c)
		table := c.Own(t, harness.WithStream(hashTable, harness.KeysOnly))
		arn := c.StreamOf(t, table)
		stop := make(chan struct{})
		var writers sync.WaitGroup
		defer func() { // also when the test is ended by a failure
			close(stop)
			writers.Wait()
		}()
		for i := range 4 {
			writers.Go(func() {
				for n := 0; ; n++ {
					select {
					case <-stop:
						return
					default:
						both[i%2].Try(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"noise-%d-%d"}}}`, i, n)))
					}
				}
			})
		}
		for n := range 10 {
			before, after := fmt.Sprintf("before-%d", n), fmt.Sprintf("after-%d", n)
			playStep(t, both[0], table, put(`{"pk":{"S":"`+before+`"}}`))
			var iterators []string
			for _, s := range both[1].DescribeStream(t, arn).Shards {
				iterators = append(iterators, both[1].Iterator(t, arn, s.ShardId, "LATEST", ""))
			}
			playStep(t, both[1], table, put(`{"pk":{"S":"`+after+`"}}`))
			var keys strings.Builder
			for _, iterator := range iterators {
				for next := iterator; next != ""; {
					page := both[0].GetRecords(t, next)
					for _, r := range page.Records {
						keys.Write(r.Dynamodb.Keys)
					}
					if next = page.NextShardIterator; len(page.Records) < 100 {
						break
					}
				}
			}
			if strings.Contains(keys.String(), `"`+before+`"`) || !strings.Contains(keys.String(), `"`+after+`"`) {
				t.Errorf("LATEST is not between %s and %s", before, after)
			}
		}
	})
}
