// Package auth verifies Signature Version 4 on requests: who signed, when, for which scope, and whether the signature
// covers the headers and the body that arrived.
//
// The server asks in two steps, so that a request nobody signed is refused before its body is read: Open judges the
// headers, Claim.Verify the signature over headers and body. Refusals carry the service's types and texts. Query-string
// (presigned) signatures are not part of the DynamoDB protocol and are not accepted.
package auth

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// Keys maps access key ids to their secrets.
type Keys map[string]string

// LoadFile reads keys from a file in the format of the AWS shared credentials file: in each [section] one
// aws_access_key_id and one aws_secret_access_key. Every section's key is accepted; the names of sections and other
// settings do not matter.
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
	var id, secret string
	finish := func() error {
		if (id == "") != (secret == "") {
			return errors.New("a section needs both aws_access_key_id and aws_secret_access_key")
		}
		if id != "" {
			keys[id] = secret
		}
		id, secret = "", ""
		return nil
	}
	lines := bufio.NewScanner(r)
	for number := 1; lines.Scan(); number++ {
		line := strings.TrimSpace(lines.Text())
		switch {
		case line == "" || line[0] == '#' || line[0] == ';':
			continue
		case line[0] == '[':
			if err := finish(); err != nil {
				return nil, fmt.Errorf("before line %d: %w", number, err)
			}
			continue
		}
		name, value, ok := strings.Cut(line, "=")
		if !ok {
			return nil, fmt.Errorf("line %d is no name = value pair", number)
		}
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "aws_access_key_id":
			id = strings.TrimSpace(value)
		case "aws_secret_access_key":
			secret = strings.TrimSpace(value)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if err := finish(); err != nil {
		return nil, fmt.Errorf("at the end: %w", err)
	}
	if len(keys) == 0 {
		return nil, errors.New("no key in it")
	}
	return keys, nil
}
