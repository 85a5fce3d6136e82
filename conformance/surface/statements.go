package main

import (
	"fmt"
	"strings"
)

// statementTemplates are PartiQL.
var statementTemplates = []template{
	{"ExecuteStatement", 9, func(m *maker) *object {
		statement, parameters := m.statement(anything)
		return with(obj("Statement", text(statement), "Parameters", parameters), "Limit", m.maybe(20, func() node { return number(1 + m.IntN(4)) }),
			"NextToken", m.maybe(10, func() node { return m.oneOf("@NextToken@", "@ShardIterator@", "x", "") }),
			"ConsistentRead", m.maybe(15, m.truth), "ReturnConsumedCapacity", m.capacity(),
			"ReturnValuesOnConditionCheckFailure", m.maybe(10, func() node { return m.oneOf("ALL_OLD", "NONE") }))
	}},
	{"BatchExecuteStatement", 3, func(m *maker) *object {
		return obj("Statements", m.statements(pick(m, reads, writes)), "ReturnConsumedCapacity", m.capacity())
	}},
	{"ExecuteTransaction", 3, func(m *maker) *object {
		return obj("TransactStatements", m.statements(pick(m, exists, writes)), "ClientRequestToken", m.token(), "ReturnConsumedCapacity", m.capacity())
	}},
}

// purpose says which statements are wanted.
type purpose int

const (
	anything purpose = iota
	reads
	writes
	exists // reads, or conditions of a transaction
)

func (m *maker) statements(of purpose) node {
	l := arr()
	for range 1 + m.IntN(3) {
		statement, parameters := m.statement(of)
		l.elements = append(l.elements, obj("Statement", text(statement), "Parameters", parameters))
	}
	return l
}

// partiql writes one statement and its parameters.
type partiql struct {
	*maker
	parameters *list
}

func (m *maker) statement(of purpose) (statement string, parameters node) {
	p := &partiql{m, arr()}
	s := m.schema()
	table := `"` + m.prefix + s.name + `"`
	kind := m.IntN(5)
	if of == writes && m.chance(95) {
		kind = m.IntN(3)
	} else if of == reads || of == exists {
		kind = 4
	}
	switch kind {
	case 0:
		statement = "INSERT INTO " + table + " VALUE " + p.tuple(m.item(s))
	case 1:
		statement = "UPDATE " + table + p.changes() + " WHERE " + p.key(s.keys) + p.further() + p.returning()
	case 2:
		statement = "DELETE FROM " + table + " WHERE " + p.key(s.keys) + p.further() + p.returning()
	default:
		statement = p.read(s, table)
		if of == exists && m.chance(30) {
			statement = "EXISTS(" + statement + ")"
		}
	}
	if len(p.parameters.elements) == 0 {
		return statement, nil
	}
	return statement, p.parameters
}

func (p *partiql) read(s schema, table string) string {
	keys := s.keys
	if len(s.indexes) > 0 && p.chance(30) {
		ix := pick(p.maker, s.indexes...)
		table, keys = table+`."`+ix.name+`"`, ix.keys
	}
	what := "*"
	if p.chance(30) {
		what = p.path() + ", " + p.path()
	}
	statement := "SELECT " + what + " FROM " + table
	if p.chance(80) {
		statement += " WHERE " + p.key(keys) + p.further()
	}
	if p.chance(15) {
		statement += " ORDER BY " + keys[len(keys)-1].name + pick(p.maker, "", " ASC", " DESC")
	}
	return statement
}

func (p *partiql) path() string {
	name := p.name()
	if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") != "" || p.chance(40) {
		name = `"` + name + `"`
	}
	if p.chance(20) {
		name += pick(p.maker, ".a", "[0]", `."b"`, "[1].c")
	}
	return name
}

// literal is a value, as a parameter or written out.
func (p *partiql) literal(value node) string {
	if p.chance(50) {
		p.parameters.elements = append(p.parameters.elements, value)
		return "?"
	}
	return written(value)
}

// written is an attribute value as a statement writes it. What no statement can write becomes a string.
func written(value node) string {
	o, ok := value.(*object)
	if !ok || len(o.members) != 1 {
		return "'odd'"
	}
	switch inner := o.members[0].value.(type) {
	case text:
		if o.members[0].name == "N" {
			return string(inner)
		}
		return "'" + strings.ReplaceAll(string(inner), "'", "''") + "'"
	case literal:
		if o.members[0].name == "NULL" {
			return "NULL"
		}
		return string(inner)
	case *list:
		return writtenList(o.members[0].name, inner)
	case *object:
		var members []string
		for _, m := range inner.members {
			members = append(members, "'"+strings.ReplaceAll(m.name, "'", "''")+"': "+written(m.value))
		}
		return "{" + strings.Join(members, ", ") + "}"
	}
	return "'odd'"
}

func writtenList(kind string, l *list) string {
	var elements []string
	for _, e := range l.elements {
		if kind != "L" {
			e = obj(kind[:1], e)
		}
		elements = append(elements, written(e))
	}
	if kind == "L" {
		return "[" + strings.Join(elements, ", ") + "]"
	}
	return "<<" + strings.Join(elements, ", ") + ">>"
}

func (p *partiql) tuple(item *object) string {
	var members []string
	for _, m := range item.members {
		members = append(members, "'"+strings.ReplaceAll(m.name, "'", "''")+"': "+p.literal(m.value))
	}
	return "{" + strings.Join(members, ", ") + "}"
}

func (p *partiql) changes() string {
	var all strings.Builder
	for range 1 + p.IntN(2) {
		switch p.IntN(5) {
		case 0:
			all.WriteString(" REMOVE " + p.path())
		case 1:
			path := p.path()
			fmt.Fprintf(&all, " SET %s = %s %s %s", path, path, pick(p.maker, "+", "-"), p.literal(obj("N", text(p.number()))))
		case 2:
			path := p.path()
			fmt.Fprintf(&all, " SET %s = %s(%s, %s)", path, pick(p.maker, "list_append", "set_add", "set_delete"), path, p.literal(p.value(1)))
		default:
			all.WriteString(" SET " + p.path() + " = " + p.literal(p.value(1)))
		}
	}
	return all.String()
}

func (p *partiql) key(keys []key) string {
	var all []string
	for i, k := range keys {
		operator := " = "
		if i > 0 && p.chance(30) {
			operator = pick(p.maker, " < ", " >= ", " <> ")
		}
		all = append(all, k.name+operator+p.literal(p.keyValue(k.kind)))
	}
	return strings.Join(all, " AND ")
}

func (p *partiql) further() string {
	if !p.chance(35) {
		return ""
	}
	joined := pick(p.maker, " AND ", " OR ", " AND NOT ")
	switch p.IntN(6) {
	case 0:
		return joined + p.path() + " IS " + pick(p.maker, "", "NOT ") + pick(p.maker, "MISSING", "NULL", "STRING")
	case 1:
		return joined + p.path() + " IN [" + p.literal(p.value(0)) + ", " + p.literal(p.value(0)) + "]"
	case 2:
		return joined + p.path() + " BETWEEN " + p.literal(p.value(0)) + " AND " + p.literal(p.value(0))
	case 3:
		return joined + pick(p.maker, "begins_with", "contains", "attribute_type") + "(" + p.path() + ", " + p.literal(p.value(0)) + ")"
	case 4:
		return joined + "size(" + p.path() + ") > " + p.literal(obj("N", text(p.number())))
	default:
		return joined + p.path() + pick(p.maker, " = ", " <> ", " < ", " >= ") + p.literal(p.value(1))
	}
}

func (p *partiql) returning() string {
	if !p.chance(25) {
		return ""
	}
	return " RETURNING " + pick(p.maker, "ALL", "MODIFIED") + " " + pick(p.maker, "OLD", "NEW") + " *"
}
