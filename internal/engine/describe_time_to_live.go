package engine

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// DescribeTimeToLive says by which attribute a table's items expire, if they do.
func (e *Engine) DescribeTimeToLive(ctx context.Context, in *api.DescribeTimeToLiveInput) (*api.DescribeTimeToLiveOutput, error) {
	t, err := e.definition(ctx, in.TableName)
	if err != nil {
		return nil, err
	}
	return &api.DescribeTimeToLiveOutput{TimeToLiveDescription: e.describeTimeToLive(t.TTL, e.now())}, nil
}

// describeTimeToLive names the attribute unless time to live is disabled. What was changed less than a delay ago is on its way, see
// Options.TableDelay.
func (e *Engine) describeTimeToLive(ttl *catalog.TTL, now time.Time) *api.TimeToLiveDescription {
	status := "DISABLED"
	if ttl != nil {
		changing := now.Before(ttl.ChangedAt.Add(e.opts.TableDelay))
		switch {
		case ttl.Enabled && changing:
			status = "ENABLING"
		case ttl.Enabled:
			status = "ENABLED"
		case changing:
			status = "DISABLING"
		}
	}
	if status == "DISABLED" {
		return &api.TimeToLiveDescription{TimeToLiveStatus: &status}
	}
	return &api.TimeToLiveDescription{TimeToLiveStatus: &status, AttributeName: &ttl.Attribute}
}
