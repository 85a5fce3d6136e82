package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// own are the members of answers that each server gives values of its own, and that requests may send back.
var own = map[string]bool{
	"LatestStreamArn": true, "LatestStreamLabel": true, "StreamArn": true, "StreamLabel": true, "ShardId": true, "ParentShardId": true, "SequenceNumber": true, "StartingSequenceNumber": true,
	"EndingSequenceNumber": true, "ShardIterator": true, "NextShardIterator": true, "NextToken": true, "LastEvaluatedShardId": true, "LastEvaluatedStreamArn": true,
}

// passing are the members of answers that tell of the server or the time, and not of the data.
var passing = map[string]bool{
	"CreationDateTime": true, "CreationRequestDateTime": true, "LastUpdateDateTime": true, "LastUpdateToPayPerRequestDateTime": true, "LastIncreaseDateTime": true, "LastDecreaseDateTime": true,
	"ItemCount": true, "TableSizeBytes": true, "IndexSizeBytes": true, // counted now and then
	"ApproximateCreationDateTime": true, "TableId": true, "eventID": true, "EarliestRestorableDateTime": true, "LatestRestorableDateTime": true, "Address": true,
}

// recordsOfAPage is how many records an answer of GetRecords has at most.
const recordsOfAPage = 1000

// cut says whether an answer ends amidst a stream. The records of items that one request wrote come in no order, so that there another one
// may be the last.
func (a answer) cut() bool {
	return bytes.Count(a.body, []byte(`"eventID"`)) >= recordsOfAPage
}

// private says whether an answer tells of the lane's own tables only, and in an order that is the same on both sides. The records of items
// that one request wrote come in no order, so a page that begins or ends after some of them may have others.
func (r *request) private() bool {
	switch r.operation {
	case "ListTables", "ListStreams":
		return false
	case "GetRecords":
		return !bytes.Contains(r.text(), []byte("Limit")) && !bytes.Contains(r.text(), []byte(numberedIterator))
	}
	return true
}

var (
	dates = regexp.MustCompile(`\d{4}-\d\d-\d\dT[\d:.]+`)
	// ids are those of tables and of shards. Refusals quote iterators and numbers of records, too, when requests have them where they do not belong.
	ids    = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|shardId-\d+-\d+`)
	quoted = regexp.MustCompile(`\d{30}`)
	// iterators stand in items, too, where requests have put them.
	iterators = regexp.MustCompile(`\|\d+\|[\w-]{20,}`)
)

// plain is an answer without what may differ between two servers.
func plain(v any, name string) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			v[k] = plain(v[k], k)
		}
		if records, ok := v["Records"].([]any); ok {
			// Records of several items that one request wrote are in any order, so that a closed shard may end behind this page or behind an empty one.
			if len(records) > 0 {
				delete(v, "NextShardIterator")
			}
			slices.SortStableFunc(records, func(a, b any) int { return strings.Compare(keysOf(a), keysOf(b)) })
		}
	case []any:
		for i := range v {
			v[i] = plain(v[i], "")
		}
	case string:
		if own[name] || passing[name] {
			return name
		}
		if name == "message" {
			v = quoted.ReplaceAllString(v, "QUOTED")
		}
		return ids.ReplaceAllString(dates.ReplaceAllString(iterators.ReplaceAllString(v, "ITERATOR"), "DATE"), "ID")
	case json.Number:
		if passing[name] {
			return name
		}
	}
	return v
}

// keysOf is the item that a record of a stream is about. Each item's records come in the order of its changes.
func keysOf(record any) string {
	if r, ok := record.(map[string]any); ok {
		if change, ok := r["dynamodb"].(map[string]any); ok {
			return fmt.Sprint(change["Keys"])
		}
	}
	return ""
}

func (a answer) plain() string {
	decoder := json.NewDecoder(bytes.NewReader(a.body))
	decoder.UseNumber()
	var v any
	if err := decoder.Decode(&v); err != nil {
		return string(a.body)
	}
	out, err := json.Marshal(plain(v, ""))
	if err != nil {
		return string(a.body)
	}
	return string(out)
}

// kind is the type of an error.
func (a answer) kind() string {
	var failure struct {
		Type string `json:"__type"`
	}
	if a.status == 200 || json.Unmarshal(a.body, &failure) != nil {
		return ""
	}
	return failure.Type[strings.LastIndexByte(failure.Type, '#')+1:]
}

// judge says what is wrong with the answers of both sides to one request: nothing, or a word and what is alike in all findings of
// that kind.
func judge(r *request, both [2]answer) (fault string) {
	for i, a := range both {
		if a.status >= 500 && !r.head.misencoded() {
			return fmt.Sprintf("%s: %s answers %d", r.operation, sides[i], a.status)
		}
	}
	a, b := both[0], both[1]
	switch {
	case a.status != b.status || a.kind() != b.kind():
		return fmt.Sprintf("%s: %d %s here, %d %s there", r.operation, a.status, a.kind(), b.status, b.kind())
	case bytes.Equal(a.body, b.body) || !r.private() || a.cut() || b.cut() || r.head.lines != nil && a.status == 200:
		return ""
	case a.plain() != b.plain() && a.status == 200:
		return r.operation + ": another answer"
	case a.plain() != b.plain():
		return r.operation + ": another message of " + a.kind()
	}
	return ""
}

// harvest notes what the answers of both sides tell, for requests to come.
func harvest(v any, into map[string]string) {
	switch v := v.(type) {
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if s, ok := v[name].(string); ok && own[name] {
				into["@"+name+"@"] = s
			}
			harvest(v[name], into)
		}
	case []any:
		for _, inner := range v {
			harvest(inner, into)
		}
	}
}
