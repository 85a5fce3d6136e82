package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/api"
)

// DescribeTimeToLive says by which attribute a table's items expire, if they do.
func (e *Engine) DescribeTimeToLive(ctx context.Context, in *api.DescribeTimeToLiveInput) (*api.DescribeTimeToLiveOutput, error) {
	t, err := e.definition(ctx, in.TableName)
	if err != nil {
		return nil, err
	}
	d := &api.TimeToLiveDescription{TimeToLiveStatus: new("DISABLED")}
	if t.TTL != nil && t.TTL.Enabled {
		d.TimeToLiveStatus, d.AttributeName = new("ENABLED"), &t.TTL.Attribute
	}
	return &api.DescribeTimeToLiveOutput{TimeToLiveDescription: d}, nil
}
