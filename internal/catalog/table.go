// Package catalog holds table and index definitions: plain data with a version, and the rows an item gives.
package catalog

import (
	"time"

	"github.com/ddbsql/ddbsql/internal/attr"
)

// KeyAttr is one key attribute; Type is S, N or B.
type KeyAttr struct {
	Name string    `json:"name"`
	Type attr.Type `json:"type"`
}

// Throughput is a provisioned throughput in capacity units; both are 0 on demand.
type Throughput struct {
	Read  int64 `json:"read"`
	Write int64 `json:"write"`
}

// Projection types of an index.
const (
	ProjectAll      = "ALL"
	ProjectKeysOnly = "KEYS_ONLY"
	ProjectInclude  = "INCLUDE"
)

// Index is a secondary index. Its SQL table is named by the ids of its table and of itself.
type Index struct {
	ID     int32  `json:"id"` // unique in its table, never reused
	Name   string `json:"name"`
	Local  bool   `json:"local"` // LSI
	Status Status `json:"status"`
	// Partition has one attribute (up to four on a GSI), Sort none, one or up to four.
	Partition  []KeyAttr  `json:"partition"`
	Sort       []KeyAttr  `json:"sort"`
	Projection string     `json:"projection"`
	NonKey     []string   `json:"nonKey,omitempty"` // for INCLUDE
	Throughput Throughput `json:"throughput"`
	OnDemand   Throughput `json:"onDemand"` // ceilings; 0 = none
	Warm       Throughput `json:"warm"`
	// Hidden is set on an index that the server keeps for itself: no request can name it and no answer tells of it.
	Hidden bool `json:"hidden,omitempty"`
	// Backfilling is set while entries of the items that were there before the index are still being made; Status is then CREATING.
	Backfilling bool `json:"backfilling,omitempty"`
}

// Table is a table's definition. It is immutable once read: an update makes a new one with a higher Version.
type Table struct {
	ID      int64  `json:"-"` // names the SQL tables; new at every creation
	Version int64  `json:"-"`
	Name    string `json:"name"`
	ARN     string `json:"arn"`
	UUID    string `json:"uuid"`
	Status  Status `json:"status"`
	// Until is when a Status other than ACTIVE, and those of the indexes, will be over, see At; zero if they are.
	Until time.Time `json:"until,omitzero"`

	CreatedAt time.Time `json:"createdAt"`

	Partition KeyAttr  `json:"partition"`
	Sort      *KeyAttr `json:"sort,omitempty"`
	// Definitions are the AttributeDefinitions in the order given.
	Definitions []KeyAttr `json:"definitions"`
	// Indexes are all that writers keep up: GSIs and LSIs in the order given, then the hidden ones.
	Indexes     []*Index `json:"indexes,omitempty"`
	NextIndexID int32    `json:"nextIndexID"`

	OnDemandBilling    bool       `json:"onDemandBilling"`        // PAY_PER_REQUEST
	BillingSetAt       *time.Time `json:"billingSetAt,omitempty"` // last switch to PAY_PER_REQUEST
	Throughput         Throughput `json:"throughput"`
	IncreasedAt        *time.Time `json:"increasedAt,omitempty"`
	DecreasedAt        *time.Time `json:"decreasedAt,omitempty"`
	OnDemand           Throughput `json:"onDemand"`
	Warm               Throughput `json:"warm"`
	TableClass         string     `json:"tableClass,omitempty"`
	TableClassSetAt    *time.Time `json:"tableClassSetAt,omitempty"`
	DeletionProtection bool       `json:"deletionProtection"`
	SSEKeyARN          string     `json:"sseKeyARN,omitempty"` // set while SSE is enabled

	Tags []Tag `json:"tags,omitempty"` // in the order they were first given

	Stream *TableStream `json:"stream,omitempty"` // the latest; nil when there never was one
	TTL    *TTL         `json:"ttl,omitempty"`    // nil when it never was enabled
}

// Tag is a label of a table; keys are unique in a table.
type Tag struct {
	Key   string `json:"key"`
	Value string `json:"value"`
}

// Stats are the sums DescribeTable reports. Indexes is keyed by index id.
type Stats struct {
	Items, Bytes int64
	Indexes      map[int32]IndexStats
}

// IndexStats are the sums of one index.
type IndexStats struct{ Items, Bytes int64 }
