package backends

import "fmt"

// Code is the closed set of backend errors.
type Code uint8

// Codes of errors.
const (
	CodeInternal     Code = iota + 1 // a fault of ours or of the database
	CodeTableExists                  // the name is taken
	CodeNoTable                      // no such table
	CodeStale                        // the plan's table definition is not the current one: read it again and plan anew
	CodeConflict                     // lost against concurrent changes after bounded retries
	CodeUnavailable                  // the database cannot be reached or is shutting down
	CodeCanceled                     // the caller's context ended
	CodeOnceMismatch                 // the name of a plan.Once stands for another write
	CodeOnceRunning                  // the write of that name is under way
	CodeNoStream                     // no such stream
	CodeNoShard                      // no such shard, or it is closed
	CodeUnknown                      // the database was lost while it wrote: the write happened or did not
)

// codeNames are what codes are called where people read them.
var codeNames = [...]string{
	CodeInternal: "internal", CodeTableExists: "table_exists", CodeNoTable: "no_table", CodeStale: "stale", CodeConflict: "conflict",
	CodeUnavailable: "unavailable", CodeCanceled: "canceled", CodeOnceMismatch: "once_mismatch", CodeOnceRunning: "once_running",
	CodeNoStream: "no_stream", CodeNoShard: "no_shard", CodeUnknown: "unknown",
}

// String is the code's name.
func (c Code) String() string {
	if int(c) < len(codeNames) {
		return codeNames[c]
	}
	return ""
}

// Error is an error of a backend.
type Error struct {
	Code Code
	Op   string // what was being done: "get", "query", "write" ...
	Err  error  // the cause, may be nil
}

func (e *Error) Error() string { return fmt.Sprintf("%s: code %d: %v", e.Op, e.Code, e.Err) }

func (e *Error) Unwrap() error { return e.Err }

// StatementError is the error of an SQL statement, as observers are told of it.
type StatementError struct {
	// Code is the database's own: an SQLSTATE, SQLite's fixed words for a result code ("database is locked"), or one of those below. It can
	// be told to anybody.
	Code string
	Err  error // its text may quote what is stored
}

// Codes of errors for which databases have none.
const (
	StatementCanceled = "canceled"   // the caller's context ended
	StatementLost     = "connection" // the database was not there, or gone before it answered
	StatementFailed   = "failed"     // by something else
)

func (e *StatementError) Error() string { return e.Err.Error() }

func (e *StatementError) Unwrap() error { return e.Err }

// RefusalCode is the closed set of reasons for which stored data refuses a change.
type RefusalCode uint8

// Reasons of refusals. Detail says what Refusal.Detail holds.
const (
	RefusedPath           RefusalCode = iota + 1 // the document path is invalid for update
	RefusedMissing                               // an operand's attribute is not in the item
	RefusedOperandType                           // an operand has the wrong type. Detail: operator or function, type found
	RefusedNumber                                // a number result out of range. Detail: the service's text
	RefusedItemSize                              // the item would pass 400 KB
	RefusedNesting                               // the item would pass 32 levels
	RefusedIndexKeyType                          // an index key of the wrong type. Detail: index, attribute, expected type, found type
	RefusedIndexKeyEmpty                         // an empty index key. Detail: index, attribute, type
	RefusedIndexKeySize                          // an index key that is too long. Detail: index, "hash" or "range"
	RefusedLegacy                                // AttributeUpdates ADD or DELETE met another type than given
	RefusedAddType                               // ADD met an attribute of another type
	RefusedDeleteType                            // DELETE met an attribute of another type
	RefusedCollectionSize                        // the item collection would pass plan.Write.CollectionLimit
)

// Refusal says why the data refused a change. The API's texts for it are the engine's.
type Refusal struct {
	Code   RefusalCode
	Detail []string
}
