package translator

import (
	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Scan is a Scan of which all is known but the table.
type Scan struct {
	in      *api.ScanInput
	reading reading
}

// PrepareScan checks and binds what needs no table.
func PrepareScan(in *api.ScanInput, exprs *grammar.Cache) (*Scan, *apierr.Error) {
	p := &Scan{in: in, reading: reading{index: in.IndexName, choice: in.Select, consistent: in.ConsistentRead,
		limit: in.Limit, start: in.ExclusiveStartKey}}
	s := newScope(scan, in.ExpressionAttributeNames, in.ExpressionAttributeValues)
	var err *apierr.Error
	if p.reading.filter, err = prepareFilter(s, exprs, in.FilterExpression, in.ScanFilter, in.ConditionalOperator); err != nil {
		return nil, err
	}
	if p.reading.paths, err = prepareProjection(s, exprs, in.ProjectionExpression, in.AttributesToGet); err != nil {
		return nil, err
	}
	return p, s.unused()
}

// Plan plans the read. A filter on an attribute that the index does not project sees it as missing.
func (p *Scan) Plan(t *catalog.Table) (*Read, *apierr.Error) {
	x, err := p.reading.target(t)
	if err != nil {
		return nil, err
	}
	r := p.reading.begin(t, x)
	if p.in.TotalSegments != nil {
		first, last := attr.TokenRange(int(*p.in.Segment), int(*p.in.TotalSegments))
		r.Plan.Segment = &plan.Segment{First: first, Last: last}
	}
	if start := p.reading.start; start != nil {
		if r.Plan.After, err = scanStart(r.Plan, start); err != nil {
			return nil, err
		}
	}
	if x != nil {
		if missing := unprojected(t, x, p.reading.filter.paths); missing != nil {
			r.Plan.Filter = without(r.Plan.Filter, missing)
		}
	}
	return r, p.reading.finish(r)
}
