package main

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/clock"
	"github.com/ddbsql/ddbsql/internal/server"
)

// addClock adds the act that moves the clock, or tells what it shows.
func addClock(acts map[string]server.AdminAct, c *clock.Clock) {
	acts["clock"] = server.AdminCall(func(_ context.Context, by clock.Change) (clock.State, error) {
		state, err := c.Change(by)
		if err != nil {
			return state, apierr.Invalid(err.Error())
		}
		return state, nil
	})
}
