package attr

import "bytes"

// SameItem says whether the documents are of deeply equal items: members of maps and sets have no order, and blanks do not count.
func SameItem(a, b []byte) (bool, error) {
	if bytes.Equal(a, b) {
		return true, nil
	}
	x, err := ParseItem(a)
	if err != nil {
		return false, err
	}
	y, err := ParseItem(b)
	if err != nil || x.Size != y.Size || len(x.Attrs) != len(y.Attrs) {
		return false, err
	}
	for i := range x.Attrs {
		v, w := x.Attrs[i].Value, Value{}
		if w, _ = y.Get(x.Attrs[i].Name); !sameValue(v, w) {
			return false, nil
		}
	}
	return true, nil
}

// sameValue compares values in canonical form, of which only maps may be written in several ways.
func sameValue(v, w Value) bool {
	switch {
	case v.Type != w.Type || v.Size != w.Size || v.Depth != w.Depth:
		return false
	case bytes.Equal(v.Doc, w.Doc):
		return true
	case v.Depth == 0:
		return false
	}
	return Equal(NodeOf(v), NodeOf(w))
}
