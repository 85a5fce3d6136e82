package harness

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// CreateIndex is the UpdateTable that adds an index of those key elements, "name:HASH" or "name:RANGE", all strings.
func CreateIndex(index string, keys ...string) string {
	var definitions, schema []string
	for _, k := range keys {
		name, role, _ := strings.Cut(k, ":")
		definitions = append(definitions, `{"AttributeName":"`+name+`","AttributeType":"S"}`)
		schema = append(schema, `{"AttributeName":"`+name+`","KeyType":"`+role+`"}`)
	}
	return `{"AttributeDefinitions":[` + strings.Join(definitions, ",") + `],"GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"` + index +
		`","KeySchema":[` + strings.Join(schema, ",") + `],"Projection":{"ProjectionType":"ALL"}}}]}`
}

// DeleteIndex is the UpdateTable that deletes an index.
func DeleteIndex(index string) string {
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

// String is, as one text, the state of the table, of its global indexes, and the defined attributes, sorted.
func (s *state) String() string {
	text := s.Table.TableStatus
	for _, x := range s.Table.GlobalSecondaryIndexes {
		text += " " + x.IndexName + "=" + x.IndexStatus
		if x.Backfilling != nil {
			text += fmt.Sprintf(" Backfilling=%t", *x.Backfilling)
		}
	}
	var definitions []string
	for _, d := range s.Table.AttributeDefinitions {
		definitions = append(definitions, d.AttributeName+":"+d.AttributeType)
	}
	slices.Sort(definitions)
	return strings.Join(append([]string{text}, definitions...), " ")
}

// StateOf is, as one text, the state of a table.
func (c *Caller) StateOf(t testing.TB, table string) string {
	t.Helper()
	s := Ask[state](t, c, "DescribeTable", TableInput(table, "{}"))
	return s.String()
}

// AwaitState returns once the table is in a state. It passes only through states that are allowed on the way.
func (c *Caller) AwaitState(t testing.TB, table, want string, onTheWay ...string) {
	t.Helper()
	var got string
	Eventually(c.Patience, func() bool {
		got = c.StateOf(t, table)
		return got == want || !slices.Contains(onTheWay, got)
	})
	if got != want {
		t.Fatalf("table is %s, want %s", got, want)
	}
}
