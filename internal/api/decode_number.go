package api

import (
	"math"
	"strconv"
	"time"

	"github.com/ddbsql/ddbsql/internal/wire"
)

func (d *decoder) double() float64 {
	if !d.want(wire.Number, target{class: "Double"}) {
		return 0
	}
	v, _ := strconv.ParseFloat(string(d.s.Number()), 64)
	return v
}

// time reads seconds since 1970 with a fraction.
func (d *decoder) time() time.Time {
	if !d.want(wire.Number, target{class: "Timestamp"}) {
		return time.Time{}
	}
	return time.UnixMilli(wholeNumber(d.s.Number(), 3, 64)).UTC()
}

// maxExponent bounds the exponents that are told apart: far beyond what any integer holds.
const maxExponent = 1 << 20

// wholeNumber reads JSON number text times ten to the shift as the service reads integers: a fraction is dropped, and
// what does not fit the bits stops at the largest or smallest integer that does.
func wholeNumber(text []byte, shift, bits int) int64 {
	limit := uint64(math.MaxInt64)
	if bits == 32 {
		limit = math.MaxInt32
	}
	negative := len(text) > 0 && text[0] == '-'
	if negative {
		text = text[1:]
		limit++
	}
	digits, point := splitNumber(text)
	point += shift
	var n uint64
	for i := 0; i < point && (i < len(digits) || n > 0); i++ {
		var digit uint64
		if i < len(digits) {
			digit = uint64(digits[i] - '0')
		}
		if n > (limit-digit)/10 {
			n = limit
			break
		}
		n = n*10 + digit
	}
	if negative {
		return -int64(n)
	}
	return int64(n)
}

// splitNumber gives the digits of an unsigned JSON number and how many of them stand before the point once the
// exponent is applied.
func splitNumber(text []byte) (digits []byte, point int) {
	point = -1
	for i, b := range text {
		switch {
		case b == '.':
			point = len(digits)
		case b == 'e' || b == 'E':
			if point < 0 {
				point = len(digits)
			}
			return digits, point + exponent(text[i+1:])
		default:
			digits = append(digits, b)
		}
	}
	if point < 0 {
		point = len(digits)
	}
	return digits, point
}

func exponent(text []byte) int {
	n, sign := 0, 1
	for _, b := range text {
		switch {
		case b == '-':
			sign = -1
		case b >= '0' && b <= '9' && n < maxExponent:
			n = n*10 + int(b-'0')
		}
	}
	return sign * n
}
