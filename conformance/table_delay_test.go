package conformance

import (
	"testing"
	"time"
)

// A table and its indexes stay in each state for a while, and say so.
func TestTablesTakeTheirTime(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		const delay = "--table-delay=1500ms"
		c.crash(t, delay)
		table := newTableName()
		refuses := func(op, in, want string) {
			t.Helper()
			if got := c.call(t, op, tableInput(table, in)); !matches(want, got.code+": "+got.text) {
				t.Errorf("%s: %s, want %s", op, got.code+": "+got.text, want)
			}
		}
		const inUse = "ResourceInUseException: Attempt to change a resource which is still in use: "

		c.ok(t, "CreateTable", tableInput(table, hashTable))
		refuses("PutItem", `{"Item":{"pk":{"S":"a"}}}`, "ResourceNotFoundException: Requested resource not found")
		refuses("DeleteTable", `{}`, inUse+"Table is being created: "+table)
		refuses("UpdateTable", createIndex("byX", "x:HASH"), inUse+"Table is being created: "+table)
		awaitState(t, c, table, "ACTIVE pk:S", "CREATING pk:S")
		c.ok(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"a"},"x":{"S":"x"}}}`))

		c.ok(t, "UpdateTable", tableInput(table, createIndex("byX", "x:HASH")))
		refuses("UpdateTable", deleteIndex("byX"), inUse+"Index creation is in resource allocation phase. Retry deletion during backfilling phase or when the index is active.")
		refuses("UpdateTable", createIndex("byY", "y:HASH"), inUse+"Table is being updated: "+table)
		refuses("DeleteTable", `{}`, inUse+"Cannot delete table while indexes are being created, updated, or deleted.")
		refuses("Scan", `{"IndexName":"byX"}`, "ValidationException: Cannot read from backfilling global secondary index: byX")
		c.ok(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"b"},"x":{"S":"y"}}}`))
		c.crash(t, delay) // the clock is in the database
		awaitState(t, c, table, "ACTIVE byX=ACTIVE pk:S x:S", "UPDATING byX=CREATING Backfilling=false pk:S x:S", "ACTIVE byX=CREATING Backfilling=true pk:S x:S")
		if got := c.ok(t, "Scan", tableInput(table, `{"IndexName":"byX","Select":"COUNT"}`)); got != `{"Count":2,"ScannedCount":2}` {
			t.Errorf("the index has %s", got)
		}

		c.ok(t, "UpdateTable", tableInput(table, deleteIndex("byX")))
		refuses("Scan", `{"IndexName":"byX"}`, "ValidationException: The table does not have the specified index: byX")
		awaitState(t, c, table, "ACTIVE pk:S", "UPDATING byX=DELETING pk:S x:S")

		c.ok(t, "DeleteTable", tableInput(table, `{}`))
		c.ok(t, "DeleteTable", tableInput(table, `{}`))
		refuses("CreateTable", hashTable, "ResourceInUseException: Table already exists: "+table)
		refuses("GetItem", `{"Key":{"pk":{"S":"a"}}}`, "ResourceNotFoundException: Requested resource not found")
		if got := stateOf(t, c, table); got != "DELETING pk:S" {
			t.Errorf("a table that is being deleted is %s", got)
		}
		awaitGone(t, c, table)
		c.ok(t, "CreateTable", tableInput(table, hashTable))
	})
}

// awaitGone returns once there is no such table.
func awaitGone(t *testing.T, c *caller, table string) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); c.call(t, "DescribeTable", tableInput(table, "{}")).code == ""; {
		if time.Now().After(deadline) {
			t.Fatal("the table is still there")
		}
	}
}
