package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
)

const (
	table = "overload"
	// partitionKeys is how many items a partition has.
	partitionKeys = 6
)

// payload makes items of a KB.
var payload = strings.Repeat("payload ", 120)

// partition is written and read by one client at a time, which hands it on with what must be there.
type partition struct {
	*client // that has it now
	name    string
	last    int // the last version that was given out; none is used twice
	// versions are those of the last acknowledged writes, 0 for none. unsure are those of writes whose answers were lost.
	versions [partitionKeys]int
	unsure   [partitionKeys][]int
}

func newPartition(id int) *partition { return &partition{name: "partition-" + strconv.Itoa(id)} }

// fill writes all items.
func (p *partition) fill() (accepted bool, err error) {
	for k := range partitionKeys {
		if accepted, err = p.put(k); !accepted || err != nil {
			return accepted, err
		}
	}
	return true, nil
}

// ask sends a request of a random kind. It tells whether the server carried it out; an error is an answer that is wrong.
func (p *partition) ask() (accepted bool, err error) {
	switch k := rand.IntN(partitionKeys); rand.IntN(10) {
	case 0, 1, 2, 3:
		return p.put(k)
	case 4:
		return p.query()
	default:
		return p.get(k)
	}
}

func (p *partition) put(k int) (accepted bool, err error) {
	p.last++
	version := p.last
	accepted, err = p.send("PutItem", fmt.Sprintf(`{"TableName":%q,"Item":{"pk":{"S":%q},"sk":{"N":"%d"},"version":{"N":"%d"},"payload":{"S":%q}}}`,
		table, p.name, k, version, payload))
	switch {
	case accepted:
		p.versions[k], p.unsure[k] = version, nil
	case p.conn == nil: // nobody knows
		p.unsure[k] = append(p.unsure[k], version)
	}
	return accepted, err
}

// item is what is stored, of which the payload is not looked at.
type item struct {
	SK      struct{ N string } `json:"sk"`
	Version struct{ N string } `json:"version"`
}

func (p *partition) get(k int) (accepted bool, err error) {
	accepted, err = p.send("GetItem", fmt.Sprintf(`{"TableName":%q,"ConsistentRead":true,"Key":{"pk":{"S":%q},"sk":{"N":"%d"}}}`, table, p.name, k))
	if !accepted {
		return accepted, err
	}
	var found struct{ Item *item }
	if err := json.Unmarshal(p.body.Bytes(), &found); err != nil {
		return true, err
	}
	return true, p.judge(k, found.Item)
}

// query reads the whole partition.
func (p *partition) query() (accepted bool, err error) {
	accepted, err = p.send("Query", fmt.Sprintf(`{"TableName":%q,"ConsistentRead":true,"KeyConditionExpression":"pk = :pk","ExpressionAttributeValues":{":pk":{"S":%q}}}`,
		table, p.name))
	if !accepted {
		return accepted, err
	}
	var found struct{ Items []item }
	if err := json.Unmarshal(p.body.Bytes(), &found); err != nil {
		return true, err
	}
	var items [partitionKeys]*item
	for i := range found.Items {
		k, err := strconv.Atoi(found.Items[i].SK.N)
		if err != nil {
			return true, err
		}
		items[k] = &found.Items[i]
	}
	for k := range items {
		if err := p.judge(k, items[k]); err != nil {
			return true, err
		}
	}
	return true, nil
}

// judge compares what is stored under a key with what was acknowledged. A write whose answer was lost may have happened, or not yet.
func (p *partition) judge(k int, found *item) error {
	version := 0
	if found != nil {
		var err error
		if version, err = strconv.Atoi(found.Version.N); err != nil {
			return err
		}
	}
	if version == p.versions[k] {
		return nil
	}
	for _, possible := range p.unsure[k] {
		if version == possible {
			return nil
		}
	}
	return fmt.Errorf("%s has version %d of item %d, acknowledged was %d", p.name, version, k, p.versions[k])
}

// send tells whether the server carried a request out; that it throttles is no error, and neither is a lost connection.
func (p *partition) send(operation, body string) (accepted bool, err error) {
	err = p.do(operation, body)
	var refused *refusal
	switch {
	case err == nil:
		return true, nil
	case !errors.As(err, &refused), refused.kind == "ThrottlingException":
		return false, nil
	default:
		return false, fmt.Errorf("%s: %w", operation, err)
	}
}
