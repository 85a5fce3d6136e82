package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// DeleteTable drops a table with its rows and indexes. The answer says DELETING as the service's does, and leaves out what the
// service leaves out; the table is gone when the answer is sent.
func (e *Engine) DeleteTable(ctx context.Context, in *api.DeleteTableInput) (*api.DeleteTableOutput, error) {
	t, stats, err := e.current(ctx, in.TableName)
	if err != nil {
		return nil, err
	}
	if t.DeletionProtection {
		return nil, apierr.Invalid("Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.")
	}
	err = e.backend.DropTable(ctx, t)
	if isCode(err, backends.CodeNoTable) {
		return nil, tableNotFound(in.TableName)
	}
	if err != nil {
		return nil, err
	}
	e.tables.forget(t.Name)
	e.stats.forget(t)
	return &api.DeleteTableOutput{TableDescription: e.describeDeleted(t, stats)}, nil
}

func (e *Engine) describeDeleted(t *catalog.Table, stats catalog.Stats) *api.TableDescription {
	d := e.describe(t, stats)
	setStatus(d, catalog.Deleting)
	d.CreationDateTime, d.KeySchema, d.AttributeDefinitions = nil, nil, nil
	d.GlobalSecondaryIndexes, d.LocalSecondaryIndexes, d.WarmThroughput = nil, nil, nil
	return d
}
