package registers

import (
	"math"
	"testing"

	"github.com/anishathalye/porcupine"
)

// What the model must tell apart: a checker that accepts everything would find nothing.
func TestModel(t *testing.T) {
	// at is an operation on item 1 that took from call to ret.
	at := func(call, ret int64, in Request, seen int, applied bool) porcupine.Operation {
		in.Key = 1
		return porcupine.Operation{Input: in, Call: call, Output: Answer{Seen: seen, Applied: applied}, Return: ret}
	}
	reads, puts := Request{Kind: Read}, func(n int) Request { return Request{Kind: Put, Value: n} }
	swaps := func(wanted, n int) Request { return Request{Kind: Swap, Wanted: wanted, Value: n} }
	adds := func(n int) Request { return Request{Kind: Add, Value: n} }
	// lost is a request without an answer.
	lost := func(call int64, in Request) porcupine.Operation {
		in.Key = 1
		return porcupine.Operation{Input: in, Call: call, Output: Answer{Unknown: true}, Return: math.MaxInt64}
	}
	for _, c := range []struct {
		name    string
		history []porcupine.Operation
		fine    bool
	}{
		{"a read sees the write before it", []porcupine.Operation{at(1, 2, puts(5), Missing, true), at(3, 4, reads, 5, true)}, true},
		{"a read beside a write sees it or not", []porcupine.Operation{at(1, 9, puts(5), Missing, true), at(2, 3, reads, Missing, true), at(4, 5, reads, 5, true)}, true},
		{"a stale read", []porcupine.Operation{at(1, 2, puts(5), Missing, true), at(3, 4, reads, Missing, true)}, false},
		{"a read goes back behind another", []porcupine.Operation{at(1, 9, puts(5), Missing, true), at(2, 3, reads, 5, true), at(4, 5, reads, Missing, true)}, false},
		{"a read of what nobody wrote", []porcupine.Operation{at(1, 2, reads, 7, true)}, false},
		{"a deleted item is missing", []porcupine.Operation{at(1, 2, puts(5), Missing, true), at(3, 4, Request{Kind: Remove}, 5, true), at(5, 6, reads, Missing, true)}, true},
		{"two conditions hold on one number", []porcupine.Operation{at(1, 2, puts(5), Missing, true), at(3, 9, swaps(5, 6), 5, true), at(3, 9, swaps(5, 7), 5, true)}, false},
		{"one of two conditions holds", []porcupine.Operation{at(1, 2, puts(5), Missing, true), at(3, 9, swaps(5, 6), 5, true), at(3, 9, swaps(5, 7), 6, false)}, true},
		{"a condition that would have held", []porcupine.Operation{at(1, 2, puts(5), Missing, true), at(3, 4, swaps(5, 6), 5, false)}, false},
		{"two additions that both count", []porcupine.Operation{at(1, 9, adds(2), 5, true), at(1, 9, adds(3), 3, true)}, true},
		{"an addition that is lost", []porcupine.Operation{at(1, 9, adds(2), 2, true), at(1, 9, adds(3), 3, true)}, false},
		{"an unanswered write that happened later", []porcupine.Operation{lost(1, puts(5)), at(2, 3, puts(6), Missing, true), at(4, 5, reads, 6, true), at(6, 7, reads, 5, true)}, true},
		{"an unanswered write that did not happen", []porcupine.Operation{lost(1, puts(5)), at(2, 3, reads, Missing, true)}, true},
		{"an unanswered write that happened twice", []porcupine.Operation{lost(1, puts(5)), at(2, 3, reads, 5, true), at(4, 5, puts(6), 5, true), at(6, 7, reads, 5, true)}, false},
		{"an unanswered addition that happened twice", []porcupine.Operation{lost(1, adds(2)), at(2, 3, reads, 4, true)}, false},
		{"an unanswered write seen before it was sent", []porcupine.Operation{at(1, 2, reads, 5, true), lost(3, puts(5))}, false},
		{"an unanswered condition that did not hold", []porcupine.Operation{lost(1, swaps(4, 5)), at(2, 3, reads, 5, true)}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := porcupine.CheckOperations(Model, c.history); got != c.fine {
				t.Errorf("linearizable: %t", got)
			}
		})
	}
}
