package postgres

import "context"
import "github.com/ddbsql/ddbsql/backends"

func (b *Backend) Explain(ctx context.Context, p any) ([]backends.Statement, error) { return nil, nil }
func (b *Backend) Check(ctx context.Context) ([]string, error)                      { return nil, nil }
