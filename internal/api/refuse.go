package api

import "github.com/ddbsql/ddbsql/internal/apierr"

// layer is the validation layer that reads the operation's requests.
func (op *Operation) layer() layer {
	older := op.rules.older || olderValidation.Load()
	return layer{older: older, envelope: op.rules.envelope && !older}
}

// Refuse makes a ValidationException in the form that the operation's validation layer gives to what is wrong with
// expressions, for the rooms that find it after Decode.
func (op *Operation) Refuse(message string) *apierr.Error { return op.layer().refuse(message) }
