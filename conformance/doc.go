// Package conformance looks at a running server from outside, as an SDK does: requests go over HTTP with aws-sdk-go-v2, or
// byte by byte where an SDK would refuse to send them, and nothing of the server's own code is imported.
//
// Run it with
//
//	go test ./conformance/...
//
// It then builds cmd/ddbsql and runs every case twice, on a SQLite file and on Postgres. With DDBSQL_ENDPOINT set (and
// DDBSQL_ACCESS_KEY and DDBSQL_SECRET_KEY, if that server checks signatures) it asks that server instead.
//
// One file per operation, named after it; files named after something else hold what spans operations. A case is data: what
// is in the table, the steps, and the answer or error each must give. Requests and answers are written as the JSON of the
// service's wire format, because that is what the service's documentation shows.
package conformance
