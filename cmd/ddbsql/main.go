// Command ddbsql serves DynamoDB's API on SQLite or Postgres. This package is flags, wiring and nothing else: it turns
// the command line and the environment into one config, opens the database and hands both to the rooms below.
package main

import (
	"context"
	"fmt"
	"os"
)

func main() {
	root := newRoot(app{open: openDatabase, environment: os.LookupEnv})
	if err := root.ExecuteContext(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "ddbsql:", err)
		os.Exit(1)
	}
}
