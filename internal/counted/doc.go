// Package counted has only tests: they count what one request costs on each database, where the count does not depend on the machine. Counted
// are the SQL statements, the expressions parsed, the statements compiled, and what is allocated on the heap, of the whole way from the body
// of a request to the body of its answer, and once through HTTP.
//
// The expected figures are one table, figures_test.go. A figure that changes for the better fails too: a failure prints the row as it reads
// now, to be put in the place of the old one.
package counted
