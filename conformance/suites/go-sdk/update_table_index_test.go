package gosdk

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

// An index is added to a table with items, filled, used and deleted again.
func TestUpdateTable_indexes_are_filled_used_and_deleted(t *testing.T) {
	single(t, "Developer guide: GSI.OnlineOps", func(t *testing.T, c *caller) {
		table := c.Own(t, hashTable)
		do := func(op, in string) harness.Answer { return c.Call(t, op, tableInput(table, in)) }
		for i := range 30 {
			c.OK(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"%d"},"x":{"S":"%d"},"y":{"S":"%d"}}}`, i, i%3, i)))
		}
		for _, odd := range []string{`{"N":"1"}`, `{"S":""}`, `{"S":"` + strings.Repeat("x", 2049) + `"}`, `{"L":[]}`} {
			c.OK(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"odd `+fmt.Sprint(len(odd))+`"},"x":`+odd+`}}`))
		}
		c.OK(t, "UpdateTable", tableInput(table, createIndex("byX", "x:HASH", "y:RANGE")))
		wantState(t, c, table, "ACTIVE byX=ACTIVE pk:S x:S y:S")
		if got := c.OK(t, "Scan", tableInput(table, `{"IndexName":"byX","Select":"COUNT"}`)); got != `{"Count":30,"ScannedCount":30}` {
			t.Errorf("the index has %s", got)
		}
		if got := do("PutItem", `{"Item":{"pk":{"S":"a"},"x":{"N":"1"}}}`); got.Code != "ValidationException" {
			t.Errorf("a key of another type: %s", got.Body)
		}
		c.OK(t, "UpdateTable", tableInput(table, deleteIndex("byX")))
		wantState(t, c, table, "ACTIVE pk:S")
		if got := do("Scan", `{"IndexName":"byX"}`); got.Text != "The table does not have the specified index: byX" {
			t.Errorf("a Scan of a deleted index: %s", got.Body)
		}
		c.OK(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"a"},"x":{"N":"1"}}}`))
	})
}

// wantState waits until the table and its indexes are ready, and compares their state.
func wantState(t *testing.T, c *caller, table, want string) {
	t.Helper()
	c.AwaitTable(t, table)
	if got := c.StateOf(t, table); got != want {
		t.Fatalf("table is %s, want %s", got, want)
	}
}

func TestUpdateTable_refused_indexes(t *testing.T) {
	run(t, indexedTable, "API_UpdateTable: GlobalSecondaryIndexUpdates; texts measured against the service", []scenario{
		{name: "a name that another index has", steps: []step{
			{"UpdateTable", createIndex("all", "x:HASH"), `ValidationException: Attempting to create an index which already exists`},
			{"UpdateTable", createIndex("local", "x:HASH"), `ValidationException: Attempting to create an index which already exists`},
		}},
		{name: "a key of another type than it has in another index", steps: []step{
			{"UpdateTable", createIndex("new", "r:HASH"), `ValidationException: One or more parameter values were invalid: Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. Existing schema: Schema:[SchemaElement: key{g:S:HASH}, SchemaElement: key{r:N:RANGE}] New schema: Schema:[SchemaElement: key{r:S:HASH}]`},
		}},
		{name: "an index that is not there, or is a local one", steps: []step{
			{"UpdateTable", deleteIndex("none"), `ResourceNotFoundException: Requested resource not found`},
			{"UpdateTable", deleteIndex("local"), `ValidationException: Cannot delete an index that is not a GlobalSecondaryIndex`},
		}},
		{name: "more than one at a time", steps: []step{
			{"UpdateTable", `{"GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"all"}},{"Delete":{"IndexName":"keys"}}]}`,
				`LimitExceededException: Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table`},
		}},
		{name: "keys that the request does not define", steps: []step{
			{"UpdateTable", strings.Replace(createIndex("new", "x:HASH"), `"AttributeName":"x","AttributeType"`, `"AttributeName":"z","AttributeType"`, 1),
				`ValidationException: One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions*`},
		}},
		{name: "units of an index of a table on demand", steps: []step{
			{"UpdateTable", strings.Replace(createIndex("new", "x:HASH"), `"Projection"`, `"ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1},"Projection"`, 1),
				`ValidationException: One or more parameter values were invalid: ProvisionedThroughput should not be specified for index: new when BillingMode is PAY_PER_REQUEST`},
		}},
	})
}

// Nothing of an unused definition stays, and those of a deleted index go.
func TestUpdateTable_attribute_definitions_are_merged(t *testing.T) {
	single(t, "API_UpdateTable: AttributeDefinitions; measured against the service", func(t *testing.T, c *caller) {
		table := c.Own(t, hashTable)
		more := strings.Replace(createIndex("one", "a:HASH", "b:RANGE"), `[{"AttributeName":"a"`, `[{"AttributeName":"unused","AttributeType":"N"},{"AttributeName":"a"`, 1)
		c.OK(t, "UpdateTable", tableInput(table, more))
		wantState(t, c, table, "ACTIVE one=ACTIVE a:S b:S pk:S")
		c.OK(t, "UpdateTable", tableInput(table, createIndex("two", "a:HASH", "c:HASH", "d:RANGE", "pk:RANGE")))
		wantState(t, c, table, "ACTIVE one=ACTIVE two=ACTIVE a:S b:S c:S d:S pk:S")
		c.OK(t, "UpdateTable", tableInput(table, deleteIndex("one")))
		wantState(t, c, table, "ACTIVE two=ACTIVE a:S c:S d:S pk:S")
	})
}
