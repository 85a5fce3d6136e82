package attr

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/ddbsql/ddbsql/internal/wire"
)

// element is a member of the set being read: doc[start:end] holds its text in the document, scratch[key:keyEnd] bytes that order it
// among the others and are equal for equal members.
type element struct{ start, end, key, keyEnd int }

// setOf appends the set that stands next, sorted.
func (b *builder) setOf(typ Type) meta {
	var m meta
	b.doc = append(b.doc, '[')
	start := len(b.doc)
	b.set, b.scratch = b.set[:0], b.scratch[:0]
	b.s.EnterArray()
	for b.s.NextElem() {
		if len(b.set) > 0 {
			b.doc = append(b.doc, ',')
		}
		e := element{start: len(b.doc), key: len(b.scratch)}
		size, p := b.element(typ)
		e.end, e.keyEnd = len(b.doc), len(b.scratch)
		b.set = append(b.set, e)
		m.size += size
		m.problem = worse(m.problem, p)
	}
	switch {
	case b.s.Err() != nil || m.problem != nil:
	case len(b.set) == 0:
		m.problem = problem(ProblemEmptySet, emptySetTexts[typ])
	default:
		m.problem = b.sortSet(typ, start)
	}
	b.doc = append(b.doc, ']')
	return m
}

// element appends the next member of a set to the document, and the bytes that order it to the scratch buffer.
func (b *builder) element(typ Type) (size int, p *Problem) {
	if b.s.Kind() == wire.Null {
		b.s.Null()
		return 0, problem(ProblemNullMember, nullMemberTexts[typ])
	}
	switch typ {
	case SS:
		raw := b.s.StringBytes()
		b.scratch = append(b.scratch, raw...)
		return b.text(raw), nil
	case NS:
		var x number
		m := b.number(&x)
		b.scratch = x.appendKey(b.scratch, false)
		return m.size, m.problem
	default:
		raw, size := b.binary()
		b.scratch = appendDecoded(b.scratch, raw)
		return size, nil
	}
}

// sortSet sorts the set whose text begins at start, and refuses it if two members are equal.
func (b *builder) sortSet(typ Type, start int) *Problem {
	compare := func(x, y element) int {
		return bytes.Compare(b.scratch[x.key:x.keyEnd], b.scratch[y.key:y.keyEnd])
	}
	sorted := slices.IsSortedFunc(b.set, compare)
	if !sorted {
		slices.SortFunc(b.set, compare)
	}
	for i := 1; i < len(b.set); i++ {
		if compare(b.set[i-1], b.set[i]) == 0 {
			return b.duplicates(typ)
		}
	}
	if !sorted {
		b.rewriteSet(start)
	}
	return nil
}

// rewriteSet puts the texts of the sorted members in their order. It uses the scratch buffer, whose content is not needed any more.
func (b *builder) rewriteSet(start int) {
	out := b.scratch[:0]
	for i, e := range b.set {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, b.doc[e.start:e.end]...)
	}
	copy(b.doc[start:], out)
	b.scratch = out
}

// duplicates makes the problem of a set with equal members, which names the members in the order of the request.
func (b *builder) duplicates(typ Type) *Problem {
	slices.SortFunc(b.set, func(x, y element) int { return cmp.Compare(x.start, y.start) })
	members := make([]string, len(b.set))
	for i, e := range b.set {
		if typ == SS {
			members[i] = string(b.scratch[e.key:e.keyEnd])
		} else {
			members[i] = string(b.doc[e.start+1 : e.end-1])
		}
	}
	return duplicateProblem(typ, members)
}
