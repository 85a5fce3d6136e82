package auth

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"regexp"
	"strings"
)

// LoadFile reads keys from a file in the format of the AWS shared credentials file: in each [section] one
// aws_access_key_id and one aws_secret_access_key, and what else there is about that key:
//
//	aws_session_token    the token that has to come with its requests
//	aws_account_id       the account that the key belongs to, of 12 digits
//	ddbsql_permissions   all (the default) or read
//	ddbsql_tables        patterns of tables' names, separated by commas; all tables if missing
//
// Every section's key is accepted; the names of sections and settings of other programs do not matter. Errors say a line's number and
// nothing of its text.
func LoadFile(path string) (Keys, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	keys, err := readKeys(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return keys, nil
}

func readKeys(r io.Reader) (Keys, error) {
	keys := Keys{}
	var s section
	lines := bufio.NewScanner(r)
	for number := 1; lines.Scan(); number++ {
		line := strings.TrimSpace(lines.Text())
		switch {
		case line == "" || line[0] == '#' || line[0] == ';':
			continue
		case line[0] == '[':
			if err := s.finish(keys); err != nil {
				return nil, fmt.Errorf("before line %d: %w", number, err)
			}
			continue
		}
		name, value, ok := strings.Cut(line, "=")
		if !ok {
			return nil, fmt.Errorf("line %d is no name = value pair", number)
		}
		if err := s.set(strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value)); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if err := s.finish(keys); err != nil {
		return nil, fmt.Errorf("at the end: %w", err)
	}
	if len(keys) == 0 {
		return nil, errors.New("no key in it")
	}
	return keys, nil
}

var accountForm = regexp.MustCompile(`^[0-9]{12}$`)

// section is what the lines of a section say.
type section struct {
	id  string
	key Key
}

// set takes a setting. One of ours that nobody knows is refused: it may have been meant to restrict the key.
func (s *section) set(name, value string) error {
	switch name {
	case "aws_access_key_id":
		s.id = value
	case "aws_secret_access_key":
		s.key.Secret = value
	case "aws_session_token":
		s.key.Token = value
	case "aws_account_id", "account_id":
		if !accountForm.MatchString(value) {
			return errors.New("an account id must be 12 digits")
		}
		s.key.Account = value
	case "ddbsql_permissions":
		if value != "all" && value != "read" {
			return errors.New("ddbsql_permissions must be all or read")
		}
		s.key.ReadOnly = value == "read"
	case "ddbsql_tables":
		return s.setTables(value)
	default:
		if strings.HasPrefix(name, "ddbsql_") {
			return errors.New("only ddbsql_permissions and ddbsql_tables are settings of ddbsql")
		}
	}
	return nil
}

func (s *section) setTables(list string) error {
	s.key.Tables = []string{}
	for pattern := range strings.SplitSeq(list, ",") {
		pattern = strings.TrimSpace(pattern)
		if pattern == "" || strings.IndexFunc(pattern, notOfPatterns) >= 0 {
			return errors.New("ddbsql_tables must be names of tables, with * and ? as wildcards, separated by commas")
		}
		s.key.Tables = append(s.key.Tables, pattern)
	}
	return nil
}

// notOfPatterns tells whether a character is neither one of names of tables nor a wildcard.
func notOfPatterns(c rune) bool {
	const others = "_.-*?"
	letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	return !letter && !strings.ContainsRune(others, c)
}

// finish adds the section's key, if it has one, and begins the next section. A key may be in two sections if they say the same of it.
func (s *section) finish(keys Keys) error {
	defer func() { *s = section{} }()
	if (s.id == "") != (s.key.Secret == "") {
		return errors.New("a section needs both aws_access_key_id and aws_secret_access_key")
	}
	if s.id == "" {
		if s.key.Restricted() || s.key.Token != "" {
			return errors.New("a section without a key has settings for one")
		}
		return nil
	}
	if other, twice := keys[s.id]; twice && !reflect.DeepEqual(other, s.key) {
		return errors.New("the section's key is in another one with other settings")
	}
	keys[s.id] = s.key
	return nil
}
