package registers

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// Send sends a request about one item. For each kind there are several ways: the service has several operations that
// do it, which must not be seen to differ.
func (t Table) Send(ctx context.Context, client *dynamodb.Client, in Request, way int) (Answer, error) {
	ways := map[Kind][]sender{
		Read: {t.get, t.query, t.transactGet}, Put: {t.put, t.set}, Remove: {t.delete}, Swap: {t.putIf, t.setIf}, Add: {t.add},
	}[in.Kind]
	found, applied, err := ways[way%len(ways)](ctx, client, in)
	if err != nil {
		return Answer{}, fmt.Errorf("%+v: %w", in, err)
	}
	seen, err := NumberIn(found)
	return Answer{Seen: seen, Applied: applied}, err
}

// sender sends a request in one way. It gives the item that the request met, or made if it is an add.
type sender func(context.Context, *dynamodb.Client, Request) (found map[string]types.AttributeValue, applied bool, err error)

func (t Table) get(ctx context.Context, client *dynamodb.Client, in Request) (map[string]types.AttributeValue, bool, error) {
	out, err := client.GetItem(ctx, &dynamodb.GetItemInput{TableName: aws.String(string(t)), Key: KeyOf(in.Key), ConsistentRead: aws.Bool(true)})
	if err != nil {
		return nil, false, err
	}
	return out.Item, true, nil
}

func (t Table) query(ctx context.Context, client *dynamodb.Client, in Request) (map[string]types.AttributeValue, bool, error) {
	out, err := client.Query(ctx, &dynamodb.QueryInput{
		TableName: aws.String(string(t)), ConsistentRead: aws.Bool(true), KeyConditionExpression: aws.String("pk = :pk"),
		ExpressionAttributeValues: map[string]types.AttributeValue{":pk": KeyOf(in.Key)["pk"]},
	})
	if err != nil || len(out.Items) == 0 {
		return nil, true, err
	}
	return out.Items[0], true, nil
}

func (t Table) transactGet(ctx context.Context, client *dynamodb.Client, in Request) (map[string]types.AttributeValue, bool, error) {
	out, err := client.TransactGetItems(ctx, &dynamodb.TransactGetItemsInput{
		TransactItems: []types.TransactGetItem{{Get: &types.Get{TableName: aws.String(string(t)), Key: KeyOf(in.Key)}}},
	})
	if err != nil {
		return nil, false, err
	}
	return out.Responses[0].Item, true, nil
}

func (t Table) put(ctx context.Context, client *dynamodb.Client, in Request) (map[string]types.AttributeValue, bool, error) {
	out, err := client.PutItem(ctx, &dynamodb.PutItemInput{
		TableName: aws.String(string(t)), Item: ItemOf(in.Key, in.Value), ReturnValues: types.ReturnValueAllOld,
	})
	if err != nil {
		return nil, false, err
	}
	return out.Attributes, true, nil
}

func (t Table) delete(ctx context.Context, client *dynamodb.Client, in Request) (map[string]types.AttributeValue, bool, error) {
	out, err := client.DeleteItem(ctx, &dynamodb.DeleteItemInput{
		TableName: aws.String(string(t)), Key: KeyOf(in.Key), ReturnValues: types.ReturnValueAllOld,
	})
	if err != nil {
		return nil, false, err
	}
	return out.Attributes, true, nil
}

func (t Table) putIf(ctx context.Context, client *dynamodb.Client, in Request) (map[string]types.AttributeValue, bool, error) {
	condition, values := wantedIs(in.Wanted)
	out, err := client.PutItem(ctx, &dynamodb.PutItemInput{
		TableName: aws.String(string(t)), Item: ItemOf(in.Key, in.Value), ReturnValues: types.ReturnValueAllOld,
		ConditionExpression: &condition, ExpressionAttributeValues: values,
		ReturnValuesOnConditionCheckFailure: types.ReturnValuesOnConditionCheckFailureAllOld,
	})
	if err != nil {
		return refused(err)
	}
	return out.Attributes, true, nil
}

// update is an UpdateItem that others complete.
func (t Table) update(in Request, expression string, values map[string]types.AttributeValue) *dynamodb.UpdateItemInput {
	values[":value"] = Number(in.Value)
	return &dynamodb.UpdateItemInput{
		TableName: aws.String(string(t)), Key: KeyOf(in.Key), UpdateExpression: &expression, ExpressionAttributeValues: values,
		ReturnValues:                        types.ReturnValueAllOld,
		ReturnValuesOnConditionCheckFailure: types.ReturnValuesOnConditionCheckFailureAllOld,
	}
}

func (t Table) set(ctx context.Context, client *dynamodb.Client, in Request) (map[string]types.AttributeValue, bool, error) {
	return updated(client.UpdateItem(ctx, t.update(in, "SET n = :value", map[string]types.AttributeValue{})))
}

func (t Table) setIf(ctx context.Context, client *dynamodb.Client, in Request) (map[string]types.AttributeValue, bool, error) {
	condition, values := wantedIs(in.Wanted)
	if values == nil {
		values = map[string]types.AttributeValue{}
	}
	update := t.update(in, "SET n = :value", values)
	update.ConditionExpression = &condition
	return updated(client.UpdateItem(ctx, update))
}

func (t Table) add(ctx context.Context, client *dynamodb.Client, in Request) (map[string]types.AttributeValue, bool, error) {
	update := t.update(in, "ADD n :value", map[string]types.AttributeValue{})
	update.ReturnValues = types.ReturnValueAllNew
	return updated(client.UpdateItem(ctx, update))
}

func updated(out *dynamodb.UpdateItemOutput, err error) (map[string]types.AttributeValue, bool, error) {
	if err != nil {
		return refused(err)
	}
	return out.Attributes, true, nil
}

// wantedIs is the condition that an item has that number, or is missing. Without values there is no map of them.
func wantedIs(n int) (condition string, values map[string]types.AttributeValue) {
	if n == Missing {
		return "attribute_not_exists(pk)", nil
	}
	return "n = :wanted", map[string]types.AttributeValue{":wanted": Number(n)}
}

// refused tells what a failed condition met; any other error is one.
func refused(err error) (map[string]types.AttributeValue, bool, error) {
	var failed *types.ConditionalCheckFailedException
	if errors.As(err, &failed) {
		return failed.Item, false, nil
	}
	return nil, false, err
}
