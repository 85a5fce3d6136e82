package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// usage is what a server has used since it was started.
type usage struct {
	cpu      time.Duration // of the server's process
	postgres time.Duration // CPU of Postgres and all its processes
	bytes    float64       // allocated on the heap
	objects  float64       // allocated on the heap
}

// since is what was used between two moments.
func (u usage) since(before usage) usage {
	return usage{u.cpu - before.cpu, u.postgres - before.postgres, u.bytes - before.bytes, u.objects - before.objects}
}

// plus is what was used in two times together.
func (u usage) plus(o usage) usage {
	return usage{u.cpu + o.cpu, u.postgres + o.postgres, u.bytes + o.bytes, u.objects + o.objects}
}

// usage asks the system, and the server if it has figures.
func (s side) usage() (usage, error) {
	var u usage
	var err error
	if u.cpu, err = cpuTime(s.pid); err != nil {
		return u, err
	}
	if u.postgres, err = familyTime(s.postgres); err != nil {
		return u, err
	}
	if s.figures {
		u.bytes, u.objects, err = allocated(s.address)
	}
	return u, err
}

// allocated reads from a server's figures what it has allocated.
func allocated(address string) (bytes, objects float64, err error) {
	resp, err := http.Get("http://" + address + "/metrics")
	if err != nil {
		return 0, 0, err
	}
	defer resp.Body.Close()
	return readAllocated(resp.Body)
}

// readAllocated finds two figures in Prometheus' text format.
func readAllocated(r io.Reader) (bytes, objects float64, err error) {
	found := 0
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		name, value, _ := strings.Cut(lines.Text(), " ")
		var into *float64
		switch name {
		case "go_memstats_alloc_bytes_total":
			into = &bytes
		case "go_memstats_mallocs_total":
			into = &objects
		default:
			continue
		}
		if *into, err = strconv.ParseFloat(value, 64); err != nil {
			return 0, 0, fmt.Errorf("%s: %w", name, err)
		}
		found++
	}
	if lines.Err() == nil && found != 2 {
		return 0, 0, fmt.Errorf("/metrics has %d of the 2 figures about what is allocated", found)
	}
	return bytes, objects, lines.Err()
}
