package main

import (
	"bytes"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
)

// loaders is how many connections fill a table.
const loaders = 16

// filling says what a table is filled with.
type filling struct {
	table string
	count int
	item  itemFunc
	id    func(i int) int // of the i-th item; nil: i itself
}

// fill puts items by batches, over several connections.
func fill(s side, sh shape, f filling) error {
	var next atomic.Int64
	errs := make([]error, loaders)
	var wg sync.WaitGroup
	for i := range loaders {
		wg.Go(func() { errs[i] = f.work(s, newGenerator(42+uint64(i), sh), &next) })
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("fill %s: %w", f.table, err)
	}
	return nil
}

// work is what one connection puts: the next batch, until there is none.
func (f filling) work(s side, g *generator, next *atomic.Int64) error {
	c, err := s.dial()
	if err != nil {
		return err
	}
	defer c.close()
	head := prefix(s.address, "BatchWriteItem")
	var body []byte
	var ids []int
	for {
		first := int(next.Add(writeBatch)) - writeBatch
		if first >= f.count {
			return nil
		}
		ids = ids[:0]
		for i := first; i < min(first+writeBatch, f.count); i++ {
			ids = append(ids, f.at(i))
		}
		body = appendBatch(body[:0], g, f.table, ids, f.item)
		if err := c.do(head, body); err != nil {
			return err
		}
		if bytes.Contains(c.body, []byte(`"UnprocessedItems":{"`)) {
			return errors.New("the server left items of a batch unprocessed")
		}
	}
}

func (f filling) at(i int) int {
	if f.id == nil {
		return i
	}
	return f.id(i)
}
