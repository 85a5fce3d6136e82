package api

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// limit is a length, range or pattern of the model. Lengths count UTF-16 units, elements or members.
type limit struct {
	min, max       int64
	hasMin, hasMax bool
	pattern        string

	once     sync.Once
	compiled *regexp.Regexp
}

// contains says whether a number is in the range.
func (l *limit) contains(n int64) bool {
	return (!l.hasMin || n >= l.min) && (!l.hasMax || n <= l.max)
}

// holds says whether a length is in the range.
func (l *limit) holds(n int) bool { return l.contains(int64(n)) }

// matches says whether the whole text matches the pattern. A pattern that Go's syntax does not know is not checked:
// the model has one, with surrogates as characters, on a member that names a role.
func (l *limit) matches(text string) bool {
	if l.pattern == "" {
		return true
	}
	l.once.Do(func() {
		expr := strings.NewReplacer(`\p{Print}`, `[[:print:]]`).Replace(l.pattern)
		l.compiled, _ = regexp.Compile(`^(?:` + expr + `)$`)
	})
	return l.compiled == nil || l.compiled.MatchString(text)
}

func (l *limit) lengthText(n int) string {
	if l.hasMin && int64(n) < l.min {
		return textLengthAtLeast + itoa(l.min)
	}
	return textLengthAtMost + itoa(l.max)
}

func (l *limit) rangeText(n int64) string {
	if l.hasMin && n < l.min {
		return textAtLeast + itoa(l.min)
	}
	return textAtMost + itoa(l.max)
}

// enumeration is the set of values of a member. Its values are shared by decoded inputs and never change.
type enumeration struct {
	name   string
	values []string
}

// text is the constraint's text; the service lists the values in an order of its own.
func (e *enumeration) text() string {
	values := e.values
	if order, ok := enumOrder[e.name]; ok {
		values = order
	}
	return textEnum + "[" + strings.Join(values, ", ") + "]"
}

func (e *enumeration) has(value string) bool { return slices.Contains(e.values, value) }

func itoa[T int | int64](n T) string { return strconv.FormatInt(int64(n), 10) }
