package main

import (
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// options say what to measure and how.
type options struct {
	Subjects    []string `json:"subjects"`
	Workloads   []string `json:"workloads"`
	Connections []int    `json:"connections"`
	Rounds      int      `json:"rounds"`
	Seconds     float64  `json:"seconds"` // of one measurement
	Items       int      `json:"items"`   // in each table
	Size        int      `json:"size"`    // of an item, in bytes
	Indexes     int      `json:"indexes"` // of the item table
	DB          string   `json:"db"`
	Durability  string   `json:"durability"`
	Sign        bool     `json:"sign"`
	Binary      string   `json:"binary,omitempty"`

	keep     bool
	pid      int
	format   string
	jsonPath string
	profile  string
	check    bool
	compare  bool
	startup  bool
	sweep    bool
	tail     bool
	scale    bool
	sizes    []int // of the tables of --scale
	floor    string
	files    []string // what is not a flag
}

func parseOptions(args []string) (options, error) {
	var o options
	flags := flag.NewFlagSet("bench", flag.ExitOnError)
	list := flags.String("workloads", "", "workloads to measure (default all of "+strings.Join(workloadNames(), ",")+")")
	connections := flags.String("connections", "1,8,64", "numbers of connections")
	subjects := flags.String("subjects", "", "servers to measure: ddbsql-sqlite, ddbsql-postgres, dynoxide, dynamodb-local, dynalite (default ddbsql on --db)")
	flags.Func("subject", "another server to measure, as name=http://host:port or name=command; {listen} in a command becomes host:port, {port} the port, {dir} a folder (repeatable)", o.addSubject)
	url := flags.String("url", "", "measure a server that runs already")
	flags.IntVar(&o.pid, "pid", 0, "process id of that server, for its CPU")
	flags.StringVar(&o.DB, "db", "sqlite", "database of ddbsql: sqlite or postgres for a scratch one, or a value of ddbsql's --db; a list for several subjects")
	flags.BoolVar(&o.keep, "keep", false, "use tables that an earlier run with --keep has filled in the same way, and leave them for later ones")
	flags.StringVar(&o.Durability, "durability", "normal", "durability of ddbsql: normal or full (on Postgres: synchronous_commit off or on)")
	flags.BoolVar(&o.Sign, "sign", false, "sign requests to ddbsql truly, and let it verify the signatures")
	flags.StringVar(&o.Binary, "binary", "", "ddbsql to measure (default: built from this source)")
	flags.IntVar(&o.Rounds, "rounds", 3, "rounds; the figures are medians over them")
	flags.Float64Var(&o.Seconds, "seconds", 2, "seconds of one measurement")
	flags.IntVar(&o.Items, "items", 10_000, "items in each table, a multiple of 100")
	flags.IntVar(&o.Size, "size", 1024, "bytes of an item, at least 200")
	flags.IntVar(&o.Indexes, "indexes", 0, "global indexes of the item table; its items move in each of them at every put")
	flags.StringVar(&o.format, "format", "text", "what is printed: text, markdown, gobench or json")
	flags.StringVar(&o.jsonPath, "json", "", "write the results to this file, too")
	flags.BoolVar(&o.check, "check", false, "exit with status 1 if a target is missed")
	flags.BoolVar(&o.compare, "compare", false, "compare two results by benchstat: bench --compare OLD.json NEW.json")
	flags.StringVar(&o.profile, "profile", "", "write a CPU profile of ddbsql during each workload to this folder")
	flags.BoolVar(&o.startup, "startup", false, "measure the time to the first answer and idle memory instead")
	flags.BoolVar(&o.sweep, "sweep", false, "measure other requests while expired items are removed instead")
	flags.BoolVar(&o.tail, "tail", false, "measure how slow the slowest requests are instead, among others while work is done in the background")
	flags.BoolVar(&o.scale, "scale", false, "measure how the work of a request grows with what is stored instead")
	flags.Func("sizes", "numbers of items of the large tables of --scale (default 1000000)", o.addSizes)
	flags.StringVar(&o.floor, "floor", "", "be the floor at this address (used by bench itself)")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	o.files = flags.Args()
	if err := o.choose(*list, *connections, *subjects, *url); err != nil {
		return o, err
	}
	return o, o.validate()
}

func workloadNames() []string {
	var names []string
	for _, w := range workloads {
		names = append(names, w.name)
	}
	return names
}

func (o *options) addSubject(asked string) error {
	if !strings.Contains(asked, "=") {
		return fmt.Errorf("not name=command")
	}
	o.Subjects = append(o.Subjects, asked)
	return nil
}

// addSizes takes over the sizes of --scale.
func (o *options) addSizes(list string) error {
	for _, text := range strings.Split(list, ",") {
		n, err := strconv.Atoi(text)
		if err != nil || n < smallTable || n%perPartition != 0 {
			return fmt.Errorf("%q is no multiple of %d from %d on", text, perPartition, smallTable)
		}
		o.sizes = append(o.sizes, n)
	}
	return nil
}

// choose takes over the lists.
func (o *options) choose(list, connections, subjects, url string) error {
	o.Workloads = workloadNames()
	if list != "" {
		o.Workloads = strings.Split(list, ",")
	}
	if subjects != "" {
		o.Subjects = append(strings.Split(subjects, ","), o.Subjects...)
	}
	if url != "" {
		o.Subjects = append(o.Subjects, "server="+url)
	}
	if len(o.sizes) == 0 {
		o.sizes = []int{1_000_000}
	}
	if len(o.Subjects) == 0 {
		for _, db := range strings.Split(o.DB, ",") {
			kind, _, _ := strings.Cut(db, ":")
			o.Subjects = append(o.Subjects, oursPrefix+kind)
		}
	}
	for _, text := range strings.Split(connections, ",") {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			return fmt.Errorf("connections %q", text)
		}
		o.Connections = append(o.Connections, n)
	}
	return nil
}

func (o *options) validate() error {
	for _, name := range o.Workloads {
		if _, ok := workloadNamed(name); !ok {
			return fmt.Errorf("no workload %q; there are %s", name, strings.Join(workloadNames(), ", "))
		}
	}
	switch {
	case o.Items < perPartition || o.Items%perPartition != 0:
		return fmt.Errorf("items must be a multiple of %d", perPartition)
	case o.Rounds < 1 || o.Seconds <= 0:
		return fmt.Errorf("rounds and seconds must be above zero")
	case o.Size < 200 || o.Size > 400_000:
		return fmt.Errorf("an item has 200 to 400000 bytes")
	case o.Indexes < 0 || o.Indexes > 20:
		return fmt.Errorf("a table has 0 to 20 indexes")
	case !slices.Contains([]string{"text", "markdown", "gobench", "json"}, o.format):
		return fmt.Errorf("no format %q", o.format)
	case o.compare && len(o.files) != 2:
		return fmt.Errorf("--compare needs two files")
	case !o.compare && len(o.files) > 0:
		return fmt.Errorf("arguments %q are not understood", o.files)
	}
	return nil
}

// selected are the workloads asked for, in the order of the list of all.
func (o options) selected() []workload {
	var chosen []workload
	for _, w := range workloads {
		if slices.Contains(o.Workloads, w.name) {
			chosen = append(chosen, w)
		}
	}
	return chosen
}

// tables are those the workloads ask.
func (o options) tables() []*table {
	var needed []*table
	for _, w := range o.selected() {
		if !slices.Contains(needed, w.table) {
			needed = append(needed, w.table)
		}
	}
	return needed
}

func (o options) shape() shape { return shape{items: o.Items, size: o.Size, indexes: o.Indexes} }

func (o options) trial(connections, round int) trial {
	return trial{shape: o.shape(), connections: connections, duration: time.Duration(o.Seconds * float64(time.Second)),
		seed: uint64(round*100 + connections)}
}
