package main

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/engine"
	"github.com/ddbsql/ddbsql/internal/server"
)

// newAdmin gives the acts of administration that a running server does, none without --admin. Names of paths and members are
// listed in README.md.
func newAdmin(c *config, db database) server.Admin {
	if !c.admin {
		return server.Admin{}
	}
	acts := map[string]server.AdminAct{
		"check": server.AdminCall(func(ctx context.Context, _ noParameters) (checkAnswer, error) {
			differences, err := db.Check(ctx)
			return checkAnswer{Differences: append([]string{}, differences...)}, err
		}),
		"ttl/sweep": server.AdminCall(func(ctx context.Context, _ noParameters) (engine.Sweep, error) { return db.SweepExpired(ctx) }),
		"streams/split": server.AdminCall(func(ctx context.Context, in shardToSplit) (splitAnswer, error) {
			shards, err := db.SplitShard(ctx, in.StreamArn, in.ShardId)
			return splitAnswer{ShardIds: shards}, err
		}),
		"streams/trim": server.AdminCall(func(ctx context.Context, _ noParameters) (engine.Trim, error) { return db.TrimStreams(ctx) }),
	}
	addClock(acts, c.clock.clock)
	addFaults(acts, c.faults.rules)
	return server.Admin{Token: c.adminToken, Acts: acts}
}

// noParameters are those of an act that has none.
type noParameters struct{}

// shardToSplit are the parameters of "streams/split", splitAnswer its answer: the two shards that share the items of the split one.
type shardToSplit struct{ StreamArn, ShardId string }

type splitAnswer struct{ ShardIds []string }

// checkAnswer is what the act "check" answers; the list is empty if nothing differs.
type checkAnswer struct{ Differences []string }
