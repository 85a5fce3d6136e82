package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/engine"
)

func (a *app) newExplain() *cobra.Command {
	var target string
	cmd := &cobra.Command{
		Use:   "explain --target OPERATION [FILE|-]",
		Short: "Print the SQL of a request: statements, arguments, index and the database's plan",
		Long: "explain reads the body of a request as JSON from a file or from standard input, and prints the SQL that the\n" +
			"operation would run. The tables of the request must exist in the database; nothing is written. The target ttl/sweep\n" +
			"stands for the removal of a table's expired items; its request is {\"TableName\": ...}.",
		Example: `  echo '{"TableName":"films","Key":{"title":{"S":"Jaws"}}}' | ddbsql explain --target GetItem`,
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			body, err := readRequest(cmd.InOrStdin(), args)
			if err != nil {
				return err
			}
			// Both PutItem and the header's DynamoDB_20120810.PutItem will do.
			return a.explain(cmd, target[strings.LastIndexByte(target, '.')+1:], body)
		},
	}
	cmd.Flags().StringVar(&target, "target", "", "operation, as PutItem or as in X-Amz-Target")
	if err := cmd.MarkFlagRequired("target"); err != nil {
		panic(err) // only an unknown flag fails
	}
	return cmd
}

func readRequest(stdin io.Reader, args []string) ([]byte, error) {
	if len(args) == 0 || args[0] == "-" {
		return io.ReadAll(stdin)
	}
	return os.ReadFile(args[0])
}

func (a *app) explain(cmd *cobra.Command, operation string, body []byte) (err error) {
	db, err := a.open(cmd.Context(), &a.config, a.config.logger(cmd.ErrOrStderr()), nil)
	if err != nil {
		return fmt.Errorf("open %s: %w", a.config.database(), err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()

	statements, err := db.Explain(cmd.Context(), operation, body)
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	fmt.Fprintf(out, "operation: %s\nindex: %s\n", operation, chosenIndex(operation, body))
	for _, s := range statements {
		printStatement(out, s)
	}
	return nil
}

// chosenIndex names the index a request reads. The API leaves the choice to the request, never to the server.
func chosenIndex(operation string, body []byte) string {
	switch operation {
	case engine.SweepTarget:
		return "the hidden one of times to live"
	case "ExecuteStatement":
		return "as the statement says"
	}
	var request struct{ IndexName string }
	if err := json.Unmarshal(body, &request); err != nil || request.IndexName == "" {
		return "primary key of the table"
	}
	return request.IndexName
}

func printStatement(w io.Writer, s backends.Statement) {
	fmt.Fprintf(w, "\nstatement %s:\n%s\n", s.Name, indent(s.SQL))
	if len(s.Args) > 0 {
		fmt.Fprintln(w, "arguments:")
	}
	for i, arg := range s.Args {
		fmt.Fprintf(w, "  %d: %s\n", i+1, arg)
	}
	if s.Plan != "" {
		fmt.Fprintf(w, "plan:\n%s\n", indent(s.Plan))
	}
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n  ")
}
