package api

import "strings"

// Limits of table names.
const (
	minTableName     = 3
	maxTableName     = 255
	maxTableARN      = 1024
	tableNamePattern = "[a-zA-Z0-9_.-]+"
)

// tableNameOf is the table's name in what a request gives as TableName: the name itself, or
// arn:<partition>:dynamodb:<region>:<account>:table/<name>. Anything else stays as it is, for the checks to refuse.
func tableNameOf(text string) string {
	if !strings.HasPrefix(text, "arn:") || len(text) > maxTableARN {
		return text
	}
	arn, ok := ParseARN(text)
	if !ok || arn.Within != "" || !IsTableName(arn.Table) {
		return text
	}
	return arn.Table
}

func IsTableName(name string) bool {
	return len(name) >= minTableName && len(name) <= maxTableName && hasNameCharacters(name)
}

// hasNameCharacters says whether the name has only the characters of tableNamePattern.
func hasNameCharacters(name string) bool {
	for i := range len(name) {
		c := name[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '-' {
			continue
		}
		return false
	}
	return name != ""
}
