package attr

import (
	"strconv"

	"github.com/ddbsql/ddbsql/internal/wire"
)

// NodeOf gives the value as a tree; a node of type Invalid for a value without document.
func NodeOf(v Value) *Node {
	var s wire.Scanner
	s.Init(v.Doc)
	return readNode(&s)
}

// Fields gives the attributes of the item as trees, in document order.
func (it *Item) Fields() []Field {
	fields := make([]Field, len(it.Attrs))
	for i := range it.Attrs {
		fields[i] = Field{Name: it.Attrs[i].Name, Node: NodeOf(it.Attrs[i].Value)}
	}
	return fields
}

// readNode reads the value document that stands next.
func readNode(s *wire.Scanner) *Node {
	n := &Node{}
	s.EnterObject()
	for {
		key, ok := s.NextKey()
		if !ok {
			return n
		}
		n.Type = typeOf(key)
		n.readContent(s)
	}
}

func (n *Node) readContent(s *wire.Scanner) {
	switch n.Type {
	case S, N:
		n.Text = docText(s)
	case B:
		n.Text = decodedText(s)
	case SS, NS, BS:
		n.readSet(s)
	case M:
		n.readMap(s)
	case L:
		for s.EnterArray(); s.NextElem(); {
			n.List = append(n.List, readNode(s))
		}
	case BOOL, NULL:
		n.Text = strconv.FormatBool(s.Bool())
	default:
		s.Skip()
	}
}

func (n *Node) readSet(s *wire.Scanner) {
	read := docText
	if n.Type == BS {
		read = decodedText
	}
	for s.EnterArray(); s.NextElem(); {
		n.Set = append(n.Set, read(s))
	}
}

func decodedText(s *wire.Scanner) string {
	return string(appendDecoded(nil, s.StringBytes()))
}

func (n *Node) readMap(s *wire.Scanner) {
	s.EnterObject()
	for {
		key, ok := s.NextKey()
		if !ok {
			return
		}
		name := UnescapeText(string(key))
		n.Map = append(n.Map, Field{Name: name, Node: readNode(s)})
	}
}
