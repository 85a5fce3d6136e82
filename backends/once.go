package backends

import (
	"bytes"
	"encoding/binary"
	"errors"

	"github.com/ddbsql/ddbsql/translator/plan"
)

// EncodeSizes is what is kept of a write that must not happen twice: the larger size of each item before and after.
func EncodeSizes(results []WriteResult) []byte {
	var dst []byte
	for i := range results {
		dst = binary.AppendUvarint(dst, uint64(max(results[i].OldSize, results[i].NewSize)))
	}
	return dst
}

// Replay fills in the results of a plan whose name is taken, by what was kept of the write that has it. CodeOnceMismatch if
// that was another one.
func Replay(p *plan.Write, digest, sizes []byte, results []WriteResult) error {
	if !bytes.Equal(p.Once.Digest[:], digest) {
		return &Error{Code: CodeOnceMismatch, Op: "write"}
	}
	for i := range results {
		size, n := binary.Uvarint(sizes)
		if n <= 0 {
			return &Error{Code: CodeInternal, Op: "write", Err: errors.New("the kept sizes of a write are damaged")}
		}
		results[i] = WriteResult{Replayed: true, OldSize: int(size)}
		sizes = sizes[n:]
	}
	return nil
}
