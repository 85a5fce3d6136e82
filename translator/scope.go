package translator

import (
	"strings"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// scope is what the placeholders of one request stand for, shared by all its expressions. It remembers which were
// used, because the service refuses a request that defines more.
type scope struct {
	op     *api.Operation
	names  api.Map[string]
	values []attr.Attr

	usedNames, usedValues uses

	// statement is set for a PartiQL statement: its values stand in the text or, where that has question marks, in parameters, and
	// its refusals name no parameter of the request.
	statement  bool
	parameters []attr.Value
}

// newScope makes the scope of a request. A nil values is the same as none.
func newScope(op *api.Operation, names api.Map[string], values *attr.Item) *scope {
	s := &scope{op: op, names: names}
	if values != nil {
		s.values = values.Attrs
	}
	s.usedNames.flags = make([]bool, len(s.names)+len(s.values))
	s.usedValues.flags = s.usedNames.flags[len(s.names):]
	return s
}

// newStatementScope makes the scope of a PartiQL statement.
func newStatementScope(parameters []attr.Value) *scope {
	return &scope{op: executeStatement, statement: true, parameters: parameters}
}

// uses are the entries of a map that were used. Expressions tend to use them in the order in which they are defined, so
// a search starts behind the last hit.
type uses struct {
	flags []bool
	next  int
}

// mark notes the use of an entry.
func (u *uses) mark(i int) {
	u.flags[i] = true
	u.next = i + 1
}

// name is the attribute name that a placeholder (#n) stands for.
func (s *scope) name(placeholder string) (string, bool) {
	n := len(s.names)
	for k := range n {
		i := (s.usedNames.next + k) % n
		if s.names[i].Key == placeholder {
			s.usedNames.mark(i)
			return s.names[i].Value, true
		}
	}
	return "", false
}

// value is the value that a placeholder (:v) stands for.
func (s *scope) value(placeholder string) (attr.Value, bool) {
	n := len(s.values)
	for k := range n {
		i := (s.usedValues.next + k) % n
		if s.values[i].Name == placeholder {
			s.usedValues.mark(i)
			return s.values[i].Value, true
		}
	}
	return attr.Value{}, false
}

// unused refuses a request with placeholders that no expression uses. To be asked when all expressions are bound.
func (s *scope) unused() *apierr.Error {
	var left []string
	for i := range s.names {
		if !s.usedNames.flags[i] {
			left = append(left, s.names[i].Key)
		}
	}
	if left != nil {
		return s.refuseUnused("ExpressionAttributeNames", left)
	}
	for i := range s.values {
		if !s.usedValues.flags[i] {
			left = append(left, s.values[i].Name)
		}
	}
	if left != nil {
		return s.refuseUnused("ExpressionAttributeValues", left)
	}
	return nil
}

func (s *scope) refuseUnused(parameter string, keys []string) *apierr.Error {
	return s.op.Refuse("Value provided in " + parameter + " unused in expressions: keys: {" + strings.Join(keys, ", ") + "}")
}
