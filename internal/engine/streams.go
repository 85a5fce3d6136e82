package engine

import (
	"context"
	"fmt"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// cachedStreams is how many streams are remembered by their ARN; a server has a few that are read.
const cachedStreams = 1024

func newStreamCache() *lru.Cache[string, *catalog.Stream] {
	cache, err := lru.New[string, *catalog.Stream](cachedStreams)
	if err != nil {
		panic(err) // only for a size below 1
	}
	return cache
}

// stream reads the stream at an ARN as it is in the database now.
func (e *Engine) stream(ctx context.Context, arn string) (*catalog.Stream, error) {
	table, label, ok := api.ParseStreamARN(arn)
	if !ok {
		return nil, streamNotFound(arn)
	}
	s, err := e.backend.Stream(ctx, table, label)
	// The stream says what its ARN is: it may have been made when the server was told another region or account.
	if isCode(err, backends.CodeNoStream) || err == nil && s.ARN != arn {
		return nil, streamNotFound(arn)
	}
	return s, err
}

// placed gives the stream at an ARN as it is once all changes committed before have their positions. A stream that was read before
// costs one statement when nothing was written to it since.
func (e *Engine) placed(ctx context.Context, arn string) (*catalog.Stream, error) {
	if s, known := e.streams.Get(arn); known {
		s, err := e.place(ctx, s)
		if !isCode(err, backends.CodeNoStream) {
			return s, err
		}
		// It is gone; another one of its name may be there, of a copy that was loaded.
	}
	s, err := e.stream(ctx, arn)
	if err == nil {
		s, err = e.place(ctx, s)
	}
	if isCode(err, backends.CodeNoStream) {
		err = streamNotFound(arn)
	}
	return s, err
}

// place gives the stream as it is when all has a position, and remembers it. CodeNoStream if it is gone.
func (e *Engine) place(ctx context.Context, s *catalog.Stream) (*catalog.Stream, error) {
	current, err := e.backend.PlaceRecords(ctx, s)
	if err == nil && current.ARN != s.ARN { // of a copy that was loaded meanwhile
		err = &backends.Error{Code: backends.CodeNoStream, Op: "place records"}
	}
	switch {
	case isCode(err, backends.CodeNoStream):
		e.streams.Remove(s.ARN)
	case err == nil:
		e.streams.Add(s.ARN, current)
	}
	return current, err
}

func streamNotFound(arn string) *apierr.Error {
	return apierr.New(apierr.ResourceNotFound, "Requested resource not found: Stream: "+arn+" not found")
}

// shardName is the ShardId of a shard: names sort by the time at which shards were opened.
func shardName(h *catalog.Shard) string {
	return fmt.Sprintf("shardId-%020d-%08x", h.CreatedAt.UnixMilli(), h.ID)
}

// shardNamed gives the shard of that ShardId.
func shardNamed(s *catalog.Stream, name string) (*catalog.Shard, *apierr.Error) {
	for _, h := range s.Shards {
		if shardName(h) == name {
			return h, nil
		}
	}
	return nil, apierr.New(apierr.ResourceNotFound, "Requested resource not found: Shard: "+name+" in Stream: "+s.ARN+" not found")
}
