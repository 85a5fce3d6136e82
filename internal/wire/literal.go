package wire

// Number consumes a number and gives its text as it stands in the input.
func (s *Scanner) Number() []byte {
	if !s.expect(Number) {
		return nil
	}
	end, _ := scanNumber(s.buf, s.pos)
	if end < 0 {
		s.Fail(Syntax, Number, Bad)
		return nil
	}
	text := s.buf[s.pos:end:end]
	s.pos = end
	return text
}

// Bool consumes true or false.
func (s *Scanner) Bool() bool {
	if !s.expect(Bool) {
		return false
	}
	if s.buf[s.pos] == 't' {
		return s.literal("true")
	}
	s.literal("false")
	return false
}

// Null consumes null.
func (s *Scanner) Null() {
	if s.expect(Null) {
		s.literal("null")
	}
}

func (s *Scanner) literal(text string) bool {
	end := s.pos + len(text)
	if end > len(s.buf) || string(s.buf[s.pos:end]) != text {
		s.Fail(Syntax, Bad, Bad)
		return false
	}
	s.pos = end
	return true
}

// scanNumber gives the end of the JSON number at i, -1 when there is none, and whether it has a point or an exponent.
func scanNumber(b []byte, i int) (end int, decimal bool) {
	if i < len(b) && b[i] == '-' {
		i++
	}
	whole := digits(b, i)
	if whole == i || b[i] == '0' && whole > i+1 {
		return -1, false
	}
	i = whole
	if i < len(b) && b[i] == '.' {
		decimal = true
		fraction := digits(b, i+1)
		if fraction == i+1 {
			return -1, false
		}
		i = fraction
	}
	if i < len(b) && (b[i] == 'e' || b[i] == 'E') {
		decimal = true
		i++
		if i < len(b) && (b[i] == '+' || b[i] == '-') {
			i++
		}
		exponent := digits(b, i)
		if exponent == i {
			return -1, false
		}
		i = exponent
	}
	return i, decimal
}

// digits gives the end of the run of decimal digits at i.
func digits(b []byte, i int) int {
	for i < len(b) && b[i]-'0' <= 9 {
		i++
	}
	return i
}
