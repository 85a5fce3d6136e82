package attr

// appendText appends the canonical text: plain decimal digits without exponent, at most 170 bytes.
func (x *number) appendText(dst []byte) []byte {
	if x.n == 0 {
		return append(dst, '0')
	}
	if x.neg {
		dst = append(dst, '-')
	}
	if x.exp <= 0 {
		dst = append(dst, '0', '.')
		dst = appendZeros(dst, -x.exp)
		return appendDigits(dst, x.digits[:x.n])
	}
	whole := min(x.exp, x.n)
	dst = appendDigits(dst, x.digits[:whole])
	dst = appendZeros(dst, x.exp-whole)
	if whole < x.n {
		dst = append(dst, '.')
		dst = appendDigits(dst, x.digits[whole:x.n])
	}
	return dst
}

func appendDigits(dst, digits []byte) []byte {
	for _, d := range digits {
		dst = append(dst, '0'+d)
	}
	return dst
}

func appendZeros(dst []byte, n int) []byte {
	for range n {
		dst = append(dst, '0')
	}
	return dst
}

// size is the DynamoDB size: a byte, half a byte for each digit that counts on either side of the point, rounded up, and a byte
// for a minus sign.
func (x *number) size() int {
	whole := min(max(x.exp, 0), x.n)
	size := 1 + (whole+1)/2 + (x.n-whole+1)/2
	if x.neg {
		size++
	}
	return size
}

// Canonical gives the text the service returns for a number: plain decimal digits, no exponent, no needless zeros, 0 for zero.
func Canonical(text []byte) (string, *Problem) {
	var x number
	if p := parse(text, &x); p != nil {
		return "", p
	}
	return x.text(), nil
}

func (x *number) text() string {
	var buf [176]byte
	return string(x.appendText(buf[:0]))
}

// NumberSize is the DynamoDB size in bytes of a canonical number.
func NumberSize(canonical string) int {
	x := mustParse(canonical)
	return x.size()
}

// mustParse reads a number that was accepted before; what is no number counts as zero.
func mustParse[T string | []byte](canonical T) (x number) {
	if parse(canonical, &x) != nil {
		return number{}
	}
	return x
}
