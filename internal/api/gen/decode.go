package main

import (
	"fmt"
	"strings"
)

// looseBools are the booleans that also accept the service's boolean strings ("yes", "0" ...).
var looseBools = map[string]bool{"ConsistentRead": true, "ScanIndexForward": true, "Exists": true}

func (m *model) writeDecode(p *printer, s *shape) {
	p.p("func (in *%s) decode(d *decoder) {", s.name)
	p.p("for key, ok := d.s.NextKey(); ok; key, ok = d.s.NextKey() {")
	if len(s.Members) == 0 {
		p.p("_ = key")
		p.p("d.s.Skip()\n}\n}\n")
		return
	}
	p.p("switch string(key) {")
	for _, x := range s.Members {
		p.p("case %q:", x.Name)
		p.p("%s", m.decodeMember(s, x))
	}
	p.p("default:\nd.s.Skip()")
	p.p("}\n}\n}\n")
}

func (m *model) decodeMember(owner *shape, x member) string {
	s, field := m.shape(x.Shape), "in."+goName(x.Name)
	if !isScalar(s) {
		if !owner.requires(x.Name) && (m.isItem(s) || isValue(s)) {
			return fmt.Sprintf("%s = pointer(d, (*decoder).%s)", field, map[bool]string{true: "value", false: "item"}[isValue(s)])
		}
		return fmt.Sprintf("%s = %s", field, m.decodeExpr(s, "inMember"))
	}
	if len(s.Enum) > 0 && !owner.requires(x.Name) {
		return fmt.Sprintf("%s = d.enum(enum%s)", field, s.name)
	}
	method := "(*decoder)." + scalarMethod(s, x.Name)
	if isTableName(owner, x) {
		method = "(*decoder).tableName"
	}
	if bit := m.presentBit(owner, x.Name); bit != "" {
		return fmt.Sprintf("required(d, %s, &%s, &in.present, %s)", method, field, bit)
	}
	return fmt.Sprintf("%s = pointer(d, %s)", field, method)
}

// scalarMethod names the decoder's method for a scalar.
func scalarMethod(s *shape, member string) string {
	switch s.Type {
	case "string":
		return "text"
	case "boolean":
		if looseBools[member] {
			return "looseBool"
		}
		return "boolean"
	case "integer":
		return "int32"
	case "long":
		return "int64"
	case "double":
		return "double"
	case "timestamp":
		return "time"
	}
	panic("no method for " + s.name)
}

// decodeExpr is the expression that reads a value; place is where it stands (the service's texts differ).
func (m *model) decodeExpr(s *shape, place string) string {
	switch {
	case isValue(s):
		return "d.value()"
	case m.isItem(s):
		return "d.item()"
	case isScalar(s):
		return "d." + scalarMethod(s, "") + "()"
	case s.Type == "structure":
		return fmt.Sprintf("structure[%s](d, %q, %s)", s.name, s.name, place)
	case s.Type == "list":
		return fmt.Sprintf("list(d, %s)", m.decodeFunc(m.shape(s.Member.Shape)))
	case s.Type == "map":
		if s.Key.Shape == tableNameShape {
			return fmt.Sprintf("tableMapOf(d, %s)", m.decodeFunc(m.shape(s.Value.Shape)))
		}
		return fmt.Sprintf("mapOf(d, %s)", m.decodeFunc(m.shape(s.Value.Shape)))
	}
	panic("no decoder for " + s.name)
}

// decodeFunc is decodeExpr as a function of the decoder.
func (m *model) decodeFunc(s *shape) string {
	expr := m.decodeExpr(s, "inCollection")
	if strings.HasPrefix(expr, "d.") {
		return "(*decoder)." + strings.TrimSuffix(strings.TrimPrefix(expr, "d."), "()")
	}
	return fmt.Sprintf("func(d *decoder) %s { return %s }", m.goType(s, true), expr)
}
