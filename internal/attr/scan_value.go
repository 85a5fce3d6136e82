package attr

import (
	"strings"

	"github.com/ddbsql/ddbsql/internal/wire"
)

// typeOf gives the type that a member of an AttributeValue names, Invalid for another name.
func typeOf(name []byte) Type {
	switch string(name) {
	case "S":
		return S
	case "N":
		return N
	case "B":
		return B
	case "SS":
		return SS
	case "NS":
		return NS
	case "BS":
		return BS
	case "M":
		return M
	case "L":
		return L
	case "BOOL":
		return BOOL
	case "NULL":
		return NULL
	}
	return Invalid
}

// value appends the document of the next AttributeValue. Members of unknown names and members that are null count as absent.
func (b *builder) value() meta {
	start := len(b.doc)
	var found meta
	if typ := shortType(b.s.PeekShort()); typ != Invalid { // mostly
		b.s.EnterShort()
		if found = b.typed(typ); b.s.Leave() {
			return found
		}
		return b.alternatives(start, found)
	}
	if b.s.Kind() == wire.Null {
		b.s.Null()
		return meta{problem: problem(ProblemNoType, msgNoType)}
	}
	if !b.s.EnterObject() {
		return meta{}
	}
	return b.alternatives(start, found)
}

// shortType is the type of a value that begins with a member of that name of one letter, and its content with that byte; Invalid for
// others.
func shortType(name, content byte) Type {
	switch {
	case content == '"' && name == 'S':
		return S
	case content == '"' && name == 'N':
		return N
	case content == '"' && name == 'B':
		return B
	case content == '{' && name == 'M':
		return M
	case content == '[' && name == 'L':
		return L
	}
	return Invalid
}

// alternatives appends the document of an AttributeValue from its next member on; found is the one before.
func (b *builder) alternatives(start int, found meta) meta {
	many := false
	for {
		key, ok := b.s.NextKey()
		if !ok {
			break
		}
		typ := typeOf(key)
		if typ == Invalid || b.s.Kind() == wire.Null {
			b.s.Skip()
			continue
		}
		b.doc = b.doc[:start]
		m := b.typed(typ)
		switch {
		case found.typ == Invalid || found.typ == typ && !many:
			found = m
		default:
			many = true
			found.problem = worse(found.problem, m.problem)
			found.depth = max(found.depth, m.depth)
		}
	}
	if many {
		b.old = true
		found.problem = worse(found.problem, problem(ProblemManyTypes, msgManyTypes))
	}
	if found.typ == Invalid {
		found.problem = problem(ProblemNoType, msgNoType)
	}
	return found
}

// typed appends `{"TYPE":`, the content of that type, which stands next, and `}`.
func (b *builder) typed(typ Type) meta {
	b.doc = append(b.doc, typeOpenings[typ]...)
	m := b.content(typ)
	m.typ = typ
	b.doc = append(b.doc, '}')
	return m
}

func (b *builder) content(typ Type) meta {
	switch typ {
	case S:
		return meta{size: b.text(b.s.StringBytes())}
	case N:
		var x number
		return b.number(&x)
	case B:
		_, size := b.binary()
		return meta{size: size}
	case SS, NS, BS:
		return b.setOf(typ)
	case M:
		return b.nestedMap()
	case L:
		return b.list()
	case BOOL:
		value := b.boolean()
		b.doc = wire.AppendBool(b.doc, value)
		return meta{size: 1}
	default:
		return b.null()
	}
}

func (b *builder) nestedMap() meta {
	start, base := len(b.doc), len(b.members)
	m := b.fields()
	b.members = b.members[:base]
	if m.depth > MaxDepth {
		// Nobody will use the text, and dropDuplicates could move it again at each of thousands of levels.
		b.doc = b.doc[:start]
	}
	return m
}

// text appends the string that was just read as a document string and gives its size.
func (b *builder) text(raw []byte) int {
	switch {
	case b.s.Plain():
		b.doc = append(b.doc, '"')
		b.doc = append(b.doc, raw...)
		b.doc = append(b.doc, '"')
	case b.stored:
		b.doc = wire.AppendStringBytes(b.doc, raw)
		return unescapedLen(raw)
	default:
		b.doc = appendDocStringBytes(b.doc, raw)
	}
	return len(raw)
}

// number appends the number that stands next and sets x to it.
func (b *builder) number(x *number) meta {
	raw := b.s.StringBytes()
	if b.s.Err() != nil {
		return meta{}
	}
	if p := parse(raw, x); p != nil {
		return meta{problem: p}
	}
	b.doc = append(b.doc, '"')
	b.doc = x.appendText(b.doc)
	b.doc = append(b.doc, '"')
	return meta{size: x.size()}
}

// binary appends the binary that stands next. It gives its base64 text and its number of bytes.
func (b *builder) binary() (text []byte, size int) {
	b.s.Kind() // skips blanks
	start := b.s.Pos()
	text = b.base64()
	size = base64Bytes(text)
	if size < 0 {
		b.s.FailAt(start, wire.Type, wire.Base64, wire.String)
		return nil, 0
	}
	b.doc = appendBase64(b.doc, text, size)
	return text, size
}

// base64 reads the string of a binary; its content is not judged yet.
func (b *builder) base64() []byte {
	if got := b.s.Kind(); got != wire.String && got != wire.End && got != wire.Bad {
		b.s.Fail(wire.Type, wire.Base64, got)
	}
	return b.s.StringBytes()
}

func (b *builder) list() meta {
	m := meta{size: containerOverhead, depth: 1}
	b.doc = append(b.doc, '[')
	start := len(b.doc)
	b.s.EnterArray()
	for b.s.NextElem() {
		if len(b.doc) > start {
			b.doc = append(b.doc, ',')
		}
		m.take(b.value())
		m.size += memberOverhead
	}
	b.doc = append(b.doc, ']')
	return m
}

// take counts a member's value into its container.
func (m *meta) take(v meta) {
	m.size += v.size
	m.depth = max(m.depth, v.depth+1)
	if m.problem == nil {
		m.problem = v.problem
	}
}

func (b *builder) null() meta {
	value := b.boolean()
	b.doc = append(b.doc, "true"...)
	m := meta{size: 1}
	if !value {
		m.problem = problem(ProblemNullFalse, msgNullFalse)
	}
	return m
}

// boolean reads a BOOL or NULL, for which the service takes some strings as well.
func (b *builder) boolean() bool {
	if b.s.Kind() != wire.String {
		return b.s.Bool()
	}
	b.old = true
	value, ok := parseBool(b.s.StringBytes())
	if !ok {
		b.s.Fail(wire.Type, wire.Bool, wire.String)
	}
	return value
}

func parseBool(text []byte) (value, ok bool) {
	switch strings.ToLower(string(text)) {
	case "true", "t", "yes", "y", "1":
		return true, true
	case "false", "f", "no", "n", "0":
		return false, true
	}
	return false, false
}
