package main

import (
	"context"
	"maps"
	"reflect"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

// pages joins the pages of the SDK's paginator.
func (l *layer) pages(ctx context.Context, operation string, in object) (object, error) {
	switch operation {
	case "Query":
		input := &dynamodb.QueryInput{}
		err := l.fill(reflect.ValueOf(input).Elem(), in)
		return join(ctx, l, "Items", dynamodb.NewQueryPaginator(l.client, input), err)
	case "Scan":
		input := &dynamodb.ScanInput{}
		err := l.fill(reflect.ValueOf(input).Elem(), in)
		return join(ctx, l, "Items", dynamodb.NewScanPaginator(l.client, input), err)
	}
	input := &dynamodb.ListTablesInput{}
	err := l.fill(reflect.ValueOf(input).Elem(), in)
	return join(ctx, l, "TableNames", dynamodb.NewListTablesPaginator(l.client, input), err)
}

type paginator[O any] interface {
	HasMorePages() bool
	NextPage(context.Context, ...func(*dynamodb.Options)) (O, error)
}

func join[O any](ctx context.Context, l *layer, member string, p paginator[O], err error) (object, error) {
	all := object{"Pages": 0.0, "Count": 0.0, "ScannedCount": 0.0, member: []any{}}
	for err == nil && p.HasMorePages() {
		var page O
		if page, err = p.NextPage(ctx); err != nil {
			return nil, err
		}
		var out object
		if out, err = l.output(page); err != nil {
			return nil, err
		}
		out["Pages"] = 1.0
		add(all, out)
	}
	return all, err
}

// add adds up the numbers and appends the lists of more that all has, too.
func add(all, more object) {
	for name, sum := range all {
		switch sum := sum.(type) {
		case float64:
			n, _ := more[name].(float64)
			all[name] = sum + n
		case []any:
			list, _ := more[name].([]any)
			all[name] = append(sum, list...)
		}
	}
}

// segments scans all segments at the same time.
func (l *layer) segments(ctx context.Context, total int, in object) (object, error) {
	type result struct {
		out object
		err error
	}
	results := make(chan result)
	for n := range total {
		of := maps.Clone(in)
		of["Segment"], of["TotalSegments"] = float64(n), float64(total)
		go func() {
			out, err := l.pages(ctx, "Scan", of)
			results <- result{out, err}
		}()
	}
	all := object{"Pages": 0.0, "Count": 0.0, "ScannedCount": 0.0, "Items": []any{}}
	var failed error
	for range total {
		r := <-results
		if r.err != nil {
			failed = r.err
			continue
		}
		add(all, r.out)
	}
	return all, failed
}
