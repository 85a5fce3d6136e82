package faults

import (
	"encoding/json"
	"strings"

	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// request is what rules ask about a request.
type request struct {
	accessKey string // empty if it has none
	operation string
	body      []byte
	touched   []touch // in the order of the request
	is        statementKind
}

// statementKind is what the statement of an ExecuteStatement does.
type statementKind int

const (
	noStatement statementKind = iota
	reading
	writing
)

// touch is an item that a request names, or only a table.
type touch struct {
	table string
	key   []attr.Attr // the key, or an item that has it; nil if the request does not say
}

// read reads a request; false if it is one that the engine refuses.
func read(operation string, body []byte, texts *grammar.Cache) (request, bool) {
	op := api.Operations[operation]
	if op == nil {
		return request{}, false
	}
	in, refused := api.Decode(op, body)
	if refused != nil {
		return request{}, false
	}
	r := request{operation: operation, body: body, touched: touchedBy(in, body, texts)}
	if s, ok := in.(*api.ExecuteStatementInput); ok {
		r.is = kindOf(s.Statement, texts)
	}
	return r, true
}

// touchedBy lists what a request names.
func touchedBy(in api.Input, body []byte, texts *grammar.Cache) []touch {
	switch in := in.(type) {
	case *api.PutItemInput:
		return []touch{{in.TableName, in.Item.Attrs}}
	case *api.GetItemInput:
		return []touch{{in.TableName, in.Key.Attrs}}
	case *api.UpdateItemInput:
		return []touch{{in.TableName, in.Key.Attrs}}
	case *api.DeleteItemInput:
		return []touch{{in.TableName, in.Key.Attrs}}
	case *api.QueryInput:
		return []touch{{in.TableName, queryKey(in, texts)}}
	case *api.BatchGetItemInput:
		return batchRead(in)
	case *api.BatchWriteItemInput:
		return batchWritten(in)
	case *api.TransactGetItemsInput:
		return transactRead(in)
	case *api.TransactWriteItemsInput:
		return transactWritten(in)
	case *api.ExecuteStatementInput:
		return []touch{{table: statementTable(in.Statement, texts)}}
	case *api.BatchExecuteStatementInput:
		return statements(in.Statements, func(s *api.BatchStatementRequest) string { return s.Statement }, texts)
	case *api.ExecuteTransactionInput:
		return statements(in.TransactStatements, func(s *api.ParameterizedStatement) string { return s.Statement }, texts)
	}
	return []touch{{table: namedTable(body)}}
}

func batchRead(in *api.BatchGetItemInput) (all []touch) {
	for _, table := range in.RequestItems {
		for i := range table.Value.Keys {
			all = append(all, touch{table.Key, table.Value.Keys[i].Attrs})
		}
	}
	return all
}

func batchWritten(in *api.BatchWriteItemInput) (all []touch) {
	for _, table := range in.RequestItems {
		for _, w := range table.Value {
			item := &attr.Item{}
			if w.PutRequest != nil {
				item = &w.PutRequest.Item
			} else if w.DeleteRequest != nil {
				item = &w.DeleteRequest.Key
			}
			all = append(all, touch{table.Key, item.Attrs})
		}
	}
	return all
}

func transactRead(in *api.TransactGetItemsInput) (all []touch) {
	for _, item := range in.TransactItems {
		if item.Get == nil { // refused later
			continue
		}
		all = append(all, touch{item.Get.TableName, item.Get.Key.Attrs})
	}
	return all
}

func transactWritten(in *api.TransactWriteItemsInput) (all []touch) {
	for _, item := range in.TransactItems {
		switch {
		case item.ConditionCheck != nil:
			all = append(all, touch{item.ConditionCheck.TableName, item.ConditionCheck.Key.Attrs})
		case item.Put != nil:
			all = append(all, touch{item.Put.TableName, item.Put.Item.Attrs})
		case item.Delete != nil:
			all = append(all, touch{item.Delete.TableName, item.Delete.Key.Attrs})
		case item.Update != nil:
			all = append(all, touch{item.Update.TableName, item.Update.Key.Attrs})
		}
	}
	return all
}

func statements[S any](list []S, text func(S) string, texts *grammar.Cache) []touch {
	all := make([]touch, len(list))
	for i, s := range list {
		all[i].table = statementTable(text(s), texts)
	}
	return all
}

// namedTable is the table that an operation names which is not on items: by name, by ARN, or by the ARN of its stream, with which shard
// iterators begin.
func namedTable(body []byte) string {
	var in struct{ TableName, ResourceArn, StreamArn, ShardIterator string }
	if json.Unmarshal(body, &in) != nil {
		return ""
	}
	for _, name := range []string{in.TableName, in.ResourceArn, in.StreamArn, in.ShardIterator} {
		if name == "" {
			continue
		}
		if arn, ok := api.ParseARN(name); ok && strings.HasPrefix(name, "arn:") {
			return arn.Table
		}
		return name
	}
	return ""
}
