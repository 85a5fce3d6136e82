package idle

import (
	"os"
	"sync"
	"syscall"
	"time"
)

// cpuTime is the time this process has used, user and system.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// statm is /proc/self/statm, open for good; -1 if there is none.
var statm = sync.OnceValue(func() int {
	fd, err := syscall.Open("/proc/self/statm", syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return -1
	}
	return fd
})

// mappedBytes is how much of files is resident in this process; 0 if the system does not say. It takes some microseconds and allocates nothing.
func mappedBytes() int64 {
	var text [128]byte
	n, err := syscall.Pread(statm(), text[:], 0)
	if err != nil {
		return 0
	}
	return sharedPages(text[:n]) * int64(os.Getpagesize())
}

// dropExecutable takes the executable's pages out of this process's memory. They stay in the system's cache of the file as long as it
// has room for them, and each comes back, with its neighbours, by a fault of about a microsecond when it is needed: a start touches
// nearly all of them once. Only mappings that cannot be written and have no page of their own (a debugger's, a relocated one) are touched,
// so nothing can be lost.
func dropExecutable() {
	path, err := os.Readlink("/proc/self/exe")
	if err != nil {
		return
	}
	smaps, err := os.Open("/proc/self/smaps")
	if err != nil {
		return
	}
	defer smaps.Close()
	for _, m := range cleanMappings(smaps, path) {
		// Refused, they stay where they are.
		_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, m.start, m.length, uintptr(syscall.MADV_DONTNEED))
	}
}
