package faults

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"strings"

	"github.com/ddbsql/ddbsql/internal/attr"
)

// matches tells whether a text has the form of a pattern, in which an asterisk stands for any characters.
func matches(pattern, text string) bool {
	first, rest, some := strings.Cut(pattern, "*")
	if !some {
		return pattern == text
	}
	text, begins := strings.CutPrefix(text, first)
	if !begins {
		return false
	}
	for {
		part, more, some := strings.Cut(rest, "*")
		if !some {
			return strings.HasSuffix(text, part)
		}
		at := strings.Index(text, part)
		if at < 0 {
			return false
		}
		text, rest = text[at+len(part):], more
	}
}

// KeyPattern is what the value of a key attribute must be like: a text with asterisks, of a string, of a number as the service writes
// it, or of the base64 of a binary. JSON has it as a text, or with the type that the value must have: {"S": "user-*"}.
type KeyPattern struct {
	Type string // S, N or B; empty for any of them
	Text string
}

var errKeyPattern = errors.New(`a pattern of a key is a text, or one of {"S": "..."}, {"N": "..."} and {"B": "..."}`)

// UnmarshalJSON reads both forms.
func (p *KeyPattern) UnmarshalJSON(text []byte) error {
	if json.Unmarshal(text, &p.Text) == nil {
		return nil
	}
	var typed map[string]string
	if json.Unmarshal(text, &typed) != nil || len(typed) != 1 {
		return errKeyPattern
	}
	for p.Type, p.Text = range typed {
	}
	return nil
}

// MarshalJSON writes what UnmarshalJSON reads.
func (p KeyPattern) MarshalJSON() ([]byte, error) {
	if p.Type == "" {
		return json.Marshal(p.Text)
	}
	return json.Marshal(map[string]string{p.Type: p.Text})
}

func (p KeyPattern) check() error {
	switch p.Type {
	case "", attr.S.String(), attr.N.String(), attr.B.String():
		return nil
	}
	return errKeyPattern
}

func (p KeyPattern) matches(v attr.Value) bool {
	text := ""
	switch v.Type {
	case attr.S, attr.N:
		text = v.Text()
	case attr.B:
		text = base64.StdEncoding.EncodeToString([]byte(v.Text()))
	default:
		return false
	}
	return (p.Type == "" || p.Type == v.Type.String()) && matches(p.Text, text)
}

// keyMatches tells whether an item has all attributes as they must be.
func keyMatches(patterns map[string]KeyPattern, key []attr.Attr) bool {
	found := 0
	for i := range key {
		if p, wanted := patterns[key[i].Name]; wanted {
			if !p.matches(key[i].Value) {
				return false
			}
			found++
		}
	}
	return found == len(patterns)
}
