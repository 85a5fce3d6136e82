package main

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// table is a table that is measured.
type table struct {
	name string
	// definition is the CreateTable request.
	definition func(shape) string
	item       itemFunc
}

const (
	itemTable   = "bench-items"
	sortedTable = "bench-sorted"
	loadsTable  = "bench-loads"
)

var (
	// pointItems has a partition key only: point reads and writes.
	pointItems = &table{itemTable, itemDefinition, (*generator).appendItem}
	// sortedItems has partitions of perPartition items, and a global index with groups of perGroup.
	sortedItems = &table{sortedTable, func(shape) string { return sortedDefinition }, (*generator).appendSortedItem}
)

const sortedDefinition = `{"TableName":"` + sortedTable + `","BillingMode":"PAY_PER_REQUEST",
	"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"},{"AttributeName":"grp","AttributeType":"S"},{"AttributeName":"score","AttributeType":"N"}],
	"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
	"GlobalSecondaryIndexes":[{"IndexName":"by-group","KeySchema":[{"AttributeName":"grp","KeyType":"HASH"},{"AttributeName":"score","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"}}]}`

// itemDefinition has an index for each attribute that moves.
func itemDefinition(sh shape) string {
	attributes, indexes := []string{`{"AttributeName":"pk","AttributeType":"S"}`}, []string{}
	for i := range sh.indexes {
		attribute := "moving" + strconv.Itoa(i)
		attributes = append(attributes, `{"AttributeName":"`+attribute+`","AttributeType":"S"}`)
		indexes = append(indexes, `{"IndexName":"by-`+attribute+`","KeySchema":[{"AttributeName":"`+attribute+`","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}`)
	}
	text := `{"TableName":"` + itemTable + `","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
		"AttributeDefinitions":[` + strings.Join(attributes, ",") + `]`
	if len(indexes) > 0 {
		text += `,"GlobalSecondaryIndexes":[` + strings.Join(indexes, ",") + `]`
	}
	return text + "}"
}

// load makes tables anew and fills each with items. With keep, tables that were filled so by an earlier run are taken as they are.
func load(s side, sh shape, keep bool, tables ...*table) error {
	for _, t := range tables {
		if err := loadTable(s, sh, keep, t); err != nil {
			return err
		}
	}
	return nil
}

func loadTable(s side, sh shape, keep bool, t *table) error {
	known := false
	err := s.with(func(c *client) error {
		if known = keep && loadedAs(c, s, t.name) == sh.String(); known {
			return nil
		}
		return makeAnew(c, s, t.name, t.definition(sh))
	})
	if known || err != nil {
		return err
	}
	if err := fill(s, sh, filling{table: t.name, count: sh.items, item: t.item}); err != nil || !keep {
		return err
	}
	// A connection that had waited for the end of a long fill would have been closed.
	return s.with(func(c *client) error { return noteLoad(c, s, t.name, sh) })
}

// with does work over a connection of its own.
func (s side) with(work func(*client) error) error {
	c, err := s.dial()
	if err != nil {
		return err
	}
	defer c.close()
	return work(c)
}

func (s shape) String() string {
	return fmt.Sprintf("%d of %d bytes, %d indexes", s.items, s.size, s.indexes)
}

// makeAnew deletes a table, if there is one, and creates it.
func makeAnew(c *client, s side, name, definition string) error {
	err := c.do(prefix(s.address, "DeleteTable"), []byte(`{"TableName":"`+name+`"}`))
	if err != nil && !bytes.Contains(c.body, []byte("ResourceNotFoundException")) {
		return fmt.Errorf("delete %s: %w", name, err)
	}
	for err == nil { // until it is gone
		err = c.do(prefix(s.address, "DescribeTable"), []byte(`{"TableName":"`+name+`"}`))
	}
	if err := c.do(prefix(s.address, "CreateTable"), []byte(definition)); err != nil {
		return fmt.Errorf("create %s: %w", name, err)
	}
	var made struct{ Table struct{ TableStatus string } }
	for made.Table.TableStatus != "ACTIVE" {
		if err := c.ask(prefix(s.address, "DescribeTable"), `{"TableName":"`+name+`"}`, &made); err != nil {
			return fmt.Errorf("describe %s: %w", name, err)
		}
	}
	return nil
}

// loadedAs is what an earlier run noted about a table, empty if there is no note.
func loadedAs(c *client, s side, name string) string {
	var note struct {
		Item struct{ Shape struct{ S string } }
	}
	// A database that has never been used has no notes to read.
	_ = c.ask(prefix(s.address, "GetItem"), `{"TableName":"`+loadsTable+`","Key":{"pk":{"S":"`+name+`"}}}`, &note)
	return note.Item.Shape.S
}

// noteLoad notes how a table was filled, for later runs.
func noteLoad(c *client, s side, name string, sh shape) error {
	err := c.do(prefix(s.address, "CreateTable"), []byte(`{"TableName":"`+loadsTable+`","BillingMode":"PAY_PER_REQUEST",
		"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}`))
	if err != nil && !bytes.Contains(c.body, []byte("ResourceInUseException")) {
		return fmt.Errorf("create %s: %w", loadsTable, err)
	}
	return c.do(prefix(s.address, "PutItem"), []byte(`{"TableName":"`+loadsTable+`","Item":{"pk":{"S":"`+name+`"},"Shape":{"S":"`+sh.String()+`"}}}`))
}
