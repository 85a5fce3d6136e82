// Package migrations holds the SQL files of the catalog's schema, in the form of golang-migrate. Both databases have the same
// numbers. The tables of items and indexes are not here: they are made with each table.
package migrations

import (
	"embed"
	"io/fs"
	"strings"
)

// Files has a folder per database: sqlite, postgres.
//
//go:embed sqlite/*.sql postgres/*.sql
var Files embed.FS

// Latest is the number of the newest migration. A database with a newer one belongs to a newer ddbsql.
const Latest = 3

// Schema is what all migrations of a database ("sqlite" or "postgres") come to on an empty one, as one script.
func Schema(database string) (string, error) {
	files, err := fs.Glob(Files, database+"/*.up.sql") // in the order of their numbers, which have leading zeros
	if err != nil {
		return "", err
	}
	var script strings.Builder
	for _, name := range files {
		text, err := Files.ReadFile(name)
		if err != nil {
			return "", err
		}
		script.Write(text)
		script.WriteByte('\n')
	}
	return script.String(), nil
}
