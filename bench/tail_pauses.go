package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"
)

// Sizes and times of what is done in the background.
const (
	checkpointTime = 30 * time.Second // of puts, each of which ends up in the file sooner or later
	quietTime      = 5 * time.Second
	expiredItems   = 100_000
	streamItems    = 100_000
	trimRetention  = 10 * time.Second // of streams
	backfillLimit  = 30 * time.Minute
	streamTable    = "bench-stream"
	deletedItems   = 200_000
	deletedTable   = "bench-deleted"
	deletionTime   = 15 * time.Second // that what is left of a deleted table is given to go
)

// The loads during which pauses are looked for, far below what the server can do: nobody waits for anybody else's request.
var (
	putLoad    = steady{connections: 32, rate: 3000, kinds: []kind{{"PutItem", putBody}}}
	othersLoad = steady{connections: 16, rate: 1000, kinds: []kind{{"GetItem", getBody}, {"PutItem", putBody}, {"UpdateItem", updateBody}, {"GetItem", getBody}}}
)

// pause is work that others must not wait for.
type pause struct {
	name    string
	limit   float64 // ms
	load    steady
	prepare func(s side) error                           // nil for nothing
	work    func(address string) (did string, err error) // done under the load
}

// pauses are what is measured, in this order. The first one is there to be compared with: the machine's own pauses.
func pauses(o options) []pause {
	others, puts := othersLoad, putLoad
	others.items, puts.items = o.Items, o.Items
	return []pause{
		{"nothing", 0, others, nil, func(string) (string, error) { time.Sleep(quietTime); return "", nil }},
		{"checkpoints", longestPause, puts, nil, func(string) (string, error) { time.Sleep(checkpointTime); return "", nil }},
		{"a sweep", longestPause, others, fillExpired, sweepAll},
		{"a trim", longestPause, others, fillStream, trimAll},
		{"a backfill", longestPause, others, nil, backfillAll},
		{"the deletion of a table", longestPause, others, fillDeleted, deleteTable},
	}
}

// measure does the work under its load and judges the longest time without an answer; the slowest answer is there to be compared with.
func (p pause) measure(s *subject) ([]verdict, error) {
	if p.prepare != nil {
		if err := p.prepare(s.side); err != nil {
			return nil, err
		}
	}
	var did string
	answers, err := p.load.ask(s.side, 1, func() (err error) {
		did, err = p.work(s.address)
		return err
	})
	if err != nil {
		return nil, err
	}
	ms := func(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
	latencies := sortedLatencies(answers)
	return []verdict{
		{What: "longest time without an answer during " + p.name, Figure: ms(longestGap(answers)), Limit: p.limit, Unit: "ms", Detail: did},
		{What: "slowest answer during " + p.name, Figure: ms(quantile(latencies, 1)), Unit: "ms", Detail: percentiles(latencies)},
	}, nil
}

// longestGap is the longest time between an answer and the next, by whatever connections.
func longestGap(answers []answer) time.Duration {
	times := make([]time.Duration, len(answers))
	for i, a := range answers {
		times[i] = a.at
	}
	slices.Sort(times)
	var longest time.Duration
	for i := 1; i < len(times); i++ {
		longest = max(longest, times[i]-times[i-1])
	}
	return longest
}

// fillExpired makes a table full of items that have expired.
func fillExpired(s side) error {
	if err := makeExpiring(s); err != nil {
		return err
	}
	expired := time.Now().Unix() + past
	return fill(s, sweepShape, filling{table: sweepTable, count: expiredItems, item: expiringItem(expired)})
}

func sweepAll(address string) (string, error) {
	var did struct{ Items int }
	err := act(address, "ttl/sweep", &did)
	return fmt.Sprintf("%d items expired", did.Items), err
}

// fillStream makes a table with a stream, whose records are then older than they are kept.
func fillStream(s side) error {
	err := fillTable(s, streamTable, streamItems, `,"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}`)
	if err == nil {
		time.Sleep(trimRetention)
	}
	return err
}

// fillDeleted makes the table that is deleted.
func fillDeleted(s side) error { return fillTable(s, deletedTable, deletedItems, "") }

// fillTable makes a table of ordinary items; more goes to the end of its definition.
func fillTable(s side, name string, items int, more string) error {
	table := `{"TableName":"` + name + `",` + strings.TrimPrefix(strings.TrimSuffix(itemDefinition(shape{}), "}"), `{"TableName":"`+itemTable+`",`) + more + `}`
	c, err := s.dial()
	if err != nil {
		return err
	}
	defer c.close()
	if err := c.do(prefix(s.address, "CreateTable"), []byte(table)); err != nil {
		return err
	}
	return fill(s, ordinary(items), filling{table: name, count: items, item: (*generator).appendItem})
}

// deleteTable deletes the table, and gives the server time to remove what it has left for later.
func deleteTable(address string) (string, error) {
	c, err := dial(address)
	if err != nil {
		return "", err
	}
	defer c.close()
	began := time.Now()
	if err := c.do(prefix(address, "DeleteTable"), []byte(`{"TableName":"`+deletedTable+`"}`)); err != nil {
		return "", err
	}
	answered := time.Since(began)
	time.Sleep(deletionTime)
	return fmt.Sprintf("%d items, answered after %d ms", deletedItems, answered.Milliseconds()), nil
}

func trimAll(address string) (string, error) {
	var did struct{ Records int }
	err := act(address, "streams/trim", &did)
	return fmt.Sprintf("%d records trimmed", did.Records), err
}

// act asks for an act of administration.
func act(address, name string, into any) error {
	resp, err := http.Post("http://"+address+"/_ddbsql/"+name, "application/json", nil)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(body, into); err != nil || resp.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", name, bytes.TrimSpace(body))
	}
	return nil
}

// backfillAll adds an index to the table that others use, and waits until it can be read.
func backfillAll(address string) (string, error) {
	c, err := dial(address)
	if err != nil {
		return "", err
	}
	defer c.close()
	began := time.Now()
	if err := c.do(prefix(address, "UpdateTable"), []byte(`{"TableName":"`+itemTable+`","AttributeDefinitions":[{"AttributeName":"version","AttributeType":"N"}],
		"GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"by-version","KeySchema":[{"AttributeName":"version","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}}]}`)); err != nil {
		return "", err
	}
	for time.Since(began) < backfillLimit {
		var found struct {
			Table struct {
				GlobalSecondaryIndexes []struct{ IndexStatus string }
			}
		}
		if err := c.ask(prefix(address, "DescribeTable"), `{"TableName":"`+itemTable+`"}`, &found); err != nil {
			return "", err
		}
		if indexes := found.Table.GlobalSecondaryIndexes; len(indexes) == 1 && indexes[0].IndexStatus == "ACTIVE" {
			return fmt.Sprintf("%.1f s until the index was active", time.Since(began).Seconds()), nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return "", fmt.Errorf("the index is not active after %s", backfillLimit)
}
