package api

import (
	"slices"
	"unicode/utf16"
)

// checker walks an input and collects the constraints of the model that it violates.
type checker struct {
	path  []segment
	found []violation
}

// segment is a step of a member's path: a member's name, an element of a list, or a member of a map.
type segment struct {
	name  string
	index int // of an element, counted from 1; 0 otherwise
	key   bool
}

// constraint is the kind of a violation.
type constraint uint8

const (
	mustExist constraint = iota
	mustFit              // length or range
	mustMatch            // pattern
	mustBeOneOf
	mustNameTables // the keys of a map of tables
	mustBeAllowed  // known to the model, but refused by this operation; text is the whole message
)

// violation is one violated constraint.
type violation struct {
	path  []segment
	kind  constraint
	value string // as the older layer prints it
	text  string // behind "failed to satisfy constraint: "
	enum  *enumeration
}

func (v *violation) member() string { return v.path[0].name }

func (c *checker) push(name string)    { c.path = append(c.path, segment{name: name}) }
func (c *checker) pushIndex(i int)     { c.path = append(c.path, segment{index: i + 1}) }
func (c *checker) pushKey(name string) { c.path = append(c.path, segment{name: name, key: true}) }
func (c *checker) pop()                { c.path = c.path[:len(c.path)-1] }

// violated notes a violation, but no more of one kind in one top-level member than a message lists: a request may hold
// millions.
func (c *checker) violated(kind constraint, value, text string) {
	same := 0
	for i := range c.found {
		if c.found[i].kind == kind && c.found[i].member() == c.path[0].name {
			same++
		}
	}
	if same == maxViolations {
		return
	}
	c.found = append(c.found, violation{path: slices.Clone(c.path), kind: kind, value: value, text: text})
}

// null notes that a required member is missing.
func (c *checker) null() { c.violated(mustExist, "", textNotNull) }

// enum checks a member of an enumeration.
func (c *checker) enum(value string, e *enumeration) {
	if !e.has(value) {
		c.violated(mustBeOneOf, value, e.text())
		if last := &c.found[len(c.found)-1]; last.kind == mustBeOneOf && last.enum == nil {
			last.enum = e
		}
	}
}

// text checks a string's length, in UTF-16 units as the service counts, and its pattern.
func (c *checker) text(value string, l *limit) {
	if n := textLength(value); !l.holds(n) {
		c.violated(mustFit, value, l.lengthText(n))
	}
	if !l.matches(value) {
		c.violated(mustMatch, value, textPattern+l.pattern)
	}
}

func textLength(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// number checks a number's range.
func (c *checker) number(value int64, l *limit) {
	if !l.contains(value) {
		c.violated(mustFit, itoa(value), l.rangeText(value))
	}
}

// count notes a list or map with too few or too many members; echo prints it.
func (c *checker) count(n int, l *limit, echo func([]byte) []byte) {
	c.violated(mustFit, echoed(echo), l.lengthText(n))
}

// keys checks the member names of a map.
func keys[T any](c *checker, m Map[T], l *limit) {
	for i := range m {
		if n := textLength(m[i].Key); !l.holds(n) {
			c.violated(mustFit, m[i].Key, textMapKeys+"["+l.lengthText(n)+"]")
		}
	}
}

// tableNames says whether all members of a map are named by tables.
func tableNames[T any](c *checker, m Map[T]) bool {
	for i := range m {
		if !IsTableName(m[i].Key) {
			return false
		}
	}
	return true
}

// tableKeys notes that not all members of a map are named by tables; echo prints the map.
func (c *checker) tableKeys(echo func([]byte) []byte) {
	c.violated(mustNameTables, echoed(echo), textTableKeys)
}

// tableName checks the TableName member: a name, or an ARN that is none of a table.
func (c *checker) tableName(name string) {
	switch n := textLength(name); {
	case n == 0:
		c.violated(mustFit, name, textLengthAtLeast+"1")
		return
	case n < minTableName:
		c.violated(mustFit, name, textLengthAtLeast+itoa(minTableName))
	case n > maxTableARN:
		c.violated(mustFit, name, textLengthAtMost+itoa(maxTableARN))
		return
	case n > maxTableName:
		c.violated(mustFit, name, textLengthAtMost+itoa(maxTableName))
	}
	if !hasNameCharacters(name) {
		c.violated(mustMatch, name, textPattern+tableNamePattern)
	}
}
