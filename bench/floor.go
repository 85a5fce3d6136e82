package main

import (
	"io"
	"net/http"
	"os"
	"os/exec"
	"strconv"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// serveFloor is the process of the floor: what net/http costs by itself. It reads the body and sends it back.
func serveFloor(listen string) error {
	echo := func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/x-amz-json-1.0")
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
		// A client that has gone is not the floor's concern.
		_, _ = w.Write(body)
	}
	return http.ListenAndServe(listen, http.HandlerFunc(echo))
}

// startFloor runs this program again as the floor.
func startFloor() (*server.Process, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	listen, err := server.FreeAddress()
	if err != nil {
		return nil, err
	}
	return server.Launch(exec.Command(self, "--floor", listen), "http://"+listen, "/")
}
