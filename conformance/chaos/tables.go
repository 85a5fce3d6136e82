package main

import (
	"context"
	"errors"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"github.com/ddbsql/ddbsql/conformance/changes"
	"github.com/ddbsql/ddbsql/conformance/registers"
)

const (
	ownedTable    = "owned"
	sharedTable   = registers.Table("shared")
	bankTable     = "bank"
	expiringTable = "expiring"
	groupIndex    = "by-group"
	passingIndex  = "passing"
)

type item = map[string]types.AttributeValue

func keySchema(names ...string) []types.KeySchemaElement {
	kinds := []types.KeyType{types.KeyTypeHash, types.KeyTypeRange}
	var all []types.KeySchemaElement
	for i, name := range names {
		all = append(all, types.KeySchemaElement{AttributeName: &name, KeyType: kinds[i]})
	}
	return all
}

func attribute(name string, kind types.ScalarAttributeType) types.AttributeDefinition {
	return types.AttributeDefinition{AttributeName: &name, AttributeType: kind}
}

func (tr *trial) createTables() error {
	ctx, client := context.Background(), tr.fleet.clients[0]
	_, err := client.CreateTable(ctx, &dynamodb.CreateTableInput{
		TableName: aws.String(ownedTable), BillingMode: types.BillingModePayPerRequest, KeySchema: keySchema("pk", "sk"),
		AttributeDefinitions: []types.AttributeDefinition{attribute("pk", "S"), attribute("sk", "N"), attribute("grp", "S"), attribute("score", "N")},
		GlobalSecondaryIndexes: []types.GlobalSecondaryIndex{
			{IndexName: aws.String(groupIndex), KeySchema: keySchema("grp", "score"), Projection: &types.Projection{ProjectionType: types.ProjectionTypeAll}},
		},
		StreamSpecification: &types.StreamSpecification{StreamEnabled: aws.Bool(true), StreamViewType: types.StreamViewTypeNewAndOldImages},
	})
	for _, name := range []string{bankTable, expiringTable} {
		_, failure := client.CreateTable(ctx, &dynamodb.CreateTableInput{
			TableName: &name, BillingMode: types.BillingModePayPerRequest, KeySchema: keySchema("pk"), AttributeDefinitions: []types.AttributeDefinition{attribute("pk", "S")},
		})
		err = errors.Join(err, failure)
	}
	if err := errors.Join(err, sharedTable.Create(client)); err != nil {
		return err
	}
	_, err = client.UpdateTimeToLive(ctx, &dynamodb.UpdateTimeToLiveInput{
		TableName: aws.String(expiringTable), TimeToLiveSpecification: &types.TimeToLiveSpecification{AttributeName: aws.String("ttl"), Enabled: aws.Bool(true)},
	})
	return errors.Join(err, tr.openAccounts())
}

// patience is how long is asked again for what must be known in the end.
const patience = time.Minute

// scan reads a whole table, or an index if it is named, by key.
func (tr *trial) scan(ctx context.Context, table, index string) (found map[string]changes.Image, err error) {
	err = again(ctx, patience, func(ctx context.Context) (err error) {
		found, err = tr.scanOnce(ctx, table, index)
		return err
	})
	return found, err
}

func (tr *trial) scanOnce(ctx context.Context, table, index string) (map[string]changes.Image, error) {
	found := map[string]changes.Image{}
	in := &dynamodb.ScanInput{TableName: &table, ConsistentRead: aws.Bool(index == "")}
	if index != "" {
		in.IndexName = &index
	}
	pages := dynamodb.NewScanPaginator(tr.fleet.clients[0], in)
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		for _, it := range page.Items {
			image := changes.Flatten(it)
			found[image.Key()] = image
		}
	}
	return found, nil
}

// changeIndexes adds an index to the table of the owned items and deletes it again and again.
func (tr *trial) changeIndexes(ctx context.Context) {
	add := types.GlobalSecondaryIndexUpdate{Create: &types.CreateGlobalSecondaryIndexAction{
		IndexName: aws.String(passingIndex), KeySchema: keySchema("version"), Projection: &types.Projection{ProjectionType: types.ProjectionTypeKeysOnly},
	}}
	remove := types.GlobalSecondaryIndexUpdate{Delete: &types.DeleteGlobalSecondaryIndexAction{IndexName: aws.String(passingIndex)}}
	for turn := 0; ctx.Err() == nil; turn++ {
		if tr.changeIndex(ctx, "UpdateTable, index added", add, types.IndexStatusActive) && tr.changeIndex(ctx, "UpdateTable, index deleted", remove, "") {
			tr.indexes++
		}
	}
}

// changeIndex asks for a change of the index until it is in a status, "" for gone. It says whether that came about before the end.
func (tr *trial) changeIndex(ctx context.Context, kind string, update types.GlobalSecondaryIndexUpdate, want types.IndexStatus) bool {
	return again(ctx, patience, func(ctx context.Context) error {
		began := time.Now()
		client := tr.anyClient()
		out, err := client.DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: aws.String(ownedTable)})
		if tr.noteIndex(ctx, "DescribeTable", began, err); err != nil {
			return err
		}
		status := types.IndexStatus("")
		for _, x := range out.Table.GlobalSecondaryIndexes {
			if *x.IndexName == passingIndex {
				status = x.IndexStatus
			}
		}
		if status == want {
			return nil
		}
		if out.Table.TableStatus == types.TableStatusActive && (status == "" || status == types.IndexStatusActive) {
			began = time.Now()
			_, err = client.UpdateTable(ctx, &dynamodb.UpdateTableInput{
				TableName: aws.String(ownedTable), AttributeDefinitions: []types.AttributeDefinition{attribute("version", "S")},
				GlobalSecondaryIndexUpdates: []types.GlobalSecondaryIndexUpdate{update},
			})
			tr.noteIndex(ctx, kind, began, err)
		}
		return errors.New("not yet")
	}) == nil
}

// noteIndex counts a request about the index, unless it was given up at the end.
func (tr *trial) noteIndex(ctx context.Context, kind string, began time.Time, err error) {
	if ctx.Err() == nil {
		tr.tally.note(kind, began, err)
	}
}
