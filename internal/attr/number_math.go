package attr

import "bytes"

// AddNumbers adds two canonical numbers exactly. A sum that needs more than 38 digits is refused as an overflow, as the service
// does.
func AddNumbers(a, b string) (string, *Problem) {
	x, y := mustParse(a), mustParse(b)
	return sum(&x, &y)
}

// SubNumbers subtracts b from a as AddNumbers adds.
func SubNumbers(a, b string) (string, *Problem) {
	x, y := mustParse(a), mustParse(b)
	y.neg = !y.neg
	return sum(&x, &y)
}

// CompareNumbers compares two canonical numbers by value: -1, 0 or +1.
func CompareNumbers(a, b string) int {
	x, y := mustParse(a), mustParse(b)
	return x.compare(&y)
}

func (x *number) sign() int {
	switch {
	case x.n == 0:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

func (x *number) compare(y *number) int {
	sx, sy := x.sign(), y.sign()
	if sx != sy {
		if sx < sy {
			return -1
		}
		return 1
	}
	return sx * x.compareMagnitude(y)
}

func (x *number) compareMagnitude(y *number) int {
	switch {
	case x.exp < y.exp:
		return -1
	case x.exp > y.exp:
		return 1
	}
	return bytes.Compare(x.digits[:x.n], y.digits[:y.n])
}

// wide holds the digits of any sum: from a carry before the highest first digit to the lowest last one.
type wide [1 + maxPower - minPower + MaxDigits + 1]byte

func sum(x, y *number) (string, *Problem) {
	if x.n == 0 {
		x, y = y, x
	}
	if y.n == 0 {
		if x.n == 0 {
			x.neg = false
		}
		return x.text(), nil
	}
	if x.compareMagnitude(y) < 0 {
		x, y = y, x
	}
	// x has the larger magnitude, so that the sum has its sign and the digits of y never stand before those of x.
	var w wide
	copy(w[1:], x.digits[:x.n])
	shift := 1 + x.exp - y.exp
	end := max(1+x.n, shift+y.n)
	if x.neg == y.neg {
		w.add(y.digits[:y.n], shift)
	} else {
		w.subtract(y.digits[:y.n], shift)
	}
	return w.number(x.neg, x.exp+1, end)
}

// add adds digits that begin at index from.
func (w *wide) add(digits []byte, from int) {
	var carry byte
	for i := from + len(digits) - 1; i >= from || carry > 0; i-- {
		v := w[i] + carry
		if i >= from {
			v += digits[i-from]
		}
		carry = v / 10
		w[i] = v % 10
	}
}

// subtract subtracts digits that begin at index from and are together not more than what is there.
func (w *wide) subtract(digits []byte, from int) {
	var borrow byte
	for i := from + len(digits) - 1; i >= from || borrow > 0; i-- {
		v := w[i] + 10 - borrow
		if i >= from {
			v -= digits[i-from]
		}
		borrow = 1 - v/10
		w[i] = v % 10
	}
}

// number gives the text of the number that the digits before end make, the first of which stands right behind the point of
// exponent exp.
func (w *wide) number(neg bool, exp, end int) (string, *Problem) {
	digits := w[:end]
	first := len(digits) - len(bytes.TrimLeft(digits, "\x00"))
	digits = bytes.TrimRight(digits[first:], "\x00")
	if len(digits) == 0 {
		return "0", nil
	}
	if len(digits) > MaxDigits {
		return "", numberProblem(msgOverflow)
	}
	x := number{neg: neg, exp: exp - first, n: len(digits)}
	copy(x.digits[:], digits)
	if p := x.checkMagnitude(); p != nil {
		return "", p
	}
	return x.text(), nil
}
