package apierr

import "github.com/ddbsql/ddbsql/internal/wire"

// AppendJSON appends the body the service sends for e: its type, its message if it has one, the rejected item if
// the request asked for it, and the reasons of a cancelled transaction. The cause is never part of it.
func (e *Error) AppendJSON(dst []byte) []byte {
	dst = append(dst, `{"__type":`...)
	dst = wire.AppendString(dst, e.Type())
	if e.Message != "" {
		dst = append(dst, ',', '"')
		dst = append(dst, e.messageMember()...)
		dst = append(dst, '"', ':')
		dst = wire.AppendString(dst, e.Message)
	}
	if e.Item != nil {
		dst = append(dst, `,"Item":`...)
		dst = append(dst, e.Item...)
	}
	if e.Reasons != nil {
		dst = appendReasons(dst, e.Reasons)
	}
	return append(dst, '}')
}

// messageMember is the name of the member that holds the text. The layers of the service disagree: those that read
// and authorize a request write it with a capital, and so do transactions.
func (e *Error) messageMember() string {
	if e.Capital {
		return "Message"
	}
	switch e.Code {
	case Serialization, AccessDenied, TransactionCanceled, TransactionInProgress, IdempotentMismatch:
		return "Message"
	default:
		return "message"
	}
}
