package main

import (
	"bytes"
	"fmt"
)

// tables are the CreateTable requests of what is measured.
var tables = []string{
	`{"TableName":"` + itemTable + `","BillingMode":"PAY_PER_REQUEST",
		"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}`,
	`{"TableName":"` + sortedTable + `","BillingMode":"PAY_PER_REQUEST",
		"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"},{"AttributeName":"grp","AttributeType":"S"},{"AttributeName":"score","AttributeType":"N"}],
		"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
		"GlobalSecondaryIndexes":[{"IndexName":"by-group","KeySchema":[{"AttributeName":"grp","KeyType":"HASH"},{"AttributeName":"score","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"}}]}`,
}

// load makes the tables anew and fills each with items.
func load(address string, items int) error {
	c, err := dial(address)
	if err != nil {
		return err
	}
	defer c.close()
	for _, name := range []string{itemTable, sortedTable} {
		err := c.do(prefix(address, "DeleteTable"), []byte(`{"TableName":"`+name+`"}`))
		if err != nil && !bytes.Contains(c.body, []byte("ResourceNotFoundException")) {
			return fmt.Errorf("delete %s: %w", name, err)
		}
	}
	for _, table := range tables {
		if err := c.do(prefix(address, "CreateTable"), []byte(table)); err != nil {
			return fmt.Errorf("create table: %w", err)
		}
	}
	g := newGenerator(42, items)
	if err := fillTable(c, address, itemTable, items, g.appendItem); err != nil {
		return err
	}
	return fillTable(c, address, sortedTable, items, g.appendSortedItem)
}

func fillTable(c *client, address, table string, items int, item func([]byte, int) []byte) error {
	head := prefix(address, "BatchWriteItem")
	var body []byte
	for first := 0; first < items; first += batchSize {
		var ids []int
		for id := first; id < min(first+batchSize, items); id++ {
			ids = append(ids, id)
		}
		body = appendBatch(body[:0], table, ids, item)
		if err := c.do(head, body); err != nil {
			return fmt.Errorf("fill %s: %w", table, err)
		}
	}
	return nil
}
