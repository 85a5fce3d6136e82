package translator

import (
	"strings"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// maxPageBytes is how many bytes of items a page of a Query or Scan may look at.
const maxPageBytes = 1 << 20

// Read is a Query or Scan as planned.
type Read struct {
	Plan *plan.Query
	// Consistent is set for a strongly consistent read.
	Consistent bool
}

// reading is what Query and Scan have in common.
type reading struct {
	index      *string
	choice     *string // Select
	consistent *bool
	limit      *int32
	start      *attr.Item // ExclusiveStartKey
	filter     guard
	paths      projection
}

// target finds the index that is read (nil for the table) and refuses what it cannot do.
func (r *reading) target(t *catalog.Table) (*catalog.Index, *apierr.Error) {
	if r.index == nil {
		return nil, nil
	}
	x := t.Index(*r.index)
	switch {
	case x == nil || x.Status == catalog.Deleting:
		return nil, apierr.Invalid("The table does not have the specified index: " + *r.index)
	case x.Local:
		return x, nil
	case x.Status == catalog.Creating:
		return nil, apierr.Invalid("Cannot read from backfilling global secondary index: " + x.Name)
	case r.isConsistent():
		return nil, apierr.Invalid("Consistent reads are not supported on global secondary indexes")
	case wants(r.choice, "ALL_ATTRIBUTES") && x.Projection != catalog.ProjectAll:
		return nil, apierr.Invalid(invalidParameter + "Select type ALL_ATTRIBUTES is not supported for global secondary index " + x.Name +
			" because its projection type is not ALL")
	}
	return x, nil
}

func (r *reading) isConsistent() bool { return r.consistent != nil && *r.consistent }

// begin makes the plan of a read of the table or of index x: all but what is read of it and where it starts.
func (r *reading) begin(t *catalog.Table, x *catalog.Index) *Read {
	out := &Read{Consistent: r.isConsistent()}
	out.Plan = &plan.Query{Table: t, Index: x, MaxBytes: maxPageBytes, Filter: r.filter.predicate, CountOnly: wants(r.choice, "COUNT"), Eventual: !out.Consistent}
	if r.limit != nil {
		out.Plan.Limit = int(*r.limit)
	}
	return out
}

// finish refuses paths that cannot be read, and settles what the answer has of each item.
func (r *reading) finish(out *Read) *apierr.Error {
	if err := wantScalarKeys(out.Plan.Table, r.filter.paths); err != nil {
		return err
	}
	if err := wantScalarKeys(out.Plan.Table, r.paths.paths); err != nil {
		return err
	}
	return r.choose(out)
}

// choose settles what the answer has of each item.
func (r *reading) choose(out *Read) *apierr.Error {
	t, x := out.Plan.Table, out.Plan.Index
	out.Plan.Projection = r.paths.compiled()
	if x == nil || x.Projection == catalog.ProjectAll || out.Plan.CountOnly {
		return nil
	}
	switch {
	case r.paths.paths != nil:
		missing := unprojected(t, x, r.paths.paths)
		if missing != nil && !x.Local {
			return apierr.Invalid(invalidParameter + "Global secondary index " + x.Name + " does not project [" + strings.Join(missing, ", ") + "]")
		}
		out.Plan.FetchesBase = missing != nil
	case wants(r.choice, "ALL_ATTRIBUTES"):
		out.Plan.FetchesBase = true
	default:
		out.Plan.Projection = indexProjection(t, x)
	}
	return nil
}

// indexProjection is the part of an item that the index has.
func indexProjection(t *catalog.Table, x *catalog.Index) *attr.Projection {
	var paths []attr.Path
	for _, name := range append(t.PositionNames(x), x.NonKey...) {
		paths = append(paths, attr.Path{{Name: name}})
	}
	return attr.NewProjection(paths)
}
