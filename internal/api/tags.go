package api

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// maxTags is how many tags a table can have.
const maxTags = 50

// reservedTag begins the keys that only the service itself gives, in upper or lower case.
const reservedTag = "aws:"

// checkTags refuses tags that no table can have, alone or together
// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TaggingRestrictions.html).
func checkTags(tags []*Tag) *apierr.Error {
	seen := make(map[string]bool, len(tags))
	for _, tag := range tags {
		switch {
		case !isTagText(tag.Key):
			return apierr.Invalid(textTagKey + tag.Key)
		case !isTagText(tag.Value):
			return apierr.Invalid(textTagValue + tag.Value)
		case len(tag.Key) >= len(reservedTag) && strings.EqualFold(tag.Key[:len(reservedTag)], reservedTag):
			return apierr.Invalid(textReservedTag + tag.Key)
		case seen[tag.Key]:
			return apierr.Invalid(textSameTag + tag.Key)
		}
		seen[tag.Key] = true
	}
	return CheckTagCount(len(tags))
}

// CheckTagCount refuses that a table has so many tags.
func CheckTagCount(n int) *apierr.Error {
	if n <= maxTags {
		return nil
	}
	return apierr.Invalid(fmt.Sprintf(textTooManyTags, maxTags))
}

// isTagText says whether a tag's key or value has only letters and numbers of any script, blanks, and a few marks.
func isTagText(text string) bool {
	for _, r := range text {
		if !unicode.In(r, unicode.L, unicode.N, unicode.Z) && !strings.ContainsRune("+-=._:/@", r) {
			return false
		}
	}
	return true
}
