package main

import (
	"flag"
	"fmt"
	"net/url"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// options say what to measure and how.
type options struct {
	Workloads   []string `json:"workloads"`
	Connections []int    `json:"connections"`
	Rounds      int      `json:"rounds"`
	Seconds     float64  `json:"seconds"` // of one measurement
	Items       int      `json:"items"`   // in each table
	DB          string   `json:"db"`
	Durability  string   `json:"durability"`
	URL         string   `json:"url,omitempty"`
	Server      string   `json:"server,omitempty"`

	pid      int
	jsonPath string
	floor    string
	startup  bool
	sweep    bool
	tail     bool
}

func parseOptions(args []string) (options, error) {
	var o options
	var names []string
	for _, w := range workloads {
		names = append(names, w.name)
	}
	flags := flag.NewFlagSet("bench", flag.ExitOnError)
	list := flags.String("workloads", strings.Join(names, ","), "workloads to measure")
	connections := flags.String("connections", "1,8,64", "numbers of connections")
	flags.IntVar(&o.Rounds, "rounds", 3, "rounds; the figures are medians over them")
	flags.Float64Var(&o.Seconds, "seconds", 2, "seconds of one measurement")
	flags.IntVar(&o.Items, "items", 10_000, "items in each table, a multiple of 100")
	flags.StringVar(&o.DB, "db", "sqlite", "database of the server that is started: sqlite, postgres or a value of ddbsql's --db")
	flags.StringVar(&o.Durability, "durability", "normal", "durability of the server that is started: normal or full")
	flags.StringVar(&o.URL, "url", "", "measure a server that runs already")
	flags.IntVar(&o.pid, "pid", 0, "process id of that server, for its CPU")
	flags.StringVar(&o.Server, "server", "", "start this command instead of ddbsql; {listen} becomes host:port")
	flags.StringVar(&o.jsonPath, "json", "", "write the results to this file, too")
	flags.BoolVar(&o.startup, "startup", false, "measure the time to the first answer and idle memory instead")
	flags.BoolVar(&o.sweep, "sweep", false, "measure other requests while expired items are removed instead")
	flags.BoolVar(&o.tail, "tail", false, "measure how slow the slowest requests are instead, among others while work is done in the background")
	flags.StringVar(&o.floor, "floor", "", "be the floor at this address (used by bench itself)")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	o.Workloads = strings.Split(*list, ",")
	for _, name := range o.Workloads {
		if !slices.Contains(names, name) {
			return o, fmt.Errorf("no workload %q; there are %s", name, strings.Join(names, ", "))
		}
	}
	for _, text := range strings.Split(*connections, ",") {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			return o, fmt.Errorf("connections %q", text)
		}
		o.Connections = append(o.Connections, n)
	}
	if o.Items < perPartition || o.Items%perPartition != 0 || o.Rounds < 1 || o.Seconds <= 0 {
		return o, fmt.Errorf("items must be a multiple of %d, rounds and seconds above zero", perPartition)
	}
	return o, nil
}

// selected are the workloads asked for, in their own order.
func (o options) selected() []workload {
	var chosen []workload
	for _, w := range workloads {
		if slices.Contains(o.Workloads, w.name) {
			chosen = append(chosen, w)
		}
	}
	return chosen
}

// address is the host:port of a URL.
func address(text string) string {
	u, err := url.Parse(text)
	if err != nil {
		return text
	}
	return u.Host
}

// startSubject finds or starts the server to measure. stop ends what was started.
func startSubject(o options, dir string) (subject side, stop func(), err error) {
	if o.URL != "" {
		return side{address: address(o.URL), pid: o.pid}, func() {}, nil
	}
	if o.Server != "" {
		listen, err := server.FreeAddress()
		if err != nil {
			return side{}, nil, err
		}
		words := strings.Fields(strings.ReplaceAll(o.Server, "{listen}", listen))
		p, err := server.Launch(exec.Command(words[0], words[1:]...), "http://"+listen, "/")
		if err != nil {
			return side{}, nil, err
		}
		return side{address: listen, pid: p.PID()}, p.Kill, nil
	}
	return startDdbsql(o, dir)
}

func startDdbsql(o options, dir string) (side, func(), error) {
	s, err := startServer(o, dir, nil)
	if err != nil {
		return side{}, nil, err
	}
	return s.side, s.stop, nil
}

// startServer builds ddbsql and starts it, with further arguments.
func startServer(o options, dir string, args []string) (*subject, error) {
	binary, err := server.Build(dir)
	if err != nil {
		return nil, err
	}
	s := &subject{binary: binary, db: o.DB, drop: func() error { return nil }}
	switch o.DB {
	case "sqlite":
		s.db = "sqlite:" + filepath.Join(dir, "bench.db")
	case "postgres":
		url, err := server.PostgresURL()
		if err != nil {
			return nil, err
		}
		if s.db, s.drop, err = server.NewDatabase(url); err != nil {
			return nil, err
		}
	}
	s.process, err = server.Start(server.Options{Binary: binary, DB: s.db, Args: append([]string{"--durability", o.Durability, "--log-level", "warn"}, args...)})
	if err != nil {
		return nil, err
	}
	s.side = side{address: address(s.process.URL), pid: s.process.PID()}
	return s, nil
}
