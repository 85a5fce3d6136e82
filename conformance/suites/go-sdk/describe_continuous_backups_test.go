package gosdk

import (
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

func TestDescribeContinuousBackups(t *testing.T) {
	run(t, hashTable, "API_DescribeContinuousBackups", []scenario{
		{name: "a table has no backups of any kind", steps: []step{
			{"DescribeContinuousBackups", `{"TableName":"$T"}`, `{"ContinuousBackupsDescription":{
				"ContinuousBackupsStatus":"DISABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"DISABLED"}}}`},
		}},
		{name: "a missing table has an error of its own", table: noTable, steps: []step{
			{"DescribeContinuousBackups", `{"TableName":"$T"}`, "TableNotFoundException: Table not found: $T"},
		}},
		{name: "a name that no table can have", table: noTable, steps: []step{
			{"DescribeContinuousBackups", `{"TableName":"a"}`, "ValidationException: *"},
		}},
	})
}

func TestDescribeContinuousBackups_needs_a_name(t *testing.T) {
	single(t, "API_DescribeContinuousBackups: TableName is required", func(t *testing.T, c *caller) {
		got := harness.Raw{Op: "DescribeContinuousBackups", Body: `{}`}.Send(t, c.Endpoint)
		if got.Status != 400 || got.Kind != validation {
			t.Errorf("got %d %s: %s", got.Status, got.Kind, got.Message)
		}
	})
}
