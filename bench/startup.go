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

// startup is one start of a server on a file that exists.
type startup struct {
	answered time.Duration   // from exec to the first answered GetItem
	resident int             // KB resident when idle, mapped pages of the executable included
	private  int             // KB of those that are not pages of a file
	wake     []time.Duration // latencies of the requests after idling, sorted
}

// measureStartup starts ddbsql on an existing SQLite file again and again and prints medians.
func measureStartup(st *starter) error {
	if err := st.build(); err != nil {
		return err
	}
	binary, db := st.binary, "sqlite:"+filepath.Join(st.dir, "startup.db")
	if err := makeFile(binary, db); err != nil {
		return err
	}
	var answered []time.Duration
	var resident, private []int
	var p50, p99, most []float64
	for range startups {
		s, err := startOnce(binary, db)
		if err != nil {
			return err
		}
		answered, resident, private = append(answered, s.answered), append(resident, s.resident), append(private, s.private)
		p50, p99 = append(p50, micros(quantile(s.wake, 0.50))), append(p99, micros(quantile(s.wake, 0.99)))
		most = append(most, micros(s.wake[len(s.wake)-1]))
	}
	slices.Sort(answered)
	slices.Sort(resident)
	slices.Sort(private)
	const middle = startups / 2
	fmt.Printf("%d starts on an existing SQLite file (medians; worst in parentheses)\n", startups)
	fmt.Printf("first answer  %.1f ms (%.1f)\n", answered[middle].Seconds()*1000, answered[startups-1].Seconds()*1000)
	fmt.Printf("idle memory   %.1f MB resident (%.1f), of which %.1f MB private\n", mb(resident[middle]), mb(resident[startups-1]), mb(private[middle]))
	fmt.Printf("first %d gets after idling  p50 %.0f us, p99 %.0f us, slowest %.0f us\n", wakeRequests, median(p50), median(p99), median(most))
	return nil
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

// startOnce starts the server, asks until it answers, and looks at its memory once it has idled.
func startOnce(binary, db string) (startup, error) {
	listen, err := server.FreeAddress()
	if err != nil {
		return startup{}, err
	}
	cmd := exec.Command(binary, "--listen", listen, "--db", db, "--log-level", "warn")
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
	if s.resident, s.private, err = memory(cmd.Process.Pid); err != nil {
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

func firstAnswer(listen string, began time.Time) error {
	request := []byte(`{"TableName":"` + itemTable + `","Key":{"pk":{"S":"nobody"}}}`)
	for time.Since(began) < startupLimit {
		c, err := dial(listen)
		if err != nil {
			time.Sleep(200 * time.Microsecond)
			continue
		}
		err = c.do(prefix(listen, "GetItem"), request)
		c.close()
		return err
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
