package engine

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// textInUse begins what a table says that cannot be changed now.
const textInUse = "Attempt to change a resource which is still in use: "

// verbs say what is being done to a table of a status.
var verbs = map[catalog.Status]string{catalog.Creating: "created", catalog.Updating: "updated", catalog.Deleting: "deleted"}

// refuseBusy refuses a change of a table that is being changed already.
func refuseBusy(t *catalog.Table) *apierr.Error {
	verb, busy := verbs[t.Status]
	if !busy {
		return nil
	}
	return apierr.New(apierr.ResourceInUse, textInUse+"Table is being "+verb+": "+t.Name)
}

// maxChanging is how many tables of an account can be CREATING, UPDATING or DELETING at the same time
// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html).
const maxChanging = 500

// refuseManyChanges refuses to change one more table at the same time. Callers who ask together may pass the limit by their number.
func (e *Engine) refuseManyChanges(ctx context.Context) error {
	n, err := e.backend.CountJobs(ctx, backends.TableJobs)
	if err == nil && n >= maxChanging {
		return apierr.New(apierr.LimitExceeded, fmt.Sprintf("Subscriber limit exceeded: Only %d tables can be created, updated, or deleted simultaneously", maxChanging))
	}
	return err
}

// online is the secondary index that is being created or deleted; nil if none is.
func online(t *catalog.Table) *catalog.Index {
	i := slices.IndexFunc(t.SecondaryIndexes(), func(x *catalog.Index) bool { return x.Status == catalog.Creating || x.Status == catalog.Deleting })
	if i < 0 {
		return nil
	}
	return t.Indexes[i]
}

// refuseAllocation refuses to delete an index of which the creation has just begun.
func refuseAllocation(t *catalog.Table, in *api.UpdateTableInput) *apierr.Error {
	for _, u := range in.GlobalSecondaryIndexUpdates {
		if u.Delete == nil || t.Status != catalog.Updating {
			continue
		}
		if x := t.Index(u.Delete.IndexName); x != nil && x.Status == catalog.Creating {
			return apierr.New(apierr.ResourceInUse, textInUse+
				"Index creation is in resource allocation phase. Retry deletion during backfilling phase or when the index is active.")
		}
	}
	return nil
}

// changing gives a definition a status that is over after the delay, see Options.TableDelay.
func (e *Engine) changing(t *catalog.Table, s catalog.Status, now time.Time) {
	t.Status, t.Until = s, now.Add(e.opts.TableDelay)
}

// settleLater sees to it that what is left to do for a table is done when its time has come.
func (e *Engine) settleLater(t *catalog.Table) {
	if !t.Settled() {
		e.background.KickAt(backends.TableJobs, e.lookAgain(t.Until))
	}
}
