// Package attr holds attribute values: exact numbers, item sizes, order-preserving key bytes and the document form.
//
// # Document form
//
// A value lives in memory and in the database as its canonical typed JSON text, the "document": `{"S":"abc"}`,
// `{"N":"10"}`, `{"M":{"a":{"BOOL":true}}}`. Canonical means: no blanks; numbers in canonical decimal text; sets
// sorted (strings by bytes, numbers by value, binaries by decoded bytes); binaries in standard padded base64; strings with the least JSON escaping
// (only `"`, `\` and control characters); duplicate member names resolved (last wins). U+0000 does not fit a
// Postgres text, so in documents (strings, names, set members) U+0000 is written U+0001 U+0001 and U+0001 is
// written U+0001 U+0002; this keeps order and equality. AppendWire undoes it.
//
// A document that comes back from Postgres may have blanks and another member order; everything here accepts that.
package attr

// Type is the type of a value: the member name of the service's AttributeValue.
type Type uint8

// Types of values.
const (
	Invalid Type = iota
	S
	N
	B
	SS
	NS
	BS
	M
	L
	BOOL
	NULL
)

var typeNames = [...]string{"", "S", "N", "B", "SS", "NS", "BS", "M", "L", "BOOL", "NULL"}

// typeOpenings are what documents of values begin with.
var typeOpenings = [...]string{"", `{"S":`, `{"N":`, `{"B":`, `{"SS":`, `{"NS":`, `{"BS":`, `{"M":`, `{"L":`, `{"BOOL":`, `{"NULL":`}

// String is the type's short name: S, N, B, SS, NS, BS, M, L, BOOL or NULL.
func (t Type) String() string { return typeNames[t] }

// Value is one attribute value in document form. It is immutable.
type Value struct {
	Type Type
	// Doc is the value's document, `{"S":"abc"}`.
	Doc []byte
	// Size is the value's DynamoDB size in bytes, without its name.
	Size int
	// Depth is 0 for scalars and sets, 1 + the deepest member for maps and lists.
	Depth int
	// Problem says why the value may not be used; nil when it may. With a problem, Type and Doc may be unset.
	Problem *Problem
	// OldLayer is set when the value, or one inside, has a form that makes the service read the whole request by its older
	// validation layer: a BOOL or NULL written as a string, or a value of several members.
	OldLayer bool
}

// Attr is a named value.
type Attr struct {
	Name  string // unescaped
	Value Value
}

// Item is a set of named values, with the document of the whole: `{"pk":{"S":"a"},"n":{"N":"1"}}`.
type Item struct {
	Doc []byte
	// Size is the item's DynamoDB size in bytes: names and values.
	Size int
	// Attrs lists the top-level attributes in document order; their values alias Doc.
	Attrs []Attr
	// Problem is the first problem of any value inside, in the order the service reports them.
	Problem *Problem
	// OldLayer is set when a value inside has it set.
	OldLayer bool
}

// ProblemCode classifies what is wrong with a value, so that callers can choose the text around it.
type ProblemCode uint8

// Problems of values.
const (
	ProblemNone        ProblemCode = iota
	ProblemNumber                  // not a number, or beyond magnitude or precision
	ProblemEmptySet                // a set without members
	ProblemDuplicate               // a set with a member twice
	ProblemNullFalse               // {"NULL": false}
	ProblemEmptyName               // an attribute or map member without a name
	ProblemNameTooLong             // an attribute name over 65535 bytes
	ProblemNesting                 // more than 32 levels
	ProblemNoType                  // {}: no member at all
	ProblemManyTypes               // more than one member
	ProblemNullMember              // a set with a null in it
)

// Problem is a value the service refuses with a ValidationException. Message is the service's text for it without
// any surrounding ("1 validation error detected: " or the name of the parameter).
type Problem struct {
	Code    ProblemCode
	Message string
	// Older is the text of the service's older validation layer where it differs from Message; empty otherwise.
	Older string
	// OldLayer is set when the request has a form that makes the service read it by its older validation layer: a
	// BOOL or NULL written as a string, or a value of several members.
	OldLayer bool
}

// Get returns the top-level attribute of that name.
func (it *Item) Get(name string) (Value, bool) {
	for i := range it.Attrs {
		if it.Attrs[i].Name == name {
			return it.Attrs[i].Value, true
		}
	}
	return Value{}, false
}
