package harness

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
)

// Views of a stream.
const (
	KeysOnly   = "KEYS_ONLY"
	NewImage   = "NEW_IMAGE"
	OldImage   = "OLD_IMAGE"
	BothImages = "NEW_AND_OLD_IMAGES"
)

// StreamedTable is a table definition with a stream of both images.
func StreamedTable(definition string) string { return WithStream(definition, BothImages) }

// WithStream is the definition of a table with a stream.
func WithStream(table, view string) string {
	return strings.TrimSuffix(table, "}") + `,"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"` + view + `"}}`
}

// Stream is a table's stream as DescribeStream tells of it.
type Stream struct {
	StreamArn, StreamLabel, StreamStatus, StreamViewType, TableName string
	CreationRequestDateTime                                         json.Number
	KeySchema                                                       json.RawMessage
	Shards                                                          []Shard
	LastEvaluatedShardId                                            string
}

// Record is a record of a stream; what is not there is nil.
type Record struct {
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
	// Shard is the id of the shard it was read from.
	Shard string `json:"-"`
}

// Shard is a shard as DescribeStream tells of it.
type Shard struct {
	ShardId, ParentShardId string
	SequenceNumberRange    struct{ StartingSequenceNumber, EndingSequenceNumber string }
}

// Brief is what the cases compare: the event, its key, its images and who made it.
func (r *Record) Brief() string {
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

// StreamOf is the ARN of a table's latest stream.
func (c *Caller) StreamOf(t testing.TB, table string) string {
	t.Helper()
	return Ask[struct {
		Table struct{ LatestStreamArn string }
	}](t, c, "DescribeTable", TableInput(table, `{}`)).Table.LatestStreamArn
}

// DescribeStream describes a stream, with its first hundred shards.
func (c *Caller) DescribeStream(t testing.TB, arn string) Stream {
	t.Helper()
	return Ask[struct{ StreamDescription Stream }](t, c, "DescribeStream", `{"StreamArn":"`+arn+`"}`).StreamDescription
}

// Shards are those of a stream.
func (c *Caller) Shards(t testing.TB, stream string) []Shard {
	t.Helper()
	return c.DescribeStream(t, stream).Shards
}

// Iterator gets an iterator; more are members besides stream, shard and type.
func (c *Caller) Iterator(t testing.TB, arn, shardID, kind, more string) string {
	t.Helper()
	in := fmt.Sprintf(`{"StreamArn":"%s","ShardId":"%s","ShardIteratorType":"%s"%s}`, arn, shardID, kind, more)
	return Ask[struct{ ShardIterator string }](t, c, "GetShardIterator", in).ShardIterator
}

// RecordPage is an answer of GetRecords; an empty iterator stands for none.
type RecordPage struct {
	Records           []Record
	NextShardIterator string
}

// GetRecords reads one page.
func (c *Caller) GetRecords(t testing.TB, iterator string) RecordPage {
	t.Helper()
	return Ask[RecordPage](t, c, "GetRecords", `{"ShardIterator":"`+iterator+`"}`)
}

// ReadShard reads from an iterator until there is nothing more at this moment, and gives the iterator to go on with. A service that is
// given time to settle may answer without a record several times before it has some.
func (c *Caller) ReadShard(t testing.TB, iterator string) (all []Record, next string) {
	t.Helper()
	quiet, most := 0, 1
	if c.Settle > 5*time.Second {
		most = 10
	}
	for next = iterator; next != "" && quiet < most; {
		page := c.GetRecords(t, next)
		all, next = append(all, page.Records...), page.NextShardIterator
		if quiet++; len(page.Records) > 0 {
			quiet = 0
		}
	}
	return all, next
}

// Records are all records of a stream up to now, shard by shard.
func (c *Caller) Records(t testing.TB, stream string) []Record {
	t.Helper()
	var all []Record
	for _, s := range c.Shards(t, stream) {
		found, _ := c.ReadShard(t, c.Iterator(t, stream, s.ShardId, "TRIM_HORIZON", ""))
		for i := range found {
			found[i].Shard = s.ShardId
		}
		all = append(all, found...)
	}
	return all
}

// RecordsOf are all records of a stream, once there are so many or the time to settle is over.
func (c *Caller) RecordsOf(t testing.TB, count int, stream string) (all []Record) {
	t.Helper()
	Eventually(c.Settle, func() bool {
		all = c.Records(t, stream)
		return len(all) >= count
	})
	return all
}

// WantRecords compares the records of a stream with what a case says of them, in order.
func (c *Caller) WantRecords(t testing.TB, stream string, want []string) []Record {
	t.Helper()
	got := c.RecordsOf(t, len(want), stream)
	if len(got) != len(want) {
		t.Errorf("%d records, want %d", len(got), len(want))
	}
	for i := range min(len(got), len(want)) {
		if d := Difference(want[i], got[i].Brief()); d != "" {
			t.Errorf("record %d: %s\nin %s", i+1, d, got[i].Brief())
		}
	}
	return got
}

var (
	hexDigits      = regexp.MustCompile(`^[0-9a-f]{32}$`)
	sequenceDigits = regexp.MustCompile(`^[0-9]{21,40}$`)
)

// WantForm checks what every record has.
func (c *Caller) WantForm(t testing.TB, r *Record, view string) {
	t.Helper()
	d := r.Dynamodb
	if !hexDigits.MatchString(r.EventID) || r.EventVersion != "1.1" || r.EventSource != "aws:dynamodb" || r.AwsRegion != c.Endpoint.Region {
		t.Errorf("event %+v", r)
	}
	if !sequenceDigits.MatchString(d.SequenceNumber) || d.StreamViewType != view || d.SizeBytes < 1 || d.ApproximateCreationDateTime == "" {
		t.Errorf("record %+v", d)
	}
}

// ShardOf gives the shard that has the record of the item with that key, and an iterator of its beginning.
func (c *Caller) ShardOf(t testing.TB, arn, key string) (id, oldest string) {
	t.Helper()
	for _, s := range c.DescribeStream(t, arn).Shards {
		oldest := c.Iterator(t, arn, s.ShardId, "TRIM_HORIZON", "")
		for _, r := range c.GetRecords(t, oldest).Records {
			if strings.Contains(string(r.Dynamodb.Keys), `"`+key+`"`) {
				return s.ShardId, oldest
			}
		}
	}
	t.Fatalf("no shard has item %s", key)
	return "", ""
}
