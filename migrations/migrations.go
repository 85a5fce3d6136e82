// Package migrations holds the SQL files of the catalog's schema, in the form of golang-migrate. Both databases have the same
// numbers. The tables of items and indexes are not here: they are made with each table.
package migrations

import "embed"

// Files has a folder per database: sqlite, postgres.
//
//go:embed sqlite/*.sql postgres/*.sql
var Files embed.FS

// Latest is the number of the newest migration. A database with a newer one belongs to a newer ddbsql.
const Latest = 3
