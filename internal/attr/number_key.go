package attr

// First bytes of a number's key.
const (
	keyNegative = 1
	keyZero     = 2
	keyPositive = 3
)

// appendKey appends bytes that sort as numbers do and are equal exactly when the numbers are: the sign, the exponent in a byte,
// then two digits in a byte. The bytes of a negative number are inverted and end with 0xFF, because the longer of two with
// the same beginning is the smaller. Zero is one byte, others have at most 22.
//
// With delimited, the bytes of a positive number end with 0 (a pair of digits never gives it), so that none is a prefix of
// another and more may follow.
func (x *number) appendKey(dst []byte, delimited bool) []byte {
	if x.n == 0 {
		return append(dst, keyZero)
	}
	sign, flip, end := byte(keyPositive), byte(0), byte(0)
	if x.neg {
		sign, flip, end = keyNegative, 0xFF, 0xFF
	}
	dst = append(dst, sign, byte(x.exp-1-minPower)^flip)
	for i := 0; i < x.n; i += 2 {
		pair := x.digits[i] * 10
		if i+1 < x.n {
			pair += x.digits[i+1]
		}
		dst = append(dst, (pair+1)^flip)
	}
	if x.neg || delimited {
		dst = append(dst, end)
	}
	return dst
}

// AppendNumberKey appends the key bytes of a canonical number, as AppendKeyBytes does for a value.
func AppendNumberKey(dst, canonical []byte) []byte {
	x := mustParse(canonical)
	return x.appendKey(dst, false)
}
