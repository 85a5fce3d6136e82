package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"syscall"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/smithy-go"
)

// keysEach are the items that each writer has.
const keysEach = 10

// writer owns some items and a counter, and is the only one that writes them, one request at a time.
type writer struct {
	id    int
	fleet *fleet
	last  int
	// known is each item's version after its last acknowledged write, maybe what the writes since whose answer did not come would leave.
	known [keysEach]int
	maybe [keysEach][]int
	// added is what the counter must have at least, unsure what it may have besides.
	added, unsure int
	acknowledged  int
	refused       error // an answer that no server that stops explains
}

// gone is the version of an item that is not there.
const gone = 0

// writers are all of a trial.
type writers struct {
	all    []*writer
	cancel context.CancelFunc
	done   sync.WaitGroup
}

func startWriters(ctx context.Context, n int, f *fleet) *writers {
	ctx, cancel := context.WithCancel(ctx)
	w := &writers{cancel: cancel}
	for id := range n {
		one := &writer{id: id, fleet: f}
		w.all = append(w.all, one)
		w.done.Go(func() { one.write(ctx) })
	}
	return w
}

// stop ends all writers and gives what was refused to them.
func (w *writers) stop() (err error) {
	w.cancel()
	w.done.Wait()
	for _, one := range w.all {
		err = errors.Join(err, one.refused)
	}
	return err
}

func (w *writers) acknowledged() (n int) {
	for _, one := range w.all {
		n += one.acknowledged
	}
	return n
}

func (w *writers) doubtful() (n int) {
	for _, one := range w.all {
		n += one.unsure
		for _, versions := range one.maybe {
			n += len(versions)
		}
	}
	return n
}

// write writes until the context ends: in turn puts, transactions that put and add, additions and deletions, each to another server.
func (w *writer) write(ctx context.Context) {
	for n := 0; ctx.Err() == nil && w.refused == nil; n++ {
		w.writeOne(context.WithoutCancel(ctx), w.fleet.client(w.id+n), n)
	}
}

// writeOne sends the nth request.
func (w *writer) writeOne(ctx context.Context, client *dynamodb.Client, n int) {
	k, version, adds := n%keysEach, w.next(), false
	var err error
	switch n % 4 {
	case 0, 1:
		_, err = client.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String(table), Item: w.item(k, version)})
	case 2:
		adds = true
		_, err = client.TransactWriteItems(ctx, &dynamodb.TransactWriteItemsInput{TransactItems: []types.TransactWriteItem{
			{Put: &types.Put{TableName: aws.String(table), Item: w.item(k, version)}}, {Update: w.addition()}}})
	default:
		version = gone
		_, err = client.DeleteItem(ctx, &dynamodb.DeleteItemInput{TableName: aws.String(table), Key: w.key(k)})
	}
	if errors.Is(err, syscall.ECONNREFUSED) { // its server has stopped, and was not asked
		time.Sleep(5 * time.Millisecond)
		return
	}
	w.note(k, version, adds, err)
}

func (w *writer) next() int {
	w.last++
	return w.last
}

// note notes what became of a write of an item, and of an addition with it. A server that stops explains connections that end; an error
// that is an answer it does not.
func (w *writer) note(k, version int, adds bool, err error) {
	var answer smithy.APIError
	if errors.As(err, &answer) {
		w.refused = fmt.Errorf("writer %d: %w", w.id, err)
	}
	added := 0
	if adds {
		added = 1
	}
	if err != nil {
		w.maybe[k] = append(w.maybe[k], version)
		w.unsure += added
		return
	}
	w.known[k], w.maybe[k] = version, nil
	w.added += added
	w.acknowledged++
}

func (w *writer) partition() *types.AttributeValueMemberS {
	return &types.AttributeValueMemberS{Value: "writer-" + strconv.Itoa(w.id)}
}

func (w *writer) key(k int) map[string]types.AttributeValue {
	return map[string]types.AttributeValue{"pk": w.partition(), "sk": number(k)}
}

// item is a version of an item; every fifth one is not in the index.
func (w *writer) item(k, version int) map[string]types.AttributeValue {
	item := w.key(k)
	item["version"] = number(version)
	if version%5 != 0 {
		item["grp"] = &types.AttributeValueMemberS{Value: "group-" + strconv.Itoa(version%3)}
	}
	return item
}

// counterKey is the place of the writer's counter among its items.
const counterKey = 1000

// addition adds 1 to the writer's counter.
func (w *writer) addition() *types.Update {
	return &types.Update{TableName: aws.String(table), Key: w.key(counterKey), UpdateExpression: aws.String("ADD added :one"),
		ExpressionAttributeValues: map[string]types.AttributeValue{":one": number(1)}}
}

func number(n int) *types.AttributeValueMemberN {
	return &types.AttributeValueMemberN{Value: strconv.Itoa(n)}
}
