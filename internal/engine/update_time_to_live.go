package engine

import (
	"context"
	"time"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// UpdateTimeToLive makes the items of a table expire by an attribute, or ends that. It holds when the answer is sent; items that
// were there before are found a moment later, as their entries in the index of expiry are made in the background.
func (e *Engine) UpdateTimeToLive(ctx context.Context, in *api.UpdateTimeToLiveInput) (*api.UpdateTimeToLiveOutput, error) {
	spec := in.TimeToLiveSpecification
	read := func() (*catalog.Table, error) { return e.definition(ctx, in.TableName) }
	_, err := e.editTable(ctx, read, func(old *catalog.Table) (*catalog.Table, error) {
		return e.changedTimeToLive(old, spec, e.now().UTC().Truncate(time.Millisecond))
	})
	if err != nil {
		return nil, err
	}
	return &api.UpdateTimeToLiveOutput{TimeToLiveSpecification: spec}, nil
}

// changedTimeToLive is the definition after the change, or why the change is refused.
func (e *Engine) changedTimeToLive(old *catalog.Table, spec *api.TimeToLiveSpecification, now time.Time) (*catalog.Table, error) {
	if refused := refuseBusy(old); refused != nil {
		return nil, refused
	}
	if refused := e.refuseTimeToLive(old.TTL, spec, now); refused != nil {
		return nil, refused
	}
	t := *old
	t.TTL = &catalog.TTL{Attribute: spec.AttributeName, Enabled: spec.Enabled, ChangedAt: now}
	if spec.Enabled {
		x := expiryIndex(spec.AttributeName)
		t.AddIndex(x)
		t.TTL.IndexID = x.ID
	} else {
		t.RemoveIndex(old.TTL.IndexID)
	}
	return &t, nil
}

func (e *Engine) refuseTimeToLive(old *catalog.TTL, spec *api.TimeToLiveSpecification, now time.Time) *apierr.Error {
	enabled := old != nil && old.Enabled
	switch {
	case enabled && spec.AttributeName != old.Attribute:
		return apierr.Invalid("TimeToLive is active on a different AttributeName: current AttributeName is " + old.Attribute)
	case enabled && spec.Enabled:
		return apierr.Invalid("TimeToLive is already enabled")
	case !enabled && !spec.Enabled:
		return apierr.Invalid("TimeToLive is already disabled")
	case old != nil && now.Before(old.ChangedAt.Add(max(e.opts.TTLChangeInterval, e.opts.TableDelay))):
		return apierr.Invalid("Time to live has been modified multiple times within a fixed interval")
	}
	return nil
}

// expiryIndex is the index of the items that have a number in the attribute, in the order of these numbers. Its name is none that an
// index of a request can have.
func expiryIndex(attribute string) *catalog.Index {
	return &catalog.Index{
		Name: "time to live", Hidden: true, Status: catalog.Creating, Backfilling: true, Projection: catalog.ProjectKeysOnly,
		Sort: []catalog.KeyAttr{{Name: attribute, Type: attr.N}},
	}
}
