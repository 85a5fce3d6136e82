package engine

import (
	"context"
	"fmt"
	"time"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// UpdateTable changes settings of a table: billing mode, throughput of table and indexes, table class, deletion protection,
// encryption, warm and on-demand throughput. The answer says UPDATING as the service's does; the change holds when it is sent.
func (e *Engine) UpdateTable(ctx context.Context, in *api.UpdateTableInput) (*api.UpdateTableOutput, error) {
	var stats catalog.Stats
	read := func() (t *catalog.Table, err error) {
		t, stats, err = e.current(ctx, in.TableName)
		return t, err
	}
	t, err := e.editTable(ctx, read, func(t *catalog.Table) (*catalog.Table, error) {
		now := time.Now().UTC().Truncate(time.Millisecond)
		changed, err := e.changedTable(t, in, now)
		if err != nil {
			return nil, err
		}
		return changed, e.changeStream(ctx, changed, in.StreamSpecification, now)
	})
	if err != nil {
		return nil, err
	}
	d := e.describe(t, stats)
	setStatus(d, catalog.Updating)
	return &api.UpdateTableOutput{TableDescription: d}, nil
}

// changedTable is the definition after the update, or why the update is refused.
func (e *Engine) changedTable(old *catalog.Table, in *api.UpdateTableInput, now time.Time) (*catalog.Table, error) {
	t := *old
	if err := changeBilling(&t, in, now); err != nil {
		return nil, err
	}
	if err := changeThroughput(&t, old, in, now); err != nil {
		return nil, err
	}
	if err := changeIndexes(&t, in); err != nil {
		return nil, err
	}
	if err := changeOnDemand(&t, &t.OnDemand, in.OnDemandThroughput); err != nil {
		return nil, err
	}
	if w := in.WarmThroughput; w != nil {
		if err := changeWarm(&t, &t.Warm, t.Throughput, w); err != nil {
			return nil, err
		}
	}
	if in.TableClass != nil {
		t.TableClass, t.TableClassSetAt = *in.TableClass, &now
	}
	if in.DeletionProtectionEnabled != nil {
		t.DeletionProtection = *in.DeletionProtectionEnabled
	}
	if s := in.SSESpecification; s != nil {
		t.SSEKeyARN = ""
		if deref(s.Enabled) {
			t.SSEKeyARN = e.keyARN(s.KMSMasterKeyId)
		}
	}
	return &t, nil
}

func changeBilling(t *catalog.Table, in *api.UpdateTableInput, now time.Time) error {
	switch deref(in.BillingMode) {
	case "PAY_PER_REQUEST":
		if !t.OnDemandBilling {
			t.OnDemandBilling, t.BillingSetAt, t.Throughput = true, &now, catalog.Throughput{}
			editIndexes(t, func(x *catalog.Index) { x.Throughput = catalog.Throughput{} })
		}
	case "PROVISIONED":
		if t.OnDemandBilling && in.ProvisionedThroughput == nil {
			return apierr.Invalid("One or more parameter values were invalid: ProvisionedThroughput must be specified when BillingMode is PROVISIONED")
		}
		t.OnDemandBilling, t.OnDemand = false, catalog.Throughput{}
		editIndexes(t, func(x *catalog.Index) { x.OnDemand = catalog.Throughput{} })
	}
	return nil
}

// editIndexes changes copies of the indexes: definitions already handed out stay as they are.
func editIndexes(t *catalog.Table, edit func(*catalog.Index)) {
	indexes := make([]*catalog.Index, len(t.Indexes))
	for i, x := range t.Indexes {
		c := *x
		if !c.Local {
			edit(&c)
		}
		indexes[i] = &c
	}
	t.Indexes = indexes
}

func changeThroughput(t, old *catalog.Table, in *api.UpdateTableInput, now time.Time) error {
	if in.ProvisionedThroughput == nil {
		return nil
	}
	if t.OnDemandBilling {
		return apierr.Invalid("One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST")
	}
	asked := throughput(in.ProvisionedThroughput)
	if asked == old.Throughput {
		return apierr.Invalid("The provisioned throughput for the table will not change. " + sameThroughput(asked))
	}
	t.Throughput = asked
	if asked.Read > old.Throughput.Read || asked.Write > old.Throughput.Write {
		t.IncreasedAt = &now
	}
	if asked.Read < old.Throughput.Read || asked.Write < old.Throughput.Write {
		t.DecreasedAt = &now
	}
	return nil
}

func sameThroughput(p catalog.Throughput) string {
	return fmt.Sprintf("The requested value equals the current value. Current ReadCapacityUnits provisioned for the table: %d. Requested ReadCapacityUnits: %d. "+
		"Current WriteCapacityUnits provisioned for the table: %d. Requested WriteCapacityUnits: %d. "+
		"Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.", p.Read, p.Read, p.Write, p.Write)
}

func changeIndexes(t *catalog.Table, in *api.UpdateTableInput) error {
	for _, u := range in.GlobalSecondaryIndexUpdates {
		if u.Update == nil {
			continue
		}
		x := t.Index(u.Update.IndexName)
		if x == nil || x.Local {
			return apierr.New(apierr.ResourceNotFound, "Requested resource not found")
		}
		if err := changeIndex(t, x.Name, u.Update); err != nil {
			return err
		}
	}
	return nil
}

func changeIndex(t *catalog.Table, name string, in *api.UpdateGlobalSecondaryIndexAction) error {
	var refused error
	editIndexes(t, func(x *catalog.Index) {
		if x.Name != name {
			return
		}
		if in.ProvisionedThroughput != nil {
			if t.OnDemandBilling {
				refused = apierr.Invalid("One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: " + name + " when BillingMode is PAY_PER_REQUEST")
				return
			}
			if asked := throughput(in.ProvisionedThroughput); asked == x.Throughput {
				refused = apierr.Invalid("The provisioned throughput for the index " + name + " will not change. " + sameThroughput(asked))
				return
			}
			x.Throughput = throughput(in.ProvisionedThroughput)
		}
		if refused = changeOnDemand(t, &x.OnDemand, in.OnDemandThroughput); refused == nil && in.WarmThroughput != nil {
			refused = changeWarm(t, &x.Warm, x.Throughput, in.WarmThroughput)
		}
	})
	return refused
}

// changeOnDemand merges ceilings: a member left out stays, -1 removes it.
func changeOnDemand(t *catalog.Table, c *catalog.Throughput, in *api.OnDemandThroughput) error {
	if in == nil {
		return nil
	}
	if !t.OnDemandBilling {
		member := "MaxReadRequestUnits"
		if in.MaxReadRequestUnits == nil {
			member = "MaxWriteRequestUnits"
		}
		return apierr.Invalid("One or more parameter values were invalid: " + member + " cannot be specified when table BillingMode is PROVISIONED")
	}
	ceiling(&c.Read, in.MaxReadRequestUnits)
	ceiling(&c.Write, in.MaxWriteRequestUnits)
	return nil
}

func ceiling(c *int64, asked *int64) {
	switch {
	case asked == nil:
	case *asked == -1:
		*c = 0
	default:
		*c = *asked
	}
}

// changeWarm raises the warm throughput, which can never be lowered.
func changeWarm(t *catalog.Table, w *catalog.Throughput, provisioned catalog.Throughput, in *api.WarmThroughput) error {
	now, asked := describeWarm(t, provisioned, *w), warm(in)
	if in.ReadUnitsPerSecond != nil && asked.Read < now.Read {
		return warmTooLow("ReadUnitsPerSecond", asked.Read, now.Read)
	}
	if in.WriteUnitsPerSecond != nil && asked.Write < now.Write {
		return warmTooLow("WriteUnitsPerSecond", asked.Write, now.Write)
	}
	*w = catalog.Throughput{Read: max(w.Read, asked.Read), Write: max(w.Write, asked.Write)}
	return nil
}

func warmTooLow(member string, asked, now int64) error {
	return apierr.Invalid(fmt.Sprintf("One or more parameter values were invalid: Requested %s for WarmThroughput for table is lower than current WarmThroughput, decreasing WarmThroughput is not supported. Requested: %d, current: %d", member, asked, now))
}
