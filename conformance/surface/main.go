// Command surface sends the same odd requests to a server on SQLite and to one on Postgres and looks whether they answer alike.
//
//	go run ./conformance/surface                          ten seconds
//	go run ./conformance/surface --for 10m --seed 7
//	go run ./conformance/surface --for 10m --delays       sessions of Postgres stand still now and then
//
// Requests of all operations are made from templates and a grammar of expressions and statements, and most of them are changed: members
// dropped, repeated, renamed, of other types, out of bounds, nested deep; letters of expressions, bytes of bodies and heads changed; cursors,
// iterators and tokens taken from other tables or altered. Several lanes send them, each to tables of its own, so that both servers see the same
// requests in the same order. It fails if a server answers with a status of 500 or more, does not answer, or if the two differ in status,
// in the type or message of an error, or in what they answer, apart from times and ids. What differs is printed once for each kind, with the
// smallest request that shows it.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/ddbsql/ddbsql/conformance/server"
)

type options struct {
	length time.Duration
	lanes  int
	seed   uint64
	delays bool
}

func main() {
	var o options
	flag.DurationVar(&o.length, "for", 10*time.Second, "how long requests are sent")
	flag.IntVar(&o.lanes, "lanes", len(prefixes), fmt.Sprintf("how many requests are under way on each server, at most %d", len(prefixes)))
	flag.Uint64Var(&o.seed, "seed", rand.Uint64(), "what requests are made from")
	flag.BoolVar(&o.delays, "delays", false, "stop processes of Postgres, of a server of the trial's own, for up to 0.3 s now and then")
	flag.Parse()
	if err := run(o, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "surface:", err)
		os.Exit(1)
	}
}

// run is a trial; what it found is printed to out.
func run(o options, out io.Writer) error {
	if o.lanes < 1 || o.lanes > len(prefixes) {
		return fmt.Errorf("--lanes is %d, must be 1 to %d", o.lanes, len(prefixes))
	}
	return onBoth(o.delays, func(t *trial) error { return compare(o, out, t) })
}

// trial is a server of each side.
type trial struct {
	addresses [2]string
	processes [2]*server.Process
	postgres  string // the database of the second
}

// onBoth starts a server on an empty database of each side. With own, Postgres is one of the trial's own, on this machine.
func onBoth(own bool, work func(*trial) error) error {
	return server.OnDatabases(sides[0], func(first server.Database) error {
		return onPostgres(own, func(second server.Database) error {
			t := &trial{postgres: second.URL}
			for i, db := range []server.Database{first, second} {
				// Nothing expires: when that happens is no answer to a request.
				p, err := db.Start("--ttl-interval", "0")
				if err != nil {
					return err
				}
				defer p.Kill()
				t.processes[i], t.addresses[i] = p, strings.TrimPrefix(p.URL, "http://")
			}
			err := work(t)
			for i, db := range []server.Database{first, second} {
				err = errors.Join(err, t.processes[i].Stop(), db.Check())
			}
			return err
		})
	})
}

func onPostgres(own bool, work func(server.Database) error) error {
	return server.OnDatabases(sides[1], func(db server.Database) (err error) {
		if !own {
			return work(db)
		}
		cluster, err := server.NewCluster()
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, cluster.Stop()) }()
		if db.URL, _, err = server.NewDatabase(cluster.URL); err != nil { // dropped with the cluster
			return err
		}
		return work(db)
	})
}

// compare lets the lanes run.
func compare(o options, out io.Writer, t *trial) error {
	found, began := newFindings(), time.Now()
	stop := func() error { return nil }
	if o.delays {
		stop = t.delayed()
	}
	lanes, err := runLanes(o, t.addresses, found)
	err = errors.Join(err, stop())
	report(out, o, lanes, time.Since(began))
	if len(found.times) == 0 {
		return err
	}
	fmt.Fprintln(out, found)
	for i, p := range t.processes {
		log := p.Log()
		fmt.Fprintf(out, "log of %s:\n%s\n", sides[i], log[max(0, len(log)-2000):])
	}
	return errors.Join(err, fmt.Errorf("%d kinds of faults", len(found.times)))
}

// delayed delays Postgres until stop is called.
func (t *trial) delayed() (stop func() error) {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- delay(ctx, t.postgres) }()
	return func() error {
		cancel()
		return <-ended
	}
}

func runLanes(o options, addresses [2]string, found *findings) ([]*lane, error) {
	lanes, errs := make([]*lane, o.lanes), make([]error, o.lanes)
	over := time.Now().Add(o.length)
	var wg sync.WaitGroup
	for n := range lanes {
		lanes[n] = newLane(o.seed, n, addresses)
		wg.Go(func() { errs[n] = lanes[n].run(over, found) })
	}
	wg.Wait()
	return lanes, errors.Join(errs...)
}

func (l *lane) run(over time.Time, found *findings) error {
	if err := l.prepare(); err != nil {
		return err
	}
	for time.Now().Before(over) {
		r, both, fault := l.step()
		if fault == "" {
			if l.made%compareRequests == 0 {
				if err := l.compareTables(found); err != nil {
					return err
				}
			}
			continue
		}
		if found.add(fault) {
			found.tell(fault, l.minimise(r, both, fault))
		}
		if err := l.reset(); err != nil {
			return err
		}
	}
	return l.compareTables(found)
}

func report(out io.Writer, o options, lanes []*lane, took time.Duration) {
	sent, byStatus := 0, map[int]int{}
	for _, l := range lanes {
		for status, n := range l.done {
			sent += n
			byStatus[status] += n
		}
	}
	fmt.Fprintf(out, "seed %d: %d requests to each of both servers in %.0f s (%.0f/s); answers by status: %v\n", o.seed, sent, took.Seconds(), float64(sent)/took.Seconds(), byStatus)
}
