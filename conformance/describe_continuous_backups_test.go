package conformance

import "testing"

func TestDescribeContinuousBackups(t *testing.T) {
	run(t, hashTable, []scenario{
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

func TestDescribeContinuousBackupsNeedsAName(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		got := rawRequest{op: "DescribeContinuousBackups", body: `{}`}.send(t, c.target)
		if got.status != 400 || got.kind != validation {
			t.Errorf("got %d %s: %s", got.status, got.kind, got.message)
		}
	})
}
