package pgtest

import (
	"net"
	"net/url"
	"path/filepath"
	"sync"
	"testing"
)

// Fault is what a Proxy does to an exchange: what a client sends and the server answers until it is ready for more.
type Fault int

// Faults. The connection ends with each of them.
const (
	CutBefore  Fault = iota + 1 // what the client sends does not reach the server
	CutWithin                   // half of it does
	DropAnswer                  // all of it does and is carried out; the answer does not reach the client
)

// Proxy stands between clients and a server, on a port of this machine, and does harm when told.
type Proxy struct {
	URL    string
	server string // the path of its socket
	ln     net.Listener

	mu      sync.Mutex
	links   map[*link]struct{}
	fault   Fault
	left    int // exchanges before it strikes
	struck  bool
	refuses bool
}

// NewProxy makes a proxy of the server that ends with the test.
func NewProxy(t testing.TB, s *Server) *Proxy {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	host, port, err := net.SplitHostPort(ln.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	u.RawQuery = url.Values{"host": {host}, "port": {port}, "sslmode": {"disable"}}.Encode()
	p := &Proxy{URL: u.String(), server: filepath.Join(s.dir, ".s.PGSQL.5432"), ln: ln, links: map[*link]struct{}{}}
	go p.accept()
	t.Cleanup(func() {
		_ = ln.Close()
		p.Cut()
	})
	return p
}

// Strike does harm to the exchange after so many others, on whatever connection it is.
func (p *Proxy) Strike(f Fault, after int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fault, p.left, p.struck = f, after, false
}

// Struck says whether the harm was done; if not, it is not done any more.
func (p *Proxy) Struck() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fault = 0
	return p.struck
}

// Cut ends all connections.
func (p *Proxy) Cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for l := range p.links {
		l.close()
	}
}

// Refuse ends new connections at once, or stops doing so.
func (p *Proxy) Refuse(yes bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.refuses = yes
}

// next is the harm to be done to an exchange that begins.
func (p *Proxy) next() Fault {
	p.mu.Lock()
	defer p.mu.Unlock()
	f := p.fault
	if f == 0 {
		return 0
	}
	if p.left--; p.left >= 0 {
		return 0
	}
	p.fault, p.struck = 0, true
	return f
}

func (p *Proxy) accept() {
	for {
		client, err := p.ln.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("unix", p.server)
		if err != nil {
			_ = client.Close()
			continue
		}
		l := &link{proxy: p, client: client, server: server}
		p.mu.Lock()
		if p.refuses {
			l.close()
		} else {
			p.links[l] = struct{}{}
			go l.down()
			go l.up()
		}
		p.mu.Unlock()
	}
}

func (p *Proxy) forget(l *link) {
	l.close()
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.links, l)
}
