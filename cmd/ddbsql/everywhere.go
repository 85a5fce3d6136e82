package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/ddbsql/ddbsql/internal/engine"
)

// everywhere does something with the main database and with that of each namespace, one after the other. Those that were not open are closed
// again.
func (t *tenants) everywhere(ctx context.Context, do func(name string, db database) error) error {
	names, err := t.Names(ctx)
	if err != nil {
		return err
	}
	if err := do("", t.database); err != nil {
		return err
	}
	var errs []error
	for _, name := range names[1:] {
		errs = append(errs, t.in(ctx, name, do))
	}
	return errors.Join(errs...)
}

func (t *tenants) in(ctx context.Context, name string, do func(name string, db database) error) error {
	open := t.pool.IsOpen(name)
	db, leave, err := t.pool.Enter(ctx, name)
	if err != nil {
		return err
	}
	err = do(name, db.database)
	leave()
	if !open {
		err = errors.Join(err, t.pool.CloseIdle(name))
	}
	if err != nil {
		return fmt.Errorf("namespace %s: %w", name, err)
	}
	return nil
}

// Check looks into all namespaces.
func (t *tenants) Check(ctx context.Context) (differences []string, err error) {
	err = t.everywhere(ctx, func(name string, db database) error {
		found, err := db.Check(ctx)
		for _, difference := range found {
			if name != "" {
				difference = "namespace " + name + ": " + difference
			}
			differences = append(differences, difference)
		}
		return err
	})
	return differences, err
}

// SweepExpired sweeps all namespaces.
func (t *tenants) SweepExpired(ctx context.Context) (all engine.Sweep, err error) {
	err = t.everywhere(ctx, func(_ string, db database) error {
		s, err := db.SweepExpired(ctx)
		all.Tables, all.Items = all.Tables+s.Tables, all.Items+s.Items
		return err
	})
	return all, err
}

// TrimStreams trims the streams of all namespaces.
func (t *tenants) TrimStreams(ctx context.Context) (all engine.Trim, err error) {
	err = t.everywhere(ctx, func(_ string, db database) error {
		s, err := db.TrimStreams(ctx)
		all.Streams, all.Records = all.Streams+s.Streams, all.Records+s.Records
		return err
	})
	return all, err
}
