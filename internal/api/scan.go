package api

import (
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

func (in *ScanInput) request(l layer) *apierr.Error {
	x := expressions{
		legacy: []parameter{
			{"AttributesToGet", in.AttributesToGet != nil},
			{"ScanFilter", in.ScanFilter != nil},
			{"ConditionalOperator", in.ConditionalOperator != nil},
		},
		exprs: []parameter{
			{"ProjectionExpression", in.ProjectionExpression != nil},
			{"FilterExpression", in.FilterExpression != nil},
		},
		names:  in.ExpressionAttributeNames,
		values: in.ExpressionAttributeValues,
		users:  "FilterExpression is null",
	}
	if err := x.check(l); err != nil {
		return err
	}
	s := selection{value: in.Select, index: in.IndexName != nil, projection: in.ProjectionExpression != nil, attributes: in.AttributesToGet != nil}
	if problem := s.problem(); problem != "" {
		return l.refuse(problem)
	}
	if err := in.checkSegment(l); err != nil {
		return err
	}
	l = l.degraded(in.ExpressionAttributeValues, in.ExclusiveStartKey)
	if err := l.item(in.ExclusiveStartKey); err != nil {
		return err
	}
	if err := checkConditions(l, in.ScanFilter, attr.MaxDepth+1); err != nil {
		return err
	}
	if err := checkOperator(l, in.ConditionalOperator, len(in.ScanFilter)); err != nil {
		return err
	}
	return checkAttributesToGet(l, in.AttributesToGet)
}

func (in *ScanInput) checkSegment(l layer) *apierr.Error {
	switch {
	case in.Segment == nil && in.TotalSegments == nil:
		return nil
	case in.TotalSegments == nil:
		return l.refuse(textNoTotalSegments)
	case in.Segment == nil:
		return l.refuse(textNoSegment)
	case *in.Segment >= *in.TotalSegments:
		segment, total := itoa(int64(*in.Segment)), itoa(int64(*in.TotalSegments))
		return l.refuse(textSegmentOutOfLine + segment + " is not less than TotalSegments: " + total)
	}
	return nil
}
