// Command streams looks whether a stream tells every change of a table exactly once and in order.
//
//	go run ./conformance/streams                                          200,000 writes through two servers on one Postgres
//	go run ./conformance/streams --db sqlite --writes 20000
//	go run ./conformance/streams --consumer conformance/kcl/consume.sh    read by the Kinesis Client Library
//
// Eight writers put, update, delete, batch-write and transact the same few thousand items while shards are split and the stream
// is read, by default shard by shard as its lineage demands. Each write gives its items a version that nobody else gives. Every version
// whose write was acknowledged must be in the new image of one record, and no other; the old image of each record must be the new
// image of the item's record before; and the items as the records leave them must be the table.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/ddbsql/ddbsql/conformance/server"
)

type options struct {
	db       string
	servers  int
	writers  int
	writes   int
	items    int
	shards   int
	splits   int
	consumer string
}

func main() {
	var o options
	flag.StringVar(&o.db, "db", "postgres", "sqlite, postgres or both")
	flag.IntVar(&o.servers, "servers", 2, "servers that share the database on Postgres")
	flag.IntVar(&o.writers, "writers", 8, "concurrent writers")
	flag.IntVar(&o.writes, "writes", 200_000, "writes of items")
	flag.IntVar(&o.items, "items", 3000, "items that are written")
	flag.IntVar(&o.shards, "shards", 4, "shards of the new stream")
	flag.IntVar(&o.splits, "splits", 8, "shards to split meanwhile")
	flag.StringVar(&o.consumer, "consumer", "", "a command that reads the stream instead, see command")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "streams:", err)
		os.Exit(1)
	}
}

func run(o options) error {
	return server.OnDatabases(o.db, func(db server.Database) error {
		tr := &trial{options: o, Database: db}
		err := tr.start()
		if err == nil {
			err = tr.run()
		}
		tr.stop()
		if err == nil {
			err = db.Check()
		}
		return err
	})
}
