package main

import (
	"fmt"

	"github.com/anishathalye/porcupine"
)

// kind is what a request does to an item's number.
type kind string

const (
	read   kind = "read"
	put    kind = "put"    // sets it
	remove kind = "delete" // deletes the item
	swap   kind = "swap"   // sets it if it is as wanted
	add    kind = "add"    // adds to it; a missing item has 0
)

// request is what a client asked for.
type request struct {
	kind   kind
	key    int
	wanted int // of a swap
	value  int // of a put, swap or add
}

// answer is what it was told.
type answer struct {
	seen    int  // the number the request met, or, of an add, the number it made
	applied bool // false only of a swap whose condition did not hold
}

// item is the model of one item: a number, or missing.
var item = porcupine.Model{
	Partition: byKey,
	Init:      func() any { return missing },
	Step: func(state, in, out any) (bool, any) {
		return step(state.(int), in.(request), out.(answer))
	},
	DescribeOperation: func(in, out any) string { return fmt.Sprintf("%+v -> %+v", in, out) },
}

// step says whether an item of that number can give the answer, and which number it has then.
func step(state int, in request, out answer) (possible bool, next int) {
	switch in.kind {
	case read:
		return out.seen == state, state
	case put:
		return out.seen == state, in.value
	case remove:
		return out.seen == state, missing
	case swap:
		if !out.applied {
			return out.seen == state && state != in.wanted, state
		}
		return out.seen == state && state == in.wanted, in.value
	default:
		next = in.value
		if state != missing {
			next += state
		}
		return out.seen == next, next
	}
}

// byKey splits a history into those of its items.
func byKey(history []porcupine.Operation) [][]porcupine.Operation {
	of := map[int][]porcupine.Operation{}
	for _, op := range history {
		key := op.Input.(request).key
		of[key] = append(of[key], op)
	}
	var all [][]porcupine.Operation
	for _, ops := range of {
		all = append(all, ops)
	}
	return all
}
