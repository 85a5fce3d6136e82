package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
)

// DescribeContinuousBackups says that a table has none. The service reports a missing table by another type here than elsewhere.
func (e *Engine) DescribeContinuousBackups(ctx context.Context, in *api.DescribeContinuousBackupsInput) (*api.DescribeContinuousBackupsOutput, error) {
	const disabled = "DISABLED"
	switch _, err := e.tables.read(ctx, in.TableName); {
	case err == errNoTable:
		return nil, apierr.New(apierr.TableNotFound, "Table not found: "+in.TableName)
	case err != nil:
		return nil, err
	}
	return &api.DescribeContinuousBackupsOutput{ContinuousBackupsDescription: &api.ContinuousBackupsDescription{
		ContinuousBackupsStatus:        disabled,
		PointInTimeRecoveryDescription: &api.PointInTimeRecoveryDescription{PointInTimeRecoveryStatus: new(disabled)},
	}}, nil
}
