package api

import (
	"strings"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// ARN is the address of a table, or of something that belongs to one:
// arn:<partition>:dynamodb:<region>:<account>:table/<name>[/index/<name>].
type ARN struct {
	Region, Account string
	// Table is the table's name, empty when the address is none of a table. It may be no name a table can have.
	Table string
	// Within is what follows the table's name, from the slash on.
	Within string
}

// ParseARN reads an address of this service; ok is false for anything else.
func ParseARN(text string) (arn ARN, ok bool) {
	parts := strings.SplitN(text, ":", 6)
	if len(parts) != 6 || parts[0] != "arn" || parts[2] != "dynamodb" {
		return ARN{}, false
	}
	arn = ARN{Region: parts[3], Account: parts[4]}
	path, ok := strings.CutPrefix(parts[5], "table/")
	if !ok {
		return arn, true
	}
	arn.Table, _, _ = strings.Cut(path, "/")
	arn.Within = path[len(arn.Table):]
	return arn, true
}

// checkResourceARN refuses what cannot be the address of something with tags: those are tables and streams. The error's
// type depends on how far the address can be read: what is not the service's own is nobody's business. The API reference has
// only ResourceNotFoundException; the types of the others, and that the account is looked at before the region (see the
// engine), were compared with the service in July 2026: https://github.com/ExtendDB/extenddb/pull/227.
func checkResourceARN(text string) *apierr.Error {
	if !strings.HasPrefix(text, "arn:") {
		return apierr.Invalid(textNoARN + text)
	}
	arn, ok := ParseARN(text)
	switch {
	case !ok:
		return NotAuthorized(text)
	case arn.Table == "":
		return apierr.Invalid(textNoTableARN + text)
	case !IsTableName(arn.Table):
		return InvalidTableARN(text)
	case arn.Within != "" && !strings.HasPrefix(arn.Within, "/stream/"):
		return apierr.Invalid(textInsideTable + text)
	}
	return nil
}

// NotAuthorized refuses access to what is not the caller's.
func NotAuthorized(arn string) *apierr.Error {
	return apierr.New(apierr.AccessDenied, textNotAuthorized+arn)
}

// InvalidTableARN refuses the address of a table that this server can have no such table for.
func InvalidTableARN(arn string) *apierr.Error { return apierr.Invalid(textBadTableARN + arn) }
