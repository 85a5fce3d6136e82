package ddbsqltest

import "testing"

// StartFrom starts a server that begins with what a snapshot holds, and lasts as long as the test: tests that run in parallel can each have
// a clone of what was prepared once.
//
//	func TestOrders(t *testing.T) {
//		t.Parallel()
//		srv := ddbsqltest.StartFrom(t, prepared(t)) // what Snapshot gave
//		...
//	}
func StartFrom(t testing.TB, from *Snapshot) *Server {
	t.Helper()
	s := Start(t)
	s.Restore(t, from)
	return s
}
