package snapshots

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/ddbsql/ddbsql/backends"
)

// Schemas is a shelf of schemas beside those that are in use. What is said of a snapshot is a note on its first one.
type Schemas struct{ Database backends.Schemas }

// schemaPrefix begins the names of the schemas of snapshots.
const schemaPrefix = "ddbsql_snap_"

func (s *Schemas) schema(name string, number int) string {
	return schemaPrefix + name + "_" + strconv.Itoa(number)
}

// List reads the notes.
func (s *Schemas) List(ctx context.Context) ([]Snapshot, error) {
	schemas, err := s.Database.ListSchemas(ctx, schemaPrefix)
	if err != nil {
		return nil, err
	}
	var all []Snapshot
	for _, schema := range schemas {
		name, first := strings.CutSuffix(strings.TrimPrefix(schema.Name, schemaPrefix), "_0")
		if !first || schema.Note == "" || !nameForm.MatchString(name) {
			continue
		}
		var found Snapshot
		if err := json.Unmarshal([]byte(schema.Note), &found); err != nil {
			return nil, fmt.Errorf("snapshot %s: %w", name, err)
		}
		found.Name = name
		all = append(all, found)
	}
	return all, nil
}

// Begin removes what is left of one that was not ended.
func (s *Schemas) Begin(ctx context.Context, name string) error { return s.Remove(ctx, name) }

// Place names a schema.
func (s *Schemas) Place(name string, number int, _ bool) string { return s.schema(name, number) }

// End writes the note.
func (s *Schemas) End(ctx context.Context, of *Snapshot) error {
	note, err := json.Marshal(of)
	if err != nil {
		return err
	}
	return s.Database.NoteSchema(ctx, s.schema(of.Name, 0), string(note))
}

// Remove drops the schemas, the one with the note first: what is left then is no snapshot.
func (s *Schemas) Remove(ctx context.Context, name string) error {
	schemas, err := s.Database.ListSchemas(ctx, schemaPrefix+name+"_")
	if err != nil {
		return err
	}
	if err := s.Database.DropSchema(ctx, s.schema(name, 0)); err != nil {
		return err
	}
	for _, schema := range schemas {
		if err := s.Database.DropSchema(ctx, schema.Name); err != nil {
			return err
		}
	}
	return nil
}
