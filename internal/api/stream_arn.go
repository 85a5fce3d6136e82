package api

import (
	"strings"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// ParseStreamARN reads the address of a stream, arn:<partition>:dynamodb:<region>:<account>:table/<name>/stream/<label>.
func ParseStreamARN(text string) (table, label string, ok bool) {
	arn, ok := ParseARN(text)
	if !ok || !IsTableName(arn.Table) {
		return "", "", false
	}
	label, ok = strings.CutPrefix(arn.Within, "/stream/")
	return arn.Table, label, ok && label != ""
}

// checkStreamARN refuses what cannot be the address of a stream.
func checkStreamARN(text string) *apierr.Error {
	if _, _, ok := ParseStreamARN(text); !ok {
		return apierr.Invalid(textStreamARN)
	}
	return nil
}
