package main

import (
	"fmt"
	"strings"
)

const (
	timePath = "time"
	attrPath = "github.com/ddbsql/ddbsql/internal/attr"
	wirePath = "github.com/ddbsql/ddbsql/internal/wire"
)

// isItem says whether the shape is a map of attribute values: an item, a key or a set of named values.
func (m *model) isItem(s *shape) bool { return s.Type == "map" && s.Value.Shape == "AttributeValue" }

func isValue(s *shape) bool { return s.name == "AttributeValue" }

// isScalar says whether the shape becomes a plain Go type (a pointer to it when it is optional).
func isScalar(s *shape) bool {
	switch s.Type {
	case "string", "boolean", "integer", "long", "double", "timestamp":
		return true
	}
	return false
}

// goType is the Go type of a value of the shape inside a structure that is (or is not) part of an input.
func (m *model) goType(s *shape, input bool) string {
	switch {
	case isValue(s):
		return "attr.Value"
	case m.isItem(s) && input:
		return "attr.Item"
	case m.isItem(s):
		return "Doc"
	}
	switch s.Type {
	case "string":
		return "string"
	case "boolean":
		return "bool"
	case "integer":
		return "int32"
	case "long":
		return "int64"
	case "double":
		return "float64"
	case "timestamp":
		return "time.Time"
	case "structure":
		return "*" + s.name
	case "list":
		return "[]" + m.goType(m.shape(s.Member.Shape), input)
	case "map":
		return "Map[" + m.goType(m.shape(s.Value.Shape), input) + "]"
	}
	panic("no Go type for " + s.name)
}

// memberType is the Go type of a member: optional scalars, items and values of inputs are pointers.
func (m *model) memberType(owner *shape, x member) string {
	s := m.shape(x.Shape)
	t := m.goType(s, owner.inInput)
	if !owner.requires(x.Name) && (isScalar(s) || t == "attr.Item" || t == "attr.Value") {
		return "*" + t
	}
	return t
}

// goName is the exported Go name of a member.
func goName(member string) string { return strings.ToUpper(member[:1]) + member[1:] }

// presentBit is the bit that notes that a required scalar was sent, or "" for members that say so themselves.
func (m *model) presentBit(owner *shape, name string) string {
	bit := 0
	for _, x := range owner.Members {
		if !owner.requires(x.Name) || !isScalar(m.shape(x.Shape)) {
			continue
		}
		if x.Name == name {
			return fmt.Sprintf("1<<%d", bit)
		}
		bit++
	}
	return ""
}

func (m *model) hasPresentBits(s *shape) bool {
	for _, x := range s.Members {
		if m.presentBit(s, x.Name) != "" {
			return true
		}
	}
	return false
}

func (m *model) writeType(p *printer, s *shape) {
	p.p("// %s is the structure of that name in the service's model.", s.name)
	p.p("type %s struct {", s.name)
	if s.inInput && m.hasPresentBits(s) {
		p.p("present uint32 // which required scalars a request held")
	}
	for _, x := range s.Members {
		t := m.memberType(s, x)
		if strings.Contains(t, "attr.") {
			p.use(attrPath)
		}
		if strings.Contains(t, "time.") {
			p.use(timePath)
		}
		p.p("%s %s", goName(x.Name), t)
	}
	p.p("}\n")
}
