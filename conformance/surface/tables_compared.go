package main

import (
	"fmt"
	"strings"
	"time"
)

// compareRequests is after how many requests of a lane its tables are compared.
const compareRequests = 200

// readers are the operations that write nothing.
var readers = map[string]bool{
	"GetItem": true, "Query": true, "Scan": true, "BatchGetItem": true, "TransactGetItems": true, "DescribeTable": true, "ListTables": true,
	"DescribeTimeToLive": true, "ListTagsOfResource": true, "ListStreams": true, "DescribeStream": true, "GetShardIterator": true, "GetRecords": true,
}

// note remembers a request that may have written.
func (l *lane) note(r *request, both [2]answer) {
	if readers[r.operation] && r.head.target == "" || both[0].status != 200 {
		return
	}
	l.since = append(l.since, fmt.Sprintf("    %s %s%+v %s -> %s", time.Now().Format("15:04:05.000"), r.operation, r.head, clip(string(l.fill(r.text(), 0))), clip(string(both[1].body))))
}

// compareTables looks whether what was written is the same on both sides. A write that was answered alike and done otherwise is one of those
// since the last look, which are told.
func (l *lane) compareTables(found *findings) error {
	differs := false
	for _, s := range schemas {
		r := &request{operation: "Scan", body: obj("TableName", text(l.prefix+s.name), "ConsistentRead", literal("true"))}
		both, err := l.exchange(r)
		if err != nil {
			return err
		}
		fault := judge(r, both)
		if fault == "" {
			continue
		}
		differs = true
		if fault = "another table: " + fault; found.add(fault) {
			a, b := apart(both[0].plain(), both[1].plain())
			found.tell(fault, fmt.Sprintf("  %s\n  %s: %s\n  %s: %s\n  written since both were the same:\n%s", r.text(), sides[0], a, sides[1], b, strings.Join(l.since, "\n")))
		}
	}
	l.since = l.since[:0]
	if differs {
		return l.reset()
	}
	return nil
}
