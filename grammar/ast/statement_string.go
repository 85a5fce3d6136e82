package ast

import "strings"

// The String methods of statements write texts that parse to the same tree. Parameters are numbered by their order in the
// text, so this holds for an UPDATE with parameters only if those of its changes come before those of its condition.

// String writes the table, and the index.
func (t Target) String() string {
	if t.Index == "" {
		return quoted(t.Table, `"`)
	}
	return quoted(t.Table, `"`) + "." + quoted(t.Index, `"`)
}

// String writes the statement.
func (s *Select) String() string {
	var b strings.Builder
	b.WriteString("SELECT ")
	if s.Paths == nil {
		b.WriteString("*")
	} else {
		b.WriteString(join(s.Paths, (*Path).String))
	}
	b.WriteString(" FROM " + s.From.String() + where(s.Where))
	if s.OrderBy != nil {
		b.WriteString(" ORDER BY " + join(s.OrderBy, OrderTerm.String))
	}
	return b.String()
}

// String writes the term.
func (t OrderTerm) String() string {
	if t.Direction == "" {
		return t.Path.String()
	}
	return t.Path.String() + " " + t.Direction
}

// String writes the statement.
func (s *Insert) String() string {
	return "INSERT INTO " + s.Into.String() + " VALUE " + s.Item.String()
}

// String writes the statement, with one SET clause.
func (s *UpdateStatement) String() string {
	var b strings.Builder
	b.WriteString("UPDATE " + s.Table.String())
	if s.Update.Set != nil {
		b.WriteString(" SET " + join(s.Update.Set, Assign.String))
	}
	for _, path := range s.Update.Remove {
		b.WriteString(" REMOVE " + path.String())
	}
	b.WriteString(where(s.Where) + s.Returning.clause())
	return b.String()
}

// String writes the statement.
func (s *Delete) String() string {
	return "DELETE FROM " + s.From.String() + where(s.Where) + s.Returning.clause()
}

// String writes the statement.
func (s *ExistsStatement) String() string { return "EXISTS(" + s.Select.String() + ")" }

func where(c Condition) string {
	if c == nil {
		return ""
	}
	return " WHERE " + c.String()
}

func (r Returning) clause() string {
	if r == "" {
		return ""
	}
	return " RETURNING " + string(r)
}

// String writes the test.
func (c *IsType) String() string {
	if c.Not {
		return c.Of.String() + " IS NOT " + c.Type
	}
	return c.Of.String() + " IS " + c.Type
}

// String writes the condition in parentheses.
func (t *Truth) String() string { return "(" + t.Of.String() + ")" }

// String writes a question mark.
func (p *Parameter) String() string { return "?" }

// String writes the literal.
func (l *StringLiteral) String() string { return quoted(l.Text, "'") }

// String writes the number as it was written.
func (l *NumberLiteral) String() string { return l.Text }

// String writes the literal.
func (l *BoolLiteral) String() string {
	if l.Is {
		return "true"
	}
	return "false"
}

// String writes the literal.
func (l *NullLiteral) String() string { return "null" }

// String writes the literal.
func (l *ListLiteral) String() string { return "[" + list(l.Members) + "]" }

// String writes the literal.
func (l *BagLiteral) String() string { return "<<" + list(l.Members) + ">>" }

// String writes the literal.
func (l *MapLiteral) String() string { return "{" + join(l.Fields, MapField.String) + "}" }

// String writes the member.
func (f MapField) String() string { return quoted(f.Name, "'") + ": " + f.Value.String() }

// quoted puts a text in quotes; those in the text are written twice.
func quoted(text, quote string) string {
	return quote + strings.ReplaceAll(text, quote, quote+quote) + quote
}
