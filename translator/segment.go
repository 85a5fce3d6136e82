package translator

import (
	"math/big"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// tokens is the number of all tokens.
var tokens = new(big.Int).Lsh(big.NewInt(1), 8*uint(len(attr.Token{})))

// segmentOf is the range of tokens of one of total segments. The segments are as equal as can be, have no token in
// common and hold all of them.
func segmentOf(segment, total int32) *plan.Segment {
	last := firstToken(segment+1, total)
	last.Sub(last, big.NewInt(1))
	s := &plan.Segment{}
	firstToken(segment, total).FillBytes(s.First[:])
	last.FillBytes(s.Last[:])
	return s
}

func firstToken(segment, total int32) *big.Int {
	n := new(big.Int).Mul(tokens, big.NewInt(int64(segment)))
	return n.Div(n, big.NewInt(int64(total)))
}
