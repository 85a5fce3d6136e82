package api

import (
	"strings"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// ParseStreamARN reads the address of a stream, arn:<partition>:dynamodb:<region>:<account>:table/<name>/stream/<label>. A label is a text
// that any database can look for: it has no U+0000.
func ParseStreamARN(text string) (table, label string, ok bool) {
	arn, ok := ParseARN(text)
	if !ok || !IsTableName(arn.Table) {
		return "", "", false
	}
	label, ok = strings.CutPrefix(arn.Within, "/stream/")
	return arn.Table, label, ok && label != "" && !strings.Contains(label, "\x00")
}

// checkStreamARN refuses what cannot be the address of a stream.
func checkStreamARN(text string) *apierr.Error {
	if _, _, ok := ParseStreamARN(text); !ok {
		return apierr.Invalid(textStreamARN)
	}
	return nil
}
