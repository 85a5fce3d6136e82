package engine

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// CreateTable makes a table with its indexes. The answer says CREATING as the service's does; the table is ready when the answer is
// sent, or after Options.TableDelay.
func (e *Engine) CreateTable(ctx context.Context, in *api.CreateTableInput) (*api.CreateTableOutput, error) {
	if err := e.refuseManyChanges(ctx); err != nil {
		return nil, err
	}
	now := e.now().UTC().Truncate(time.Millisecond)
	creating := e.newTable(in, now)
	if s := in.StreamSpecification; s != nil && s.StreamEnabled {
		if err := e.openStream(ctx, creating, catalog.View(*s.StreamViewType), now); err != nil {
			return nil, err
		}
	}
	t := creating.At(now)
	err := e.backend.CreateTable(ctx, t)
	if isCode(err, backends.CodeTableExists) {
		if err = e.dropGone(ctx, t.Name, now); err == nil {
			err = e.backend.CreateTable(ctx, t)
		}
	}
	if isCode(err, backends.CodeTableExists) {
		return nil, apierr.New(apierr.ResourceInUse, "Table already exists: "+t.Name)
	}
	if err != nil {
		return nil, err
	}
	e.tables.forget(t.Name)
	e.settleLater(t)
	d := e.describe(creating, catalog.Stats{})
	d.BillingModeSummary = billingAtCreation(t)
	return &api.CreateTableOutput{TableDescription: d}, nil
}

// newTable is the definition a valid CreateTable asks for.
func (e *Engine) newTable(in *api.CreateTableInput, now time.Time) *catalog.Table {
	types := definedTypes(in.AttributeDefinitions)
	partition, sort := keyAttrs(in.KeySchema, types)
	t := &catalog.Table{
		Name:               in.TableName,
		ARN:                e.tableARN(in.TableName),
		UUID:               uuid.NewString(),
		CreatedAt:          now,
		Partition:          partition[0],
		OnDemandBilling:    deref(in.BillingMode) == "PAY_PER_REQUEST",
		TableClass:         deref(in.TableClass),
		DeletionProtection: deref(in.DeletionProtectionEnabled),
		Throughput:         throughput(in.ProvisionedThroughput),
		OnDemand:           onDemand(in.OnDemandThroughput),
		Warm:               warm(in.WarmThroughput),
		Tags:               withTags(nil, in.Tags),
	}
	if len(sort) > 0 {
		t.Sort = &sort[0]
	}
	if t.OnDemandBilling {
		t.BillingSetAt = &t.CreatedAt
	}
	if s := in.SSESpecification; s != nil && deref(s.Enabled) {
		t.SSEKeyARN = e.keyARN(s.KMSMasterKeyId)
	}
	for _, d := range in.AttributeDefinitions {
		t.Definitions = append(t.Definitions, catalog.KeyAttr{Name: d.AttributeName, Type: types[d.AttributeName]})
	}
	for _, x := range in.GlobalSecondaryIndexes {
		t.AddIndex(newGlobalIndex(x, types))
	}
	for _, x := range in.LocalSecondaryIndexes {
		t.AddIndex(newLocalIndex(x, types))
	}
	e.changing(t, catalog.Creating, now)
	return t
}

func newGlobalIndex(in *api.GlobalSecondaryIndex, types keyTypes) *catalog.Index {
	x := newIndex(in.IndexName, in.KeySchema, in.Projection, types)
	x.Status = catalog.Creating
	x.Throughput = throughput(in.ProvisionedThroughput)
	x.OnDemand = onDemand(in.OnDemandThroughput)
	x.Warm = warm(in.WarmThroughput)
	return x
}

func newLocalIndex(in *api.LocalSecondaryIndex, types keyTypes) *catalog.Index {
	x := newIndex(in.IndexName, in.KeySchema, in.Projection, types)
	x.Local = true
	return x
}

func newIndex(name string, schema []*api.KeySchemaElement, p *api.Projection, types keyTypes) *catalog.Index {
	partition, sort := keyAttrs(schema, types)
	x := &catalog.Index{Name: name, Status: catalog.Active, Partition: partition, Sort: sort, Projection: catalog.ProjectAll}
	if p != nil && p.ProjectionType != nil {
		x.Projection, x.NonKey = *p.ProjectionType, p.NonKeyAttributes
	}
	return x
}
