package execute

import (
	"fmt"
	"net/http"
	"os"
	"sync/atomic"
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

// serveFake answers everything, ends when it is asked for "/die", and answers nothing any more when it is asked for "/hang".
func serveFake(address string) {
	var hung atomic.Bool
	err := http.ListenAndServe(address, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/die":
			fmt.Println("the last words of the server")
			os.Exit(9)
		case r.URL.Path == "/hang":
			fmt.Println("the last words of the server")
			hung.Store(true)
		case hung.Load():
			<-r.Context().Done()
		}
	}))
	fmt.Println(err)
	os.Exit(1)
}
