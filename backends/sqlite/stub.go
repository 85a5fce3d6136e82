package sqlite

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
)

func (b *backend) Explain(ctx context.Context, p any) ([]backends.Statement, error) { return nil, nil }
func (b *backend) Check(ctx context.Context) ([]string, error)                      { return nil, nil }
