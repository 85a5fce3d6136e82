// Package migrations holds the SQL files of the catalog's schema, in the form of golang-migrate. Both databases have the same
// numbers. The tables of items and indexes are not here: they are made with each table.
//
// Servers of two versions work on one database while it is upgraded, and a server that runs does not notice that another one migrates. So a
// migration only adds: tables, columns with a default, indexes. What is to go away goes in two releases: the first one stops using it, the
// second one drops it and sets ddbsql_compatible.oldest to the number of the migration after which nobody used it. See
// docs/adr/0028-rolling-upgrades.md.
package migrations

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

// Files has a folder per database: sqlite, postgres.
//
//go:embed sqlite/*.sql postgres/*.sql
var Files embed.FS

// Latest is the number of the newest migration. A database with a newer one belongs to a newer ddbsql.
const Latest = 4

// KnowsOldest is the number of the migration from which on a database says which programs can work with it.
const KnowsOldest = 4

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

// Refusal says why a program that knows the migrations up to Latest cannot work with a database; nil if it can. Version is the number of the
// database's newest migration, oldest the oldest schema that programs must know for it.
func Refusal(version, oldest int64) error {
	if version <= Latest || oldest <= Latest {
		return nil
	}
	return fmt.Errorf("the database has schema %d, this ddbsql knows only %d and would have to know %d: a newer ddbsql has written it", version, Latest, oldest)
}
