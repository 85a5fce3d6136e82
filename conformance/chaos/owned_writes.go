package main

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// anything is drawn for what a write is asked to tell. It changes what must be found out on the way, and with that the statements, and nothing
// of what the write does.
func anything() (onFailure types.ReturnValuesOnConditionCheckFailure, values types.ReturnValue, capacity types.ReturnConsumedCapacity) {
	if rand.IntN(3) == 0 {
		onFailure = types.ReturnValuesOnConditionCheckFailureAllOld
	}
	if rand.IntN(4) == 0 {
		values = types.ReturnValueAllOld
	}
	if rand.IntN(4) == 0 {
		capacity = types.ReturnConsumedCapacityIndexes
	}
	return onFailure, values, capacity
}

func (o *owned) putItem() {
	k, w := rand.IntN(slots), write{}
	in := &dynamodb.PutItemInput{TableName: aws.String(ownedTable), Item: o.itemAt(o.sorts[k], o.put(w, k))}
	in.ReturnValuesOnConditionCheckFailure, in.ReturnValues, in.ReturnConsumedCapacity = anything()
	o.settle(w, o.send("PutItem", func(ctx context.Context, sdk *dynamodb.Client) error {
		_, err := sdk.PutItem(ctx, in)
		return err
	}))
}

// condition is one that holds, or one that does not: that the slot's item has the version its owner knows, or that it has another.
func (o *owned) condition(k int, holds bool) (condition string, values item) {
	if o.known[k] == gone {
		return map[bool]string{true: "attribute_not_exists(pk)", false: "attribute_exists(pk)"}[holds], nil
	}
	return map[bool]string{true: "version = :known", false: "version <> :known"}[holds], item{":known": str(o.version(o.known[k]))}
}

func (o *owned) putConditionally(kind string, holds bool) {
	k, w := rand.IntN(slots), write{}
	condition, values := o.condition(k, holds)
	in := &dynamodb.PutItemInput{
		TableName: aws.String(ownedTable), Item: o.itemAt(o.sorts[k], o.put(w, k)), ConditionExpression: &condition, ExpressionAttributeValues: values,
	}
	in.ReturnValuesOnConditionCheckFailure, in.ReturnValues, in.ReturnConsumedCapacity = anything()
	result := o.send(kind, func(ctx context.Context, sdk *dynamodb.Client) error {
		_, err := sdk.PutItem(ctx, in)
		return err
	})
	o.judgeCondition(kind, result, holds)
	o.settle(w, result)
}

func (o *owned) putIf()      { o.putConditionally("PutItem, condition holds", true) }
func (o *owned) putRefused() { o.putConditionally("PutItem, condition does not hold", false) }

// update is one that turns whatever is there into a version.
func (o *owned) update(v int) (expression string, values item) {
	var set, remove []string
	values = item{}
	wanted := o.attributes(v)
	for _, name := range []string{"version", "payload", "grp", "score"} {
		if wanted[name] == nil {
			remove = append(remove, name)
			continue
		}
		set = append(set, name+" = :"+name)
		values[":"+name] = wanted[name]
	}
	expression = "SET " + strings.Join(set, ", ")
	if len(remove) > 0 {
		expression += " REMOVE " + strings.Join(remove, ", ")
	}
	return expression, values
}

func (o *owned) updateItem() { o.updateConditionally("UpdateItem", false) }
func (o *owned) updateIf()   { o.updateConditionally("UpdateItem, condition holds", true) }

func (o *owned) updateConditionally(kind string, conditional bool) {
	k, w := rand.IntN(slots), write{}
	expression, values := o.update(o.put(w, k))
	in := &dynamodb.UpdateItemInput{TableName: aws.String(ownedTable), Key: o.key(k), UpdateExpression: &expression, ExpressionAttributeValues: values}
	in.ReturnValuesOnConditionCheckFailure, in.ReturnValues, in.ReturnConsumedCapacity = anything()
	if conditional {
		condition, more := o.condition(k, true)
		in.ConditionExpression = &condition
		maps.Copy(values, more)
	}
	result := o.send(kind, func(ctx context.Context, sdk *dynamodb.Client) error {
		_, err := sdk.UpdateItem(ctx, in)
		return err
	})
	o.judgeCondition(kind, result, true)
	o.settle(w, result)
}

func (o *owned) deleteItem() {
	k := rand.IntN(slots)
	in := &dynamodb.DeleteItemInput{TableName: aws.String(ownedTable), Key: o.key(k)}
	in.ReturnValuesOnConditionCheckFailure, in.ReturnValues, in.ReturnConsumedCapacity = anything()
	o.settle(write{k: gone}, o.send("DeleteItem", func(ctx context.Context, sdk *dynamodb.Client) error {
		_, err := sdk.DeleteItem(ctx, in)
		return err
	}))
}

const batchItems = 10

// several are some slots, each once.
func several(n int) []int { return rand.Perm(slots)[:n] }

func (o *owned) batchWrite() {
	var requests []types.WriteRequest
	w := write{}
	for i, k := range several(batchItems) {
		if i%4 == 3 {
			w[k] = gone
			requests = append(requests, types.WriteRequest{DeleteRequest: &types.DeleteRequest{Key: o.key(k)}})
			continue
		}
		requests = append(requests, types.WriteRequest{PutRequest: &types.PutRequest{Item: o.itemAt(o.sorts[k], o.put(w, k))}})
	}
	var out *dynamodb.BatchWriteItemOutput
	result := o.send("BatchWriteItem", func(ctx context.Context, sdk *dynamodb.Client) (err error) {
		out, err = sdk.BatchWriteItem(ctx, &dynamodb.BatchWriteItemInput{RequestItems: map[string][]types.WriteRequest{ownedTable: requests}})
		return err
	})
	if result == done {
		for _, left := range out.UnprocessedItems[ownedTable] {
			o.unprocessed(w, left)
		}
	}
	o.settle(w, result)
}

// unprocessed takes what a batch left undone out of what it wrote.
func (o *owned) unprocessed(w write, left types.WriteRequest) {
	var key item
	if left.PutRequest != nil {
		key = left.PutRequest.Item
	} else {
		key = left.DeleteRequest.Key
	}
	n, ok := key["sk"].(*types.AttributeValueMemberN)
	maps.DeleteFunc(w, func(k, _ int) bool { return ok && n.Value == strconv.Itoa(o.sorts[k]) })
}

func (o *owned) transact() {
	chosen, w := several(3), write{}
	expression, values := o.update(o.put(w, chosen[1]))
	w[chosen[2]] = gone
	result := o.send("TransactWriteItems", func(ctx context.Context, sdk *dynamodb.Client) error {
		_, err := sdk.TransactWriteItems(ctx, &dynamodb.TransactWriteItemsInput{TransactItems: []types.TransactWriteItem{
			{Put: &types.Put{TableName: aws.String(ownedTable), Item: o.itemAt(o.sorts[chosen[0]], o.put(w, chosen[0]))}},
			{Update: &types.Update{TableName: aws.String(ownedTable), Key: o.key(chosen[1]), UpdateExpression: &expression, ExpressionAttributeValues: values}},
			{Delete: &types.Delete{TableName: aws.String(ownedTable), Key: o.key(chosen[2])}},
		}})
		return err
	})
	o.settle(w, result)
}

func (o *owned) execute(kind string, w write, statement string, parameters []types.AttributeValue) outcome {
	result := o.send(kind, func(ctx context.Context, sdk *dynamodb.Client) error {
		_, err := sdk.ExecuteStatement(ctx, &dynamodb.ExecuteStatementInput{Statement: &statement, Parameters: parameters})
		return err
	})
	o.settle(w, result)
	return result
}

// slotWith is a slot whose item is there, or is not.
func (o *owned) slotWith(there bool) (k int, ok bool) {
	for _, k := range rand.Perm(slots) {
		if (o.known[k] != gone) == there {
			return k, true
		}
	}
	return 0, false
}

func (o *owned) insert() {
	if k, ok := o.slotWith(false); ok {
		w := write{}
		it := o.itemAt(o.sorts[k], o.put(w, k))
		var members []string
		var parameters []types.AttributeValue
		for _, name := range slices.Sorted(maps.Keys(it)) {
			members = append(members, fmt.Sprintf("'%s': ?", name))
			parameters = append(parameters, it[name])
		}
		statement := fmt.Sprintf(`INSERT INTO "%s" VALUE {%s}`, ownedTable, strings.Join(members, ", "))
		o.judgeCondition("INSERT", o.execute("INSERT", w, statement, parameters), true)
	}
}

func (o *owned) updateStatement() {
	if k, ok := o.slotWith(true); ok {
		w := write{}
		wanted := o.attributes(o.put(w, k))
		statement, parameters := fmt.Sprintf(`UPDATE "%s"`, ownedTable), []types.AttributeValue(nil)
		for _, name := range []string{"version", "payload", "grp", "score"} {
			if wanted[name] == nil {
				statement += " REMOVE " + name
				continue
			}
			statement += " SET " + name + " = ?"
			parameters = append(parameters, wanted[name])
		}
		key := o.key(k)
		o.judgeCondition("UPDATE", o.execute("UPDATE", w, statement+" WHERE pk = ? AND sk = ?", append(parameters, key["pk"], key["sk"])), true)
	}
}

func (o *owned) deleteStatement() {
	if k, ok := o.slotWith(true); ok {
		key := o.key(k)
		o.execute("DELETE", write{k: gone}, fmt.Sprintf(`DELETE FROM "%s" WHERE pk = ? AND sk = ?`, ownedTable), []types.AttributeValue{key["pk"], key["sk"]})
	}
}
