package conformance

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
)

// createIndex is the UpdateTable that adds an index of those key elements, "name:HASH" or "name:RANGE", all strings.
func createIndex(index string, keys ...string) string {
	var definitions, schema []string
	for _, k := range keys {
		name, role, _ := strings.Cut(k, ":")
		definitions = append(definitions, `{"AttributeName":"`+name+`","AttributeType":"S"}`)
		schema = append(schema, `{"AttributeName":"`+name+`","KeyType":"`+role+`"}`)
	}
	return `{"AttributeDefinitions":[` + strings.Join(definitions, ",") + `],"GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"` + index +
		`","KeySchema":[` + strings.Join(schema, ",") + `],"Projection":{"ProjectionType":"ALL"}}}]}`
}

func deleteIndex(index string) string {
	return `{"GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"` + index + `"}}]}`
}

// state is what DescribeTable says of the state of a table.
type state struct {
	Table struct {
		TableStatus            string
		AttributeDefinitions   []struct{ AttributeName, AttributeType string }
		GlobalSecondaryIndexes []struct {
			IndexName, IndexStatus string
			Backfilling            *bool
		}
	}
}

// String is, as one text, the state of the table, of its global indexes, and the defined attributes.
func (s *state) String() string {
	text := s.Table.TableStatus
	for _, x := range s.Table.GlobalSecondaryIndexes {
		text += " " + x.IndexName + "=" + x.IndexStatus
		if x.Backfilling != nil {
			text += fmt.Sprintf(" Backfilling=%t", *x.Backfilling)
		}
	}
	for _, d := range s.Table.AttributeDefinitions {
		text += " " + d.AttributeName + ":" + d.AttributeType
	}
	return text
}

func stateOf(t *testing.T, c *caller, table string) string {
	t.Helper()
	var s state
	if err := json.Unmarshal([]byte(c.ok(t, "DescribeTable", tableInput(table, "{}"))), &s); err != nil {
		t.Fatal(err)
	}
	return s.String()
}

// awaitState returns once the table is in a state. It passes only through states that are allowed on the way.
func awaitState(t *testing.T, c *caller, table, want string, onTheWay ...string) {
	t.Helper()
	deadline := time.Now().Add(time.Minute)
	for {
		got := stateOf(t, c, table)
		allowed := got == want
		for _, s := range onTheWay {
			allowed = allowed || got == s
		}
		switch {
		case got == want:
			return
		case !allowed || time.Now().After(deadline):
			t.Fatalf("table is %s, want %s", got, want)
		}
	}
}

// An index is added to a table with items, filled, used and deleted again.
func TestUpdateTableCreatesAndDeletesIndexes(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		table := newTableName()
		createTable(t, c, table, hashTable)
		do := func(op, in string) answer { return c.call(t, op, tableInput(table, in)) }
		for i := range 30 {
			c.ok(t, "PutItem", tableInput(table, fmt.Sprintf(`{"Item":{"pk":{"S":"%d"},"x":{"S":"%d"},"y":{"S":"%d"}}}`, i, i%3, i)))
		}
		for _, odd := range []string{`{"N":"1"}`, `{"S":""}`, `{"S":"` + strings.Repeat("x", 2049) + `"}`, `{"L":[]}`} {
			c.ok(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"odd `+fmt.Sprint(len(odd))+`"},"x":`+odd+`}}`))
		}
		c.ok(t, "UpdateTable", tableInput(table, createIndex("byX", "x:HASH", "y:RANGE")))
		awaitState(t, c, table, "ACTIVE byX=ACTIVE pk:S x:S y:S", "ACTIVE byX=CREATING Backfilling=true pk:S x:S y:S")
		if got := c.ok(t, "Scan", tableInput(table, `{"IndexName":"byX","Select":"COUNT"}`)); got != `{"Count":30,"ScannedCount":30}` {
			t.Errorf("the index has %s", got)
		}
		if got := do("PutItem", `{"Item":{"pk":{"S":"a"},"x":{"N":"1"}}}`); got.code != "ValidationException" {
			t.Errorf("a key of another type: %s", got.body)
		}
		c.ok(t, "UpdateTable", tableInput(table, deleteIndex("byX")))
		awaitState(t, c, table, "ACTIVE pk:S")
		if got := do("Scan", `{"IndexName":"byX"}`); got.text != "The table does not have the specified index: byX" {
			t.Errorf("a Scan of a deleted index: %s", got.body)
		}
		c.ok(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"a"},"x":{"N":"1"}}}`))
	})
}

func TestUpdateTableOfIndexesRefuses(t *testing.T) {
	run(t, indexedTable, []scenario{
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
func TestUpdateTableMergesAttributeDefinitions(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		table := newTableName()
		createTable(t, c, table, hashTable)
		more := strings.Replace(createIndex("one", "a:HASH", "b:RANGE"), `[{"AttributeName":"a"`, `[{"AttributeName":"unused","AttributeType":"N"},{"AttributeName":"a"`, 1)
		c.ok(t, "UpdateTable", tableInput(table, more))
		awaitState(t, c, table, "ACTIVE one=ACTIVE pk:S a:S b:S", "ACTIVE one=CREATING Backfilling=true pk:S a:S b:S")
		c.ok(t, "UpdateTable", tableInput(table, createIndex("two", "a:HASH", "c:HASH", "d:RANGE", "pk:RANGE")))
		awaitState(t, c, table, "ACTIVE one=ACTIVE two=ACTIVE pk:S a:S b:S c:S d:S", "ACTIVE one=ACTIVE two=CREATING Backfilling=true pk:S a:S b:S c:S d:S")
		c.ok(t, "UpdateTable", tableInput(table, deleteIndex("one")))
		awaitState(t, c, table, "ACTIVE two=ACTIVE pk:S a:S c:S d:S")
	})
}
