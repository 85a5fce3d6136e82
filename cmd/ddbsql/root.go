package main

import (
	"context"
	"log/slog"

	"github.com/spf13/cobra"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/engine"
	"github.com/ddbsql/ddbsql/internal/server"
	"github.com/ddbsql/ddbsql/internal/snapshots"
)

// app is what the commands need of the world around them.
type app struct {
	open        opener
	environment func(name string) (value string, set bool)
	config      config
}

// opener opens the configured database and puts an engine on it.
type opener func(ctx context.Context, c *config, log *slog.Logger, observe backends.Observer) (database, error)

// database is an engine with what only the commands ask.
type database interface {
	server.Engine
	// Plannable tells whether a batch can be carried out.
	Plannable(ctx context.Context, operation string, body []byte) bool
	// Empty tells whether there are no tables.
	Empty(ctx context.Context) (bool, error)
	// StartBackground begins the work that no request asks for; Close ends it.
	StartBackground(log *slog.Logger)
	// Explain gives the SQL that an operation would run.
	Explain(ctx context.Context, operation string, body []byte) ([]backends.Statement, error)
	// Check compares indexes and sizes with their items and reports what differs.
	Check(ctx context.Context) ([]string, error)
	// SweepExpired removes the items whose time to live is over.
	SweepExpired(ctx context.Context) (engine.Sweep, error)
	// SplitShard splits an open shard of a stream and gives the ids of the new ones.
	SplitShard(ctx context.Context, arn, shard string) ([]string, error)
	// TrimStreams removes the records of streams that are too old.
	TrimStreams(ctx context.Context) (engine.Trim, error)
	snapshots.Database
	// Schemas is nil unless the database can have several.
	Schemas() backends.Schemas
}

// newRoot makes the command line. Settings are flags of the root, so that every command takes all of them.
func newRoot(a app) *cobra.Command {
	root := &cobra.Command{
		Use:           "ddbsql",
		Short:         "DynamoDB's API on SQLite or Postgres",
		Long:          "ddbsql serves DynamoDB's API on SQLite or Postgres. Without a command it serves.",
		Args:          cobra.NoArgs,
		SilenceUsage:  true,
		SilenceErrors: true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			if err := applyEnvironment(cmd.Root().PersistentFlags(), a.environment); err != nil {
				return err
			}
			return a.config.check()
		},
		RunE: a.serve,
	}
	a.config.addFlags(root.PersistentFlags())
	root.AddCommand(
		&cobra.Command{Use: "serve", Short: "Serve requests until SIGTERM or SIGINT (the default)", Args: cobra.NoArgs, RunE: a.serve},
		&cobra.Command{Use: "version", Short: "Print the version", Args: cobra.NoArgs, RunE: printVersion},
		&cobra.Command{Use: "check", Short: "Compare every index with its table; exit 1 if anything differs", Args: cobra.NoArgs, RunE: a.check},
		a.newMigrate(),
		a.newHealthcheck(),
		a.newExplain(),
		a.newConformance(),
		a.newSnapshot(),
		a.newRestore(),
		a.newClone(),
	)
	root.CompletionOptions.HiddenDefaultCmd = true
	return root
}
