package attr

import (
	"slices"

	"github.com/ddbsql/ddbsql/internal/wire"
)

// Projection is a set of document paths, as a tree of their steps. It may be used by many at once.
type Projection struct {
	whole   bool                   // a path ends here
	names   map[string]*Projection // by name as documents have it (EscapeText)
	indexes map[int]*Projection
}

// NewProjection makes a projection of paths. Where one path is the beginning of another, the shorter one counts.
func NewProjection(paths []Path) *Projection {
	root := &Projection{}
	for _, path := range paths {
		at := root
		for _, step := range path {
			at = at.child(step)
		}
		at.whole = true
	}
	return root
}

func (p *Projection) child(step Step) *Projection {
	c := &Projection{}
	if step.IsIndex {
		if p.indexes == nil {
			p.indexes = make(map[int]*Projection)
		}
		if known := p.indexes[step.Index]; known != nil {
			return known
		}
		p.indexes[step.Index] = c
		return c
	}
	if p.names == nil {
		p.names = make(map[string]*Projection)
	}
	name := EscapeText(step.Name)
	if known := p.names[name]; known != nil {
		return known
	}
	p.names[name] = c
	return c
}

// Names gives the names of a projection that has nothing but whole top-level attributes, sorted; ok is false for any other.
func (p *Projection) Names() (names []string, ok bool) {
	for name, child := range p.names {
		if !child.whole {
			return nil, false
		}
		names = append(names, UnescapeText(name))
	}
	slices.Sort(names)
	return names, true
}

// Project appends the document of the parts of the item that the paths reach: members in document order, list elements
// without gaps in the order of the list, fragments of one element merged. A path that is not there gives nothing, and nor
// does a map or list of which no part is reached; `{}` stands for nothing at all.
func Project(dst []byte, it *Item, p *Projection) []byte { return ProjectDoc(dst, it.Doc, p) }

// ProjectDoc is Project for the stored document of an item.
func ProjectDoc(dst, doc []byte, p *Projection) []byte {
	var s wire.Scanner
	s.Init(doc)
	dst, _ = p.fields(dst, &s)
	return dst
}

// PickDoc appends the document of those top-level attributes of the stored document of an item that have one of the names, each given once.
func PickDoc(dst, doc []byte, names []string) []byte {
	var s wire.Scanner
	s.Init(doc)
	dst = append(dst, '{')
	s.EnterObject()
	for found := 0; found < len(names); {
		key, ok := s.NextKey()
		if !ok {
			break
		}
		if !isOneOf(key, names) {
			s.Skip()
			continue
		}
		if found++; found > 1 {
			dst = append(dst, ',')
		}
		dst = wire.AppendStringBytes(dst, key)
		dst = append(dst, ':')
		dst = append(dst, s.Raw()...)
	}
	return append(dst, '}')
}

// isOneOf says whether a name as documents have it is one of the names.
func isOneOf(key []byte, names []string) bool {
	for _, n := range names {
		if string(key) == EscapeText(n) {
			return true
		}
	}
	return false
}

// fields projects the map that stands next; found says whether a part of it was reached. It always appends a map.
func (p *Projection) fields(dst []byte, s *wire.Scanner) (doc []byte, found bool) {
	dst = append(dst, '{')
	s.EnterObject()
	for {
		key, ok := s.NextKey()
		if !ok {
			return append(dst, '}'), found
		}
		child := p.names[string(key)]
		if child == nil {
			s.Skip()
			continue
		}
		mark := len(dst)
		if found {
			dst = append(dst, ',')
		}
		dst = wire.AppendStringBytes(dst, key)
		dst = append(dst, ':')
		if dst, ok = child.value(dst, s); !ok {
			dst = dst[:mark]
		}
		found = found || ok
	}
}

// elements projects the list that stands next, as fields does a map.
func (p *Projection) elements(dst []byte, s *wire.Scanner) (doc []byte, found bool) {
	dst = append(dst, '[')
	s.EnterArray()
	for i := 0; s.NextElem(); i++ {
		child := p.indexes[i]
		if child == nil {
			s.Skip()
			continue
		}
		mark := len(dst)
		if found {
			dst = append(dst, ',')
		}
		var ok bool
		if dst, ok = child.value(dst, s); !ok {
			dst = dst[:mark]
		}
		found = found || ok
	}
	return append(dst, ']'), found
}

// value projects the value that stands next; ok is false when no path reaches a part of it, and what was appended is to be dropped.
func (p *Projection) value(dst []byte, s *wire.Scanner) (doc []byte, ok bool) {
	if p.whole {
		return append(dst, s.Raw()...), true
	}
	s.EnterObject()
	for {
		key, more := s.NextKey()
		if !more {
			return dst, ok
		}
		switch typ := typeOf(key); {
		case typ == M && p.names != nil:
			dst = append(dst, `{"M":`...)
			dst, ok = p.fields(dst, s)
			dst = append(dst, '}')
		case typ == L && p.indexes != nil:
			dst = append(dst, `{"L":`...)
			dst, ok = p.elements(dst, s)
			dst = append(dst, '}')
		default:
			s.Skip()
		}
	}
}
