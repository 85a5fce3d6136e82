package conformance

import (
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// A table and its indexes stay in each state for a while, and say so.
func TestTablesTakeTheirTime(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		const delay = "--table-delay=1500ms"
		c.crash(t, delay)
		table := c.Tables.NewName()
		refuses := func(op, in, want string) {
			t.Helper()
			if got := c.Call(t, op, harness.TableInput(table, in)); !harness.Matches(want, got.Code+": "+got.Text) {
				t.Errorf("%s: %s, want %s", op, got.Code+": "+got.Text, want)
			}
		}
		const inUse = "ResourceInUseException: Attempt to change a resource which is still in use: "

		c.OK(t, "CreateTable", harness.TableInput(table, harness.HashTable))
		refuses("PutItem", `{"Item":{"pk":{"S":"a"}}}`, "ResourceNotFoundException: Requested resource not found")
		refuses("DeleteTable", `{}`, inUse+"Table is being created: "+table)
		refuses("UpdateTable", harness.CreateIndex("byX", "x:HASH"), inUse+"Table is being created: "+table)
		c.AwaitState(t, table, "ACTIVE pk:S", "CREATING pk:S")
		c.OK(t, "PutItem", harness.TableInput(table, `{"Item":{"pk":{"S":"a"},"x":{"S":"x"}}}`))

		c.OK(t, "UpdateTable", harness.TableInput(table, harness.CreateIndex("byX", "x:HASH")))
		refuses("UpdateTable", harness.DeleteIndex("byX"), inUse+"Index creation is in resource allocation phase. Retry deletion during backfilling phase or when the index is active.")
		refuses("UpdateTable", harness.CreateIndex("byY", "y:HASH"), inUse+"Table is being updated: "+table)
		refuses("DeleteTable", `{}`, inUse+"Cannot delete table while indexes are being created, updated, or deleted.")
		refuses("Scan", `{"IndexName":"byX"}`, "ValidationException: Cannot read from backfilling global secondary index: byX")
		c.OK(t, "PutItem", harness.TableInput(table, `{"Item":{"pk":{"S":"b"},"x":{"S":"y"}}}`))
		c.crash(t, delay) // the clock is in the database
		c.AwaitState(t, table, "ACTIVE byX=ACTIVE pk:S x:S", "UPDATING byX=CREATING Backfilling=false pk:S x:S", "ACTIVE byX=CREATING Backfilling=true pk:S x:S")
		if got := c.OK(t, "Scan", harness.TableInput(table, `{"IndexName":"byX","Select":"COUNT"}`)); got != `{"Count":2,"ScannedCount":2}` {
			t.Errorf("the index has %s", got)
		}

		c.OK(t, "UpdateTable", harness.TableInput(table, harness.DeleteIndex("byX")))
		refuses("Scan", `{"IndexName":"byX"}`, "ValidationException: The table does not have the specified index: byX")
		c.AwaitState(t, table, "ACTIVE pk:S", "UPDATING byX=DELETING pk:S x:S")

		c.OK(t, "DeleteTable", harness.TableInput(table, `{}`))
		c.OK(t, "DeleteTable", harness.TableInput(table, `{}`))
		refuses("CreateTable", harness.HashTable, "ResourceInUseException: Table already exists: "+table)
		refuses("GetItem", `{"Key":{"pk":{"S":"a"}}}`, "ResourceNotFoundException: Requested resource not found")
		if got := c.StateOf(t, table); got != "DELETING pk:S" {
			t.Errorf("a table that is being deleted is %s", got)
		}
		c.AwaitGone(t, table)
		c.OK(t, "CreateTable", harness.TableInput(table, harness.HashTable))
	})
}
