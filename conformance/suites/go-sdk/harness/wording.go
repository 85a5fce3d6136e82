package harness

import (
	"regexp"
	"strings"
)

// Wording is which of the service's words an endpoint must use. The service moves from older to newer words operation by operation and
// region by region, so both are right; cases state the newer ones.
type Wording string

// Wordings.
const (
	NewerWords  Wording = "newer"
	EitherWords Wording = "either"
)

const oneViolation = "1 validation error detected: "

// memberConstraint names a member of a request whose constraint is not satisfied. The newer words spell the member as the wire does and
// leave its value out; the older ones begin it with a small letter and quote its value.
var memberConstraint = regexp.MustCompile(`Value (?:'[^']*' |null )?at '([A-Za-z])`)

// plain is a text in words that are the same for older and newer ones.
func plain(text string) string {
	text = strings.Replace(text, oneViolation, "", 1)
	return memberConstraint.ReplaceAllStringFunc(text, func(found string) string {
		name := memberConstraint.FindStringSubmatch(found)[1]
		return "Value at '" + strings.ToLower(name)
	})
}

// Says tells whether a text is what the pattern says, in which every * stands for any run of characters.
func (w Wording) Says(pattern, text string) bool {
	return Matches(pattern, text) || w == EitherWords && Matches(plain(pattern), plain(text))
}

// difference compares a whole answer of JSON. In either words the message of an error may be called Message or message.
func (w Wording) difference(want string, got Answer) string {
	d := Difference(want, got.Body)
	if d == "" || got.Code == "" || w != EitherWords {
		return d
	}
	return Difference(capitalMessage(want), capitalMessage(got.Body))
}

func capitalMessage(body string) string {
	return strings.Replace(body, `"message":`, `"Message":`, 1)
}
