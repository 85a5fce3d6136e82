package attr

import (
	"bytes"
	"hash/maphash"
)

// fields appends the object of names and AttributeValues that stands next. Its members stay on the stack, for the caller to use
// and to take off.
func (b *builder) fields() meta {
	base := len(b.members)
	b.doc = append(b.doc, '{')
	if !b.s.EnterObject() {
		return meta{}
	}
	for {
		key, ok := b.s.NextKey()
		if !ok {
			break
		}
		if len(b.members) > base {
			b.doc = append(b.doc, ',')
		}
		m := member{name: len(b.doc), plain: b.s.Plain()}
		m.nameSize = b.text(key)
		m.problem = nameProblem(m.nameSize)
		b.doc = append(b.doc, ':')
		m.value = len(b.doc)
		m.meta = b.value()
		m.end = len(b.doc)
		b.members = append(b.members, m)
	}
	if b.s.Err() != nil {
		return meta{}
	}
	b.dropDuplicates(base)
	b.doc = append(b.doc, '}')
	total := meta{size: containerOverhead, depth: 1}
	for i := range b.members[base:] {
		m := &b.members[base+i]
		if total.problem == nil {
			total.problem = m.problem
		}
		total.take(m.meta)
		total.size += memberOverhead + m.nameSize
	}
	return total
}

func nameProblem(size int) *Problem {
	switch {
	case size == 0:
		return problem(ProblemEmptyName, msgEmptyName)
	case size > MaxNameBytes:
		return problem(ProblemNameTooLong, msgNameTooLong)
	}
	return nil
}

// fewMembers is the size of a map up to which comparing all names with each other beats hashing them.
const fewMembers = 8

// dropDuplicates removes members of the map whose members begin at base that a later member of the same name replaces.
func (b *builder) dropDuplicates(base int) {
	members := b.members[base:]
	found := false
	if len(members) <= fewMembers {
		for i := range members {
			for j := i + 1; j < len(members) && !members[i].replaced(); j++ {
				if bytes.Equal(b.name(&members[i]), b.name(&members[j])) {
					members[i].replace()
					found = true
				}
			}
		}
	} else {
		found = b.hashNames(members)
	}
	if found {
		b.compact(base)
	}
}

// name is the member's name as the document has it, quoted.
func (b *builder) name(m *member) []byte { return b.doc[m.name : m.value-1] }

// replace marks a member to be dropped.
func (m *member) replace() { m.end = -1 }

func (m *member) replaced() bool { return m.end < 0 }

var nameSeed = maphash.MakeSeed()

// hashNames marks the members that a later one of the same name replaces, and says whether there are any.
func (b *builder) hashNames(members []member) (found bool) {
	size := 16
	for size < 2*len(members) {
		size *= 2
	}
	if cap(b.slots) < size {
		b.slots = make([]int32, size)
	}
	slots := b.slots[:size]
	clear(slots)
	for i := range members {
		name := b.name(&members[i])
		at := int(maphash.Bytes(nameSeed, name)) & (size - 1)
		for slots[at] != 0 {
			if earlier := &members[slots[at]-1]; bytes.Equal(b.name(earlier), name) {
				earlier.replace()
				found = true
				break
			}
			at = (at + 1) & (size - 1)
		}
		slots[at] = int32(i + 1)
	}
	return found
}

// compact removes the replaced members from the stack and their text from the end of the document.
func (b *builder) compact(base int) {
	members := b.members[base:]
	to := members[0].name
	kept := members[:0]
	for _, m := range members {
		if m.replaced() {
			continue
		}
		if len(kept) > 0 {
			b.doc[to] = ','
			to++
		}
		shift := m.name - to
		to += copy(b.doc[to:], b.doc[m.name:m.end])
		m.name, m.value, m.end = m.name-shift, m.value-shift, m.end-shift
		kept = append(kept, m)
	}
	b.members = b.members[:base+len(kept)]
	b.doc = b.doc[:to]
}
