package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/migrations"
)

// newMigrate makes the commands on the schema of the configured database. A server that starts migrates by itself, unless
// --db-keep-schema leaves that to them.
func (a *app) newMigrate() *cobra.Command {
	cmd := &cobra.Command{Use: "migrate", Short: "Look at the schema of the database, or bring it up to date", Args: cobra.NoArgs}
	cmd.AddCommand(
		&cobra.Command{
			Use: "status", Short: "Print the number of the database's schema and what this ddbsql would do about it", Args: cobra.NoArgs,
			RunE: a.onSchema(printSchema),
		},
		&cobra.Command{
			Use: "up", Short: "Bring the schema up to date; servers that run go on meanwhile", Args: cobra.NoArgs,
			RunE: a.onSchema(func(ctx context.Context, m backends.Migrator, out io.Writer) error {
				if err := m.Migrate(ctx); err != nil {
					return err
				}
				return printSchema(ctx, m, out)
			}),
		},
	)
	return cmd
}

// onSchema runs a command on the configured database's schema.
func (a *app) onSchema(run func(ctx context.Context, m backends.Migrator, out io.Writer) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, _ []string) (err error) {
		m, err := backends.OpenMigrator(cmd.Context(), a.config.db, a.config.backendOptions(a.config.logger(cmd.ErrOrStderr()), nil))
		if err != nil {
			return fmt.Errorf("open %s: %w", a.config.database(), err)
		}
		defer func() { err = errors.Join(err, m.Close()) }()
		return run(cmd.Context(), m, cmd.OutOrStdout())
	}
}

// printSchema prints the numbers of a schema, and what they mean for this program.
func printSchema(ctx context.Context, m backends.Migrator, out io.Writer) error {
	schema, err := m.Schema(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "schema of the database  %d\nschema of this ddbsql   %d\n", schema.Version, migrations.Latest)
	if schema.Oldest > 0 {
		fmt.Fprintf(out, "works with schemas from %d on\n", schema.Oldest)
	}
	fmt.Fprintln(out, verdict(schema))
	return nil
}

// verdict says what a server of this program does with such a database.
func verdict(schema backends.Schema) string {
	switch refusal := migrations.Refusal(schema.Version, schema.Oldest); {
	case refusal != nil:
		return refusal.Error()
	case schema.Broken:
		return "a migration broke off: restore a backup, or finish it by hand"
	case schema.Version > migrations.Latest:
		return "newer, and this ddbsql can work with it"
	case schema.Version < migrations.Latest:
		return fmt.Sprintf("%d migrations are to be made", migrations.Latest-schema.Version)
	default:
		return "up to date"
	}
}
