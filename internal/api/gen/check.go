package main

import "fmt"

// tableNameShape is the type of members that take a table's name or its ARN. Its limits in the model are those of an
// ARN; what a name must be is written by hand in package api.
const tableNameShape = "TableArn"

func isTableName(owner *shape, x member) bool {
	return x.Shape == tableNameShape && x.Name == "TableName"
}

func (m *model) writeCheck(p *printer, s *shape) {
	p.p("func (in *%s) check(c *checker) {", s.name)
	for _, x := range s.Members {
		m.checkMember(p, s, x)
	}
	p.p("}\n")
}

func (m *model) checkMember(p *printer, owner *shape, x member) {
	s, field := m.shape(x.Shape), "in."+goName(x.Name)
	required := owner.requires(x.Name)
	if !required && !m.checked(s, map[string]bool{}) {
		return
	}
	t := m.memberType(owner, x)
	present, expr := field+" != nil", field
	switch {
	case m.presentBit(owner, x.Name) != "":
		present = fmt.Sprintf("in.present&(%s) != 0", m.presentBit(owner, x.Name))
	case t == "attr.Item" || t == "attr.Value":
		present = field + ".Doc != nil"
	case isScalar(s):
		expr = "*" + field
	}
	p.p("c.push(%q)", x.Name)
	p.p("if %s {", present)
	if isTableName(owner, x) {
		p.p("c.tableName(%s)", expr)
	} else {
		m.checkValue(p, s, expr, 0)
	}
	if required {
		p.p("} else {\nc.null()")
	}
	p.p("}\nc.pop()")
}

// checked says whether anything about a value of the shape is checked.
func (m *model) checked(s *shape, seen map[string]bool) bool {
	if isValue(s) || m.isItem(s) || seen[s.name] {
		return false
	}
	if s.bounded() || len(s.Enum) > 0 || len(s.Required) > 0 {
		return true
	}
	if s.Type == "list" && m.shape(s.Member.Shape).Type == "structure" {
		return true // its elements must not be null
	}
	seen[s.name] = true
	for _, child := range s.children() {
		if m.checked(m.shape(child), seen) {
			return true
		}
	}
	return false
}

// checkValue writes the checks of a value whose path is already pushed.
func (m *model) checkValue(p *printer, s *shape, expr string, depth int) {
	switch {
	case len(s.Enum) > 0:
		p.p("c.enum(%s, enum%s)", expr, s.name)
	case s.Type == "string" && s.bounded():
		p.p("c.text(%s, &limit%s)", expr, s.name)
	case (s.Type == "integer" || s.Type == "long") && s.bounded():
		p.p("c.number(int64(%s), &limit%s)", expr, s.name)
	case s.Type == "structure" && !isValue(s):
		p.p("%s.check(c)", expr)
	case s.Type == "list":
		m.checkList(p, s, expr, depth)
	case s.Type == "map" && !m.isItem(s):
		m.checkMap(p, s, expr, depth)
	}
}

func (m *model) checkList(p *printer, s *shape, expr string, depth int) {
	if s.bounded() {
		p.p("if !limit%s.holds(len(%s)) {\nc.count(len(%s), &limit%s, func(dst []byte) []byte {", s.name, expr, expr, s.name)
		m.echoValue(p, s, expr, 0)
		p.p("return dst\n})\n}")
	}
	e := m.shape(s.Member.Shape)
	if !m.checked(e, map[string]bool{}) && e.Type != "structure" || isValue(e) {
		return
	}
	p.p("for i%d, v%d := range %s {\nc.pushIndex(i%d)", depth, depth, expr, depth)
	m.checkElement(p, e, fmt.Sprintf("v%d", depth), depth)
	p.p("c.pop()\n}")
}

func (m *model) checkMap(p *printer, s *shape, expr string, depth int) {
	if s.bounded() {
		p.p("if !limit%s.holds(len(%s)) {\nc.count(len(%s), &limit%s, func(dst []byte) []byte {", s.name, expr, expr, s.name)
		m.echoValue(p, s, expr, 0)
		p.p("return dst\n})\n}")
	}
	switch k := m.shape(s.Key.Shape); {
	case s.Key.Shape == tableNameShape:
		p.p("if !tableNames(c, %s) {\nc.tableKeys(func(dst []byte) []byte {", expr)
		m.echoValue(p, s, expr, 0)
		p.p("return dst\n})\n}")
	case k.bounded():
		p.p("keys(c, %s, &limit%s)", expr, k.name)
	}
	e := m.shape(s.Value.Shape)
	if !m.checked(e, map[string]bool{}) {
		return
	}
	p.p("for _, v%d := range %s {\nc.pushKey(v%d.Key)", depth, expr, depth)
	m.checkElement(p, e, fmt.Sprintf("v%d.Value", depth), depth)
	p.p("c.pop()\n}")
}

func (m *model) checkElement(p *printer, e *shape, expr string, depth int) {
	if isScalar(e) || m.isItem(e) {
		m.checkValue(p, e, expr, depth+1)
		return
	}
	p.p("if %s == nil {\nc.null()\n} else {", expr)
	m.checkValue(p, e, expr, depth+1)
	p.p("}")
}
