// Command chaos lets clients do everything at once while servers, databases and connections fail, and then looks whether anything came out wrong.
//
//	go run ./conformance/chaos                          a minute on SQLite, then one on Postgres
//	go run ./conformance/chaos --db postgres --for 30m
//
// 32 clients read and write items of their own (puts, updates, deletes, conditions, batches, transactions, PartiQL, queries of the table and
// an index), items that all share, accounts between which money is moved, with and without tokens, and items that expire. Meanwhile a stream is read,
// an index is added and deleted, servers are killed (SIGKILL) or asked to end (SIGTERM) and started again; on Postgres, the database is restarted
// (fast, and immediately, as by a crash), sessions are terminated, and a proxy in front of the database cuts connections in the middle of answers.
//
// Each request is done, refused, not sent, or of unknown outcome: without an answer, or answered with a status of 500 or more. Afterwards
//
//   - each item that one client owns is as its last acknowledged write left it, or as a later one of unknown outcome would have; none shows a
//     refused one, and each read before saw just that;
//   - the histories of the shared items are linearizable, requests of unknown outcome having happened at any time since, or not at all;
//   - each acknowledged transfer has happened once, also if it was sent again with its token; none that was refused has; accounts are the sum of the
//     transfers, and no reader of all accounts ever saw another sum than nothing;
//   - the stream tells each change once and in order, and its records make of nothing what the table is; the index shows what the table has;
//   - what was to expire has, and nothing else;
//   - no answer had a status of 500 or more, but while the database was gone or just after;
//   - `ddbsql check` reports nothing.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/ddbsql/ddbsql/conformance/server"
)

type options struct {
	db      string
	servers int
	clients int
	length  time.Duration
	pause   time.Duration
}

func main() {
	var o options
	flag.StringVar(&o.db, "db", "both", "sqlite, postgres or both")
	flag.IntVar(&o.servers, "servers", 3, "servers that share the database on Postgres")
	flag.IntVar(&o.clients, "clients", 32, "clients")
	flag.DurationVar(&o.length, "for", time.Minute, "how long things fail")
	flag.DurationVar(&o.pause, "pause", 4*time.Second, "the longest time from one fault to the next, at most a quarter of --for")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, o, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "chaos:", err)
		os.Exit(1)
	}
}

// run is a trial on each database; what it found is printed to out. When ctx is done nothing fails any more, and what was done so far is judged.
func run(ctx context.Context, o options, out io.Writer) error {
	return server.OnDatabases(o.db, func(db server.Database) error {
		if db.Kind == "postgres" {
			return onCluster(db, func(db server.Database, p *postgres) error { return newTrial(o, db, p, out).run(ctx) })
		}
		return newTrial(o, db, nil, out).run(ctx)
	})
}
