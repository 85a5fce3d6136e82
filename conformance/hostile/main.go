// Command hostile sends texts that are meant to become SQL in every place of every operation that takes a text, and looks whether
// anything came of it.
//
//	go run ./conformance/hostile                      every text in every place, on SQLite, then on Postgres
//	go run ./conformance/hostile --db postgres --every 10
//
// The places are values, names of attributes, tables, indexes, members and tags, expressions, statements, cursors, iterators, tokens, headers and
// the parameters of administration (package places). The server must answer each request, none with an internal error and none late;
// what is read by a key must not show items of other keys; a table that no request names must be as it was, `check` must report
// nothing, and the only new table may be the one that some requests create.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/ddbsql/ddbsql/conformance/server"
)

type options struct {
	db      string
	every   int
	callers int
}

func main() {
	var o options
	flag.StringVar(&o.db, "db", "both", "sqlite, postgres or both")
	flag.IntVar(&o.every, "every", 1, "send one of so many")
	flag.IntVar(&o.callers, "callers", 8, "concurrent callers")
	flag.Parse()
	if err := run(o, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "hostile:", err)
		os.Exit(1)
	}
}

// run is a trial on each database; what it found is printed to out.
func run(o options, out io.Writer) error {
	return server.OnDatabases(o.db, func(db server.Database) error {
		return (&trial{options: o, Database: db, out: out}).run()
	})
}
