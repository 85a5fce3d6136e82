package main

import (
	"context"
	"fmt"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/faults"
	"github.com/ddbsql/ddbsql/internal/server"
)

// addFaults adds the acts that add, list and remove rules of faults.
func addFaults(acts map[string]server.AdminAct, rules *faults.Rules) {
	acts["faults"] = func(_ context.Context, body []byte) (any, error) {
		added, err := faults.Parse(body)
		if err != nil {
			return nil, apierr.Invalid(err.Error())
		}
		ids, err := rules.Add(added...)
		if err != nil {
			return nil, apierr.Invalid(err.Error())
		}
		return ruleIds{ids}, nil
	}
	acts["faults/list"] = server.AdminCall(func(context.Context, noParameters) (listedRules, error) {
		return listedRules{rules.List()}, nil
	})
	acts["faults/remove"] = server.AdminCall(func(_ context.Context, in struct{ Id int }) (removedRules, error) {
		if !rules.Remove(in.Id) {
			return removedRules{}, apierr.Invalid(fmt.Sprintf("there is no rule %d", in.Id))
		}
		return removedRules{1}, nil
	})
	acts["faults/clear"] = server.AdminCall(func(context.Context, noParameters) (removedRules, error) {
		return removedRules{rules.Clear()}, nil
	})
}

// What the acts on rules answer.
type (
	ruleIds      struct{ Ids []int }
	listedRules  struct{ Rules []faults.Listed }
	removedRules struct{ Removed int }
)
