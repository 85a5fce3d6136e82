package faults

import (
	"slices"
	"strings"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
)

// Operations by what can happen to them.
var (
	onItems = []string{"BatchExecuteStatement", "BatchGetItem", "BatchWriteItem", "DeleteItem", "ExecuteStatement", "ExecuteTransaction", "GetItem",
		"PutItem", "Query", "Scan", "TransactGetItems", "TransactWriteItems", "UpdateItem"}
	withKeys     = []string{"BatchGetItem", "BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query", "TransactGetItems", "TransactWriteItems", "UpdateItem"}
	transactions = []string{"ExecuteTransaction", "TransactGetItems", "TransactWriteItems"}
	conflicting  = append([]string{"DeleteItem", "ExecuteStatement", "PutItem", "UpdateItem"}, transactions...)
	withTokens   = []string{"ExecuteTransaction", "TransactWriteItems"}
	batches      = []string{"BatchGetItem", "BatchWriteItem"}
	paged        = []string{"DescribeStream", "ExecuteStatement", "GetRecords", "ListStreams", "ListTables", "Query", "Scan"}
	limited      = []string{"CreateTable", "DeleteTable", "DescribeStream", "GetRecords", "ListStreams", "UpdateTable", "UpdateTimeToLive"}
	shardReads   = []string{"GetRecords", "GetShardIterator"}
	ofIterators  = []string{"GetRecords"}
)

// served are all operations.
func served() []string {
	var names []string
	for _, op := range api.Served() {
		names = append(names, op.Name)
	}
	slices.Sort(names)
	return names
}

// errorKind is an error that rules can give.
type errorKind struct {
	code apierr.Code
	text string   // the service's
	of   []string // the operations that answer it; nil for all
}

var errorKinds = []errorKind{
	{apierr.ProvisionedThroughputExceeded, "The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.", onItems},
	{apierr.Throttling, "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your table or index so please try again shortly. " +
		"If exceptions persist, check if you have a hot key: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html", nil},
	{apierr.RequestLimitExceeded, "Throughput exceeds the current throughput limit for your account. Please contact AWS Support at https://aws.amazon.com/support request a limit increase", onItems},
	{apierr.LimitExceeded, "Too many operations for a given subscriber.", limited},
	{apierr.InternalServer, apierr.TextInternal, nil},
	{apierr.ServiceUnavailable, apierr.TextUnavailable, nil},
	{apierr.TransactionConflict, apierr.TextConflict, conflicting},
	{apierr.TransactionInProgress, apierr.TextInProgress, withTokens},
	{apierr.ExpiredIterator, apierr.TextExpiredIterator, ofIterators},
	{apierr.TrimmedDataAccess, apierr.TextTrimmed, shardReads},
}

func errorNamed(name string) *errorKind {
	for i := range errorKinds {
		if string(errorKinds[i].code) == name {
			return &errorKinds[i]
		}
	}
	return nil
}

// errorNames are the types of errors that rules can give, for those who ask for another one.
func errorNames() string {
	names := make([]string, len(errorKinds))
	for i := range errorKinds {
		names[i] = string(errorKinds[i].code)
	}
	return strings.Join(names, ", ")
}
