package engine

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// What records say of themselves, equal in all of them.
var (
	eventVersion = "1.1"
	eventSource  = "aws:dynamodb"
	// expired is the userIdentity of what was removed because its time to live was over.
	expired = &api.Identity{Type: new("Service"), PrincipalId: new("dynamodb.amazonaws.com")}
)

// streamRecords are the records of s as GetRecords gives them.
func (e *Engine) streamRecords(s *catalog.Stream, records []backends.Record) ([]*api.Record, error) {
	list := make([]*api.Record, len(records))
	events := newEventIDs(s)
	for i := range records {
		r := &records[i]
		keys, err := attr.SizeOf(r.Keys)
		if err != nil {
			return nil, err
		}
		// The service's times are whole seconds.
		at := r.At.Truncate(time.Second)
		list[i] = &api.Record{
			EventID:      new(events.id(r.Position)),
			EventName:    (*string)(&r.Kind),
			EventVersion: &eventVersion,
			EventSource:  &eventSource,
			AwsRegion:    &e.opts.Region,
			Dynamodb: &api.StreamRecord{
				ApproximateCreationDateTime: &at,
				Keys:                        r.Keys,
				NewImage:                    r.New,
				OldImage:                    r.Old,
				SequenceNumber:              new(sequenceNumber(s, r.Position)),
				SizeBytes:                   new(int64(keys + r.Size)),
				StreamViewType:              (*string)(&s.View),
			},
		}
		if r.Expired {
			list[i].UserIdentity = expired
		}
	}
	return list, nil
}

// eventIDs makes the ids of a stream's events: 32 hexadecimal digits that no event of another stream has, the same whenever the
// record is read.
type eventIDs [16]byte

func newEventIDs(s *catalog.Stream) *eventIDs {
	digest := sha256.Sum256([]byte(s.ARN))
	var ids eventIDs
	copy(ids[:8], digest[:])
	return &ids
}

func (ids *eventIDs) id(position int64) string {
	binary.BigEndian.PutUint64(ids[8:], uint64(position))
	return hex.EncodeToString(ids[:])
}
