package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestMemoryForRequests(t *testing.T) {
	const meminfo = "MemFree: 1 kB\nMemTotal:        4194304 kB\n"
	for _, c := range []struct {
		name  string
		files map[string]string
		want  int64
	}{
		{"a quarter of the machine's", map[string]string{"proc/meminfo": "MemTotal: 1048576 kB\n"}, 256 << 20},
		{"no more than a gigabyte", map[string]string{"proc/meminfo": "MemTotal: 99999999 kB\n"}, 1 << 30},
		{"a quarter of the container's", map[string]string{"proc/meminfo": meminfo, "sys/fs/cgroup/memory.max": "1073741824\n"}, 256 << 20},
		{"of an older container's", map[string]string{"proc/meminfo": meminfo, "sys/fs/cgroup/memory/memory.limit_in_bytes": "1073741824\n"}, 256 << 20},
		{"of the machine's where the container has no limit", map[string]string{"proc/meminfo": meminfo, "sys/fs/cgroup/memory.max": "max\n"}, 1 << 30},
		{"no less than there is need for", map[string]string{"proc/meminfo": meminfo, "sys/fs/cgroup/memory.max": "1000000\n"}, 128 << 20},
		{"the least where nobody knows", nil, 128 << 20},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			for name, text := range c.files {
				path := filepath.Join(root, name)
				if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if got := shareOf(memoryLimit(root)); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
		})
	}
}
