package postgres

import (
	"context"
	"encoding/hex"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/ddbsql/ddbsql/backends/postgres/jsonb"
	"github.com/ddbsql/ddbsql/backends/sqlgen"
)

// dialects are the statements of connections that send documents as text, and of those that send them as they are stored.
type dialects struct{ text, stored *sqlgen.Generator }

func newDialects() dialects {
	return dialects{text: sqlgen.New(sqlgen.Postgres()), stored: sqlgen.New(sqlgen.PostgresStored())}
}

// makeStored makes the function that gives the stored bytes of a jsonb, for this connection alone: nothing stays in the database. The
// bytes are what varchar() gives back unchanged when it has no length to cut at. Postgres takes functions of its own by their number
// or by a search through all their names; this one stands at the beginning.
const makeStored = "CREATE OR REPLACE FUNCTION " + sqlgen.StoredImage + "(jsonb, integer, boolean) RETURNS bytea " +
	"LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'varchar'"

// storedSample is a document with all that documents are made of, its names in the order jsonb has them: by length, then by bytes. The
// list is longer than what lies between two entries that say where their data ends.
const storedSample = `{"é":{"S":"a \"quoted\" \\ text\nof two lines"},"bin":{"B":"AAEC"},"not":{"BOOL":false},"yes":{"BOOL":true},"none":{"NULL":true},` +
	`"empty":{"M":{}},"items":{"L":[{"N":"1"},{"N":"2"},{"N":"3"},{"N":"4"},{"N":"5"},{"N":"6"},{"N":"7"},{"N":"8"},{"N":"9"},{"N":"10"},` +
	`{"N":"11"},{"N":"12"},{"N":"13"},{"N":"14"},{"N":"15"},{"N":"16"},{"N":"17"},{"N":"18"},{"N":"19"},{"N":"20"},{"N":"21"},{"N":"22"},` +
	`{"N":"23"},{"N":"24"},{"N":"25"},{"N":"26"},{"N":"27"},{"N":"28"},{"N":"29"},{"N":"30"},{"N":"31"},{"N":"32"},{"N":"33"},{"L":[]},` +
	`{"M":{"a":{"SS":["x","yy","zzz"]},"in":{"M":{"deep":{"N":"-1.5"}}}}}]}}`

// readsStored says whether the connection can send documents as they are stored, and makes it so. Only a superuser may make the function
// that it takes; and what the connection then sends must be what package jsonb reads.
func readsStored(ctx context.Context, pg *pgconn.PgConn) (bool, error) {
	if pg.ParameterStatus("is_superuser") != "on" {
		return false, nil
	}
	results, err := pg.Exec(ctx, makeStored+"; SELECT encode("+sqlgen.StoredImage+"('"+storedSample+"'::jsonb, -1, true), 'hex')").ReadAll()
	if state(err) != "" {
		return false, nil // refused: a server that only reads, or another database that speaks Postgres' protocol
	}
	if err != nil {
		return false, err
	}
	last := results[len(results)-1]
	if len(last.Rows) != 1 {
		return false, nil
	}
	sample, err := hex.DecodeString(string(last.Rows[0][0]))
	if err != nil {
		return false, nil
	}
	text, err := jsonb.AppendText(nil, sample)
	return err == nil && string(text) == storedSample, nil
}

// appendDocument appends the document in a column of a statement that only reads.
func (s *session) appendDocument(dst []byte, column []byte) ([]byte, error) {
	switch {
	case len(column) == 0:
		return dst, nil
	case s.stored:
		return jsonb.AppendText(dst, column)
	}
	return append(dst, jsonbText(column)...), nil
}

// document gives the document in a column of a statement that only reads, in memory of its own.
func (s *session) document(column []byte) ([]byte, error) {
	return s.appendDocument(make([]byte, 0, len(column)), column)
}
