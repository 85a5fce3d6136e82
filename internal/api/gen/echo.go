package main

import (
	"fmt"
	"strings"
)

// writeEcho writes how the service's older validation layer prints a structure inside a message: Java's form, every
// member named.
func (m *model) writeEcho(p *printer, s *shape) {
	p.p("func (in *%s) echo(dst []byte) []byte {", s.name)
	p.p("dst = append(dst, %q...)", s.name+"(")
	for i, x := range s.Members {
		comma := ""
		if i > 0 {
			comma = ", "
		}
		p.p("dst = append(dst, %q...)", comma+strings.ToLower(x.Name[:1])+x.Name[1:]+"=")
		m.echoMember(p, s, x)
	}
	p.p("return append(dst, ')')\n}\n")
}

func (m *model) echoMember(p *printer, owner *shape, x member) {
	s, field := m.shape(x.Shape), "in."+goName(x.Name)
	t := m.memberType(owner, x)
	present, expr := field+" != nil", field
	switch {
	case m.presentBit(owner, x.Name) != "":
		present = fmt.Sprintf("in.present&(%s) != 0", m.presentBit(owner, x.Name))
	case t == "attr.Item" || t == "attr.Value":
		present = field + ".Doc != nil"
	case isScalar(s) || t == "*attr.Item" || t == "*attr.Value":
		expr = "*" + field
	}
	p.p("if %s {", present)
	m.echoValue(p, s, expr, 0)
	p.p("} else {\ndst = append(dst, \"null\"...)\n}")
}

func (m *model) echoValue(p *printer, s *shape, expr string, depth int) {
	switch {
	case isValue(s):
		p.p("dst = echoValue(dst, %s)", expr)
	case m.isItem(s):
		p.p("dst = echoItem(dst, %s)", expr)
	case s.Type == "structure":
		p.p("dst = echoStructure(dst, %s)", expr)
	case s.Type == "list":
		p.p("dst = append(dst, '[')\nfor i%d, v%d := range %s {", depth, depth, expr)
		p.p("dst = echoComma(dst, i%d)", depth)
		m.echoValue(p, m.shape(s.Member.Shape), fmt.Sprintf("v%d", depth), depth+1)
		p.p("}\ndst = append(dst, ']')")
	case s.Type == "map":
		p.p("dst = append(dst, '{')\nfor i%d, v%d := range %s {", depth, depth, expr)
		p.p("dst = echoComma(dst, i%d)\ndst = append(append(dst, v%d.Key...), '=')", depth, depth)
		m.echoValue(p, m.shape(s.Value.Shape), fmt.Sprintf("v%d.Value", depth), depth+1)
		p.p("}\ndst = append(dst, '}')")
	case s.Type == "string":
		p.p("dst = append(dst, %s...)", expr)
	default:
		appendScalar(p, s, expr)
	}
}
