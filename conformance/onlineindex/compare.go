package main

import (
	"context"
	"fmt"
	"reflect"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// compare reads the table and the index and finds every entry in the item it is of, and every item that belongs into the index among
// the entries. It gives the number of entries.
func (tr *trial) compare(ctx context.Context) (entries int, err error) {
	want := map[string]item{}
	err = tr.scan(ctx, nil, func(it item) error {
		if indexed(it) {
			want[name(it)] = it
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	err = tr.scan(ctx, aws.String(index), func(entry item) error {
		it, there := want[name(entry)]
		if !there || !reflect.DeepEqual(entry, it) {
			return fmt.Errorf("the index shows %s, the table %s", text(entry), text(it))
		}
		delete(want, name(entry)) // a second one would be wrong
		entries++
		return nil
	})
	if err == nil && len(want) > 0 {
		err = fmt.Errorf("the index lacks %d items, has %d", len(want), entries)
	}
	return entries, err
}

func name(it item) string {
	return fmt.Sprint(reflect.ValueOf(it["pk"]).Elem(), reflect.ValueOf(it["sk"]).Elem())
}

// scan reads the table or an index.
func (tr *trial) scan(ctx context.Context, index *string, each func(item) error) error {
	in := &dynamodb.ScanInput{TableName: aws.String(table), IndexName: index, ConsistentRead: aws.Bool(index == nil)}
	pages := dynamodb.NewScanPaginator(server.NewClient(tr.url(0)), in)
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return err
		}
		for _, it := range page.Items {
			if err := each(it); err != nil {
				return err
			}
		}
	}
	return nil
}

// text words an item.
func text(it item) string {
	values := map[string]any{}
	for name, v := range it {
		values[name] = reflect.ValueOf(v).Elem().Field(0).Interface()
	}
	return fmt.Sprint(values)
}
