package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/api"
)

// DescribeEndpoints answers the address the request came to, so that a client with endpoint discovery stays here.
func (e *Engine) DescribeEndpoints(ctx context.Context, _ *api.DescribeEndpointsRequest) (*api.DescribeEndpointsResponse, error) {
	address, ok := ctx.Value(hostKey{}).(string)
	if !ok {
		address = e.opts.Endpoint
	}
	const minutes = 1440 // as the service says
	return &api.DescribeEndpointsResponse{Endpoints: []*api.Endpoint{{Address: address, CachePeriodInMinutes: minutes}}}, nil
}

type hostKey struct{}

// WithHost notes the host and port a request asked for.
func WithHost(ctx context.Context, host string) context.Context {
	return context.WithValue(ctx, hostKey{}, host)
}
