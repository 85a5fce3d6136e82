package engine

import (
	"context"
	"fmt"
	"time"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// UpdateTable changes settings of a table, and creates, changes and deletes its global indexes. The answer says UPDATING as the
// service's does; but for an index that is created, which is filled in the background, the change holds when it is sent, or after
// Options.TableDelay and IndexDelay.
func (e *Engine) UpdateTable(ctx context.Context, in *api.UpdateTableInput) (*api.UpdateTableOutput, error) {
	if err := e.refuseManyChanges(ctx); err != nil {
		return nil, err
	}
	var stats catalog.Stats
	read := func() (t *catalog.Table, err error) {
		t, stats, err = e.current(ctx, in.TableName)
		return t, err
	}
	var changing *catalog.Table
	_, err := e.editTable(ctx, read, func(t *catalog.Table) (*catalog.Table, error) {
		now := e.now().UTC().Truncate(time.Millisecond)
		var err error
		if changing, err = e.changedTable(t, in, now); err != nil {
			return nil, err
		}
		if err := e.changeStream(ctx, changing, in.StreamSpecification, now); err != nil {
			return nil, err
		}
		return changing.At(now), nil
	})
	if err != nil {
		return nil, err
	}
	return &api.UpdateTableOutput{TableDescription: e.describe(changing, stats)}, nil
}

// changedTable is the definition after the update, or why the update is refused.
func (e *Engine) changedTable(old *catalog.Table, in *api.UpdateTableInput, now time.Time) (*catalog.Table, error) {
	t := *old
	if err := refuseAllocation(&t, in); err != nil {
		return nil, err
	}
	if err := refuseBusy(&t); err != nil {
		return nil, err
	}
	e.changing(&t, catalog.Updating, now)
	if err := changeBilling(&t, in, now); err != nil {
		return nil, err
	}
	if err := changeThroughput(&t, old, in, now); err != nil {
		return nil, err
	}
	if err := changeIndexes(&t, in); err != nil {
		return nil, err
	}
	if online(&t) != nil {
		t.Until = now.Add(max(e.opts.TableDelay, e.opts.IndexDelay))
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
