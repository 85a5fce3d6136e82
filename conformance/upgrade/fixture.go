package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// fixtures is the folder with what a released program has left, by the number of its format.
const fixtures = "migrations/fixtures"

// names are those of the files of a fixture by the kind of the database: the file itself, or a script that makes it.
var names = map[string]string{"sqlite": "sqlite.db.gz", "postgres": "postgres.sql.gz"}

// answersName is the file with what the released program answered.
const answersName = "answers.json"

// record makes the fixtures of the format that a program writes: it serves an empty database of each kind, is asked to make tables and items,
// and what it then answers is kept with the database that it leaves.
func record(o options, out io.Writer) error {
	if o.binary == "" {
		return errors.New("--record needs --binary")
	}
	if err := os.MkdirAll(o.record, 0o755); err != nil {
		return err
	}
	return server.OnDatabases(o.db, func(db server.Database) error {
		db.Binary = o.binary
		answers, err := fill(db)
		if err != nil {
			return err
		}
		if err := save(filepath.Join(o.record, db.Kind+"."+answersName), answers); err != nil {
			return err
		}
		fmt.Fprintf(out, "%s: recorded %d answers\n", db.Kind, len(answers))
		return dump(db, filepath.Join(o.record, names[db.Kind]))
	})
}

// fill has a server make the data, and gives its answers to the reads.
func fill(db server.Database) (answers []answer, err error) {
	p, err := db.Start("--ttl-interval", "0")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, p.Stop()) }()
	for _, r := range making {
		if err := r.make(p.URL); err != nil {
			return nil, err
		}
	}
	return readAll(p.URL)
}

// dump writes what a stopped server has left.
func dump(db server.Database, path string) error {
	var text []byte
	var err error
	if db.Kind == "sqlite" {
		text, err = os.ReadFile(strings.TrimPrefix(db.URL, "sqlite:"))
	} else {
		cmd := exec.Command("pg_dump", "--inserts", "--no-owner", "--no-privileges", "--schema", "public", db.URL)
		cmd.Stderr = os.Stderr
		text, err = cmd.Output()
		text = withoutMetaCommands(text)
	}
	if err != nil {
		return err
	}
	var packed bytes.Buffer
	w, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression) // the level is one
	if _, err := w.Write(text); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, packed.Bytes(), 0o644)
}

// withoutMetaCommands leaves out the lines that only psql understands, and the schema that every database has.
func withoutMetaCommands(script []byte) []byte {
	var kept bytes.Buffer
	for line := range bytes.Lines(script) {
		if !bytes.HasPrefix(line, []byte(`\`)) && !bytes.HasPrefix(line, []byte("CREATE SCHEMA public;")) {
			kept.Write(line)
		}
	}
	return kept.Bytes()
}

// restore makes an empty database what the fixture of the released format says.
func restore(kind, url string) error {
	root, err := server.Root()
	if err != nil {
		return err
	}
	text, err := unpack(filepath.Join(root, fixtures, releasedSchema, names[kind]))
	if err != nil {
		return err
	}
	if kind == "sqlite" {
		return os.WriteFile(strings.TrimPrefix(url, "sqlite:"), text, 0o600)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	conn, err := pgconn.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, string(text)).ReadAll()
	return err
}

func unpack(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
