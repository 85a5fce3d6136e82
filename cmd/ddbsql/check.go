package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
)

// check prints what differs between tables, indexes and sizes.
func (a *app) check(cmd *cobra.Command, _ []string) (err error) {
	db, err := a.open(cmd.Context(), &a.config, a.config.logger(cmd.ErrOrStderr()), nil)
	if err != nil {
		return fmt.Errorf("open %s: %w", a.config.database(), err)
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
