// Package translator says what a request means: it turns a decoded input, its parsed expressions and the table's
// definition into a plan of package plan. It is pure: no SQL, no I/O, nothing of another request.
//
// Every operation has two phases, because the service reports mistakes in expressions before it looks for the table:
//
//	PreparePutItem(in, exprs)  binds the names and values of the expressions and checks all that needs no table
//	(*PutItem).Plan(table)     checks keys and indexes, and gives the plan
//
// Between the two lies the catalog lookup, which is the engine's. What the engine needs after the plan was executed
// (projection, what to select) is in exported fields of the prepared operation.
//
// Legacy parameters (Expected, AttributeUpdates, KeyConditions, QueryFilter, ScanFilter, AttributesToGet) become the
// same syntax trees that the grammar makes of expressions, after their own checks, and go the same way from there.
//
// PartiQL statements (files partiql_*.go) have trees of their own around the same conditions and updates. Their literals and
// parameters are values from the start, and a WHERE clause is taken apart into key and filter once the table is known.
package translator
