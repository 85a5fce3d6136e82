package wire

// EnterObject consumes '{'. When another kind of value stands there it fails the scanner and gives false.
func (s *Scanner) EnterObject() bool { return s.enter(Object) }

// EnterArray consumes '['. When another kind of value stands there it fails the scanner and gives false.
func (s *Scanner) EnterArray() bool { return s.enter(Array) }

func (s *Scanner) enter(want Kind) bool {
	if !s.expect(want) {
		return false
	}
	limit := s.MaxDepth
	if limit == 0 {
		limit = DefaultMaxDepth
	}
	if s.depth == limit {
		s.Fail(TooDeep, want, want)
		return false
	}
	s.depth++
	s.pos++
	s.first = true
	return true
}

// NextKey consumes the next member name of the entered object and its colon. The name is unescaped and valid until the next call.
// At the object's end it consumes '}' and gives false, as it does on an error.
func (s *Scanner) NextKey() ([]byte, bool) {
	if !s.next('}') {
		return nil, false
	}
	if s.peek() != '"' {
		s.Fail(Syntax, String, Bad)
		return nil, false
	}
	key := s.StringBytes()
	if s.err != nil {
		return nil, false
	}
	if s.peek() != ':' {
		s.Fail(Syntax, Object, Bad)
		return nil, false
	}
	s.pos++
	return key, true
}

// PeekShort looks whether an object stands next whose first member has a name of one byte, all without blanks: {"S":"... It gives the name
// and the first byte of the value, or zeros; what it finds is consumed up to the value by EnterShort.
func (s *Scanner) PeekShort() (name, value byte) {
	if s.err != nil || len(s.buf)-s.pos < len(`{"x":0`) || s.depth >= DefaultMaxDepth || s.MaxDepth != 0 {
		return 0, 0
	}
	b := s.buf[s.pos:]
	if b[0] != '{' || b[1] != '"' || b[3] != '"' || b[4] != ':' {
		return 0, 0
	}
	return b[2], b[5]
}

// EnterShort is EnterObject and NextKey where PeekShort found something.
func (s *Scanner) EnterShort() {
	s.pos += len(`{"x":`)
	s.depth++
	s.first = false
}

// Leave consumes the end of the entered object if it stands next, after at least one member and without blanks.
func (s *Scanner) Leave() bool {
	if s.err != nil || s.pos >= len(s.buf) || s.buf[s.pos] != '}' || s.first {
		return false
	}
	s.pos++
	s.depth--
	return true
}

// NextElem says whether the entered array has another element, which stands next. At the array's end it consumes ']' and gives
// false, as it does on an error.
func (s *Scanner) NextElem() bool { return s.next(']') }

// next steps over the comma before a member, or over the end of the container.
func (s *Scanner) next(closing byte) bool {
	if s.err != nil {
		return false
	}
	first := s.first
	s.first = false
	c := s.peek()
	if c == closing {
		s.pos++
		s.depth--
		return false
	}
	if first {
		return true
	}
	if c == ',' {
		s.pos++
		if s.peek() != closing {
			return true
		}
	}
	s.Fail(Syntax, Kind(closing), Bad)
	return false
}

// Skip consumes the next value of any kind, checking its syntax.
func (s *Scanner) Skip() {
	switch s.Kind() {
	case Object:
		for s.EnterObject(); s.skipKey(); {
			s.Skip()
		}
	case Array:
		for s.EnterArray(); s.NextElem(); {
			s.Skip()
		}
	case String:
		s.StringBytes()
	case Number:
		s.Number()
	case Bool:
		s.Bool()
	case Null:
		s.Null()
	default:
		s.Fail(Syntax, Object, Bad)
	}
}

func (s *Scanner) skipKey() bool {
	_, ok := s.NextKey()
	return ok
}

// Raw consumes the next value of any kind, checking its syntax, and gives its text as it stands in the input.
func (s *Scanner) Raw() []byte {
	s.peek()
	start := s.pos
	s.Skip()
	if s.err != nil {
		return nil
	}
	return s.buf[start:s.pos:s.pos]
}
