// Command contention looks at what many clients of several servers do to the same few items at the same time.
//
//	go run ./conformance/contention                          a minute on SQLite, then one on Postgres
//	go run ./conformance/contention --db postgres --for 20s
//
// First, movers move money between accounts with TransactWriteItems while auditors read all accounts with TransactGetItems: every
// snapshot must have the same sum, and what did not happen must be a conflict or an account without money. Then clients read, write
// and conditionally write a few items, and add to a few counters, with the operations on one item; the histories must be linearizable:
// there must be an order of all requests on an item, that agrees with the times they took, in which each answer is right.
// In the end `ddbsql check` must report nothing. On SQLite there is one server, on Postgres there are several.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"github.com/ddbsql/ddbsql/conformance/server"
)

type options struct {
	db         string
	servers    int
	clients    int
	auditors   int
	moving     time.Duration
	operations int
}

func main() {
	var o options
	flag.StringVar(&o.db, "db", "both", "sqlite, postgres or both")
	flag.IntVar(&o.servers, "servers", 2, "servers that share the database on Postgres")
	flag.IntVar(&o.clients, "clients", 16, "clients that move money, or read and write items")
	flag.IntVar(&o.auditors, "auditors", 4, "clients that sum up the accounts meanwhile")
	flag.DurationVar(&o.moving, "for", time.Minute, "how long money is moved")
	flag.IntVar(&o.operations, "operations", 8000, "requests of each history")
	flag.Parse()
	if err := run(o, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "contention:", err)
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
	out       io.Writer
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
		p, err := tr.Start()
		if err != nil {
			return err
		}
		tr.processes = append(tr.processes, p)
	}
	if err := tr.judgeAll(); err != nil {
		for _, p := range tr.processes {
			err = fmt.Errorf("%w\nlog of %s:\n%s", err, p.URL, p.Log())
		}
		return err
	}
	return nil
}

func (tr *trial) judgeAll() error {
	if err := tr.moveMoney(); err != nil {
		return fmt.Errorf("money: %w", err)
	}
	for _, h := range histories {
		if err := tr.judge(h); err != nil {
			return fmt.Errorf("history of %s: %w", h.name, err)
		}
	}
	return nil
}

// client is a new client, the nth, of one of the servers.
func (tr *trial) client(n int) *dynamodb.Client {
	return server.NewClient(tr.processes[n%len(tr.processes)].URL)
}

// report prints a line about the trial.
func (tr *trial) report(format string, values ...any) {
	fmt.Fprintf(tr.out, "%s, %d server(s), %d clients: "+format+"\n", append([]any{tr.Kind, tr.servers, tr.clients}, values...)...)
}
