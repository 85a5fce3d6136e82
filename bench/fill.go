package main

import (
	"fmt"
	"sync"
)

// fillConnections is how many connections fill a large table.
const fillConnections = 8

// fillFast fills a table with items over several connections, each with a generator of its own.
func fillFast(address, table string, items int, item func(g *generator, dst []byte, id int) []byte) error {
	errs := make([]error, fillConnections)
	var wg sync.WaitGroup
	for i := range errs {
		wg.Go(func() { errs[i] = fillShare(address, table, i, items, item) })
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return fmt.Errorf("fill %s: %w", table, err)
		}
	}
	return nil
}

// fillShare puts one connection's share of the items: every so many-th batch.
func fillShare(address, table string, share, items int, item func(g *generator, dst []byte, id int) []byte) error {
	c, err := dial(address)
	if err != nil {
		return err
	}
	defer c.close()
	g := newGenerator(uint64(share), items)
	one := func(dst []byte, id int) []byte { return item(g, dst, id) }
	head := prefix(address, "BatchWriteItem")
	var body []byte
	var ids []int
	for first := share * batchSize; first < items; first += fillConnections * batchSize {
		ids = ids[:0]
		for id := first; id < min(first+batchSize, items); id++ {
			ids = append(ids, id)
		}
		body = appendBatch(body[:0], table, ids, one)
		if err := c.do(head, body); err != nil {
			return err
		}
	}
	return nil
}

// makeTables sends CreateTable requests.
func makeTables(address string, requests ...string) error {
	c, err := dial(address)
	if err != nil {
		return err
	}
	defer c.close()
	for _, r := range requests {
		if err := c.do(prefix(address, "CreateTable"), []byte(r)); err != nil {
			return fmt.Errorf("create table: %w", err)
		}
	}
	return nil
}
