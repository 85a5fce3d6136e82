package postgres

import (
	"bytes"
	"encoding/binary"
)

// row is one row of a result in binary form. Its bytes are valid until the next row is read.
type row [][]byte

func (r row) null(i int) bool { return r[i] == nil }

func (r row) bool(i int) bool { return len(r[i]) == 1 && r[i][0] == 1 }

// int reads an integer of any width; 0 for NULL.
func (r row) int(i int) int64 {
	switch len(r[i]) {
	case 2:
		return int64(int16(binary.BigEndian.Uint16(r[i])))
	case 4:
		return int64(int32(binary.BigEndian.Uint32(r[i])))
	case 8:
		return int64(binary.BigEndian.Uint64(r[i]))
	}
	return 0
}

// bytes copies a bytea; nil for NULL, never nil otherwise.
func (r row) bytes(i int) []byte {
	if r[i] == nil {
		return nil
	}
	return append(make([]byte, 0, len(r[i])), r[i]...)
}

func (r row) text(i int) string { return string(r[i]) }

// doc copies a jsonb; nil for NULL.
func (r row) doc(i int) []byte { return bytes.Clone(r.docText(i)) }

// docText is the text of a jsonb, not copied; nil for NULL.
func (r row) docText(i int) []byte { return jsonbText(r[i]) }

// jsonbText is the text of a jsonb in binary form: it stands behind a version byte.
func jsonbText(column []byte) []byte {
	if len(column) == 0 {
		return nil
	}
	return column[1:]
}

// ints reads an array of four-byte integers without NULLs.
func (r row) ints(i int) []int {
	const header, member = 20, 8
	if len(r[i]) < header {
		return nil
	}
	n := int(binary.BigEndian.Uint32(r[i][12:]))
	values := make([]int, 0, n)
	for at := header; len(values) < n && at+member <= len(r[i]); at += member {
		values = append(values, int(int32(binary.BigEndian.Uint32(r[i][at+4:]))))
	}
	return values
}
