package translator

import (
	"bytes"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// sortRange is the range of sort key bytes that conditions on the first sort key attributes leave; all but the last are
// equalities.
func sortRange(keys []catalog.KeyAttr, conditions []keyCondition) plan.Range {
	if len(conditions) == 0 {
		return plan.Range{}
	}
	last := len(conditions) - 1
	p := place{final: last == len(keys)-1}
	for _, c := range conditions[:last] {
		p.prefix = attr.AppendKeyPart(p.prefix, c.values[0])
	}
	return p.bounds(conditions[last])
}

// place is where the bytes of one sort key attribute stand in those of the whole sort key: behind the bytes of the
// attributes before it, and at the end of all when it is the final one. The bytes of an attribute that is not final end
// themselves, and those of the others follow.
type place struct {
	prefix []byte
	final  bool
}

// bounds is the range of all sort keys that meet a condition on the attribute.
func (p place) bounds(c keyCondition) plan.Range {
	var r plan.Range
	v := c.values[0]
	switch c.op {
	case keyEQ:
		p.from(&r, v)
		p.until(&r, v)
	case keyLT:
		p.fromStart(&r)
		p.before(&r, v)
	case keyLE:
		p.fromStart(&r)
		p.until(&r, v)
	case keyGT:
		p.after(&r, v)
		p.untilEnd(&r)
	case keyGE:
		p.from(&r, v)
		p.untilEnd(&r)
	case keyBetween:
		p.from(&r, v)
		p.until(&r, c.values[1])
	case keyBeginsWith:
		p.beginning(&r, v)
	default:
		panic("translator: a key condition of unknown kind")
	}
	return r
}

// at is the beginning of all sort keys with that value in this place; the whole key if the place is final.
func (p place) at(v attr.Value) []byte {
	b := append([]byte{}, p.prefix...)
	if p.final {
		return attr.AppendKeyBytes(b, v)
	}
	return attr.AppendKeyPart(b, v)
}

func (p place) from(r *plan.Range, v attr.Value) { r.Low = p.at(v) }

func (p place) after(r *plan.Range, v attr.Value) {
	r.Low, r.LowOpen = p.at(v), p.final
	if !p.final {
		r.Low = behind(r.Low)
	}
}

func (p place) until(r *plan.Range, v attr.Value) {
	r.High, r.HighOpen = p.at(v), !p.final
	if !p.final {
		r.High = behind(r.High)
	}
}

func (p place) before(r *plan.Range, v attr.Value) { r.High, r.HighOpen = p.at(v), true }

func (p place) fromStart(r *plan.Range) { r.Low = p.prefix }

func (p place) untilEnd(r *plan.Range) {
	if p.prefix != nil {
		r.High, r.HighOpen = behind(p.prefix), true
	}
}

// keyPartEnd is how many bytes AppendKeyPart ends strings and binaries with.
const keyPartEnd = 2

func (p place) beginning(r *plan.Range, v attr.Value) {
	r.Low = p.at(v)
	if !p.final {
		r.Low = r.Low[:len(r.Low)-keyPartEnd]
	}
	if r.High = behind(r.Low); r.High != nil {
		r.HighOpen = true
	}
}

// behind is the first key behind all that begin with b; nil when there is none.
func behind(b []byte) []byte {
	next := append([]byte{}, b...)
	for len(next) > 0 {
		last := len(next) - 1
		if next[last] != 0xFF {
			next[last]++
			return next
		}
		next = next[:last]
	}
	return nil
}

// inRange says whether a sort key is in the range.
func inRange(r plan.Range, sort []byte) bool {
	if r.Low != nil {
		if c := bytes.Compare(sort, r.Low); c < 0 || c == 0 && r.LowOpen {
			return false
		}
	}
	if r.High != nil {
		if c := bytes.Compare(sort, r.High); c > 0 || c == 0 && r.HighOpen {
			return false
		}
	}
	return true
}
