package dynamodblocal_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// Harnesses set -delayTransientStatuses and write to a table as soon as it is created: only indexes that are added later take their time.
func TestDelayTransientStatuses(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		want types.IndexStatus // once UpdateTable has answered and the index can be filled
	}{
		{"an index is being created for a while", []string{"-delayTransientStatuses"}, types.IndexStatusCreating},
		{"an index is there at once", nil, types.IndexStatusActive},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := start(t, binaries.java, t.TempDir(), append([]string{"-jar", "DynamoDBLocal.jar", "-inMemory"}, c.args...)...)
			defer stop(t, p)
			db := callers[0].client(p)
			createTable(t, db, "films") // and puts an item into it
			_, err := db.UpdateTable(t.Context(), &dynamodb.UpdateTableInput{
				TableName:            aws.String("films"),
				AttributeDefinitions: []types.AttributeDefinition{{AttributeName: aws.String("year"), AttributeType: types.ScalarAttributeTypeN}},
				GlobalSecondaryIndexUpdates: []types.GlobalSecondaryIndexUpdate{{Create: &types.CreateGlobalSecondaryIndexAction{
					IndexName: aws.String("byYear"), Projection: &types.Projection{ProjectionType: types.ProjectionTypeAll},
					KeySchema: []types.KeySchemaElement{{AttributeName: aws.String("year"), KeyType: types.KeyTypeHash}},
				}}},
			})
			if err != nil {
				t.Fatal(err)
			}
			// The status of an index without delay changes when it is filled, which takes some milliseconds.
			for {
				out, err := db.DescribeTable(t.Context(), &dynamodb.DescribeTableInput{TableName: aws.String("films")})
				if err != nil {
					t.Fatal(err)
				}
				status := out.Table.GlobalSecondaryIndexes[0].IndexStatus
				if status == c.want {
					return
				}
				if status == types.IndexStatusActive {
					t.Fatalf("the index is %s", status)
				}
			}
		})
	}
}
