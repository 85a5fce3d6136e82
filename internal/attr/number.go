package attr

import "math"

// The range of the power of ten of a number's first digit.
const (
	minPower = -130
	maxPower = 125
)

// number is an exact decimal: 0.d1d2d3... times 10 to the exp. Neither the first nor the last digit is 0, so equal numbers
// are equal structs; zero has no digits, no sign and exp 0.
type number struct {
	neg    bool
	exp    int // minPower+1 to maxPower+1
	n      int // digits in use
	digits [MaxDigits]byte
}

// mantissa is a number while its text is read.
type mantissa struct {
	number
	zeros    int  // zeros read since the last digit that counts
	any      bool // a digit was read
	fraction int  // digits read behind the point
	tooLong  bool // more digits than MaxDigits
}

// parse reads the text of a number: sign, digits with at most one point, exponent. It allocates nothing, whatever the exponent.
func parse[T string | []byte](text T, x *number) *Problem {
	var m mantissa
	i := 0
	if i < len(text) && (text[i] == '+' || text[i] == '-') {
		m.neg = text[i] == '-'
		i++
	}
	for point := false; i < len(text); i++ {
		if c := text[i]; c-'0' <= 9 {
			m.digit(c-'0', point)
		} else if c == '.' && !point {
			point = true
		} else {
			break
		}
	}
	if !m.any {
		return numberProblem(msgNotNumber + string(text))
	}
	power := 0
	if i < len(text) {
		var ok bool
		if power, ok = parseExponent(text[i:]); !ok {
			return numberProblem(msgNotNumber + string(text))
		}
	}
	return m.finish(power, x)
}

// digit takes the next digit.
func (m *mantissa) digit(d byte, behindPoint bool) {
	m.any = true
	if behindPoint {
		m.fraction++
	}
	if d == 0 && m.n == 0 {
		if behindPoint {
			m.exp--
		}
		return
	}
	if !behindPoint {
		m.exp++
	}
	if d == 0 {
		m.zeros++
		return
	}
	if m.zeros >= MaxDigits-m.n {
		m.tooLong = true
		return
	}
	m.n += m.zeros // the array holds zeros where nothing was written
	m.zeros = 0
	m.digits[m.n] = d
	m.n++
}

// finish applies the exponent and checks precision, then magnitude. A zero is held to the magnitude it would have if its last
// digit were a 1, as the service does.
func (m *mantissa) finish(power int, x *number) *Problem {
	if m.tooLong {
		return numberProblem(msgPrecision)
	}
	*x = m.number
	x.exp += power
	if x.n == 0 {
		x.exp = power - m.fraction + 1
	}
	if p := x.checkMagnitude(); p != nil {
		return p
	}
	if x.n == 0 {
		*x = number{}
	}
	return nil
}

func (x *number) checkMagnitude() *Problem {
	switch power := x.exp - 1; {
	case power > maxPower:
		return numberProblem(msgOverflow)
	case power < minPower:
		return numberProblem(msgUnderflow)
	}
	return nil
}

// exponentBound is beyond every exponent that a text within the request limits could bring back into range.
const exponentBound = 1 << 40

// parseExponent reads "e", a sign and digits. Exponents beyond 64 bits are no numbers to the service; others are clamped to
// exponentBound.
func parseExponent[T string | []byte](text T) (int, bool) {
	if text[0]|0x20 != 'e' {
		return 0, false
	}
	i := 1
	neg := false
	if i < len(text) && (text[i] == '+' || text[i] == '-') {
		neg = text[i] == '-'
		i++
	}
	if i == len(text) {
		return 0, false
	}
	limit := uint64(math.MaxInt64)
	if neg {
		limit++
	}
	var v uint64
	for ; i < len(text); i++ {
		d := uint64(text[i] - '0')
		if d > 9 || v > (limit-d)/10 {
			return 0, false
		}
		v = v*10 + d
	}
	power := int(min(v, exponentBound))
	if neg {
		power = -power
	}
	return power, true
}
