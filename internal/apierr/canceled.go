package apierr

import (
	"strings"

	"github.com/ddbsql/ddbsql/internal/wire"
)

// Codes of the reasons for which a transaction is cancelled.
const (
	ReasonNone      = "None" // this action did not fail
	ReasonCondition = "ConditionalCheckFailed"
	ReasonInvalid   = "ValidationError"
	ReasonConflict  = "TransactionConflict"

	// Those of statements only.
	ReasonDuplicate      = "DuplicateItem"
	ReasonNoTable        = "ResourceNotFound"
	ReasonCollectionSize = "ItemCollectionSizeLimitExceeded"
)

// Reason says what became of one action of a cancelled transaction.
type Reason struct {
	Code    string
	Message string // empty for ReasonNone
	// Item is what a failed condition looked at, in wire form, when the action asked for it; nil otherwise.
	Item []byte
}

// Canceled is the refusal of a transaction; reasons are aligned with its actions.
func Canceled(reasons []Reason) *Error {
	codes := make([]string, len(reasons))
	for i := range reasons {
		codes[i] = reasons[i].Code
	}
	return &Error{
		Code:    TransactionCanceled,
		Message: "Transaction cancelled, please refer cancellation reasons for specific reasons [" + strings.Join(codes, ", ") + "]",
		Reasons: reasons,
	}
}

// CanceledBy is the refusal of a transaction of n actions because one of them is not valid.
func CanceledBy(n, action int, err *Error) *Error {
	reasons := make([]Reason, n)
	for i := range reasons {
		reasons[i].Code = ReasonNone
	}
	reasons[action] = Reason{Code: ReasonInvalid, Message: err.Message}
	return Canceled(reasons)
}

func appendReasons(dst []byte, reasons []Reason) []byte {
	dst = append(dst, `,"CancellationReasons":[`...)
	for i := range reasons {
		r := &reasons[i]
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = wire.AppendString(append(dst, `{"Code":`...), r.Code)
		if r.Message != "" {
			dst = wire.AppendString(append(dst, `,"Message":`...), r.Message)
		}
		if r.Item != nil {
			dst = append(append(dst, `,"Item":`...), r.Item...)
		}
		dst = append(dst, '}')
	}
	return append(dst, ']')
}
