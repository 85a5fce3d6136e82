package engine

import (
	"encoding/binary"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// fillState notes how far an index is filled: the ids of table and index, and the key of the last item that was looked at.
func fillState(t *catalog.Table, x *catalog.Index, last *catalog.Key) []byte {
	state := binary.BigEndian.AppendUint64(nil, uint64(t.ID))
	state = binary.BigEndian.AppendUint32(state, uint32(x.ID))
	state = append(state, last.Token[:]...)
	return append(state, last.Sort...)
}

// filledTo is the key in a note of fillState; nil if it is not about that index.
func filledTo(t *catalog.Table, x *catalog.Index, state []byte) *catalog.Key {
	const ids, token = 8 + 4, 8 + 4 + len(attr.Token{})
	if len(state) < token || binary.BigEndian.Uint64(state) != uint64(t.ID) || binary.BigEndian.Uint32(state[8:]) != uint32(x.ID) {
		return nil
	}
	return &catalog.Key{Token: attr.Token(state[ids:token]), Sort: append([]byte{}, state[token:]...)}
}
