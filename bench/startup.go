package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/ddbsql/ddbsql/conformance/server"
)

const (
	startups     = 15
	startupLimit = 10 * time.Second
	idleTime     = 2 * time.Second // until the memory of an idle server is read
	wakeRequests = 1000            // then asked for, one after the other
)

// startupShape is that of the tables in the file.
var startupShape = ordinary(perPartition)

// startup is one start of a server.
type startup struct {
	answered time.Duration   // from exec to the first answered GetItem
	resident int             // KB resident when idle, mapped pages of the executable included
	private  int             // KB of those that are not pages of a file
	wake     []time.Duration // latencies of the requests after idling, sorted; of ddbsql alone
}

// measureStartup starts each subject again and again and prints medians: ddbsql on a SQLite file that exists, others without data.
func measureStartup(st *starter) error {
	for _, asked := range st.Subjects {
		command := func() (*exec.Cmd, string, error) { return st.command(asked) }
		if isOurs(asked) {
			var err error
			if command, err = st.startupCommand(); err != nil {
				return err
			}
		}
		var all []startup
		for range startups {
			s, err := startOnce(command, isOurs(asked))
			if err != nil {
				return fmt.Errorf("%s: %w", asked, err)
			}
			all = append(all, s)
		}
		fmt.Printf("%s: %d starts (medians; worst in parentheses)\n", asked, startups)
		printStartups(all)
	}
	return nil
}

// printStartups prints the medians of some starts.
func printStartups(all []startup) {
	figure := func(of func(startup) float64) (middle, worst float64) {
		var values []float64
		for _, s := range all {
			values = append(values, of(s))
		}
		return median(values), slices.Max(values)
	}
	answered, slowest := figure(func(s startup) float64 { return s.answered.Seconds() * 1000 })
	fmt.Printf("first answer  %.1f ms (%.1f)\n", answered, slowest)
	resident, most := figure(func(s startup) float64 { return mb(s.resident) })
	private, _ := figure(func(s startup) float64 { return mb(s.private) })
	fmt.Printf("idle memory   %.1f MB resident (%.1f), of which %.1f MB private\n", resident, most, private)
	if all[0].wake == nil {
		return
	}
	p50, _ := figure(func(s startup) float64 { return micros(quantile(s.wake, 0.50)) })
	p99, _ := figure(func(s startup) float64 { return micros(quantile(s.wake, 0.99)) })
	longest, _ := figure(func(s startup) float64 { return micros(quantile(s.wake, 1)) })
	fmt.Printf("first %d gets after idling  p50 %.0f us, p99 %.0f us, slowest %.0f us\n", wakeRequests, p50, p99, longest)
}

// startupCommand makes a database file with items, and gives what starts ddbsql on it.
func (st *starter) startupCommand() (func() (*exec.Cmd, string, error), error) {
	if err := st.build(); err != nil {
		return nil, err
	}
	db := "sqlite:" + filepath.Join(st.dir, "startup.db")
	if err := makeFile(st.binary, db); err != nil {
		return nil, err
	}
	return func() (*exec.Cmd, string, error) {
		listen, err := server.FreeAddress()
		return exec.Command(st.binary, "--listen", listen, "--db", db, "--log-level", "warn"), listen, err
	}, nil
}

func mb(kb int) float64 { return float64(kb) / 1024 }

// makeFile leaves a database file with items behind.
func makeFile(binary, db string) error {
	p, err := server.Start(server.Options{Binary: binary, DB: db, Args: []string{"--log-level", "warn"}})
	if err != nil {
		return err
	}
	if err := load(side{address: address(p.URL)}, startupShape, false, pointItems, sortedItems); err != nil {
		p.Kill()
		return err
	}
	return p.Stop()
}

// startOnce starts a server, asks until it answers, and looks at its memory once it has idled.
func startOnce(command func() (*exec.Cmd, string, error), wakeUp bool) (startup, error) {
	cmd, listen, err := command()
	if err != nil {
		return startup{}, err
	}
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return startup{}, err
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}()
	if err := firstAnswer(listen, began); err != nil {
		return startup{}, err
	}
	s := startup{answered: time.Since(began)}
	time.Sleep(idleTime)
	if s.resident, s.private, err = memory(cmd.Process.Pid); err != nil || !wakeUp {
		return s, err
	}
	s.wake, err = wake(listen)
	return s, err
}

// wake asks an idle server for items and gives the latencies, sorted.
func wake(listen string) ([]time.Duration, error) {
	c, err := dial(listen)
	if err != nil {
		return nil, err
	}
	defer c.close()
	g, head := newGenerator(1, startupShape), prefix(listen, "GetItem")
	latencies := make([]time.Duration, wakeRequests)
	var body []byte
	for i := range latencies {
		body = getBody(body[:0], g)
		began := time.Now()
		if err := c.do(head, body); err != nil {
			return nil, err
		}
		latencies[i] = time.Since(began)
	}
	slices.Sort(latencies)
	return latencies, nil
}

// firstAnswer returns at the first answer, which from a server without data says that there is no such table.
func firstAnswer(listen string, began time.Time) error {
	request := []byte(`{"TableName":"` + itemTable + `","Key":{"pk":{"S":"nobody"}}}`)
	for time.Since(began) < startupLimit {
		c, err := dial(listen)
		if err == nil {
			err = c.do(prefix(listen, "GetItem"), request)
			c.close()
		}
		var answer *answerError
		if err == nil || errors.As(err, &answer) {
			return nil
		}
		time.Sleep(200 * time.Microsecond)
	}
	return errors.New("the server does not answer")
}

// memory reads what a process has resident, in KB: all of it, and what is not backed by a file.
func memory(pid int) (resident, private int, err error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, 0, err
	}
	for line := range bytes.Lines(status) {
		fields := bytes.Fields(line)
		if len(fields) < 2 {
			continue
		}
		n, _ := strconv.Atoi(string(fields[1]))
		switch string(fields[0]) {
		case "VmRSS:":
			resident = n
		case "RssAnon:":
			private = n
		}
	}
	return resident, private, nil
}
