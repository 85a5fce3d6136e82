package execute

import (
	"fmt"
	"net/http"
	"os"
	"testing"
)

// fakeServer makes this test program the server that a run starts: its value is the address to listen on.
const fakeServer = "EXECUTE_TEST_FAKE_SERVER"

func TestMain(m *testing.M) {
	if address := os.Getenv(fakeServer); address != "" {
		serveFake(address)
	}
	os.Exit(m.Run())
}

// serveFake answers everything, and ends when it is asked for "/die".
func serveFake(address string) {
	err := http.ListenAndServe(address, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/die" {
			fmt.Println("the last words of the server")
			os.Exit(9)
		}
	}))
	fmt.Println(err)
	os.Exit(1)
}
