// Package conformance looks at running servers from outside, as an SDK does: requests go over HTTP with aws-sdk-go-v2, or byte by byte
// where an SDK would refuse to send them, and nothing of the server's own code is imported.
//
// What the service does is stated by suites that can be pointed at any endpoint (suites/..., `ddbsql conformance run`); the tests of this
// package run the suite go-sdk on each database:
//
//	go test ./conformance/...
//
// The other tests here are about ddbsql itself: servers that are killed and started again, flags, acts of administration, the database's
// plans, and limits that another endpoint does not show.
package conformance
