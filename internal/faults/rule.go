package faults

import (
	"encoding/json"
	"fmt"

	"github.com/ddbsql/ddbsql/internal/clock"
)

// Rule says which requests get which fault. What is zero is as if it were not there. A rule without conditions is for every request that
// its fault can happen to.
type Rule struct {
	// Name is what lists call the rule, for those who read them.
	Name string `json:",omitempty"`

	// AccessKey is the access key that requests are signed with, also with asterisks: the faults of one of several users.
	AccessKey string `json:",omitempty"`
	// Operations are names of operations; an asterisk stands for any characters.
	Operations []string `json:",omitempty"`
	// Table is the name of a table, also with asterisks. A request is of every table that it names, in a statement or by an ARN too.
	Table string `json:",omitempty"`
	// Key are attributes that the key of an item must have, one of the items of a batch or a transaction at least; of a put the item is looked
	// at, of a Query the conditions on equality.
	Key map[string]KeyPattern `json:",omitempty"`

	// At most one of Nth, Every and First chooses among the requests that match: the nth, each nth, the first n.
	Nth   int64 `json:",omitempty"`
	Every int64 `json:",omitempty"`
	First int64 `json:",omitempty"`
	// Probability, of what is chosen so far, is that of the fault. The nth request that matches has the same fate whenever Seed is the
	// same.
	Probability float64 `json:",omitempty"`
	Seed        uint64  `json:",omitempty"`
	// Times is how often the rule has its fault at most.
	Times int64 `json:",omitempty"`

	// Error is the type of an error of the service; see README.md for those there are. Message is its text instead of the service's.
	Error   string `json:",omitempty"`
	Message string `json:",omitempty"`
	// Latency is how long the answer is late. A rule with nothing but Latency leaves the request to the rules behind it.
	Latency clock.Duration `json:",omitempty"`
	// Drop closes the connection without an answer.
	Drop bool `json:",omitempty"`
	// After lets the request have its effect before the error, the wait or the end of the connection.
	After bool `json:",omitempty"`
	// Unprocessed is how many items of a batch, the last of those that match, are left undone and handed back.
	Unprocessed Count `json:",omitempty"`
	// PageSize is how many items a page has at most, by a lower Limit of the request.
	PageSize int64 `json:",omitempty"`
}

// Count is a number of items; All is any number. JSON has it as a number or as "all".
type Count int64

// All are all items that match.
const All Count = -1

// UnmarshalJSON reads a number or "all".
func (c *Count) UnmarshalJSON(text []byte) error {
	if string(text) == `"all"` {
		*c = All
		return nil
	}
	var n int64
	if err := json.Unmarshal(text, &n); err != nil || n < 1 {
		return fmt.Errorf(`a number of items is a whole number from 1 on, or "all", not %s`, text)
	}
	*c = Count(n)
	return nil
}

// MarshalJSON writes what UnmarshalJSON reads.
func (c Count) MarshalJSON() ([]byte, error) {
	if c == All {
		return []byte(`"all"`), nil
	}
	return json.Marshal(int64(c))
}

// of is as many of n.
func (c Count) of(n int) int {
	if c == All {
		return n
	}
	return int(min(int64(c), int64(n)))
}
