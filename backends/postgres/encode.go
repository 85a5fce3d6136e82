package postgres

import (
	"encoding/binary"
	"fmt"

	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

// Formats of values in the protocol.
const (
	textFormat   int16 = 0
	binaryFormat int16 = 1
)

// OIDs of array members.
const (
	oidBytea = 17
	oidInt8  = 20
	oidText  = 25
	oidJSONB = 3802
)

// params are the arguments of one statement in the form of the protocol.
type params struct {
	values  [][]byte
	formats []int16
}

// encode turns arguments into protocol values. The statement text casts every parameter, so the type of the argument says its
// type in the database.
func encode(args []any) (params, error) {
	p := params{values: make([][]byte, len(args)), formats: make([]int16, len(args))}
	for i, arg := range args {
		p.formats[i] = binaryFormat
		switch v := arg.(type) {
		case []byte:
			p.values[i] = v
		case string:
			p.values[i], p.formats[i] = []byte(v), textFormat
		case int64:
			p.values[i] = binary.BigEndian.AppendUint64(make([]byte, 0, 8), uint64(v))
		case sqlgen.Doc:
			p.values[i], p.formats[i] = v, textFormat
		case [][]byte:
			p.values[i] = array(oidBytea, v, "")
		case []string:
			p.values[i] = array(oidText, v, "")
		case []sqlgen.Doc:
			p.values[i] = array(oidJSONB, v, "\x01") // jsonb's binary form is a version and the text
		case []int64:
			p.values[i] = intArray(v)
		default:
			return params{}, fmt.Errorf("argument %d of unknown type %T", i+1, arg)
		}
	}
	return p, nil
}

// arrayHeader begins a one-dimensional array without NULLs.
func arrayHeader(oid uint32, n, size int) []byte {
	dst := make([]byte, 0, 20+size)
	dims := uint32(1)
	if n == 0 {
		dims = 0
	}
	dst = binary.BigEndian.AppendUint32(dst, dims)
	dst = binary.BigEndian.AppendUint32(dst, 0)
	dst = binary.BigEndian.AppendUint32(dst, oid)
	if n == 0 {
		return dst
	}
	dst = binary.BigEndian.AppendUint32(dst, uint32(n))
	return binary.BigEndian.AppendUint32(dst, 1)
}

// array is the binary form of an array; prefix stands before each member's bytes.
func array[T ~string | ~[]byte](oid uint32, members []T, prefix string) []byte {
	size := 0
	for _, m := range members {
		size += 4 + len(prefix) + len(m)
	}
	dst := arrayHeader(oid, len(members), size)
	for _, m := range members {
		dst = binary.BigEndian.AppendUint32(dst, uint32(len(prefix)+len(m)))
		dst = append(dst, prefix...)
		dst = append(dst, m...)
	}
	return dst
}

func intArray(members []int64) []byte {
	dst := arrayHeader(oidInt8, len(members), 12*len(members))
	for _, m := range members {
		dst = binary.BigEndian.AppendUint32(dst, 8)
		dst = binary.BigEndian.AppendUint64(dst, uint64(m))
	}
	return dst
}
