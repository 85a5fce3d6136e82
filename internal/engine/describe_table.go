package engine

import (
	"context"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// DescribeTable describes the table as it is in the database now, with real sums (see statsCache).
func (e *Engine) DescribeTable(ctx context.Context, in *api.DescribeTableInput) (*api.DescribeTableOutput, error) {
	t, stats, err := e.current(ctx, in.TableName)
	if err != nil {
		return nil, err
	}
	return &api.DescribeTableOutput{Table: e.describe(t, stats)}, nil
}

// current reads a table's definition and sums past the cache of definitions.
func (e *Engine) current(ctx context.Context, name string) (*catalog.Table, catalog.Stats, error) {
	var stats catalog.Stats
	t, err := retryStale(e, []string{name}, func() (*catalog.Table, error) {
		t, err := e.definition(ctx, name)
		if err != nil {
			return nil, err
		}
		stats, err = e.stats.of(ctx, e, t)
		return t, err
	})
	return t, stats, err
}

// definition reads a table's definition past the cache of definitions.
func (e *Engine) definition(ctx context.Context, name string) (*catalog.Table, error) {
	t, err := e.tables.read(ctx, name)
	if err == errNoTable {
		return nil, tableNotFound(name)
	}
	return t, err
}

// tableNotFound is what the operations on tables say; those on items do not name the table.
func tableNotFound(name string) *apierr.Error {
	return apierr.New(apierr.ResourceNotFound, "Requested resource not found: Table: "+name+" not found")
}

// describe is the description of a table as DescribeTable gives it.
func (e *Engine) describe(t *catalog.Table, stats catalog.Stats) *api.TableDescription {
	d := &api.TableDescription{
		TableName:                 &t.Name,
		TableStatus:               new(string(t.Status)),
		CreationDateTime:          &t.CreatedAt,
		TableSizeBytes:            new(stats.Bytes),
		ItemCount:                 new(stats.Items),
		TableArn:                  &t.ARN,
		TableId:                   &t.UUID,
		KeySchema:                 keySchema([]catalog.KeyAttr{t.Partition}, sortKey(t.Sort)),
		ProvisionedThroughput:     describeThroughput(t, t.Throughput),
		BillingModeSummary:        describeBilling(t),
		DeletionProtectionEnabled: new(t.DeletionProtection),
		OnDemandThroughput:        describeOnDemand(t.OnDemand),
	}
	for _, a := range t.Definitions {
		d.AttributeDefinitions = append(d.AttributeDefinitions, &api.AttributeDefinition{AttributeName: a.Name, AttributeType: a.Type.String()})
	}
	w := describeWarm(t, t.Throughput, t.Warm)
	d.WarmThroughput = &api.TableWarmThroughputDescription{ReadUnitsPerSecond: &w.Read, WriteUnitsPerSecond: &w.Write, Status: new("ACTIVE")}
	if t.TableClass != "" {
		d.TableClassSummary = &api.TableClassSummary{TableClass: &t.TableClass, LastUpdateDateTime: t.TableClassSetAt}
	}
	if t.SSEKeyARN != "" {
		d.SSEDescription = &api.SSEDescription{Status: new("ENABLED"), SSEType: new("KMS"), KMSMasterKeyArn: &t.SSEKeyARN}
	}
	describeTableStream(d, t)
	for _, x := range t.SecondaryIndexes() {
		sums := stats.Indexes[x.ID]
		if x.Local {
			d.LocalSecondaryIndexes = append(d.LocalSecondaryIndexes, describeLocal(t, x, sums))
		} else {
			d.GlobalSecondaryIndexes = append(d.GlobalSecondaryIndexes, describeGlobal(t, x, sums))
		}
	}
	return d
}

// sortKey is the sort key as a part of a key schema.
func sortKey(k *catalog.KeyAttr) []catalog.KeyAttr {
	if k == nil {
		return nil
	}
	return []catalog.KeyAttr{*k}
}

func keySchema(partition, sort []catalog.KeyAttr) []*api.KeySchemaElement {
	var schema []*api.KeySchemaElement
	for _, k := range partition {
		schema = append(schema, &api.KeySchemaElement{AttributeName: k.Name, KeyType: "HASH"})
	}
	for _, k := range sort {
		schema = append(schema, &api.KeySchemaElement{AttributeName: k.Name, KeyType: "RANGE"})
	}
	return schema
}

func describeLocal(t *catalog.Table, x *catalog.Index, sums catalog.IndexStats) *api.LocalSecondaryIndexDescription {
	return &api.LocalSecondaryIndexDescription{
		IndexName:      &x.Name,
		KeySchema:      keySchema(x.Partition, x.Sort),
		Projection:     describeProjection(x),
		IndexSizeBytes: new(sums.Bytes),
		ItemCount:      new(sums.Items),
		IndexArn:       new(t.ARN + "/index/" + x.Name),
	}
}

func describeGlobal(t *catalog.Table, x *catalog.Index, sums catalog.IndexStats) *api.GlobalSecondaryIndexDescription {
	w := describeWarm(t, x.Throughput, x.Warm)
	return &api.GlobalSecondaryIndexDescription{
		IndexName:             &x.Name,
		KeySchema:             keySchema(x.Partition, x.Sort),
		Projection:            describeProjection(x),
		IndexStatus:           new(string(x.Status)),
		Backfilling:           describeBackfilling(t, x),
		ProvisionedThroughput: describeThroughput(t, x.Throughput),
		IndexSizeBytes:        new(sums.Bytes),
		ItemCount:             new(sums.Items),
		IndexArn:              new(t.ARN + "/index/" + x.Name),
		OnDemandThroughput:    describeOnDemand(x.OnDemand),
		WarmThroughput: &api.GlobalSecondaryIndexWarmThroughputDescription{
			ReadUnitsPerSecond: &w.Read, WriteUnitsPerSecond: &w.Write, Status: new("ACTIVE"),
		},
	}
}

// describeBackfilling is there while an index is being added to a table. It is false as long as that has only begun, which the table shows.
func describeBackfilling(t *catalog.Table, x *catalog.Index) *bool {
	if !x.Backfilling {
		return nil
	}
	return new(t.Status == catalog.Active)
}

func describeProjection(x *catalog.Index) *api.Projection {
	return &api.Projection{ProjectionType: &x.Projection, NonKeyAttributes: x.NonKey}
}

func describeThroughput(t *catalog.Table, p catalog.Throughput) *api.ProvisionedThroughputDescription {
	return &api.ProvisionedThroughputDescription{
		LastIncreaseDateTime:   t.IncreasedAt,
		LastDecreaseDateTime:   t.DecreasedAt,
		NumberOfDecreasesToday: new(int64(0)),
		ReadCapacityUnits:      new(p.Read),
		WriteCapacityUnits:     new(p.Write),
	}
}

// describeBilling is there for tables that are or once were on demand.
func describeBilling(t *catalog.Table) *api.BillingModeSummary {
	if t.BillingSetAt == nil {
		return nil
	}
	mode := "PROVISIONED"
	if t.OnDemandBilling {
		mode = "PAY_PER_REQUEST"
	}
	return &api.BillingModeSummary{BillingMode: &mode, LastUpdateToPayPerRequestDateTime: t.BillingSetAt}
}

// billingAtCreation names the mode without the time of a switch, as CreateTable's answer does.
func billingAtCreation(t *catalog.Table) *api.BillingModeSummary {
	if !t.OnDemandBilling {
		return nil
	}
	return &api.BillingModeSummary{BillingMode: new("PAY_PER_REQUEST")}
}

func describeOnDemand(c catalog.Throughput) *api.OnDemandThroughput {
	if c == (catalog.Throughput{}) {
		return nil
	}
	d := &api.OnDemandThroughput{}
	if c.Read != 0 {
		d.MaxReadRequestUnits = &c.Read
	}
	if c.Write != 0 {
		d.MaxWriteRequestUnits = &c.Write
	}
	return d
}

// Warm throughput of a table that never asked for one: what is provisioned, or what an on-demand table starts with
// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html).
const (
	initialWarmRead  = 12000
	initialWarmWrite = 4000
)

func describeWarm(t *catalog.Table, provisioned, asked catalog.Throughput) catalog.Throughput {
	w := provisioned
	if t.OnDemandBilling {
		w = catalog.Throughput{Read: initialWarmRead, Write: initialWarmWrite}
	}
	return catalog.Throughput{Read: max(w.Read, asked.Read), Write: max(w.Write, asked.Write)}
}
