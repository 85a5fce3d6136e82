package main

import (
	"strings"
	"testing"
	"time"

	"github.com/anishathalye/porcupine"
)

// A short trial on both databases; `make contention` is the long one.
func TestContention(t *testing.T) {
	var out strings.Builder
	err := run(options{db: "both", servers: 2, clients: 8, auditors: 2, moving: time.Second, operations: 1600}, &out)
	if err != nil {
		t.Error(err)
	}
	t.Log(out.String())
}

// What the model must tell apart: a checker that accepts everything would find nothing.
func TestModel(t *testing.T) {
	// at is an operation on item 1 that took from call to ret.
	at := func(call, ret int64, in request, seen int, applied bool) porcupine.Operation {
		in.key = 1
		return porcupine.Operation{Input: in, Call: call, Output: answer{seen: seen, applied: applied}, Return: ret}
	}
	reads, puts := request{kind: read}, func(n int) request { return request{kind: put, value: n} }
	swaps := func(wanted, n int) request { return request{kind: swap, wanted: wanted, value: n} }
	adds := func(n int) request { return request{kind: add, value: n} }
	for _, c := range []struct {
		name    string
		history []porcupine.Operation
		fine    bool
	}{
		{"a read sees the write before it", []porcupine.Operation{at(1, 2, puts(5), missing, true), at(3, 4, reads, 5, true)}, true},
		{"a read beside a write sees it or not", []porcupine.Operation{at(1, 9, puts(5), missing, true), at(2, 3, reads, missing, true), at(4, 5, reads, 5, true)}, true},
		{"a stale read", []porcupine.Operation{at(1, 2, puts(5), missing, true), at(3, 4, reads, missing, true)}, false},
		{"a read goes back behind another", []porcupine.Operation{at(1, 9, puts(5), missing, true), at(2, 3, reads, 5, true), at(4, 5, reads, missing, true)}, false},
		{"a read of what nobody wrote", []porcupine.Operation{at(1, 2, reads, 7, true)}, false},
		{"a deleted item is missing", []porcupine.Operation{at(1, 2, puts(5), missing, true), at(3, 4, request{kind: remove}, 5, true), at(5, 6, reads, missing, true)}, true},
		{"two conditions hold on one number", []porcupine.Operation{at(1, 2, puts(5), missing, true), at(3, 9, swaps(5, 6), 5, true), at(3, 9, swaps(5, 7), 5, true)}, false},
		{"one of two conditions holds", []porcupine.Operation{at(1, 2, puts(5), missing, true), at(3, 9, swaps(5, 6), 5, true), at(3, 9, swaps(5, 7), 6, false)}, true},
		{"a condition that would have held", []porcupine.Operation{at(1, 2, puts(5), missing, true), at(3, 4, swaps(5, 6), 5, false)}, false},
		{"two additions that both count", []porcupine.Operation{at(1, 9, adds(2), 5, true), at(1, 9, adds(3), 3, true)}, true},
		{"an addition that is lost", []porcupine.Operation{at(1, 9, adds(2), 2, true), at(1, 9, adds(3), 3, true)}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := porcupine.CheckOperations(item, c.history); got != c.fine {
				t.Errorf("linearizable: %t", got)
			}
		})
	}
}
