// Package server is the outer door: HTTP in, HTTP out. It dispatches on X-Amz-Target, verifies signatures, keeps the
// limits on headers, bodies, time and requests in flight, and writes answers and errors in the service's envelope. What
// an operation means is the Engine's business; the server never looks into a body.
package server

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// Engine runs operations. It is safe for concurrent use.
type Engine interface {
	// Do runs one operation and appends its answer to dst, which may have room to spare and no content. operation is the
	// part of X-Amz-Target after the dot. The answer may be empty; a few operations answer so. body and dst belong to the
	// caller again when Do returns, also when ctx ended: nothing may keep them.
	Do(ctx context.Context, operation string, body, dst []byte) ([]byte, *apierr.Error)
	// Ping asks the database whether it is there.
	Ping(ctx context.Context) error
	// Close finishes what runs, checkpoints and closes the database.
	Close() error
}
