package main

import "fmt"

func (m *model) writeAppend(p *printer, s *shape) {
	p.p("// Append writes the structure's wire form.")
	p.p("func (out *%s) Append(dst []byte) []byte {", s.name)
	if len(s.Members) == 0 {
		p.p("return append(dst, \"{}\"...)\n}\n")
		return
	}
	p.p("dst = append(dst, '{')\nstart := len(dst)")
	for _, x := range s.Members {
		m.appendMember(p, s, x)
	}
	p.p("return append(dst, '}')\n}\n")
}

func (m *model) appendMember(p *printer, owner *shape, x member) {
	s, field := m.shape(x.Shape), "out."+goName(x.Name)
	required, t := owner.requires(x.Name), m.memberType(owner, x)
	condition, expr := field+" != nil", field
	switch {
	case isScalar(s) && required:
		condition = ""
	case t == "attr.Item" || t == "attr.Value":
		condition = field + ".Doc != nil"
	case isScalar(s):
		expr = "*" + field
	}
	if condition != "" {
		p.p("if %s {", condition)
	}
	p.p("dst = appendName(dst, start, `%q:`)", x.Name)
	m.appendValue(p, s, expr, owner.inInput, 0)
	if condition != "" {
		p.p("}")
	}
}

// appendValue writes a value; depth numbers the loop variables of nested lists and maps.
func (m *model) appendValue(p *printer, s *shape, expr string, input bool, depth int) {
	switch {
	case isValue(s) || m.isItem(s):
		p.use(attrPath)
		if isValue(s) || input {
			expr += ".Doc"
		}
		p.p("dst = attr.AppendWire(dst, %s)", expr)
	case s.Type == "structure":
		p.p("dst = %s.Append(dst)", expr)
	case s.Type == "list":
		p.p("dst = append(dst, '[')")
		p.p("for i%d, v%d := range %s {", depth, depth, expr)
		p.p("dst = appendComma(dst, i%d)", depth)
		m.appendValue(p, m.shape(s.Member.Shape), fmt.Sprintf("v%d", depth), input, depth+1)
		p.p("}\ndst = append(dst, ']')")
	case s.Type == "map":
		p.use(wirePath)
		p.p("dst = append(dst, '{')")
		p.p("for i%d, v%d := range %s {", depth, depth, expr)
		p.p("dst = appendComma(dst, i%d)", depth)
		p.p("dst = append(wire.AppendString(dst, v%d.Key), ':')", depth)
		m.appendValue(p, m.shape(s.Value.Shape), fmt.Sprintf("v%d.Value", depth), input, depth+1)
		p.p("}\ndst = append(dst, '}')")
	default:
		appendScalar(p, s, expr)
	}
}

func appendScalar(p *printer, s *shape, expr string) {
	switch s.Type {
	case "string":
		p.use(wirePath)
		p.p("dst = wire.AppendString(dst, %s)", expr)
	case "boolean":
		p.use(wirePath)
		p.p("dst = wire.AppendBool(dst, %s)", expr)
	case "integer":
		p.use(wirePath)
		p.p("dst = wire.AppendInt(dst, int64(%s))", expr)
	case "long":
		p.use(wirePath)
		p.p("dst = wire.AppendInt(dst, %s)", expr)
	case "double":
		p.use(wirePath)
		p.p("dst = wire.AppendFloat(dst, %s)", expr)
	case "timestamp":
		p.p("dst = appendTime(dst, %s)", expr)
	default:
		panic("no encoder for " + s.name)
	}
}
