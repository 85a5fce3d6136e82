// Package dynamodblocal is what ddbsql takes over from DynamoDB Local, so that it can stand in its place in a test harness by a change of
// an image or a path: the command line, the lines that are printed at the start, and the names of databases, by access
// key and region (package namespaces keeps them apart). What requests are answered is not among it: that is the service's, as ever.
//
// What is said here of DynamoDB Local was measured on its version 2.6.1.
package dynamodblocal

// Version is what is said to those who ask for DynamoDB Local's: the one whose ways are followed, as the basis of a build of ours.
const Version = "2.6.1+ddbsql"

// What DynamoDB Local writes into ARNs, whatever region a request is signed for.
const (
	Region  = "ddblocal"
	Account = "000000000000"
)
