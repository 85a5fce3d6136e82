// Command mutant stands in front of any endpoint and spoils its answers in one way, so that suites can show that they notice. It passes
// requests on as they are, so that signatures stay good, and keeps X-Amz-Crc32 right, so that no SDK throws an answer away for its
// checksum.
//
//	go run ./conformance/mutant --mutation sort-order --listen 127.0.0.1:8001 --to http://127.0.0.1:8000
package main

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"
)

// headerTimeout bounds how long a client may take to send its headers.
const headerTimeout = 10 * time.Second

func main() {
	if err := serve(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "mutant:", err)
		os.Exit(1)
	}
}

func serve(args []string) error {
	flags := flag.NewFlagSet("mutant", flag.ContinueOnError)
	name := flags.String("mutation", "", "what is spoilt: "+strings.Join(names(), ", "))
	listen := flags.String("listen", "127.0.0.1:8001", "host:port to listen on")
	to := flags.String("to", "http://127.0.0.1:8000", "endpoint in whose place this one answers")
	if err := flags.Parse(args); err != nil {
		return err
	}
	spoil, known := mutations[*name]
	if !known {
		return fmt.Errorf("--mutation is %q, must be one of %s", *name, strings.Join(names(), ", "))
	}
	target, err := url.Parse(*to)
	if err != nil || target.Host == "" {
		return errors.Join(fmt.Errorf("--to is %q, must be as http://127.0.0.1:8000", *to), err)
	}
	s := &http.Server{Addr: *listen, Handler: newProxy(target, spoil), ReadHeaderTimeout: headerTimeout}
	return s.ListenAndServe()
}

func names() []string { return slices.Sorted(maps.Keys(mutations)) }
