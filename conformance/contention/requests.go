package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// send sends a request about one item. For each kind there are several ways: the service has several operations that
// do it, which must not be seen to differ.
func (h *history) send(ctx context.Context, client *dynamodb.Client, in request, way int) (answer, error) {
	ways := map[kind][]sender{
		read: {h.get, h.query, h.transactGet}, put: {h.put, h.set}, remove: {h.delete}, swap: {h.putIf, h.setIf}, add: {h.add},
	}[in.kind]
	found, applied, err := ways[way%len(ways)](ctx, client, in)
	if err != nil {
		return answer{}, fmt.Errorf("%+v: %w", in, err)
	}
	seen, err := numberIn(found)
	return answer{seen: seen, applied: applied}, err
}

// sender sends a request in one way. It gives the item that the request met, or made if it is an add.
type sender func(context.Context, *dynamodb.Client, request) (found map[string]types.AttributeValue, applied bool, err error)

func (h *history) get(ctx context.Context, client *dynamodb.Client, in request) (map[string]types.AttributeValue, bool, error) {
	out, err := client.GetItem(ctx, &dynamodb.GetItemInput{TableName: &h.table, Key: keyOf(in.key), ConsistentRead: aws.Bool(true)})
	if err != nil {
		return nil, false, err
	}
	return out.Item, true, nil
}

func (h *history) query(ctx context.Context, client *dynamodb.Client, in request) (map[string]types.AttributeValue, bool, error) {
	out, err := client.Query(ctx, &dynamodb.QueryInput{
		TableName: &h.table, ConsistentRead: aws.Bool(true), KeyConditionExpression: aws.String("pk = :pk"),
		ExpressionAttributeValues: map[string]types.AttributeValue{":pk": keyOf(in.key)["pk"]},
	})
	if err != nil || len(out.Items) == 0 {
		return nil, true, err
	}
	return out.Items[0], true, nil
}

func (h *history) transactGet(ctx context.Context, client *dynamodb.Client, in request) (map[string]types.AttributeValue, bool, error) {
	out, err := client.TransactGetItems(ctx, &dynamodb.TransactGetItemsInput{
		TransactItems: []types.TransactGetItem{{Get: &types.Get{TableName: &h.table, Key: keyOf(in.key)}}},
	})
	if err != nil {
		return nil, false, err
	}
	return out.Responses[0].Item, true, nil
}

func (h *history) put(ctx context.Context, client *dynamodb.Client, in request) (map[string]types.AttributeValue, bool, error) {
	out, err := client.PutItem(ctx, &dynamodb.PutItemInput{
		TableName: &h.table, Item: itemOf(in.key, in.value), ReturnValues: types.ReturnValueAllOld,
	})
	if err != nil {
		return nil, false, err
	}
	return out.Attributes, true, nil
}

func (h *history) delete(ctx context.Context, client *dynamodb.Client, in request) (map[string]types.AttributeValue, bool, error) {
	out, err := client.DeleteItem(ctx, &dynamodb.DeleteItemInput{
		TableName: &h.table, Key: keyOf(in.key), ReturnValues: types.ReturnValueAllOld,
	})
	if err != nil {
		return nil, false, err
	}
	return out.Attributes, true, nil
}

func (h *history) putIf(ctx context.Context, client *dynamodb.Client, in request) (map[string]types.AttributeValue, bool, error) {
	condition, values := wantedIs(in.wanted)
	out, err := client.PutItem(ctx, &dynamodb.PutItemInput{
		TableName: &h.table, Item: itemOf(in.key, in.value), ReturnValues: types.ReturnValueAllOld,
		ConditionExpression: &condition, ExpressionAttributeValues: values,
		ReturnValuesOnConditionCheckFailure: types.ReturnValuesOnConditionCheckFailureAllOld,
	})
	if err != nil {
		return refused(err)
	}
	return out.Attributes, true, nil
}

// update is an UpdateItem that others complete.
func (h *history) update(in request, expression string, values map[string]types.AttributeValue) *dynamodb.UpdateItemInput {
	values[":value"] = number(in.value)
	return &dynamodb.UpdateItemInput{
		TableName: &h.table, Key: keyOf(in.key), UpdateExpression: &expression, ExpressionAttributeValues: values,
		ReturnValues:                        types.ReturnValueAllOld,
		ReturnValuesOnConditionCheckFailure: types.ReturnValuesOnConditionCheckFailureAllOld,
	}
}

func (h *history) set(ctx context.Context, client *dynamodb.Client, in request) (map[string]types.AttributeValue, bool, error) {
	return updated(client.UpdateItem(ctx, h.update(in, "SET n = :value", map[string]types.AttributeValue{})))
}

func (h *history) setIf(ctx context.Context, client *dynamodb.Client, in request) (map[string]types.AttributeValue, bool, error) {
	condition, values := wantedIs(in.wanted)
	if values == nil {
		values = map[string]types.AttributeValue{}
	}
	update := h.update(in, "SET n = :value", values)
	update.ConditionExpression = &condition
	return updated(client.UpdateItem(ctx, update))
}

func (h *history) add(ctx context.Context, client *dynamodb.Client, in request) (map[string]types.AttributeValue, bool, error) {
	update := h.update(in, "ADD n :value", map[string]types.AttributeValue{})
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
	if n == missing {
		return "attribute_not_exists(pk)", nil
	}
	return "n = :wanted", map[string]types.AttributeValue{":wanted": number(n)}
}

// refused tells what a failed condition met; any other error is one.
func refused(err error) (map[string]types.AttributeValue, bool, error) {
	var failed *types.ConditionalCheckFailedException
	if errors.As(err, &failed) {
		return failed.Item, false, nil
	}
	return nil, false, err
}
