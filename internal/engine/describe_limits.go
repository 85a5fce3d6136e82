package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/api"
)

// DescribeLimits gives the service's initial quotas of an account; ddbsql itself has no quota on throughput.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html
func (e *Engine) DescribeLimits(context.Context, *api.DescribeLimitsInput) (*api.DescribeLimitsOutput, error) {
	const account, table = 80000, 40000
	return &api.DescribeLimitsOutput{
		AccountMaxReadCapacityUnits:  new(int64(account)),
		AccountMaxWriteCapacityUnits: new(int64(account)),
		TableMaxReadCapacityUnits:    new(int64(table)),
		TableMaxWriteCapacityUnits:   new(int64(table)),
	}, nil
}
