package conformance

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestGetShardIterator(t *testing.T) {
	const number = `,"SequenceNumber":"111111111111111111111111111111"`
	ask := func(kind, more, want string) step {
		return step{"GetShardIterator", `{"StreamArn":"$STREAM","ShardId":"$SHARD","ShardIteratorType":"` + kind + `"` + more + `}`, want}
	}
	const some, invalid = `{"ShardIterator":"*"}`, `ValidationException: One or more parameter values were invalid: `
	const passed = invalid + `SequenceNumber should not be passed for this iterator type`
	runStreams(t, keysOnly, []scenario{
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

func TestIteratorsAtATime(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		table := newTableName()
		createTable(t, c, table, withStream(hashTable, newImage))
		putAt := func(v string) (before time.Time) {
			before = time.Now()
			playStep(t, c, table, put(`{"pk":{"S":"a"},"v":{"N":"`+v+`"}}`))
			for time.Since(before) < 10*time.Millisecond { // records are told apart by milliseconds
				time.Sleep(time.Millisecond)
			}
			return before
		}
		times := []time.Time{putAt("0"), putAt("1"), putAt("2")}
		arn := c.streamOf(t, table)
		id, _ := c.shardOf(t, arn, "a")
		for i, at := range append(times, time.Now()) {
			text := strconv.FormatFloat(float64(at.UnixMilli())/1000, 'f', 3, 64)
			found, _ := c.readShard(t, c.iterator(t, arn, id, "AT_TIMESTAMP", `,"Timestamp":`+text))
			if len(found) != len(times)-i {
				t.Errorf("%d records since the one with index %d was written, want %d", len(found), i, len(times)-i)
			}
		}
	})
}

// LATEST is behind all that was written before, and before all that is written later, while others write all the time.
func TestLatestAmongWriters(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		both := c.both(t)
		table := newTableName()
		createTable(t, c, table, withStream(hashTable, keysOnly))
		arn := c.streamOf(t, table)
		stop := make(chan struct{})
		var writers sync.WaitGroup
		for i := range 4 {
			writers.Go(func() {
				for n := 0; ; n++ {
					select {
					case <-stop:
						return
					default:
						both[i%2].call(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"noise-%d-%d"}}}`, i, n)))
					}
				}
			})
		}
		for n := range 10 {
			before, after := fmt.Sprintf("before-%d", n), fmt.Sprintf("after-%d", n)
			playStep(t, both[0], table, put(`{"pk":{"S":"`+before+`"}}`))
			var iterators []string
			for _, s := range both[1].describeStream(t, arn).Shards {
				iterators = append(iterators, both[1].iterator(t, arn, s.ShardId, "LATEST", ""))
			}
			playStep(t, both[1], table, put(`{"pk":{"S":"`+after+`"}}`))
			var keys strings.Builder
			for _, iterator := range iterators {
				for next := iterator; next != ""; {
					page := both[0].getRecords(t, next)
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
		close(stop)
		writers.Wait()
	})
}
