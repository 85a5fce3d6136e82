package engine

import (
	"errors"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/apierr"
)

func TestCancelledTransactionsSayWhy(t *testing.T) {
	for _, c := range []struct {
		name    string
		results []backends.WriteResult
		want    string
	}{
		{"nothing failed", []backends.WriteResult{{OldSize: 1}, {Replayed: true}}, ""},
		{"a condition", []backends.WriteResult{{}, {ConditionFailed: true}}, "None; ConditionalCheckFailed: The conditional request failed"},
		{"a condition that shows its item", []backends.WriteResult{{ConditionFailed: true, Old: []byte(`{"p":{"S":"\u0001\u0001"}}`)}},
			`ConditionalCheckFailed: The conditional request failed: {"p":{"S":"\u0000"}}`},
		{"the image of an action that did not fail is not shown", []backends.WriteResult{{Old: []byte(`{}`)}, {ConditionFailed: true}},
			"None; ConditionalCheckFailed: The conditional request failed"},
		{"a conflict", []backends.WriteResult{{Conflict: true}, {}}, "TransactionConflict: Transaction is ongoing for the item; None"},
		{"what the data refuses", []backends.WriteResult{{Refusal: &backends.Refusal{Code: backends.RefusedItemSize}}, {ConditionFailed: true}},
			"ValidationError: Item size to update has exceeded the maximum allowed size; ConditionalCheckFailed: The conditional request failed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := reasonsOf(cancellation(reasonsFor(c.results))); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func reasonsOf(err error) string {
	var refused *apierr.Error
	if !errors.As(err, &refused) {
		return ""
	}
	var parts []string
	for _, r := range refused.Reasons {
		text := r.Code
		if r.Message != "" {
			text += ": " + r.Message
		}
		if r.Item != nil {
			text += ": " + string(r.Item)
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}

// A conflict that the backend cannot lay to one item, after its retries, is still no fault of the server.
func TestConflictsOfAWholeTransaction(t *testing.T) {
	err := transactionError(&backends.Error{Code: backends.CodeConflict, Op: "write"}, 2)
	if got := asAPIError(err); got.Status() != 400 || got.Code != apierr.TransactionCanceled {
		t.Errorf("got %v with status %d", got, got.Status())
	}
	if got, want := reasonsOf(err), "TransactionConflict: Transaction is ongoing for the item; TransactionConflict: Transaction is ongoing for the item"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	other := &backends.Error{Code: backends.CodeUnavailable}
	if transactionError(other, 2) != error(other) {
		t.Error("another error became a conflict")
	}
}
