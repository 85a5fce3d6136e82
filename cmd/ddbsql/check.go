package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/ddbsql/ddbsql/internal/server"
)

// check prints what differs between tables, indexes and sizes, in all namespaces.
func (a *app) check(cmd *cobra.Command, _ []string) (err error) {
	log := a.config.logger(cmd.ErrOrStderr())
	main, err := a.open(cmd.Context(), &a.config, log, nil)
	if err != nil {
		return fmt.Errorf("open %s: %w", a.config.database(), err)
	}
	db, err := a.newTenants(main, &keyholder{}, log, server.NewMetrics())
	if err != nil {
		return errors.Join(err, main.Close())
	}
	defer func() { err = errors.Join(err, db.Close()) }()

	differences, err := db.Check(cmd.Context())
	if err != nil {
		return err
	}
	for _, d := range differences {
		fmt.Fprintln(cmd.OutOrStdout(), d)
	}
	if len(differences) > 0 {
		return fmt.Errorf("%d differences", len(differences))
	}
	fmt.Fprintln(cmd.OutOrStdout(), "no differences")
	return nil
}
