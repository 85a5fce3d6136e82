package gosdk

import "github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"

// Short names of what most cases use.

type caller = harness.Caller

const (
	hashTable    = harness.HashTable
	sortedTable  = harness.SortedTable
	numberTable  = harness.NumberTable
	binaryTable  = harness.BinaryTable
	indexedTable = harness.IndexedTable

	noReason        = harness.NoReason
	conditionReason = harness.ConditionReason
)

var (
	tableInput    = harness.TableInput
	letters       = harness.Letters
	statement     = harness.Statement
	transaction   = harness.Transaction
	act           = harness.Act
	putAction     = harness.PutAction
	deleteAction  = harness.DeleteAction
	addAction     = harness.AddAction
	checkAction   = harness.CheckAction
	canceled      = harness.Canceled
	invalidReason = harness.InvalidReason
	createIndex   = harness.CreateIndex
	deleteIndex   = harness.DeleteIndex
	together      = harness.Together
)
