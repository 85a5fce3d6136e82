package sqlgen

import (
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// Dialect is everything in which two databases differ, data first.
type Dialect struct {
	Name string

	// Param stands before the number of a parameter: $1, ?1.
	Param string
	// Casts follow a parameter of each kind, for databases that type parameters by their place.
	Casts Casts
	// Types are the column types.
	Types Types
	// TableOptions end a CREATE TABLE of rows clustered by their key.
	TableOptions string
	// RowLock ends a SELECT that locks the rows it reads.
	RowLock string
	// NowMillis is the database's time in Unix milliseconds.
	NowMillis string
	// Explain stands before a statement to ask for the database's plan of it.
	Explain string
	// Guarded databases are shared by several servers: every write names the table version it was planned for, and item rows
	// have a column ver with a number drawn anew at each write.
	Guarded bool
	// SendBefore and SendAfter stand around a document that is sent by a statement which only reads.
	SendBefore, SendAfter string
	// Keys appends the keys of reads as rows k of (token, sk, n), n their place from 1, to be joined with.
	Keys func(b *Builder, reads []plan.Read)
	// ItemText turns the item column into text that people can read.
	ItemText func(column string) string
	// KeyText reads a key attribute (name and type are literals) of the item column as text.
	KeyText func(column, name string, t attr.Type) string

	Operands
}

// Casts are the casts of parameters by the Go type of the argument.
type Casts struct {
	Bytes, Text, Int, Doc                 string
	BytesList, TextList, IntList, DocList string
}

// Types are column types.
type Types struct {
	Bytes, Text, Int, BigInt, Doc string
	Bool                          string
	// ID is the type of a catalog id: a primary key the database draws and never reuses.
	ID string
	// Number is a primary key that is drawn in ascending order; one may be drawn again when no row is left.
	Number string
}

// Operands writes what a predicate reads: expressions over the item column Builder.Item, NULL where nothing is there. All of
// them accept every kind of operand; the conditions between them are the shared switch's.
type Operands interface {
	// Any is the whole value, comparable by = with other results of Any: equal exactly when deeply equal.
	Any(b *Builder, o plan.Operand)
	// Scalar is the value if it is of type t (S, N or B), comparable by =, < and > with other results of the same type.
	Scalar(b *Builder, o plan.Operand, t attr.Type)
	// Equal is the condition that the operands are deeply equal, NULL or false when one is missing.
	Equal(b *Builder, left, right plan.Operand)
	// Ordered is a comparison of operands of type t (S, N or B) by one of the operators <, <=, > and >= in blanks.
	Ordered(b *Builder, op string, left, right plan.Operand, t attr.Type)
	// Between is the condition that of, all of type t (S, N or B), is neither less than low nor greater than high.
	Between(b *Builder, of, low, high plan.Operand, t attr.Type)
	// In is the condition that of deeply equals one of the list, which is not empty.
	In(b *Builder, of plan.Operand, list []plan.Operand)
	// Exists is the condition that there is something at the path.
	Exists(b *Builder, p plan.Path)
	// TypeIs is the condition that there is a value of type t at the path.
	TypeIs(b *Builder, p plan.Path, t attr.Type)
	// BeginsWith is the condition that of begins with prefix, both of type t (S or B).
	BeginsWith(b *Builder, of, prefix plan.Operand, t attr.Type)
	// Contains is the condition that of has needle as a part or member. Neither is a *plan.MissingOperand.
	Contains(b *Builder, of, needle plan.Operand)
}
