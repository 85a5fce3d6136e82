package permit

import (
	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/engine"
)

// access is one thing that a request does, as IAM sees it.
type access struct {
	action string // without "dynamodb:"
	// table is the table it is done to, anyTable where a request names none of many, empty for what is no table's.
	table string
	// within is the index or the stream of the table, as in ARNs: "/index/NAME". Who may use a table may use what belongs to it.
	within string
}

// anyTable stands for all tables, as in ARNs: only a pattern that all names match allows it.
const anyTable = "*"

// reads are the actions that IAM's list has as reading or listing.
var reads = map[string]bool{
	"BatchGetItem": true, "ConditionCheckItem": true, "DescribeContinuousBackups": true, "DescribeEndpoints": true, "DescribeLimits": true,
	"DescribeStream": true, "DescribeTable": true, "DescribeTimeToLive": true, "GetItem": true, "GetRecords": true, "GetShardIterator": true,
	"ListStreams": true, "ListTables": true, "ListTagsOfResource": true, "PartiQLSelect": true, "Query": true, "Scan": true,
}

// accesses are the things that a request does. An operation that is not listed is one that nothing is known of: it counts as done to all
// tables, by an action that does not read.
func (g *Guard) accesses(operation string, in api.Input) []access {
	one := func(table string) []access { return []access{{action: operation, table: table}} }
	switch in := in.(type) {
	case *api.CreateTableInput:
		return one(in.TableName)
	case *api.DeleteItemInput:
		return one(in.TableName)
	case *api.DeleteTableInput:
		return one(in.TableName)
	case *api.DescribeContinuousBackupsInput:
		return one(in.TableName)
	case *api.DescribeTableInput:
		return one(in.TableName)
	case *api.DescribeTimeToLiveInput:
		return one(in.TableName)
	case *api.GetItemInput:
		return one(in.TableName)
	case *api.PutItemInput:
		return one(in.TableName)
	case *api.UpdateItemInput:
		return one(in.TableName)
	case *api.UpdateTableInput:
		return one(in.TableName)
	case *api.UpdateTimeToLiveInput:
		return one(in.TableName)
	case *api.QueryInput:
		return []access{ofIndex(operation, in.TableName, in.IndexName)}
	case *api.ScanInput:
		return []access{ofIndex(operation, in.TableName, in.IndexName)}
	case *api.BatchGetItemInput:
		return ofTables(operation, in.RequestItems)
	case *api.BatchWriteItemInput:
		return ofTables(operation, in.RequestItems)
	case *api.DescribeEndpointsRequest, *api.DescribeLimitsInput:
		return []access{{action: operation}}
	case *api.ListTablesInput:
		return one(anyTable)
	}
	if all, known := ofStreamsAndTags(operation, in); known {
		return all
	}
	if all, known := g.ofTransactions(in); known {
		return all
	}
	return one(anyTable)
}

func ofIndex(operation, table string, index *string) access {
	a := access{action: operation, table: table}
	if index != nil {
		a.within = "/index/" + *index
	}
	return a
}

func ofTables[V any](operation string, items api.Map[V]) []access {
	var all []access
	for i := range items {
		all = append(all, access{action: operation, table: items[i].Key})
	}
	return all
}

// ofStreamsAndTags are the accesses of what names its table by an ARN, or by something that begins with one.
func ofStreamsAndTags(operation string, in api.Input) (all []access, known bool) {
	switch in := in.(type) {
	case *api.ListStreamsInput:
		table := anyTable
		if in.TableName != nil {
			table = *in.TableName
		}
		return []access{{action: operation, table: table, within: "/stream/*"}}, true
	case *api.DescribeStreamInput:
		return ofARN(operation, in.StreamArn), true
	case *api.GetShardIteratorInput:
		return ofARN(operation, in.StreamArn), true
	case *api.GetRecordsInput:
		stream, _ := engine.IteratorStream(in.ShardIterator)
		return ofARN(operation, stream), true
	case *api.ListTagsOfResourceInput:
		return ofARN(operation, in.ResourceArn), true
	case *api.TagResourceInput:
		return ofARN(operation, in.ResourceArn), true
	case *api.UntagResourceInput:
		return ofARN(operation, in.ResourceArn), true
	}
	return nil, false
}

// ofARN counts what is no table's ARN as all tables.
func ofARN(operation, text string) []access {
	arn, ok := api.ParseARN(text)
	if !ok || arn.Table == "" {
		return []access{{action: operation, table: anyTable}}
	}
	return []access{{action: operation, table: arn.Table, within: arn.Within}}
}

// ofTransactions are the accesses of transactions and statements, which IAM knows by what they consist of.
func (g *Guard) ofTransactions(in api.Input) (all []access, known bool) {
	switch in := in.(type) {
	case *api.TransactGetItemsInput:
		for _, item := range in.TransactItems {
			if item.Get != nil {
				all = append(all, access{action: "GetItem", table: item.Get.TableName})
			}
		}
	case *api.TransactWriteItemsInput:
		for _, item := range in.TransactItems {
			all = append(all, ofWrite(item)...)
		}
	case *api.ExecuteStatementInput:
		all = g.ofStatement(all, in.Statement)
	case *api.BatchExecuteStatementInput:
		for _, member := range in.Statements {
			all = g.ofStatement(all, member.Statement)
		}
	case *api.ExecuteTransactionInput:
		for _, member := range in.TransactStatements {
			all = g.ofStatement(all, member.Statement)
		}
	default:
		return nil, false
	}
	return all, true
}

// ofWrite are the accesses of one action of a transaction, each that is given: the engine refuses what has more than one.
func ofWrite(item *api.TransactWriteItem) (all []access) {
	if item.ConditionCheck != nil {
		all = append(all, access{action: "ConditionCheckItem", table: item.ConditionCheck.TableName})
	}
	if item.Delete != nil {
		all = append(all, access{action: "DeleteItem", table: item.Delete.TableName})
	}
	if item.Put != nil {
		all = append(all, access{action: "PutItem", table: item.Put.TableName})
	}
	if item.Update != nil {
		all = append(all, access{action: "UpdateItem", table: item.Update.TableName})
	}
	return all
}

// ofStatement adds the access of a statement. One that does not parse does nothing, and the engine says so.
func (g *Guard) ofStatement(all []access, text string) []access {
	tree, err := g.statements.Statement(text)
	if err != nil {
		return all
	}
	action, target := "PartiQL", ast.Target{Table: anyTable} // none that we know reads
	switch s := tree.(type) {
	case *ast.Select:
		action, target = "PartiQLSelect", s.From
	case *ast.ExistsStatement:
		action, target = "PartiQLSelect", s.Select.From
	case *ast.Insert:
		action, target = "PartiQLInsert", s.Into
	case *ast.UpdateStatement:
		action, target = "PartiQLUpdate", s.Table
	case *ast.Delete:
		action, target = "PartiQLDelete", s.From
	}
	a := access{action: action, table: target.Table}
	if target.Index != "" {
		a.within = "/index/" + target.Index
	}
	return append(all, a)
}
