package gosdk

import (
	"strconv"
	"strings"
	"testing"
)

func TestScan(t *testing.T) {
	only := []string{`{"pk":{"S":"a"},"n":{"N":"1"},"m":{"M":{"x":{"N":"1"}}}}`}
	run(t, hashTable, "API_Scan: FilterExpression, ProjectionExpression, ScanFilter", []scenario{
		{name: "an empty table", steps: []step{{"Scan", `{}`, `{"Items":[],"Count":0,"ScannedCount":0}`}}},
		{name: "the items as they are stored", given: only, steps: []step{{"Scan", `{}`, `{"Items":[` + only[0] + `],"Count":1,"ScannedCount":1}`}}},
		{name: "a filter on a key is allowed", given: only, steps: []step{
			{"Scan", `{"FilterExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"a"}},"Select":"COUNT"}`, `{"Count":1,"ScannedCount":1}`},
			{"Scan", `{"FilterExpression":"pk > :p","ExpressionAttributeValues":{":p":{"S":"a"}},"Select":"COUNT"}`, `{"Count":0,"ScannedCount":1}`},
		}},
		{name: "a projection beside a filter on another attribute", given: only, steps: []step{
			{"Scan", `{"FilterExpression":"n = :one","ProjectionExpression":"m.x","ExpressionAttributeValues":{":one":{"N":"1"}}}`, `{"Items":[{"m":{"M":{"x":{"N":"1"}}}}],"Count":1,"ScannedCount":1}`},
		}},
		{name: "the legacy ScanFilter with each operator", source: "Developer guide: LegacyConditionalParameters.ScanFilter; API_Condition: ComparisonOperator", given: only, steps: []step{
			{"Scan", scanFilter(`"n":{"ComparisonOperator":"EQ","AttributeValueList":[{"N":"1"}]}`), `{"Count":1,"ScannedCount":1}`},
			{"Scan", scanFilter(`"n":{"ComparisonOperator":"NE","AttributeValueList":[{"N":"1"}]}`), `{"Count":0,"ScannedCount":1}`},
			{"Scan", scanFilter(`"n":{"ComparisonOperator":"IN","AttributeValueList":[{"N":"0"},{"N":"1"}]}`), `{"Count":1,"ScannedCount":1}`},
			{"Scan", scanFilter(`"n":{"ComparisonOperator":"BETWEEN","AttributeValueList":[{"N":"0"},{"N":"1"}]}`), `{"Count":1,"ScannedCount":1}`},
			{"Scan", scanFilter(`"n":{"ComparisonOperator":"LE","AttributeValueList":[{"N":"0"}]}`), `{"Count":0,"ScannedCount":1}`},
			{"Scan", scanFilter(`"pk":{"ComparisonOperator":"CONTAINS","AttributeValueList":[{"S":"a"}]}`), `{"Count":1,"ScannedCount":1}`},
			{"Scan", scanFilter(`"pk":{"ComparisonOperator":"NOT_CONTAINS","AttributeValueList":[{"S":"a"}]}`), `{"Count":0,"ScannedCount":1}`},
			{"Scan", scanFilter(`"pk":{"ComparisonOperator":"BEGINS_WITH","AttributeValueList":[{"S":"a"}]}`), `{"Count":1,"ScannedCount":1}`},
			{"Scan", scanFilter(`"x.y":{"ComparisonOperator":"NULL"}`), `{"Count":1,"ScannedCount":1}`},
			{"Scan", scanFilter(`"n":{"ComparisonOperator":"NOT_NULL"}`), `{"Count":1,"ScannedCount":1}`},
		}},
	})
}

func scanFilter(condition string) string {
	return `{"Select":"COUNT","ScanFilter":{` + condition + `}}`
}

func TestScan_refuses(t *testing.T) {
	run(t, indexedTable, "API_Scan: Request Parameters; texts measured against the service", []scenario{
		{name: "a segment without its total, and the other way round", source: "API_Scan: Segment, TotalSegments; texts measured against the service", steps: []step{
			{"Scan", `{"Segment":0}`, `ValidationException: The TotalSegments parameter is required but was not present in the request when Segment parameter is present`},
			{"Scan", `{"TotalSegments":2}`, `ValidationException: The Segment parameter is required but was not present in the request when parameter TotalSegments is present`},
		}},
		{name: "a segment past the last", source: "API_Scan: Segment; text measured against the service", steps: []step{
			{"Scan", `{"Segment":2,"TotalSegments":2}`, `ValidationException: The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less than TotalSegments: 2`},
		}},
		{name: "more than a million segments", source: "API_Scan: TotalSegments: maximum value of 1000000", steps: []step{
			{"Scan", `{"Segment":0,"TotalSegments":1000001}`, `ValidationException: 1 validation error detected: Value at 'TotalSegments' failed to satisfy constraint: Member must have value less than or equal to 1000000`},
		}},
		{name: "limit zero", source: "API_Scan: Limit: minimum value of 1", steps: []step{
			{"Scan", `{"Limit":0}`, `ValidationException: 1 validation error detected: Value at 'Limit' failed to satisfy constraint: Member must have value greater than or equal to 1`},
		}},
		{name: "an index that does not exist", steps: []step{{"Scan", `{"IndexName":"nowhere"}`, `ValidationException: The table does not have the specified index: nowhere`}}},
		{name: "a table that does not exist", steps: []step{{"Scan", `{"TableName":"conformance.nowhere"}`, `ResourceNotFoundException: Requested resource not found`}}},
		{name: "a consistent read of a global index", source: "API_Scan: ConsistentRead; text measured against the service", steps: []step{{"Scan", `{"IndexName":"all","ConsistentRead":true}`, `ValidationException: Consistent reads are not supported on global secondary indexes`}}},
		{name: "SPECIFIC_ATTRIBUTES without a projection", steps: []step{
			{"Scan", `{"Select":"SPECIFIC_ATTRIBUTES"}`, `ValidationException: Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES`},
		}},
		{name: "ALL_PROJECTED_ATTRIBUTES of a table", steps: []step{
			{"Scan", `{"Select":"ALL_PROJECTED_ATTRIBUTES"}`, `ValidationException: *ALL_PROJECTED_ATTRIBUTES can be used only when *using an IndexName`},
		}},
		{name: "a start key that is not the table's", steps: []step{
			{"Scan", `{"ExclusiveStartKey":{"pk":{"S":"a"}}}`, `ValidationException: The provided starting key is invalid*`},
		}},
		{name: "a filter that is not one", steps: []step{
			{"Scan", `{"FilterExpression":"g ="}`, `ValidationException: Invalid FilterExpression: Syntax error; token: "<EOF>", near: "="`},
			{"Scan", `{"FilterExpression":"g = :g"}`, `ValidationException: Invalid FilterExpression: An expression attribute value used in expression is not defined; attribute value: :g`},
			{"Scan", `{"FilterExpression":"attribute_exists(g)","ExpressionAttributeValues":{":g":{"N":"1"}}}`, `ValidationException: Value provided in ExpressionAttributeValues unused in expressions: keys: {:g}`},
			{"Scan", `{"FilterExpression":"size(g)"}`, `ValidationException: Invalid FilterExpression: The function is not allowed to be used this way in an expression; function: size`},
		}},
		{name: "a legacy filter whose operator is not one", steps: []step{
			{"Scan", `{"ScanFilter":{"g":{"ComparisonOperator":"EQ","AttributeValueList":[]}}}`, `ValidationException: One or more parameter values were invalid: Invalid number of argument(s) for the EQ ComparisonOperator`},
			{"Scan", `{"ScanFilter":{"g":{"ComparisonOperator":"eq","AttributeValueList":[{"N":"1"}]}}}`, `ValidationException: One or more parameter values were invalid: Invalid comparison operator*`},
		}},
		{name: "a legacy filter beside an expression", steps: []step{
			{"Scan", `{"ScanFilter":{"g":{"ComparisonOperator":"NULL"}},"FilterExpression":"attribute_exists(g)"}`,
				`ValidationException: Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {ScanFilter} Expression parameters: {FilterExpression}`},
		}},
		{name: "one condition under a ConditionalOperator", source: "API_Scan: ConditionalOperator; text measured against the service", steps: []step{
			{"Scan", `{"ConditionalOperator":"OR","ScanFilter":{"g":{"ComparisonOperator":"NULL"}}}`, `ValidationException: *ConditionalOperator can only be used when Filter or Expected has two or more elements`},
		}},
	})
}

// Every item is in exactly one segment, also when a filter and a limit make pages that match nothing.
func TestScan_segments_have_every_item_once(t *testing.T) {
	single(t, "Developer guide: Scan: Parallel scan", func(t *testing.T, c *caller) {
		const items, segments = 60, 7
		table := c.Borrow(t, hashTable)
		for i := range items {
			c.OK(t, "PutItem", tableInput(table, `{"Item":{"pk":{"S":"item `+strconv.Itoa(i)+`"},"n":{"N":"`+strconv.Itoa(i)+`"}}}`))
		}
		for _, limit := range []string{``, `,"Limit":1`, `,"Limit":3`} {
			seen := map[string]int{}
			for s := range segments {
				in := `{"FilterExpression":"n >= :half","ExpressionAttributeValues":{":half":{"N":"30"}},"Segment":` + strconv.Itoa(s) + `,"TotalSegments":` + strconv.Itoa(segments) + limit + `}`
				for _, item := range c.Pages(t, "Scan", tableInput(table, in)).Items {
					seen[item]++
				}
			}
			if len(seen) != items/2 {
				t.Errorf("limit %q: %d different items in all segments, want %d", limit, len(seen), items/2)
			}
			for item, times := range seen {
				if times != 1 {
					t.Errorf("limit %q: %s came %d times", limit, item, times)
				}
			}
		}
	})
}

func TestScan_start_key_outside_its_segment(t *testing.T) {
	single(t, "API_Scan: ExclusiveStartKey, Segment", func(t *testing.T, c *caller) {
		table := c.Borrow(t, hashTable)
		refused := 0
		const segments = 4
		for s := range segments {
			in := `{"ExclusiveStartKey":{"pk":{"S":"somewhere"}},"TotalSegments":4,"Segment":` + strconv.Itoa(s) + `}`
			if got := c.Call(t, "Scan", tableInput(table, in)); got.Code != "" {
				refused++
				if got.Code != "ValidationException" || !strings.Contains(strings.ToLower(got.Text), "segment") {
					t.Errorf("got %s: %s, want a ValidationException that names the segment", got.Code, got.Text)
				}
			}
		}
		if refused != segments-1 {
			t.Errorf("%d of %d segments refused the key, want all but one", refused, segments)
		}
	})
}
