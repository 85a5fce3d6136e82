package conformance

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// Views of a stream.
const (
	keysOnly  = "KEYS_ONLY"
	newImage  = "NEW_IMAGE"
	oldImage  = "OLD_IMAGE"
	bothImage = "NEW_AND_OLD_IMAGES"
)

// streamedTable is a table definition with a stream of both images.
func streamedTable(definition string) string { return withStream(definition, bothImage) }

// withStream is the definition of a table with a stream.
func withStream(table, view string) string {
	return strings.TrimSuffix(table, "}") + `,"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"` + view + `"}}`
}

// stream is a table's stream as DescribeStream tells of it.
type stream struct {
	StreamArn, StreamLabel, StreamStatus, StreamViewType, TableName string
	CreationRequestDateTime                                         json.Number
	KeySchema                                                       json.RawMessage
	Shards                                                          []shard
	LastEvaluatedShardId                                            string
}

// record is a record of a stream; what is not there is nil.
type record struct {
	EventID      string          `json:"eventID"`
	EventName    string          `json:"eventName"`
	EventVersion string          `json:"eventVersion"`
	EventSource  string          `json:"eventSource"`
	AwsRegion    string          `json:"awsRegion"`
	UserIdentity json.RawMessage `json:"userIdentity"`
	Dynamodb     struct {
		ApproximateCreationDateTime    json.Number
		Keys, NewImage, OldImage       json.RawMessage
		SequenceNumber, StreamViewType string
		SizeBytes                      int
	} `json:"dynamodb"`
	shard string
}

// shard is a shard as DescribeStream tells of it.
type shard struct {
	ShardId, ParentShardId string
	SequenceNumberRange    struct{ StartingSequenceNumber, EndingSequenceNumber string }
}

// brief is what the cases compare: the event, its key, its images and who made it.
func (r *record) brief() string {
	parts := []string{`"eventName":"` + r.EventName + `"`, `"Keys":` + string(r.Dynamodb.Keys)}
	for _, member := range []struct {
		name  string
		value json.RawMessage
	}{{"OldImage", r.Dynamodb.OldImage}, {"NewImage", r.Dynamodb.NewImage}, {"userIdentity", r.UserIdentity}} {
		if member.value != nil {
			parts = append(parts, `"`+member.name+`":`+string(member.value))
		}
	}
	return "{" + strings.Join(parts, ",") + "}"
}

// streamOf is the ARN of a table's latest stream.
func (c *caller) streamOf(t *testing.T, table string) string {
	t.Helper()
	return ask[struct {
		Table struct{ LatestStreamArn string }
	}](t, c, "DescribeTable", tableInput(table, `{}`)).Table.LatestStreamArn
}

// describeStream describes a stream, with its first hundred shards.
func (c *caller) describeStream(t *testing.T, arn string) stream {
	t.Helper()
	return ask[struct{ StreamDescription stream }](t, c, "DescribeStream", `{"StreamArn":"`+arn+`"}`).StreamDescription
}

// shards are those of a stream.
func (c *caller) shards(t *testing.T, stream string) []shard {
	t.Helper()
	return c.describeStream(t, stream).Shards
}

// iterator gets an iterator; more are members besides stream, shard and type.
func (c *caller) iterator(t *testing.T, arn, shardID, kind, more string) string {
	t.Helper()
	in := fmt.Sprintf(`{"StreamArn":"%s","ShardId":"%s","ShardIteratorType":"%s"%s}`, arn, shardID, kind, more)
	return ask[struct{ ShardIterator string }](t, c, "GetShardIterator", in).ShardIterator
}

// recordPage is an answer of GetRecords; an empty iterator stands for none.
type recordPage struct {
	Records           []record
	NextShardIterator string
}

func (c *caller) getRecords(t *testing.T, iterator string) recordPage {
	t.Helper()
	return ask[recordPage](t, c, "GetRecords", `{"ShardIterator":"`+iterator+`"}`)
}

// readShard reads from an iterator until there is nothing more for now, and gives the iterator to go on with.
func (c *caller) readShard(t *testing.T, iterator string) (all []record, next string) {
	t.Helper()
	for next = iterator; next != ""; {
		page := c.getRecords(t, next)
		all, next = append(all, page.Records...), page.NextShardIterator
		if len(page.Records) == 0 {
			break
		}
	}
	return all, next
}

// records are all records of a stream up to now, shard by shard.
func (c *caller) records(t *testing.T, stream string) []record {
	t.Helper()
	var all []record
	for _, s := range c.shards(t, stream) {
		found, _ := c.readShard(t, c.iterator(t, stream, s.ShardId, "TRIM_HORIZON", ""))
		for i := range found {
			found[i].shard = s.ShardId
		}
		all = append(all, found...)
	}
	return all
}

// wantRecords compares records with what cases say of them, in order.
func wantRecords(t *testing.T, got []record, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d records, want %d", len(got), len(want))
	}
	for i := range min(len(got), len(want)) {
		if d := differenceOf(want[i], got[i].brief()); d != "" {
			t.Errorf("record %d: %s\nin %s", i+1, d, got[i].brief())
		}
	}
}

var (
	hexDigits      = regexp.MustCompile(`^[0-9a-f]{32}$`)
	sequenceDigits = regexp.MustCompile(`^[0-9]{21,40}$`)
)

// wantForm checks what every record has.
func wantForm(t *testing.T, r *record, view string) {
	t.Helper()
	d := r.Dynamodb
	if !hexDigits.MatchString(r.EventID) || r.EventVersion != "1.1" || r.EventSource != "aws:dynamodb" || r.AwsRegion != region {
		t.Errorf("event %+v", r)
	}
	if !sequenceDigits.MatchString(d.SequenceNumber) || d.StreamViewType != view || d.SizeBytes < 1 || d.ApproximateCreationDateTime == "" {
		t.Errorf("record %+v", d)
	}
}

// ask sends a request that must succeed and reads its answer.
func ask[A any](t *testing.T, c *caller, op, in string) (answer A) {
	t.Helper()
	into(t, c.ok(t, op, in), &answer)
	return answer
}

// into reads an answer.
func into(t *testing.T, body string, v any) {
	t.Helper()
	if err := json.Unmarshal([]byte(body), v); err != nil {
		t.Fatalf("%v: %s", err, short(body))
	}
}

// runStreams plays scenarios on tables with a stream: $STREAM is its ARN, $SHARD its first shard.
func runStreams(t *testing.T, view string, scenarios []scenario) {
	t.Helper()
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		for _, s := range scenarios {
			t.Run(s.name, func(t *testing.T) {
				table := newTableName()
				createTable(t, c, table, withStream(hashTable, view))
				arn := c.streamOf(t, table)
				names := strings.NewReplacer("$STREAM", arn, "$SHARD", c.describeStream(t, arn).Shards[0].ShardId)
				for _, st := range s.steps {
					playStep(t, c, table, step{st.op, names.Replace(st.in), names.Replace(st.want)})
				}
			})
		}
	})
}
