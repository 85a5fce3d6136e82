//go:build unix

package postgres

import (
	"net"
	"syscall"
)

// ended says whether something waits to be read from a connection on which nobody has asked anything: its end, or the words of a server
// that ends it. It does not read it, nor wait.
func ended(conn net.Conn) bool {
	if over, ok := conn.(interface{ NetConn() net.Conn }); ok { // TLS
		conn = over.NetConn()
	}
	raw, ok := conn.(syscall.Conn)
	if !ok {
		return false
	}
	rc, err := raw.SyscallConn()
	if err != nil {
		return true
	}
	found := false
	// Not by Read, which waits for others who read: pgconn leaves somebody reading after a slow write.
	err = rc.Control(func(fd uintptr) {
		var one [1]byte
		_, _, failure := syscall.Recvfrom(int(fd), one[:], syscall.MSG_PEEK|syscall.MSG_DONTWAIT)
		found = failure != syscall.EAGAIN && failure != syscall.EINTR
	})
	return found || err != nil
}
