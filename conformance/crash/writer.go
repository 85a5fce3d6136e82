package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/smithy-go"
)

const (
	table         = "crash"
	keysPerWriter = 24
	batchKeys     = 8
	groups        = 5
)

// gone is the version of an item that is not there. Every other version is given to one item once, and tells all its attributes.
const gone = 0

var errUnprocessed = errors.New("a batch left items unprocessed")

// writer owns some keys and is the only one that writes them, one request at a time: so at a kill at most one of its
// requests is under way.
type writer struct {
	id   int
	last int // the last version given out
	// known is each key's version after its last acknowledged write.
	known [keysPerWriter]int
	// pending are the keys of the request under way with the versions it would leave.
	pending      map[int]int
	acknowledged int
	// refused is an answer that was an error: no kill explains that.
	refused error
}

func newWriter(id int) *writer { return &writer{id: id, pending: map[int]int{}} }

// next is a version nobody had.
func (w *writer) next() int {
	w.last++
	return w.last
}

func (w *writer) key(k int) map[string]types.AttributeValue {
	return map[string]types.AttributeValue{
		"pk": &types.AttributeValueMemberS{Value: "writer-" + strconv.Itoa(w.id)},
		"sk": &types.AttributeValueMemberN{Value: strconv.Itoa(k)},
	}
}

// attributes are those of a version, besides the keys. Every seventh version is in no index, every fourth in one only.
func attributes(version int) map[string]types.AttributeValue {
	number := func(n int) types.AttributeValue { return &types.AttributeValueMemberN{Value: strconv.Itoa(n)} }
	item := map[string]types.AttributeValue{"version": number(version), "payload": &types.AttributeValueMemberS{Value: fmt.Sprintf("payload of %d %0200d", version, version)}}
	if version%7 != 0 {
		item["grp"] = &types.AttributeValueMemberS{Value: "group-" + strconv.Itoa(version%groups)}
		if version%4 != 0 {
			item["score"] = number(version * 3)
		}
	}
	return item
}

func (w *writer) item(k, version int) map[string]types.AttributeValue {
	item := w.key(k)
	for name, value := range attributes(version) {
		item[name] = value
	}
	return item
}

// writeUntilError writes until a request fails: its server was killed.
func (w *writer) writeUntilError(ctx context.Context, client *dynamodb.Client) {
	for {
		w.pending = map[int]int{}
		if err := w.write(ctx, client); err != nil {
			var answer smithy.APIError
			if errors.As(err, &answer) || errors.Is(err, errUnprocessed) {
				w.refused = err
			}
			return
		}
		for k, version := range w.pending {
			w.known[k] = version
			w.acknowledged++
		}
	}
}

// write sends one request of a random kind. It notes what the request would leave before it is sent.
func (w *writer) write(ctx context.Context, client *dynamodb.Client) error {
	k := rand.IntN(keysPerWriter)
	switch rand.IntN(4) {
	case 0:
		w.pending[k] = w.next()
		_, err := client.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String(table), Item: w.item(k, w.pending[k])})
		return err
	case 1:
		w.pending[k] = w.next()
		_, err := client.UpdateItem(ctx, w.update(k, w.pending[k]))
		return err
	case 2:
		w.pending[k] = gone
		_, err := client.DeleteItem(ctx, &dynamodb.DeleteItemInput{TableName: aws.String(table), Key: w.key(k)})
		return err
	default:
		return w.writeBatch(ctx, client, k)
	}
}

// update turns whatever is there into the given version.
func (w *writer) update(k, version int) *dynamodb.UpdateItemInput {
	in := &dynamodb.UpdateItemInput{TableName: aws.String(table), Key: w.key(k), ExpressionAttributeValues: map[string]types.AttributeValue{}}
	set, remove := "SET version = :version, payload = :payload", ""
	wanted := attributes(version)
	for _, name := range []string{"grp", "score"} {
		switch {
		case wanted[name] != nil:
			set += ", " + name + " = :" + name
		case remove == "":
			remove = " REMOVE " + name
		default:
			remove += ", " + name
		}
	}
	for name, value := range wanted {
		in.ExpressionAttributeValues[":"+name] = value
	}
	in.UpdateExpression = aws.String(set + remove)
	return in
}

// writeBatch puts and deletes several keys in one request.
func (w *writer) writeBatch(ctx context.Context, client *dynamodb.Client, first int) error {
	var requests []types.WriteRequest
	for i := range batchKeys {
		k := (first + i) % keysPerWriter
		if i%3 == 2 {
			w.pending[k] = gone
			requests = append(requests, types.WriteRequest{DeleteRequest: &types.DeleteRequest{Key: w.key(k)}})
			continue
		}
		w.pending[k] = w.next()
		requests = append(requests, types.WriteRequest{PutRequest: &types.PutRequest{Item: w.item(k, w.pending[k])}})
	}
	out, err := client.BatchWriteItem(ctx, &dynamodb.BatchWriteItemInput{RequestItems: map[string][]types.WriteRequest{table: requests}})
	if err == nil && len(out.UnprocessedItems) > 0 {
		return errUnprocessed
	}
	return err
}
