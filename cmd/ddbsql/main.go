// Command ddbsql serves DynamoDB's API on SQLite or Postgres. This package is flags, wiring and nothing else: it turns
// the command line and the environment into one config, opens the database and hands both to the rooms below.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/ddbsql/ddbsql/internal/dynamodblocal"
)

func main() {
	a := app{open: openDatabase, environment: os.LookupEnv}
	if dynamodblocal.Called(os.Args) {
		os.Exit(a.runLocal(context.Background(), os.Args[1:], os.Stdout, os.Stderr))
	}
	root := newRoot(a)
	if err := root.ExecuteContext(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "ddbsql:", err)
		os.Exit(1)
	}
}
