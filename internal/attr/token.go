package attr

import (
	"encoding/hex"
	"fmt"
	"math/big"
)

// Token is the fixed-size digest of an index or table partition key: it is what rows are clustered and scanned by.
type Token [16]byte

// MarshalText gives a token in hexadecimal, as definitions hold it.
func (t Token) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, t[:]), nil }

// UnmarshalText reads a token in hexadecimal.
func (t *Token) UnmarshalText(text []byte) error {
	if hex.DecodedLen(len(text)) != len(t) {
		return fmt.Errorf("token of %d digits", len(text))
	}
	_, err := hex.Decode(t[:], text)
	return err
}

// tokens is the number of all tokens.
var tokens = new(big.Int).Lsh(big.NewInt(1), 8*uint(len(Token{})))

// TokenRange is part i of n parts of all tokens, both ends included. The parts are as equal as can be, have no token in common and
// hold all of them.
func TokenRange(i, n int) (first, last Token) {
	end := firstToken(i+1, n)
	end.Sub(end, big.NewInt(1))
	firstToken(i, n).FillBytes(first[:])
	end.FillBytes(last[:])
	return first, last
}

func firstToken(i, n int) *big.Int {
	first := new(big.Int).Mul(tokens, big.NewInt(int64(i)))
	return first.Div(first, big.NewInt(int64(n)))
}
