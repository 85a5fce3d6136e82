package engine

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// DeleteTable drops a table with its rows and indexes. The answer says DELETING as the service's does, and leaves out what the
// service leaves out; the table is gone when the answer is sent, or after Options.TableDelay. To delete a table that is being
// deleted is no error.
func (e *Engine) DeleteTable(ctx context.Context, in *api.DeleteTableInput) (*api.DeleteTableOutput, error) {
	if err := e.refuseManyChanges(ctx); err != nil {
		return nil, err
	}
	now := e.now().UTC().Truncate(time.Millisecond)
	var stats catalog.Stats
	read := func() (t *catalog.Table, err error) {
		t, stats, err = e.current(ctx, in.TableName)
		return t, err
	}
	var deleting *catalog.Table
	_, err := e.editTable(ctx, read, func(old *catalog.Table) (*catalog.Table, error) {
		var err error
		if deleting, err = e.deletingTable(old, now); err != nil || deleting.Gone(now) {
			return old, err
		}
		return deleting, nil
	})
	if err == nil && deleting.Gone(now) {
		err = e.drop(ctx, deleting)
	}
	if isCode(err, backends.CodeNoTable) {
		return nil, tableNotFound(in.TableName)
	}
	if err != nil {
		return nil, err
	}
	return &api.DeleteTableOutput{TableDescription: e.describeDeleted(deleting, stats)}, nil
}

// deletingTable is the definition of a table that is being deleted, or why it cannot be.
func (e *Engine) deletingTable(old *catalog.Table, now time.Time) (*catalog.Table, error) {
	switch {
	case old.Status == catalog.Deleting:
		return old, nil
	case old.DeletionProtection:
		return nil, apierr.Invalid("Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.")
	case online(old) != nil && old.Status != catalog.Creating:
		return nil, apierr.New(apierr.ResourceInUse, textInUse+"Cannot delete table while indexes are being created, updated, or deleted.")
	}
	if err := refuseBusy(old); err != nil {
		return nil, err
	}
	t := *old
	e.changing(&t, catalog.Deleting, now)
	return &t, nil
}

// drop removes what is stored of a table.
func (e *Engine) drop(ctx context.Context, t *catalog.Table) error {
	if err := e.backend.DropTable(ctx, t); err != nil {
		return err
	}
	e.tables.forget(t.Name)
	e.stats.forget(t)
	e.background.Kick(backends.DroppedTables)
	return nil
}

// dropGone removes what is stored of a table that is gone, if there is one of that name.
func (e *Engine) dropGone(ctx context.Context, name string, now time.Time) error {
	t, err := e.backend.Table(ctx, name)
	if err == nil && t.Gone(now) {
		err = e.drop(ctx, t)
	}
	if isCode(err, backends.CodeNoTable) {
		return nil
	}
	return err
}

func (e *Engine) describeDeleted(t *catalog.Table, stats catalog.Stats) *api.TableDescription {
	d := e.describe(t, stats)
	d.CreationDateTime, d.KeySchema, d.AttributeDefinitions = nil, nil, nil
	d.GlobalSecondaryIndexes, d.LocalSecondaryIndexes, d.WarmThroughput = nil, nil, nil
	return d
}
