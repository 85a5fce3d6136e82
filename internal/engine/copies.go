package engine

import (
	"context"
	"errors"

	"github.com/ddbsql/ddbsql/backends"
)

var errNoCopies = errors.New("the database cannot be copied")

// SaveCopy puts everything, as it is at one moment, at a place where nothing is, see backends.Copies.
func (e *Engine) SaveCopy(ctx context.Context, to string) error {
	c, ok := backends.AsCopies(e.backend)
	if !ok {
		return errNoCopies
	}
	return c.SaveCopy(ctx, to)
}

// LoadCopy replaces everything by a copy of what is at a place, whose tables then are of this engine's account and region. Requests go on.
func (e *Engine) LoadCopy(ctx context.Context, from backends.Place) error {
	c, ok := backends.AsCopies(e.backend)
	if !ok {
		return errNoCopies
	}
	err := c.LoadCopy(ctx, from, backends.Identity{Region: e.opts.Region, Account: e.opts.Account})
	e.forgetAll()
	return err
}

// forgetAll forgets what was read of the database, after all of it may have changed.
func (e *Engine) forgetAll() {
	e.tables.known.Clear()
	e.stats.clear()
	e.streams.Purge()
}

// Schemas gives what administers the schemas of the database, nil if it has no more than one.
func (e *Engine) Schemas() backends.Schemas {
	s, _ := backends.AsSchemas(e.backend)
	return s
}
