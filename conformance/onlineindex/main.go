// Command onlineindex adds a global index to a table that is being written, kills the server that fills it half-way, and looks whether
// the index is just what the table says when it becomes ACTIVE.
//
//	go run ./conformance/onlineindex                      100,000 items on SQLite, then on Postgres
//	go run ./conformance/onlineindex --db postgres --items 20000
//
// Eight writers put, update, delete, batch-write and transact the items of the table all the time, which moves, removes and adds index
// keys. On Postgres two servers share the database, and the one that was asked for the index gets SIGKILL; the other one takes over.
// On SQLite the only server gets it and is started again. At ACTIVE a Scan of the index must show, entry by entry, what a Scan of the
// table shows, and `ddbsql check` must report nothing. The times that writes took are printed: before the index was asked for, and
// while it was made.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"github.com/ddbsql/ddbsql/conformance/server"
)

type options struct {
	db      string
	servers int
	writers int
	items   int
	quiet   time.Duration
	kill    time.Duration
}

func main() {
	var o options
	flag.StringVar(&o.db, "db", "both", "sqlite, postgres or both")
	flag.IntVar(&o.servers, "servers", 2, "servers that share the database on Postgres")
	flag.IntVar(&o.writers, "writers", 8, "concurrent writers")
	flag.IntVar(&o.items, "items", 100_000, "items of the table")
	flag.DurationVar(&o.quiet, "quiet", 5*time.Second, "how long is written before the index is asked for")
	flag.DurationVar(&o.kill, "kill-after", 500*time.Millisecond, "when the server that was asked is killed; 0 for never")
	flag.Parse()
	if err := run(o, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "onlineindex:", err)
		os.Exit(1)
	}
}

// run is a trial on each database; what it found is printed to out.
func run(o options, out io.Writer) error {
	return server.OnDatabases(o.db, func(db server.Database) error {
		return (&trial{options: o, Database: db, out: out}).run()
	})
}

// trial is everything on one database.
type trial struct {
	options
	server.Database
	out io.Writer

	mu        sync.Mutex
	processes []*server.Process
}

func (tr *trial) run() (err error) {
	tr.servers = tr.Servers(tr.servers)
	defer func() {
		for _, p := range tr.processes {
			err = errors.Join(err, p.Stop())
		}
		if err == nil {
			err = tr.Check()
		}
	}()
	for range tr.servers {
		p, err := tr.start("")
		if err != nil {
			return err
		}
		tr.processes = append(tr.processes, p)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	if err := tr.fillTable(ctx); err != nil {
		return fmt.Errorf("fill the table: %w", err)
	}
	return tr.addIndex(ctx)
}

func (tr *trial) start(listen string) (*server.Process, error) {
	return server.Start(server.Options{Binary: tr.Binary, DB: tr.URL, Listen: listen})
}

// first is a client of the first server that runs.
func (tr *trial) first() *dynamodb.Client { return server.NewClient(tr.url(0)) }

// url is where the nth client finds a server that runs.
func (tr *trial) url(n int) string {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	return tr.processes[n%len(tr.processes)].URL
}
