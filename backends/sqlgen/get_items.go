package sqlgen

import (
	"encoding/binary"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// GetItems reads several rows of one table: the row's place among the reads counted from 1, size, item. Missing rows give nothing.
func (g *Generator) GetItems(reads []plan.Read) Statement {
	b := g.build("SELECT k.n, t.size, ")
	b.Text(g.d.SendBefore, "t.item", g.d.SendAfter, " FROM ")
	g.d.Keys(b, reads)
	b.Text(" JOIN ", ItemTable(reads[0].Table), " AS t ON t.token = k.token AND t.sk = k.sk")
	return g.plain(b, "get_items")
}

// keyLists are n keys as two arrays.
func keyLists(n int, key func(i int) *catalog.Key) (tokens, sks [][]byte) {
	tokens, sks = make([][]byte, n), make([][]byte, n)
	for i := range n {
		k := key(i)
		tokens[i], sks[i] = k.Token[:], k.Sort
	}
	return tokens, sks
}

// A list of keys as one argument of bytes has for each key its token, the length of its sort key in two bytes, big-endian, and the sort key.
const tokenSize = len(attr.Token{})

// KeyHead is the number of bytes in front of a sort key.
const KeyHead = tokenSize + 2

// keyBlob are the keys of reads as one argument.
func keyBlob(reads []plan.Read) []byte {
	size := 0
	for i := range reads {
		size += KeyHead + len(reads[i].Key.Sort)
	}
	blob := make([]byte, 0, size)
	for i := range reads {
		k := &reads[i].Key
		blob = append(blob, k.Token[:]...)
		blob = binary.BigEndian.AppendUint16(blob, uint16(len(k.Sort)))
		blob = append(blob, k.Sort...)
	}
	return blob
}

// SortLength reads the length of a sort key from the bytes in front of it.
func SortLength(head []byte) int { return int(binary.BigEndian.Uint16(head[tokenSize:KeyHead])) }
