package translator

import (
	"slices"

	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// BatchGetItem is a BatchGetItem of which all is known but the tables.
type BatchGetItem struct {
	// Tables are what is read of each table, in the order of the request.
	Tables []TableReads
}

// TableReads are the reads of one table.
type TableReads struct {
	Name string
	// Request is the part of the request, for what is left unprocessed.
	Request *api.KeysAndAttributes
	// Projection is what the answer has of each item; nil for all.
	Projection *attr.Projection

	paths projection
}

// PrepareBatchGetItem checks and binds what needs no tables.
func PrepareBatchGetItem(in *api.BatchGetItemInput, exprs *grammar.Cache) (*BatchGetItem, *apierr.Error) {
	p := &BatchGetItem{Tables: make([]TableReads, len(in.RequestItems))}
	for i := range in.RequestItems {
		r := in.RequestItems[i].Value
		s := newScope(batchGetItem, r.ExpressionAttributeNames, nil)
		paths, err := prepareProjection(s, exprs, r.ProjectionExpression, r.AttributesToGet)
		if err != nil {
			return nil, err
		}
		if err := s.unused(); err != nil {
			return nil, err
		}
		p.Tables[i] = TableReads{Name: in.RequestItems[i].Key, Request: r, Projection: paths.compiled(), paths: paths}
	}
	return p, nil
}

// Plan plans the reads of all tables, which are given in the order of p.Tables. The plan's reads stand in that order, and for
// each table in the order of its Request.Keys.
func (p *BatchGetItem) Plan(tables []*catalog.Table) (*plan.Get, *apierr.Error) {
	get := &plan.Get{Eventual: true}
	for i, t := range tables {
		if consistent := p.Tables[i].Request.ConsistentRead; consistent != nil && *consistent {
			get.Eventual = false // of all tables: they are read in one round trip
		}
		if err := wantScalarKeys(t, p.Tables[i].paths.paths); err != nil {
			return nil, err
		}
		keys := p.Tables[i].Request.Keys
		seen := make(rowSet, len(keys))
		get.Reads = slices.Grow(get.Reads, len(keys))
		for k := range keys {
			row, err := requestKey(t, &keys[k])
			if err != nil {
				return nil, err
			}
			if err := seen.add(row); err != nil {
				return nil, err
			}
			get.Reads = append(get.Reads, plan.Read{Table: t, Key: row})
		}
	}
	return get, nil
}

// rowSet finds keys that a batch has twice in one table.
type rowSet map[rowID]struct{}

type rowID struct {
	token attr.Token
	sort  string
}

func (s rowSet) add(k catalog.Key) *apierr.Error {
	if s.has(k) {
		return apierr.Invalid("Provided list of item keys contains duplicates")
	}
	return nil
}

// has says whether a key is in the set already, and adds it.
func (s rowSet) has(k catalog.Key) bool {
	id := rowID{k.Token, string(k.Sort)}
	_, found := s[id]
	s[id] = struct{}{}
	return found
}
