package attr

import "github.com/ddbsql/ddbsql/internal/wire"

// Column is a value inside of an item, under a name of its own.
type Column struct {
	Name string
	Path Path
}

// AppendColumns appends a document that has the values of an item's document that columns name; names must differ. A value that is not
// there gives nothing.
func AppendColumns(dst, doc []byte, columns []Column) []byte {
	dst = append(dst, '{')
	start := len(dst)
	for _, c := range columns {
		var s wire.Scanner
		s.Init(doc)
		if !findField(&s, c.Path[0].Name) || !descend(&s, c.Path[1:]) {
			continue
		}
		if len(dst) > start {
			dst = append(dst, ',')
		}
		dst = append(AppendDocString(dst, c.Name), ':')
		dst = append(dst, s.Raw()...)
	}
	return append(dst, '}')
}

// descend takes the scanner from in front of a value to in front of the value that the steps lead to; false when there is none.
func descend(s *wire.Scanner, steps Path) bool {
	for _, step := range steps {
		s.EnterObject()
		key, ok := s.NextKey()
		switch typ := typeOf(key); {
		case ok && typ == M && !step.IsIndex:
			if !findField(s, step.Name) {
				return false
			}
		case ok && typ == L && step.IsIndex:
			if !findElement(s, step.Index) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// findField enters the map that stands next and stops in front of the member of that name.
func findField(s *wire.Scanner, name string) bool {
	name = EscapeText(name)
	s.EnterObject()
	for {
		key, ok := s.NextKey()
		if !ok || string(key) == name {
			return ok
		}
		s.Skip()
	}
}

// findElement enters the list that stands next and stops in front of an element.
func findElement(s *wire.Scanner, index int) bool {
	s.EnterArray()
	for i := 0; s.NextElem(); i++ {
		if i == index {
			return true
		}
		s.Skip()
	}
	return false
}
