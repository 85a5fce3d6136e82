// Command upgrade replaces the servers of the version released before by those of this one while writers go on, and looks whether anything is
// lost.
//
//	go run ./conformance/upgrade                      on SQLite, then on Postgres
//	go run ./conformance/upgrade --db postgres --servers 3 --each 10s
//	go run ./conformance/upgrade --record DIR --binary OLD    a fixture of the format that the program OLD writes
//
// On Postgres old servers run on one database while writers put, add to counters, transact and delete. Then one after the other is
// stopped and a new one started in its place: the first of them migrates the schema under the old ones, which go on. On SQLite, which has one
// server, it is stopped, and the new one migrates the file. In the end every item must be as its last acknowledged write left it, the
// counters what was added, the index and the stream what the table says, and `ddbsql check` must report nothing.
//
// The old program is built from the repository's history. Where that is not there, as in an archive of the sources, the trial
// begins with the fixture of the old format and new servers only.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/ddbsql/ddbsql/conformance/server"
)

type options struct {
	db      string
	servers int
	writers int
	each    time.Duration
	record  string
	binary  string
}

func main() {
	var o options
	flag.StringVar(&o.db, "db", "both", "sqlite, postgres or both")
	flag.IntVar(&o.servers, "servers", 2, "servers that share the database on Postgres")
	flag.IntVar(&o.writers, "writers", 8, "concurrent writers")
	flag.DurationVar(&o.each, "each", 3*time.Second, "how long is written before each server that is replaced, and at the end")
	flag.StringVar(&o.record, "record", "", "folder to record fixtures in, instead of a trial")
	flag.StringVar(&o.binary, "binary", "", "the program whose format is recorded")
	flag.Parse()
	do := run
	if o.record != "" {
		do = record
	}
	if err := do(o, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "upgrade:", err)
		os.Exit(1)
	}
}

// run is a trial on each database; what it found is printed to out.
func run(o options, out io.Writer) error {
	dir, err := os.MkdirTemp("", "ddbsql-released")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	old, err := buildReleased(dir)
	if err != nil {
		return err
	}
	return server.OnDatabases(o.db, func(db server.Database) error {
		tr := &trial{options: o, Database: db, old: old, out: out}
		tr.servers = db.Servers(o.servers)
		return tr.run()
	})
}

// trial is everything on one database.
type trial struct {
	options
	server.Database
	old string // the program released before; empty where it cannot be built
	out io.Writer

	fleet fleet
}

func (tr *trial) run() (err error) {
	defer func() { err = errors.Join(err, tr.fleet.stop()) }()
	first := tr.old
	if first == "" {
		fmt.Fprintf(tr.out, "%s: without the history there is no program %s: the trial begins with its fixture\n", tr.Kind, released)
		first = tr.Binary
		if err := restore(tr.Kind, tr.URL); err != nil {
			return err
		}
	}
	for range tr.servers {
		if err := tr.fleet.add(first, tr.URL); err != nil {
			return err
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	if err := createTable(ctx, tr.fleet.client(0)); err != nil {
		return fmt.Errorf("make the table: %w", err)
	}
	w, err := tr.replaceUnderWriters(ctx)
	if err != nil {
		return err
	}
	if err := w.verify(ctx, tr.fleet.client(0)); err != nil {
		return err
	}
	if err := tr.fleet.stop(); err != nil {
		return err
	}
	fmt.Fprintf(tr.out, "%s: %d server(s) replaced under %d writers, %d acknowledged writes, %d whose answer did not come, none lost\n",
		tr.Kind, tr.servers, tr.writers, w.acknowledged(), w.doubtful())
	return tr.Check()
}

// replaceUnderWriters replaces the servers one after the other, with writers at work before, between and after.
func (tr *trial) replaceUnderWriters(ctx context.Context) (*writers, error) {
	w := startWriters(ctx, tr.writers, &tr.fleet)
	for n := range tr.servers {
		time.Sleep(tr.each)
		if err := tr.fleet.replace(n, tr.Binary, tr.URL, tr.Kind == "postgres"); err != nil {
			return nil, errors.Join(err, w.stop())
		}
	}
	time.Sleep(tr.each)
	return w, w.stop()
}
