package translator

import (
	"strconv"
	"strings"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// path binds a document path.
func (e *expression) path(p *ast.Path) (attr.Path, *apierr.Error) {
	bound := make(attr.Path, len(p.Elements))
	for i, el := range p.Elements {
		switch {
		case el.Name == "" && !el.Literal:
			bound[i] = attr.Step{Index: el.Index, IsIndex: true}
		case el.Literal || el.Name[0] != '#':
			bound[i] = attr.Step{Name: el.Name}
		default:
			name, ok := e.name(el.Name)
			if !ok {
				return nil, e.refuse("An expression attribute name used in the document path is not defined; attribute name: " + el.Name)
			}
			bound[i] = attr.Step{Name: name}
		}
	}
	e.paths = append(e.paths, bound)
	return bound, nil
}

// pathText writes a path the way the service's refusals do: [a, [0], b].
func pathText(p attr.Path) string {
	var b strings.Builder
	b.WriteByte('[')
	for i, s := range p {
		if i > 0 {
			b.WriteString(", ")
		}
		if s.IsIndex {
			b.WriteString("[" + strconv.Itoa(s.Index) + "]")
		} else {
			b.WriteString(s.Name)
		}
	}
	b.WriteByte(']')
	return b.String()
}

func samePath(a, b attr.Path) bool { return len(a) == len(b) && pathRelation(a, b) == overlapping }

// relation is how two paths of one expression stand to each other.
type relation uint8

const (
	apart       relation = iota
	overlapping          // one leads through the other, or they are the same
	conflicting          // they take the same value for a map and for a list
)

func pathRelation(a, b attr.Path) relation {
	for i := range min(len(a), len(b)) {
		if a[i].IsIndex != b[i].IsIndex {
			return conflicting
		}
		if a[i] != b[i] {
			return apart
		}
	}
	return overlapping
}

// wantApart refuses the first two paths that overlap or conflict. Paths stand in the order of the text.
func (e *expression) wantApart(paths []attr.Path) *apierr.Error {
	if len(paths) < 2 {
		return nil
	}
	roots := make(map[string][]attr.Path, len(paths))
	for _, p := range paths {
		for _, earlier := range roots[p[0].Name] {
			word := ""
			switch pathRelation(earlier, p) {
			case overlapping:
				word = "overlap"
			case conflicting:
				word = "conflict"
			default:
				continue
			}
			return e.refuse("Two document paths " + word + " with each other; must remove or rewrite one of these paths; path one: " +
				pathText(earlier) + ", path two: " + pathText(p))
		}
		roots[p[0].Name] = append(roots[p[0].Name], p)
	}
	return nil
}
