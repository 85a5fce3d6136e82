package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/ddbsql/ddbsql/internal/server"
	"github.com/ddbsql/ddbsql/internal/snapshots"
)

// withSnapshots runs a command on the configured database, which on SQLite no server may have open.
func (a *app) withSnapshots(cmd *cobra.Command, do func(ctx context.Context, k *snapshots.Keeper) error) (err error) {
	log := a.config.logger(cmd.ErrOrStderr())
	if inMemory(a.config.db) {
		return errors.New("a database in memory is its server's alone: ask that, see --admin")
	}
	keys, err := a.config.keyholder()
	if err != nil {
		return err
	}
	db, err := a.open(cmd.Context(), &a.config, log, nil)
	if err != nil {
		return fmt.Errorf("open %s: %w", a.config.database(), err)
	}
	all, err := a.newTenants(db, &keys, log, server.NewMetrics())
	if err != nil {
		return errors.Join(err, db.Close())
	}
	defer func() { err = errors.Join(err, all.Close()) }()
	start := time.Now()
	if err := do(cmd.Context(), all.keeper()); err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "done in %s\n", time.Since(start).Round(time.Millisecond))
	return nil
}

// namespaceFlag is a flag that chooses one namespace; nil is all of them.
func namespaceFlag(cmd *cobra.Command) func() *string {
	name := cmd.Flags().String("namespace", "", "only this namespace; the main database's name is empty")
	return func() *string {
		if !cmd.Flags().Changed("namespace") {
			return nil
		}
		return name
	}
}

func (a *app) newSnapshot() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "snapshot NAME",
		Short: "Put the database aside under a name; --list, --delete",
		Long: "snapshot copies the database, with all its namespaces or one of them, into the folder of snapshots or, on Postgres, into\n" +
			"schemas. On Postgres servers may run meanwhile; on SQLite ask the server, see --admin.",
		Args: cobra.MaximumNArgs(1),
	}
	namespace := namespaceFlag(cmd)
	list := cmd.Flags().Bool("list", false, "print what snapshots there are")
	remove := cmd.Flags().Bool("delete", false, "delete the snapshot")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *list != (len(args) == 0) {
			return errors.New("snapshot needs a NAME, or --list")
		}
		return a.withSnapshots(cmd, func(ctx context.Context, k *snapshots.Keeper) error {
			switch {
			case *list:
				return printSnapshots(ctx, cmd, k)
			case *remove:
				return k.Delete(ctx, args[0])
			}
			_, err := k.Create(ctx, args[0], namespace())
			return err
		})
	}
	return cmd
}

func printSnapshots(ctx context.Context, cmd *cobra.Command, k *snapshots.Keeper) error {
	all, err := k.List(ctx)
	for _, s := range all {
		fmt.Fprintf(cmd.OutOrStdout(), "%s\t%s\t%q\n", s.Name, s.CreatedAt.Format(time.RFC3339), s.Namespaces)
	}
	return err
}

func (a *app) newRestore() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "restore NAME",
		Short: "Go back to a snapshot, or to nothing with --empty",
		Long: "restore replaces what is in the database, in all namespaces or one of them, by what a snapshot has: of each namespace all or,\n" +
			"after an error, none. A snapshot of one namespace can be restored to another one.",
		Args: cobra.MaximumNArgs(1),
	}
	namespace := namespaceFlag(cmd)
	empty := cmd.Flags().Bool("empty", false, "leave nothing, instead")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *empty != (len(args) == 0) {
			return errors.New("restore needs a NAME, or --empty")
		}
		return a.withSnapshots(cmd, func(ctx context.Context, k *snapshots.Keeper) error {
			if *empty {
				return k.Reset(ctx, namespace())
			}
			_, err := k.Restore(ctx, args[0], namespace())
			return err
		})
	}
	return cmd
}

func (a *app) newClone() *cobra.Command {
	return &cobra.Command{
		Use:   "clone FROM TO",
		Short: "Make a namespace what another one is; the main database's name is empty",
		Args:  cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withSnapshots(cmd, func(ctx context.Context, k *snapshots.Keeper) error { return k.Clone(ctx, args[0], args[1]) })
		},
	}
}
