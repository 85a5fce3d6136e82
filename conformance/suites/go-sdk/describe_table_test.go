package gosdk

import (
	"encoding/json"
	"regexp"
	"testing"
)

func TestDescribeTable(t *testing.T) {
	run(t, indexedTable, "API_DescribeTable: Response Elements", []scenario{
		{name: "indexes are described with their keys, projections and states", steps: []step{
			{"DescribeTable", `{}`, `{"Table":{"TableName":"$T","TableStatus":"ACTIVE","TableId":"*","TableArn":"*","CreationDateTime":"*","ItemCount":0,"TableSizeBytes":0,"AttributeDefinitions":"*","DeletionProtectionEnabled":false,"WarmThroughput":"*",
				"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
				"BillingModeSummary":{"BillingMode":"PAY_PER_REQUEST","LastUpdateToPayPerRequestDateTime":"*"},"ProvisionedThroughput":{"NumberOfDecreasesToday":0,"ReadCapacityUnits":0,"WriteCapacityUnits":0},
				"GlobalSecondaryIndexes":"*",
				"LocalSecondaryIndexes":[{"IndexName":"local","IndexArn":"*","IndexSizeBytes":0,"ItemCount":0,
					"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"l","KeyType":"RANGE"}],"Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["extra"]}}]}}`},
		}},
		{name: "a missing table is named", steps: []step{
			{"DescribeTable", `{"TableName":"conformance.nowhere"}`, `ResourceNotFoundException: Requested resource not found: Table: conformance.nowhere not found`},
		}},
	})
}

func TestDescribeTable_identity_is_stable(t *testing.T) {
	single(t, "API_TableDescription: TableId, TableArn, CreationDateTime", func(t *testing.T, c *caller) {
		type description struct {
			TableId, TableArn      string
			CreationDateTime       json.Number
			GlobalSecondaryIndexes []struct{ IndexName, IndexStatus, IndexArn string }
		}
		var first, second struct{ Table description }
		table := c.Own(t, indexedTable)
		for _, into := range []*struct{ Table description }{&first, &second} {
			if err := json.Unmarshal([]byte(c.OK(t, "DescribeTable", tableInput(table, `{}`))), into); err != nil {
				t.Fatal(err)
			}
		}
		if first.Table.TableId != second.Table.TableId || first.Table.CreationDateTime != second.Table.CreationDateTime {
			t.Errorf("the identity changed between two descriptions: %+v, %+v", first.Table, second.Table)
		}
		for text, pattern := range map[string]string{
			first.Table.TableId:  `^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`,
			first.Table.TableArn: `^arn:aws:dynamodb:[a-z0-9-]+:[0-9]{12}:table/` + table + `$`,
		} {
			if !regexp.MustCompile(pattern).MatchString(text) {
				t.Errorf("%q does not look like %s", text, pattern)
			}
		}
		for _, index := range first.Table.GlobalSecondaryIndexes {
			if index.IndexStatus != "ACTIVE" || index.IndexArn != first.Table.TableArn+"/index/"+index.IndexName {
				t.Errorf("index %+v of table %s", index, first.Table.TableArn)
			}
		}
		if n := len(first.Table.GlobalSecondaryIndexes); n != 2 {
			t.Errorf("%d global indexes, want 2", n)
		}
	})
}
