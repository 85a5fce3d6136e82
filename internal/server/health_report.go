package server

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// healthReport answers in the form of LocalStack's health report, blanks included, for what waits for one by looking for a text in
// it. The status is 200 whatever it says, as there; `/readyz` has one that tells.
func (s *Server) healthReport(version string) http.Handler {
	quoted, _ := json.Marshal(version) // no string fails
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		state := "error"
		if s.reaches(r.Context()) {
			state = "running"
		}
		w.Header()["Content-Type"] = []string{"application/json"}
		fmt.Fprintf(w, `{"services": {"dynamodb": "%s", "dynamodbstreams": "%s"}, "edition": "community", "version": %s}`,
			state, state, quoted)
	})
}
