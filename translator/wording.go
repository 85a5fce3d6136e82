package translator

import (
	"github.com/ddbsql/ddbsql/grammar"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
)

// The operations, for the form of their refusals: which begin with a count of errors is data of package api.
var (
	putItem      = api.Operations["PutItem"]
	updateItem   = api.Operations["UpdateItem"]
	deleteItem   = api.Operations["DeleteItem"]
	getItem      = api.Operations["GetItem"]
	batchGetItem = api.Operations["BatchGetItem"]

	transactWriteItems = api.Operations["TransactWriteItems"]
	transactGetItems   = api.Operations["TransactGetItems"]

	executeStatement = api.Operations["ExecuteStatement"]

	query = api.Operations["Query"]
	scan  = api.Operations["Scan"]
)

// invalidParameter is the beginning of the service's refusals of values.
const invalidParameter = "One or more parameter values were invalid: "

// badSyntax refuses an expression that cannot be parsed.
func badSyntax(op *api.Operation, err *grammar.Error) *apierr.Error { return op.Refuse(err.Error()) }
