package attr

import (
	"fmt"
	"sync"

	"github.com/ddbsql/ddbsql/internal/wire"
)

// builder turns typed JSON into a document in one pass: each value is appended to doc as soon as it is read.
//
// It reads requests, and documents that come back from the database (stored), whose strings have U+0000 escaped already.
type builder struct {
	s       *wire.Scanner
	stored  bool
	doc     []byte
	old     bool     // a form of the older validation layer was seen
	members []member // a stack: the members of all maps that are open
	set     []element
	scratch []byte
	slots   []int32      // hash table of duplicate names
	own     wire.Scanner // of a stored document
	names   wire.Scanner // of single names
	seen    nameCache
}

// meta is what is known of a value besides its document.
type meta struct {
	typ     Type
	size    int
	depth   int
	problem *Problem
}

// member is a member of a map: doc[name:value] holds its name and the colon, doc[value:end] its value.
type member struct {
	name, value, end int
	nameSize         int
	plain            bool     // the name has no escapes
	problem          *Problem // of the name
	meta             meta
}

var builders = sync.Pool{New: func() any { return new(builder) }}

// keepBytes bounds the buffers of a builder that goes back to the pool.
const keepBytes = 1 << 20

func newBuilder(s *wire.Scanner) *builder {
	b := builders.Get().(*builder)
	b.s = s
	return b
}

// newStoredBuilder reads a document.
func newStoredBuilder(doc []byte) *builder {
	b := newBuilder(nil)
	b.stored = true
	b.own.Init(doc)
	b.s = &b.own
	return b
}

func (b *builder) release() {
	if cap(b.doc) > keepBytes || cap(b.scratch) > keepBytes || cap(b.members) > 1<<12 || cap(b.set) > 1<<12 {
		return
	}
	b.s, b.stored, b.old = nil, false, false
	b.own.Init(nil)
	b.names.Init(nil)
	b.doc, b.members = b.doc[:0], b.members[:0]
	builders.Put(b)
}

// finish completes the problem of a whole value or item.
func (b *builder) finish(p *Problem, depth, limit int) *Problem {
	if depth > limit {
		p = TooDeep()
	}
	b.old = b.old || depth >= deepBody
	if p != nil {
		p.OldLayer = b.old
	}
	return p
}

// ScanValue reads one AttributeValue of a request. What the service refuses with a ValidationException is left in the value's
// Problem; what it cannot even read fails the scanner: broken JSON, and tokens of a wrong kind (Want is wire.Base64 for a B).
func ScanValue(s *wire.Scanner) Value {
	b := newBuilder(s)
	defer b.release()
	return b.wholeValue()
}

func (b *builder) wholeValue() Value {
	m := b.value()
	if b.s.Err() != nil {
		return Value{}
	}
	p := b.finish(m.problem, m.depth, MaxDepth)
	v := Value{Type: m.typ, Size: m.size, Depth: m.depth, Problem: p, OldLayer: b.old}
	if v.Problem == nil {
		v.Doc = append(make([]byte, 0, len(b.doc)), b.doc...)
	}
	return v
}

// ScanItem reads an object of names and AttributeValues as ScanValue reads a value. Of members with the same name the last
// counts.
func ScanItem(s *wire.Scanner) Item {
	b := newBuilder(s)
	defer b.release()
	return b.wholeItem()
}

func (b *builder) wholeItem() Item {
	m := b.fields()
	if b.s.Err() != nil {
		return Item{}
	}
	p := b.finish(m.problem, m.depth, MaxDepth)
	it := Item{
		Doc:      append(make([]byte, 0, len(b.doc)), b.doc...),
		Size:     b.itemSize(m),
		Problem:  p,
		OldLayer: b.old,
	}
	it.Attrs = b.attrs(it.Doc)
	return it
}

// itemSize is the size of an item, which unlike a map costs nothing for itself and its members.
func (b *builder) itemSize(m meta) int {
	return m.size - containerOverhead - memberOverhead*len(b.members)
}

// attrs lists the members of the item that was read; doc is the copy of the document that values alias. Names that were not seen lately are
// parts of one string, to allocate once.
func (b *builder) attrs(doc []byte) []Attr {
	attrs := make([]Attr, len(b.members))
	names := b.scratch[:0]
	for i := range b.members {
		m := &b.members[i]
		if m.plain { // mostly
			if attrs[i].Name = b.seen.find(doc[m.name+1 : m.value-2]); attrs[i].Name == "" {
				names = append(names, doc[m.name+1:m.value-2]...)
			}
		} else {
			b.names.Init(doc[m.name : m.value-1])
			names = appendDocText(names, &b.names)
		}
		v := &attrs[i].Value
		v.Type, v.Size, v.Depth, v.Problem = m.meta.typ, m.meta.size, m.meta.depth, m.meta.problem
		if v.Problem == nil && v.Depth <= MaxDepth {
			v.Doc = doc[m.value:m.end:m.end]
		}
	}
	if b.scratch = names; len(names) > 0 {
		b.nameNew(attrs, string(names))
	}
	return attrs
}

// nameNew names the attributes that have no name yet, by the parts of a string in their order.
func (b *builder) nameNew(attrs []Attr, names string) {
	keep := len(names) <= keepNames
	for i := range attrs {
		if attrs[i].Name != "" {
			continue
		}
		size := b.members[i].nameSize
		attrs[i].Name, names = names[:size], names[size:]
		if keep {
			b.seen.add(attrs[i].Name)
		}
	}
}

// ParseValue reads the document of a value, which may have blanks, into canonical form.
func ParseValue(doc []byte) (Value, error) {
	b := newStoredBuilder(doc)
	defer b.release()
	v := b.wholeValue()
	return v, b.storedError(v.Problem)
}

// ParseItem reads the document of an item, which may have blanks, into canonical form.
func ParseItem(doc []byte) (Item, error) {
	b := newStoredBuilder(doc)
	defer b.release()
	it := b.wholeItem()
	return it, b.storedError(it.Problem)
}

// storedError reports a document that no writer of this program can have made.
func (b *builder) storedError(p *Problem) error {
	b.s.Finish()
	if err := b.s.Err(); err != nil {
		return fmt.Errorf("corrupt document: %w", err)
	}
	if p != nil && p.Code != ProblemNesting {
		return fmt.Errorf("corrupt document: %s", p.Message)
	}
	return nil
}

// SizeOf is the DynamoDB size in bytes of the item whose document this is.
func SizeOf(doc []byte) (int, error) {
	b := newStoredBuilder(doc)
	defer b.release()
	m := b.fields()
	return b.itemSize(m), b.storedError(m.problem)
}
