package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Bounds of the memory that requests may hold, in bytes.
const (
	leastShare = 128 << 20
	mostShare  = 1 << 30
)

// shareOf is how much of so many bytes requests may hold; of what is not known, 0, the least.
func shareOf(bytes int64) int64 { return min(max(bytes/4, leastShare), mostShare) }

// memoryLimit is how many bytes this process may have, by what the system says below root: its container's limit, else the
// machine's memory; 0 where it does not say.
func memoryLimit(root string) int64 {
	limit := machineMemory(filepath.Join(root, "proc/meminfo"))
	for _, file := range []string{"sys/fs/cgroup/memory.max", "sys/fs/cgroup/memory/memory.limit_in_bytes"} {
		text, err := os.ReadFile(filepath.Join(root, file))
		if err != nil {
			continue
		}
		// A word there means that there is no limit.
		if n, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64); err == nil && (limit == 0 || n < limit) {
			limit = n
		}
	}
	return limit
}

// machineMemory reads the line of all memory, which is in KB.
func machineMemory(path string) int64 {
	f, err := os.Open(path)
	if err != nil {
		return 0
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if fields := strings.Fields(lines.Text()); len(fields) > 1 && fields[0] == "MemTotal:" {
			kilobytes, _ := strconv.ParseInt(fields[1], 10, 64) // 0 if it is no number
			return kilobytes << 10
		}
	}
	return 0
}
