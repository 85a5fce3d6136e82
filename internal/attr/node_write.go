package attr

import (
	"github.com/ddbsql/ddbsql/internal/wire"
)

// Value gives the tree as a value in document form, its sets sorted. Texts and names are taken as they are: numbers must be
// canonical, members of sets and names of members must differ. Problem is not set; a result may be deeper than MaxDepth.
func (n *Node) Value() Value {
	v := Value{Type: n.Type}
	v.Doc, v.Size, v.Depth = n.appendDoc(nil)
	return v
}

// ItemOf makes an item of attributes with different names.
func ItemOf(fields []Field) Item {
	it := Item{Attrs: make([]Attr, len(fields))}
	starts := make([]int, len(fields))
	doc := []byte{'{'}
	for i, f := range fields {
		if i > 0 {
			doc = append(doc, ',')
		}
		doc = AppendDocString(doc, f.Name)
		doc = append(doc, ':')
		starts[i] = len(doc)
		a := &it.Attrs[i]
		a.Name, a.Value.Type = f.Name, f.Node.Type
		doc, a.Value.Size, a.Value.Depth = f.Node.appendDoc(doc)
		it.Size += len(f.Name) + a.Value.Size
		// The length is all that counts here: doc may still move.
		a.Value.Doc = doc[starts[i]:]
	}
	it.Doc = append(doc, '}')
	for i, start := range starts {
		end := start + len(it.Attrs[i].Value.Doc)
		it.Attrs[i].Value.Doc = it.Doc[start:end:end]
	}
	return it
}

// appendDoc appends the document of the value and gives its size and depth.
func (n *Node) appendDoc(dst []byte) (doc []byte, size, depth int) {
	dst = append(dst, '{', '"')
	dst = append(dst, typeNames[n.Type]...)
	dst = append(dst, '"', ':')
	switch n.Type {
	case SS, NS, BS:
		dst, size = n.appendSet(dst)
	case M:
		dst, size, depth = n.appendMap(dst)
	case L:
		dst, size, depth = n.appendList(dst)
	default:
		dst, size = appendScalar(dst, n.Type, n.Text)
	}
	return append(dst, '}'), size, depth
}

// appendScalar appends the content of a scalar, or of a member of a set, whose scalar type is given.
func appendScalar(dst []byte, t Type, text string) ([]byte, int) {
	switch t {
	case S:
		return AppendDocString(dst, text), len(text)
	case N:
		return wire.AppendString(dst, text), NumberSize(text)
	case B:
		return wire.AppendBase64(dst, []byte(text)), len(text)
	default:
		return append(dst, text...), 1
	}
}

func (n *Node) appendSet(dst []byte) (doc []byte, size int) {
	member := n.Type - SS + S // SS, NS, BS stand in the order of S, N, B
	dst = append(dst, '[')
	for i, text := range n.sortedSet() {
		if i > 0 {
			dst = append(dst, ',')
		}
		var memberSize int
		dst, memberSize = appendScalar(dst, member, text)
		size += memberSize
	}
	return append(dst, ']'), size
}

func (n *Node) appendMap(dst []byte) (doc []byte, size, depth int) {
	m := meta{size: containerOverhead, depth: 1}
	dst = append(dst, '{')
	for i, f := range n.Map {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = AppendDocString(dst, f.Name)
		dst = append(dst, ':')
		var v meta
		dst, v.size, v.depth = f.Node.appendDoc(dst)
		m.take(v)
		m.size += memberOverhead + len(f.Name)
	}
	return append(dst, '}'), m.size, m.depth
}

func (n *Node) appendList(dst []byte) (doc []byte, size, depth int) {
	m := meta{size: containerOverhead, depth: 1}
	dst = append(dst, '[')
	for i, member := range n.List {
		if i > 0 {
			dst = append(dst, ',')
		}
		var v meta
		dst, v.size, v.depth = member.appendDoc(dst)
		m.take(v)
		m.size += memberOverhead
	}
	return append(dst, ']'), m.size, m.depth
}
