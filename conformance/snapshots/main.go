// Command snapshots measures how long it takes to put a namespace aside, to go back to it and to clone it, and looks whether nothing is lost
// or mixed up meanwhile.
//
//	go run ./conformance/snapshots                          1 GB in a namespace, on both databases
//	go run ./conformance/snapshots --db sqlite --gb 0.1
//
// While the acts run a writer goes on writing pairs of items, each in a transaction, and notes how long it had to wait. Afterwards every copy
// must have all items, and both items of the pair must be equal.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/ddbsql/ddbsql/conformance/server"
)

type options struct {
	db        string
	gigabytes float64
	itemBytes int
	clones    int
}

func main() {
	var o options
	flag.StringVar(&o.db, "db", "both", "sqlite, postgres or both")
	flag.Float64Var(&o.gigabytes, "gb", 1, "size of the namespace's items in GB")
	flag.IntVar(&o.itemBytes, "item-bytes", 1500, "size of an item")
	flag.IntVar(&o.clones, "clones", 20, "clones of a small namespace")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "snapshots:", err)
		os.Exit(1)
	}
}

func run(o options) error {
	return server.OnDatabases(o.db, func(db server.Database) error {
		p, err := db.Start("--admin", "--namespaces", "access-key")
		if err != nil {
			return err
		}
		defer p.Kill()
		return (&trial{options: o, kind: db.Kind, url: p.URL}).run()
	})
}
