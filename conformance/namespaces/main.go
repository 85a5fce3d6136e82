// Command namespaces tries to read the data of one namespace from others.
//
//	go run ./conformance/namespaces                         1,000 attempts for each database and each way of keeping data apart
//	go run ./conformance/namespaces --db sqlite --attempts 10000
//
// The owner has tables, a stream and open cursors; thieves have keys, tables and cursors of their own. They ask for what is the owner's by
// names, ARNs, LastEvaluatedKeys, shard iterators, stream ARNs, client request tokens, statements and NextTokens, and with the owner's
// key under their own secret. Every item of the owner holds a word that no answer to a thief may hold. On Postgres the owner and
// the thieves talk to two servers.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/ddbsql/ddbsql/conformance/server"
)

func main() {
	db := flag.String("db", "both", "sqlite, postgres or both")
	attempts := flag.Int("attempts", 1000, "attempts on each database, in each mode")
	flag.Parse()
	if err := run(*db, *attempts); err != nil {
		fmt.Fprintln(os.Stderr, "namespaces:", err)
		os.Exit(1)
	}
}

// modes are the ways of keeping data apart.
var modes = []string{"access-key", "account-region"}

func run(which string, attempts int) error {
	for _, mode := range modes {
		err := server.OnDatabases(which, func(db server.Database) error {
			t := &trial{Database: db, mode: mode}
			defer t.stop()
			if err := t.start(); err != nil {
				return fmt.Errorf("%s: %w", mode, err)
			}
			return t.run(attempts)
		})
		if err != nil {
			return err
		}
	}
	return nil
}
