package ast

import (
	"strconv"
	"strings"
)

// The String methods write an expression as text that parses to the same tree, with as few parentheses as that takes
// (the service refuses redundant ones). Literal names are written in double quotes, as in PartiQL.

// String writes the condition.
func (c *And) String() string {
	return inside(c.Left, bindsAnd) + " AND " + inside(c.Right, bindsAnd+1)
}

// String writes the condition.
func (c *Or) String() string {
	return inside(c.Left, bindsOr) + " OR " + inside(c.Right, bindsOr+1)
}

// String writes the condition.
func (c *Not) String() string { return "NOT " + inside(c.Of, bindsNot) }

// String writes the condition.
func (c *Compare) String() string {
	return c.Left.String() + " " + string(c.Op) + " " + c.Right.String()
}

// String writes the condition.
func (c *Between) String() string {
	return c.Of.String() + " BETWEEN " + c.Low.String() + " AND " + c.High.String()
}

// String writes the condition.
func (c *In) String() string { return c.Of.String() + " IN (" + list(c.List) + ")" }

// String writes the call.
func (c *Call) String() string { return c.Name + "(" + list(c.Args) + ")" }

// String writes the path.
func (p *Path) String() string {
	var b strings.Builder
	for i, e := range p.Elements {
		switch {
		case e.Name == "":
			b.WriteString("[" + strconv.Itoa(e.Index) + "]")
		case i > 0:
			b.WriteString("." + e.written())
		default:
			b.WriteString(e.written())
		}
	}
	return b.String()
}

// written gives the name as a text has it.
func (e Element) written() string {
	if e.Literal {
		return quoted(e.Name, `"`)
	}
	return e.Name
}

// String writes the placeholder.
func (v *Value) String() string { return v.Name }

// String writes the sum or difference. A part that is one itself, which no expression text can give, is put in parentheses.
func (a *Arithmetic) String() string {
	sign := " + "
	if a.Minus {
		sign = " - "
	}
	return summand(a.Left) + sign + summand(a.Right)
}

// String writes the clauses in the order SET, REMOVE, ADD, DELETE.
func (u *Update) String() string {
	var clauses []string
	if u.Set != nil {
		clauses = append(clauses, "SET "+join(u.Set, Assign.String))
	}
	if u.Remove != nil {
		clauses = append(clauses, "REMOVE "+join(u.Remove, (*Path).String))
	}
	if u.Add != nil {
		clauses = append(clauses, "ADD "+join(u.Add, Change.String))
	}
	if u.Delete != nil {
		clauses = append(clauses, "DELETE "+join(u.Delete, Change.String))
	}
	return strings.Join(clauses, " ")
}

// String writes the action.
func (a Assign) String() string { return a.Path.String() + " = " + a.Value.String() }

// String writes the action.
func (c Change) String() string { return c.Path.String() + " " + c.Value.String() }

// String writes the paths.
func (p *Projection) String() string { return join(p.Paths, (*Path).String) }

// How tightly the parts of a condition bind; a part that binds less than its place asks is put in parentheses.
const (
	bindsOr = iota
	bindsAnd
	bindsNot
	bindsAll
)

func binding(c Condition) int {
	switch c.(type) {
	case *Or:
		return bindsOr
	case *And:
		return bindsAnd
	case *Not:
		return bindsNot
	}
	return bindsAll
}

func inside(c Condition, least int) string {
	if binding(c) < least {
		return "(" + c.String() + ")"
	}
	return c.String()
}

func summand(o Operand) string {
	if _, ok := o.(*Arithmetic); ok {
		return "(" + o.String() + ")"
	}
	return o.String()
}

func list(operands []Operand) string { return join(operands, Operand.String) }

func join[T any](parts []T, write func(T) string) string {
	var b strings.Builder
	for i, part := range parts {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(write(part))
	}
	return b.String()
}
