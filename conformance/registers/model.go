// Package registers reads and writes items that are a number each, in all the ways that the operations on one item offer, and judges by a
// model whether what clients were told can have been so.
package registers

import (
	"fmt"

	"github.com/anishathalye/porcupine"
)

// Kind is what a request does to an item's number.
type Kind string

const (
	Read   Kind = "read"
	Put    Kind = "put"    // sets it
	Remove Kind = "delete" // deletes the item
	Swap   Kind = "swap"   // sets it if it is as wanted
	Add    Kind = "add"    // adds to it; a missing item has 0
)

// Request is what a client asked for.
type Request struct {
	Kind   Kind
	Key    int
	Wanted int // of a swap
	Value  int // of a put, swap or add
}

// Answer is what it was told.
type Answer struct {
	Unknown bool // nothing: the request may have happened at any time since, or not at all
	Seen    int  // the number the request met, or, of an add, the number it made
	Applied bool // false only of a swap whose condition did not hold
}

// Model is the model of one item: a number, or missing.
var Model = porcupine.Model{
	Partition: byKey,
	Init:      func() any { return Missing },
	Step: func(state, in, out any) (bool, any) {
		return Step(state.(int), in.(Request), out.(Answer))
	},
	DescribeOperation: func(in, out any) string { return fmt.Sprintf("%+v -> %+v", in, out) },
}

// Step says whether an item of that number can give the answer, and which number it has then. What is known of an unanswered request is only
// what it does when it happens; that it never does is that it happens after all others.
func Step(state int, in Request, out Answer) (possible bool, next int) {
	if out.Unknown {
		return true, after(state, in)
	}
	switch in.Kind {
	case Read:
		return out.Seen == state, state
	case Put:
		return out.Seen == state, in.Value
	case Remove:
		return out.Seen == state, Missing
	case Swap:
		if !out.Applied {
			return out.Seen == state && state != in.Wanted, state
		}
		return out.Seen == state && state == in.Wanted, in.Value
	default:
		next = after(state, in)
		return out.Seen == next, next
	}
}

// after is the number that an item of that number has after the request.
func after(state int, in Request) int {
	switch {
	case in.Kind == Put, in.Kind == Swap && state == in.Wanted, in.Kind == Add && state == Missing:
		return in.Value
	case in.Kind == Remove:
		return Missing
	case in.Kind == Add:
		return state + in.Value
	}
	return state
}

// byKey splits a history into those of its items.
func byKey(history []porcupine.Operation) [][]porcupine.Operation {
	of := map[int][]porcupine.Operation{}
	for _, op := range history {
		key := op.Input.(Request).Key
		of[key] = append(of[key], op)
	}
	var all [][]porcupine.Operation
	for _, ops := range of {
		all = append(all, ops)
	}
	return all
}
