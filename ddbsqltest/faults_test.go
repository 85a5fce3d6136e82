package ddbsqltest_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"github.com/ddbsql/ddbsql/ddbsqltest"
)

func TestFaultsAreGivenAndCounted(t *testing.T) {
	t.Parallel()
	srv := ddbsqltest.Start(t)
	db := srv.Client()
	makeTable(t, db, "orders")
	srv.AddFaults(t,
		ddbsqltest.Fault{Operations: []string{"PutItem"}, First: 2, Error: "ThrottlingException"},
		ddbsqltest.Fault{Table: "orders", Key: map[string]ddbsqltest.KeyPattern{"id": {Text: "b*"}}, Unprocessed: ddbsqltest.AllItems},
	)
	put(t, db, "orders", item{"id": str("a")})
	if got := srv.Faults()[0]; got.Matched != 3 || got.Injected != 2 {
		t.Errorf("the SDK asked %d times and was throttled %d times, want 3 and 2", got.Matched, got.Injected)
	}
	batch := map[string][]types.WriteRequest{"orders": {
		{PutRequest: &types.PutRequest{Item: item{"id": str("b1")}}}, {PutRequest: &types.PutRequest{Item: item{"id": str("c")}}},
	}}
	out, err := db.BatchWriteItem(t.Context(), &dynamodb.BatchWriteItemInput{RequestItems: batch})
	if err != nil || len(out.UnprocessedItems["orders"]) != 1 {
		t.Errorf("unprocessed: %v (%v), want one item", out, err)
	}
	if got := ids(t, db, "orders"); !slices.Equal(got, []string{"a", "c"}) {
		t.Errorf("there are %v", got)
	}
	srv.ClearFaults()
	if _, err := db.BatchWriteItem(t.Context(), &dynamodb.BatchWriteItemInput{RequestItems: out.UnprocessedItems}); err != nil || len(srv.Faults()) != 0 {
		t.Errorf("without faults: %v, %v", srv.Faults(), err)
	}
	if got := ids(t, db, "orders"); !slices.Equal(got, []string{"a", "b1", "c"}) {
		t.Errorf("in the end there are %v", got)
	}
}

// A conditional write whose answer is lost is asked for again by the SDK, and its condition then fails: a test can see what its program makes of that.
func TestALostAnswerOfAConditionalWrite(t *testing.T) {
	t.Parallel()
	srv := ddbsqltest.Start(t)
	db := srv.Client()
	makeTable(t, db, "orders")
	srv.AddFaults(t, ddbsqltest.Fault{Operations: []string{"PutItem"}, Drop: true, After: true, First: 1})
	_, err := db.PutItem(t.Context(), &dynamodb.PutItemInput{
		TableName: aws.String("orders"), Item: item{"id": str("a")}, ConditionExpression: aws.String("attribute_not_exists(id)"),
	})
	var failed *types.ConditionalCheckFailedException
	if !errors.As(err, &failed) {
		t.Errorf("got %v, want a failed condition", err)
	}
	if got := ids(t, db, "orders"); !slices.Equal(got, []string{"a"}) {
		t.Errorf("there are %v", got)
	}
}
