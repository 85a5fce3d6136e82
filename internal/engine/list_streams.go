package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// ListStreams gives streams in the byte order of their tables' names, of one table by age. Streams of deleted tables are among them
// only if the request names the table: of all tables ever made in a day there may be very many. LastEvaluatedStreamArn is there only when more streams follow; its stream need not exist any more
// when it is given back.
func (e *Engine) ListStreams(ctx context.Context, in *api.ListStreamsInput) (*api.ListStreamsOutput, error) {
	limit := api.MaxStreamsListed
	if in.Limit != nil {
		limit = int(*in.Limit)
	}
	var table, label string
	if in.ExclusiveStartStreamArn != nil {
		table, label, _ = api.ParseStreamARN(*in.ExclusiveStartStreamArn)
	}
	streams, err := e.backend.ListStreams(ctx, &plan.Streams{Table: deref(in.TableName), AfterTable: table, AfterLabel: label, Limit: limit + 1})
	if err != nil {
		return nil, err
	}
	out := &api.ListStreamsOutput{Streams: []*api.Stream{}}
	for _, s := range streams[:min(len(streams), limit)] {
		out.Streams = append(out.Streams, &api.Stream{StreamArn: &s.ARN, TableName: &s.Table, StreamLabel: &s.Label})
	}
	if len(streams) > limit {
		out.LastEvaluatedStreamArn = &streams[limit-1].ARN
	}
	return out, nil
}
