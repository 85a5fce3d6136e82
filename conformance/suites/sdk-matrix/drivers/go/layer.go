package main

import (
	"context"
	"fmt"
	"reflect"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams"
)

// waitAtMost is how long a waiter may wait.
const waitAtMost = 2 * time.Minute

// layer performs steps with the clients of one endpoint. The high-level layer for Go is how values get into inputs and out of outputs,
// the clients are the same.
type layer struct {
	shapes
	client  *dynamodb.Client
	streams *dynamodbstreams.Client
}

func newLayer(s settings, endpoint string, values shapes) *layer {
	keys := credentials.NewStaticCredentialsProvider(s.accessKey, s.secretKey, "")
	return &layer{
		shapes:  values,
		client:  dynamodb.New(dynamodb.Options{BaseEndpoint: aws.String(endpoint), Region: s.region, Credentials: keys}),
		streams: dynamodbstreams.New(dynamodbstreams.Options{BaseEndpoint: aws.String(endpoint), Region: s.region, Credentials: keys}),
	}
}

// perform performs a step with its expanded input and returns the output as JSON.
func (l *layer) perform(ctx context.Context, st step, in object) (object, error) {
	switch {
	case st.Wait != "":
		return object{}, l.wait(ctx, st.Wait, in)
	case st.Paginate:
		return l.pages(ctx, st.Operation, in)
	case st.Segments > 0:
		return l.segments(ctx, st.Segments, in)
	case st.Unprocessed:
		return l.rounds(ctx, st.Operation, in)
	case st.Shards:
		return l.records(ctx, in["StreamArn"])
	}
	return l.call(ctx, st.Operation, in)
}

// call finds the method of an operation by its name, and what it takes by its signature.
func (l *layer) call(ctx context.Context, operation string, in object) (object, error) {
	method := reflect.ValueOf(l.client).MethodByName(operation)
	if !method.IsValid() {
		method = reflect.ValueOf(l.streams).MethodByName(operation)
	}
	if !method.IsValid() {
		return nil, fmt.Errorf("no operation %s", operation)
	}
	input := reflect.New(method.Type().In(1).Elem())
	if err := l.fill(input.Elem(), in); err != nil {
		return nil, err
	}
	results := method.Call([]reflect.Value{reflect.ValueOf(ctx), input})
	if err, failed := results[1].Interface().(error); failed {
		return nil, err
	}
	return l.output(results[0].Interface())
}

func (l *layer) output(out any) (object, error) {
	rendered, err := l.render(reflect.ValueOf(out))
	if err != nil {
		return nil, err
	}
	return rendered.(object), nil
}

func (l *layer) wait(ctx context.Context, what string, in object) error {
	input := &dynamodb.DescribeTableInput{TableName: aws.String(in["TableName"].(string))}
	if what == "TableExists" {
		return dynamodb.NewTableExistsWaiter(l.client).Wait(ctx, input, waitAtMost)
	}
	return dynamodb.NewTableNotExistsWaiter(l.client).Wait(ctx, input, waitAtMost)
}

// rounds sends a batch, and again what is left of it, until nothing is.
func (l *layer) rounds(ctx context.Context, operation string, in object) (object, error) {
	left := map[string]string{"BatchGetItem": "UnprocessedKeys", "BatchWriteItem": "UnprocessedItems"}[operation]
	rounds, responses := 0.0, object{}
	for requests, _ := in["RequestItems"].(object); len(requests) > 0; {
		in["RequestItems"] = requests
		out, err := l.call(ctx, operation, in)
		if err != nil {
			return nil, err
		}
		rounds++
		answered, _ := out["Responses"].(object)
		for table, items := range answered {
			all, _ := responses[table].([]any)
			responses[table] = append(all, items.([]any)...)
		}
		requests, _ = out[left].(object)
	}
	return object{"Rounds": rounds, "Responses": responses}, nil
}

// records reads each shard of a stream from its beginning, once.
func (l *layer) records(ctx context.Context, arn any) (object, error) {
	described, err := l.call(ctx, "DescribeStream", object{"StreamArn": arn})
	if err != nil {
		return nil, err
	}
	shards, err := at(described, "StreamDescription.Shards")
	if err != nil {
		return nil, err
	}
	records := []any{}
	for _, shard := range shards.([]any) {
		from := object{"StreamArn": arn, "ShardId": shard.(object)["ShardId"], "ShardIteratorType": "TRIM_HORIZON"}
		iterator, err := l.call(ctx, "GetShardIterator", from)
		if err != nil {
			return nil, err
		}
		out, err := l.call(ctx, "GetRecords", iterator)
		if err != nil {
			return nil, err
		}
		found, _ := out["Records"].([]any)
		records = append(records, found...)
	}
	return object{"Records": records}, nil
}
