package main

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"time"
)

// ticksPerSecond is Linux's USER_HZ, the unit of /proc/PID/stat; it is 100 on every platform Go runs on.
const ticksPerSecond = 100

// Fields of /proc/PID/stat as proc(5) numbers them.
const (
	statParent       = 4
	statUser         = 14
	statSystem       = 15
	statReapedUser   = 16 // of children that have ended
	statReapedSystem = 17
)

// cpuTime is the CPU time a process has used, user and system together, in steps of 10 ms; 0 for pid 0.
func cpuTime(pid int) (time.Duration, error) {
	if pid == 0 {
		return 0, nil
	}
	return statTime(strconv.Itoa(pid), statUser, statSystem)
}

// familyTime is the CPU time of a process and its children, those that have ended included; 0 for pid 0.
func familyTime(pid int) (time.Duration, error) {
	if pid == 0 {
		return 0, nil
	}
	parent := strconv.Itoa(pid)
	total, err := statTime(parent, statUser, statSystem, statReapedUser, statReapedSystem)
	if err != nil {
		return 0, err
	}
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return 0, err
	}
	for _, e := range entries {
		if name := e.Name(); name[0] < '0' || name[0] > '9' {
			continue
		}
		fields, err := stat(e.Name())
		if err != nil || string(fields[statParent]) != parent {
			continue // it has ended meanwhile, or is somebody else's
		}
		used, err := sumTicks(fields, statUser, statSystem)
		if err != nil {
			return 0, err
		}
		total += used
	}
	return total, nil
}

func statTime(pid string, which ...int) (time.Duration, error) {
	fields, err := stat(pid)
	if err != nil {
		return 0, err
	}
	return sumTicks(fields, which...)
}

func sumTicks(fields [][]byte, which ...int) (time.Duration, error) {
	var ticks int64
	for _, i := range which {
		n, err := strconv.ParseInt(string(fields[i]), 10, 64)
		if err != nil {
			return 0, fmt.Errorf("/proc/PID/stat: %w", err)
		}
		ticks += n
	}
	return time.Duration(ticks) * time.Second / ticksPerSecond, nil
}

// stat reads the fields of /proc/PID/stat that are used here, at the places proc(5) gives them.
func stat(pid string) ([][]byte, error) {
	text, err := os.ReadFile("/proc/" + pid + "/stat")
	if err != nil {
		return nil, err
	}
	return splitStat(text)
}

// splitStat splits behind the second field, the program's name: it is in parentheses and may hold blanks and parentheses.
func splitStat(text []byte) ([][]byte, error) {
	const first = 3 // the number of the field behind the name
	fields := append(make([][]byte, first), bytes.Fields(text[bytes.LastIndexByte(text, ')')+1:])...)
	if len(fields) <= statReapedSystem {
		return nil, fmt.Errorf("/proc/PID/stat is not understood: %q", text)
	}
	return fields, nil
}
