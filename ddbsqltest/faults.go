package ddbsqltest

import (
	"context"
	"testing"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/faults"
	"github.com/ddbsql/ddbsql/internal/server"
)

type (
	// Fault says which requests get which fault; README.md has examples of all. Two requests throttled:
	//
	//	srv.AddFaults(t, ddbsqltest.Fault{Operations: []string{"PutItem"}, First: 2, Error: "ThrottlingException"})
	Fault = faults.Rule
	// KeyPattern is what the value of a key attribute must be like for a [Fault].
	KeyPattern = faults.KeyPattern
	// ListedFault is a [Fault] with its id and what became of it so far.
	ListedFault = faults.Listed
)

// AllItems are, for Unprocessed of a [Fault], all items of a batch that match.
const AllItems = faults.All

// AddFaults adds faults behind those that are there, and gives their ids. One that cannot be fails the test.
func (s *Server) AddFaults(t testing.TB, add ...Fault) []int {
	t.Helper()
	ids, err := s.faults.Add(add...)
	if err != nil {
		t.Fatalf("ddbsqltest: %v", err)
	}
	return ids
}

// Faults gives the faults there are, in order, with how often each was asked about, matched and given.
func (s *Server) Faults() []ListedFault { return s.faults.List() }

// ClearFaults removes all faults.
func (s *Server) ClearFaults() { s.faults.Clear() }

// enter gives the engine for a request, with the faults around it if there are any.
func (s *Server) enter(_ context.Context, who auth.Scope, _ bool) (server.Engine, func(), *apierr.Error) {
	return s.faults.Around(s.engine, who.AccessKey), func() {}, nil
}
