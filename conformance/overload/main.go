// Command overload asks a server for several times what it can do, and looks at what it does then.
//
//	go run ./conformance/overload                                    half a minute on SQLite, then on Postgres
//	go run ./conformance/overload --db postgres --for 5m --factor 4
//
// First so many clients as keep the server busy ask as fast as they are answered: that is the peak. Then requests come at several times
// that rate, whatever becomes of those before, over as many connections as the clients have; those for which there is none
// are given up, as a program with a pool of connections would do. Then the rate falls to half of the peak.
//
// The server must go on answering nearly as many as at its peak, those it answers soon; refuse the others by a ThrottlingException and
// nothing else; need no more memory than is stated; be back to normal soon; and hold every write that it acknowledged, and none that
// it refused. Clients check what they read while the load is on, and all of it in the end.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/ddbsql/ddbsql/conformance/server"
)

type options struct {
	db          string
	length      time.Duration // of the overload
	calm        time.Duration // of each phase before and after it
	factor      float64       // how many times the peak is asked for
	busy        int           // clients that keep the server busy
	connections int
	flags       string // of the server
	limits
}

// limits are what the server is held to.
type limits struct {
	goodput  float64       // least part of the peak that is answered under overload
	latency  time.Duration // most that 99 of 100 answers take there
	recovery time.Duration // 0: not judged
	memory   int64         // most MB that are resident
}

func main() {
	var o options
	flag.StringVar(&o.db, "db", "both", "sqlite, postgres or both")
	flag.DurationVar(&o.length, "for", 30*time.Second, "how long more is asked for than can be done")
	flag.DurationVar(&o.calm, "calm", 5*time.Second, "how long each phase before and after that takes")
	flag.Float64Var(&o.factor, "factor", 4, "how many times the peak is asked for")
	flag.IntVar(&o.busy, "busy", 64, "clients that keep the server busy")
	flag.IntVar(&o.connections, "connections", 2048, "connections that the clients have")
	flag.StringVar(&o.flags, "flags", "", "flags of the server, with blanks between them")
	flag.Float64Var(&o.goodput, "goodput", 0.8, "least part of the peak that is to be answered meanwhile")
	flag.DurationVar(&o.latency, "latency", 2*time.Second, "most that 99 of 100 answers may take meanwhile")
	flag.DurationVar(&o.recovery, "recovery", 5*time.Second, "most that it may take until all is well again")
	flag.Int64Var(&o.memory, "memory", 512, "most MB that the server may hold")
	flag.Parse()
	if err := run(o, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "overload:", err)
		os.Exit(1)
	}
}

// run is a trial on each database; what it found is printed to out.
func run(o options, out io.Writer) error {
	return server.OnDatabases(o.db, func(db server.Database) error {
		p, err := db.Start(strings.Fields(o.flags)...)
		if err != nil {
			return err
		}
		defer p.Kill()
		tr := &trial{options: o, Database: db, process: p, out: out}
		if err := tr.run(); err != nil {
			return fmt.Errorf("%w\nlog of the server:\n%s", err, p.Log())
		}
		if err := p.Stop(); err != nil {
			return err
		}
		return tr.Check()
	})
}
