package backends

import (
	"encoding/json"

	"github.com/ddbsql/ddbsql/internal/catalog"
)

// EncodeDefinition gives the text in which a table's definition is stored; id and version stand beside it.
func EncodeDefinition(t *catalog.Table) (string, error) {
	text, err := json.Marshal(t)
	return string(text), err
}

// DecodeDefinition reads a stored definition.
func DecodeDefinition(id, version int64, text string) (*catalog.Table, error) {
	t := &catalog.Table{}
	if err := json.Unmarshal([]byte(text), t); err != nil {
		return nil, err
	}
	t.ID, t.Version = id, version
	return t, nil
}

// EncodeStream gives the text in which a stream is stored; id, table, label and last stand beside it.
func EncodeStream(s *catalog.Stream) (string, error) {
	text, err := json.Marshal(s)
	return string(text), err
}

// DecodeStream reads a stored stream.
func DecodeStream(id int64, table, label string, last int64, text string) (*catalog.Stream, error) {
	s := &catalog.Stream{}
	if err := json.Unmarshal([]byte(text), s); err != nil {
		return nil, err
	}
	s.ID, s.Table, s.Label, s.Last = id, table, label, last
	return s, nil
}
