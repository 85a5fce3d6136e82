package sqlite

import (
	"bytes"

	"github.com/ddbsql/ddbsql/backends/sqlite/jsonb"
	"github.com/ddbsql/ddbsql/internal/attr"
)

func (f *function) equal(c *call) error {
	v, err := f.find(c)
	if err != nil {
		return err
	}
	for i := 2; i < len(c.args) && v.Tag != nil; i++ {
		same, err := f.same(v, jsonb.Typed(c.blob(i)))
		if err != nil {
			return err
		}
		if same {
			c.truth(true)
			return nil
		}
	}
	c.truth(false)
	return nil
}

// same says whether two values are deeply equal. Documents are canonical, so that texts and numbers are when their texts are.
func (f *function) same(a, b jsonb.Value) (bool, error) {
	if !bytes.Equal(a.Tag, b.Tag) {
		return false, nil
	}
	if same, known := jsonb.SameScalar(a, b); known {
		return same, nil
	}
	x, err := f.comparable(f.key[:0], a)
	if err != nil {
		return false, err
	}
	f.key = x
	y, err := f.comparable(f.other[:0], b)
	if err != nil {
		return false, err
	}
	f.other = y
	return bytes.Equal(x, y), nil
}

// order compares a value with one of comparable k; ok is false unless both are S, both N or both B.
func (f *function) order(v jsonb.Value, k []byte) (order int, ok bool, err error) {
	if len(k) == 0 || attr.Type(k[0]) > attr.B || typeOf(v.Tag) != attr.Type(k[0]) {
		return 0, false, nil
	}
	content, err := f.content(v)
	return bytes.Compare(content, k[1:]), err == nil, err
}

func (f *function) compare(c *call) error {
	v, err := f.find(c)
	if err != nil || v.Tag == nil {
		return err
	}
	order, ok, err := f.order(v, c.blob(2))
	if ok {
		c.number(int32(order))
	}
	return err
}

func (f *function) between(c *call) error {
	v, err := f.find(c)
	if err != nil || v.Tag == nil {
		return err
	}
	low, ok, err := f.order(v, c.blob(2))
	if err != nil || !ok {
		return err
	}
	high, ok, err := f.order(v, c.blob(3))
	if ok {
		c.truth(low >= 0 && high <= 0)
	}
	return err
}

// needle reads the third argument together with the value to look into; nil when one is missing, and the result NULL.
func (f *function) needle(c *call) (jsonb.Value, []byte, error) {
	v, err := f.find(c)
	if err != nil || v.Tag == nil {
		return v, nil, err
	}
	return v, c.blob(2), nil
}

func (f *function) beginsWith(c *call) error {
	v, prefix, err := f.needle(c)
	if err != nil || len(prefix) == 0 {
		return err
	}
	if t := typeOf(v.Tag); t != attr.S && t != attr.B || byte(t) != prefix[0] {
		c.truth(false)
		return nil
	}
	content, err := f.content(v)
	if err == nil {
		c.truth(bytes.HasPrefix(content, prefix[1:]))
	}
	return err
}

func (f *function) contains(c *call) error {
	v, needle, err := f.needle(c)
	if err != nil || len(needle) == 0 {
		return err
	}
	found := false
	switch t := typeOf(v.Tag); t {
	case attr.S, attr.B:
		var content []byte
		content, err = f.content(v)
		found = byte(t) == needle[0] && bytes.Contains(content, needle[1:])
	case attr.SS, attr.NS, attr.BS:
		found, err = f.member(v, needle, func(element []byte) jsonb.Value { return jsonb.Member(v.Tag, element) })
	case attr.L:
		found, err = f.member(v, needle, jsonb.Typed)
	}
	if err == nil {
		c.truth(found)
	}
	return err
}

// member says whether one of the elements, each made a value by of, equals the needle.
func (f *function) member(v jsonb.Value, needle []byte, of func(element []byte) jsonb.Value) (found bool, err error) {
	v.Elements(func(element []byte) (stop bool) {
		var key []byte
		if key, err = f.comparable(f.key[:0], of(element)); err != nil {
			return true
		}
		f.key = key
		found = bytes.Equal(key, needle)
		return found
	})
	return found, err
}
