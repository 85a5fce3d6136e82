package postgres

import (
	"net"
	"testing"
	"time"
)

// TestEnded looks at connections in every state; also while somebody reads from them, for which it must not wait.
func TestEnded(t *testing.T) {
	for _, c := range []struct {
		name  string
		other func(net.Conn) // what the other side does
		reads bool           // somebody reads here meanwhile
		want  bool
	}{
		{"a silent connection", func(net.Conn) {}, false, false},
		{"a silent connection that somebody reads from", func(net.Conn) {}, true, false},
		{"a connection that was closed", func(n net.Conn) { n.Close() }, false, true},
		{"a connection with last words", func(n net.Conn) { n.Write([]byte("E")) }, false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			here, there := connected(t)
			if c.reads {
				go here.Read(make([]byte, 1))
			}
			c.other(there)
			got := make(chan bool, 1)
			go func() {
				for end := time.Now().Add(5 * time.Second); !ended(here) && c.want && time.Now().Before(end); {
					time.Sleep(time.Millisecond) // what the other side did comes
				}
				got <- ended(here)
			}()
			select {
			case is := <-got:
				if is != c.want {
					t.Errorf("ended: %v", is)
				}
			case <-time.After(20 * time.Second):
				t.Error("it waits")
			}
		})
	}
}

// connected gives the two ends of a connection.
func connected(t *testing.T) (here, there net.Conn) {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	if here, err = net.Dial("tcp", ln.Addr().String()); err != nil {
		t.Fatal(err)
	}
	if there, err = ln.Accept(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		here.Close()
		there.Close()
	})
	return here, there
}
