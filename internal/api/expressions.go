package api

import (
	"strconv"
	"strings"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// parameter is a parameter by name, and whether the request has it.
type parameter struct {
	name string
	sent bool
}

// expressions are those parameters of a request that expressions and their older forms share.
type expressions struct {
	legacy []parameter // in the order the service names them
	exprs  []parameter // in the order the service names them when it refuses to mix
	names  Map[string]
	values *attr.Item
	// users are the expressions that may use values, as the service names them when there are none: "A and B".
	users string
}

// check refuses expressions beside older parameters, and names or values that no expression can use.
func (x *expressions) check(l layer) *apierr.Error {
	if err := x.mixed(l); err != nil {
		return err
	}
	if err := x.checkNames(l); err != nil {
		return err
	}
	return x.checkValues(l)
}

func anySent(list []parameter) bool {
	for _, p := range list {
		if p.sent {
			return true
		}
	}
	return false
}

func sentNames(list []parameter) string {
	var names []string
	for _, p := range list {
		if p.sent {
			names = append(names, p.name)
		}
	}
	return strings.Join(names, ", ")
}

func (x *expressions) mixed(l layer) *apierr.Error {
	if !anySent(x.legacy) || !anySent(x.exprs) {
		return nil
	}
	return l.refuse(textMixed + textMixedLegacy + sentNames(x.legacy) + textMixedExpr + sentNames(x.exprs) + "}")
}

func (x *expressions) checkNames(l layer) *apierr.Error {
	const parameter = "ExpressionAttributeNames"
	switch {
	case x.names == nil:
		return nil
	case !anySent(x.exprs):
		return l.refuse(parameter + textNoExpr)
	case len(x.names) == 0:
		return l.refuse(parameter + textEmptyMap)
	}
	for i := range x.names {
		e := &x.names[i]
		if err := checkPlaceholder(l, parameter, '#', e.Key); err != nil {
			return err
		}
		if e.Value == "" && l.older {
			return l.refuse(parameter + textBadValue + textEmptyName + " for key " + e.Key)
		}
		if e.Value == "" {
			return l.refuse(textEmptyName)
		}
	}
	return nil
}

func (x *expressions) checkValues(l layer) *apierr.Error {
	const parameter = "ExpressionAttributeValues"
	switch {
	case x.values == nil:
		return nil
	case !x.usesValues() && l.envelope:
		return l.refuse(parameter + textNoExpr)
	case !x.usesValues():
		return l.refuse(parameter + textNoExpr + ": " + x.users)
	case len(x.values.Attrs) == 0 && x.values.Problem == nil:
		return l.refuse(parameter + textEmptyMap)
	}
	l = l.degraded(x.values)
	for i := range x.values.Attrs {
		if err := checkPlaceholder(l, parameter, ':', x.values.Attrs[i].Name); err != nil {
			return err
		}
	}
	for i := range x.values.Attrs {
		a := &x.values.Attrs[i]
		p := a.Value.Problem
		if p == nil && a.Value.Depth > attr.MaxDepth {
			p = attr.TooDeep()
		}
		switch {
		case p == nil:
		case l.older || p.Code == attr.ProblemNoType:
			return apierr.Invalid(parameter + textBadValue + l.text(p) + " for key " + a.Name)
		default:
			return l.problem(p)
		}
	}
	return nil
}

// usesValues says whether there is an expression of a kind that can hold values: all but projections.
func (x *expressions) usesValues() bool {
	for _, p := range x.exprs {
		if p.sent && p.name != "ProjectionExpression" {
			return true
		}
	}
	return false
}

// maxPlaceholder is the longest placeholder, its mark included, in bytes.
const maxPlaceholder = 255

// checkPlaceholder refuses a name that is not the mark and at least one letter, digit or underscore, or is too long.
func checkPlaceholder(l layer, parameter string, mark byte, name string) *apierr.Error {
	if name == "" {
		return l.refuse(parameter + textBadKey + textEmptyKey)
	}
	valid := name[0] == mark && len(name) > 1
	for i := 1; i < len(name) && valid; i++ {
		c := name[i]
		valid = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
	}
	switch {
	case !valid:
		return l.refuse(parameter + textBadKey + textKeySyntax + name + `"`)
	case len(name) > maxPlaceholder && mark == '#':
		return l.refuse(parameter + textBadKey + textLongKey + " size of key: " + strconv.Itoa(len(name)))
	case len(name) > maxPlaceholder:
		return l.refuse(parameter + textBadKey + textLongKey)
	}
	return nil
}
