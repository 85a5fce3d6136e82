package translator

import (
	"strings"

	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// Query is a Query of which all is known but the table.
type Query struct {
	in         *api.QueryInput
	reading    reading
	conditions []keyCondition
}

// PrepareQuery checks and binds what needs no table. The filter comes first, as with the service.
func PrepareQuery(in *api.QueryInput, exprs *grammar.Cache) (*Query, *apierr.Error) {
	q := &Query{in: in, reading: reading{index: in.IndexName, choice: in.Select, consistent: in.ConsistentRead,
		limit: in.Limit, start: in.ExclusiveStartKey}}
	s := newScope(query, in.ExpressionAttributeNames, in.ExpressionAttributeValues)
	var err *apierr.Error
	if q.reading.filter, err = prepareFilter(s, exprs, in.FilterExpression, in.QueryFilter, in.ConditionalOperator); err != nil {
		return nil, err
	}
	if q.reading.paths, err = prepareProjection(s, exprs, in.ProjectionExpression, in.AttributesToGet); err != nil {
		return nil, err
	}
	keys, tree, err := q.bindKeys(s, exprs)
	if err != nil {
		return nil, err
	}
	if err := s.unused(); err != nil {
		return nil, err
	}
	q.conditions, err = keys.keyConditions(tree)
	return q, err
}

// bindKeys binds KeyConditionExpression, or its older form KeyConditions, with the checks that all conditions have. The
// expression returned can take the tree apart.
func (q *Query) bindKeys(s *scope, exprs *grammar.Cache) (*expression, ast.Condition, *apierr.Error) {
	e := &expression{scope: s, kind: grammar.KeyCondition}
	if q.in.KeyConditionExpression != nil {
		parsed, err := exprs.Condition(grammar.KeyCondition, *q.in.KeyConditionExpression)
		if err != nil {
			return nil, nil, badSyntax(s.op, err)
		}
		_, bad := e.condition(parsed.AST)
		return e, parsed.AST, bad
	}
	tree, values, err := keyConditionsTree(s.op, q.in.KeyConditions)
	e.scope = newScope(s.op, nil, values)
	return e, tree, err
}

// Plan plans the read.
func (q *Query) Plan(t *catalog.Table) (*Read, *apierr.Error) {
	x, err := q.reading.target(t)
	if err != nil {
		return nil, err
	}
	schema := schemaOf(t, x)
	if q.in.KeyConditions != nil && len(q.conditions) > 2 && schema.attributes() <= 2 {
		return nil, apierr.Invalid(textLegacyCount)
	}
	token, sorted, err := schema.locate(q.conditions)
	if err != nil {
		return nil, err
	}
	r := q.reading.begin(t, x)
	r.Plan.Partition, r.Plan.Range = &token, sorted
	r.Plan.Backward = q.in.ScanIndexForward != nil && !*q.in.ScanIndexForward
	if start := q.reading.start; start != nil {
		if r.Plan.After, err = queryStart(r.Plan, start, q.namesOneKey(schema)); err != nil {
			return nil, err
		}
	}
	if err := q.reading.finish(r); err != nil {
		return nil, err
	}
	return r, q.wantFilter(t, schema)
}

// namesOneKey says whether the conditions are equalities on all key attributes.
func (q *Query) namesOneKey(schema keySchema) bool {
	for _, c := range q.conditions {
		if c.op != keyEQ {
			return false
		}
	}
	return len(q.conditions) == schema.attributes()
}

// wantFilter refuses a filter on what the key conditions are for, or on what the index does not have.
func (q *Query) wantFilter(t *catalog.Table, schema keySchema) *apierr.Error {
	parameter := "Filter Expression"
	if q.in.FilterExpression == nil {
		parameter = "QueryFilter"
	}
	paths := q.reading.filter.paths
	for _, p := range paths {
		if name := p[0].Name; schema.isKey(name) {
			return apierr.Invalid(parameter + " can only contain non-primary key attributes: Primary key attribute: " + name)
		}
	}
	if schema.index == nil {
		return nil
	}
	if missing := unprojected(t, schema.index, paths); missing != nil {
		return filterNotProjected(schema.index, missing)
	}
	return nil
}

func filterNotProjected(x *catalog.Index, missing []string) *apierr.Error {
	return apierr.Invalid(invalidParameter + "Secondary index " + x.Name + " does not project one or more filter attributes: [" +
		strings.Join(missing, ", ") + "]")
}
