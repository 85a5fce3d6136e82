//go:build unix

package server

import (
	"io"
	"syscall"
)

// await waits until there is something to read, and reads it. Only then it takes memory to read into.
func (c *conn) await() error {
	c.readErr = nil
	if err := c.raw.Read(c.readable); err != nil {
		return err
	}
	return c.readErr
}

// read reads without waiting, and tells whether that gave anything, if only an error or the end.
func (c *conn) read(fd uintptr) (done bool) {
	in := takeIntake()
	for {
		n, err := syscall.Read(int(fd), in.buf[:])
		switch {
		case err == syscall.EINTR:
			continue
		case n > 0:
			in.end, c.in = n, in
			return true
		}
		in.giveBack()
		if err == syscall.EAGAIN {
			return false
		}
		if c.readErr = err; err == nil {
			c.readErr = io.EOF
		}
		return true
	}
}
