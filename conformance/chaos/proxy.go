package main

import (
	"io"
	"math/rand/v2"
	"net"
	"sync"
)

// proxy passes connections on, and can cut all of them in the middle of an answer.
type proxy struct {
	listener net.Listener
	target   string

	mu    sync.Mutex
	pairs map[*pair]bool
}

// pair is a connection from a client and the one to the target that belongs to it.
type pair struct {
	client, target net.Conn
	once           sync.Once

	mu   sync.Mutex
	left int // bytes of answers that still come through; less than 0 for any number
}

func newProxy(target string) (*proxy, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &proxy{listener: listener, target: target, pairs: map[*pair]bool{}}
	go p.accept()
	return p, nil
}

func (p *proxy) address() string { return p.listener.Addr().String() }

func (p *proxy) accept() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return // closed
		}
		target, err := net.Dial("tcp", p.target)
		if err != nil {
			_ = client.Close() // the target is gone: so is the connection
			continue
		}
		both := &pair{client: client, target: target, left: -1}
		p.mu.Lock()
		p.pairs[both] = true
		p.mu.Unlock()
		go func() {
			_, _ = io.Copy(target, client) // ends when either side does
			both.close()
		}()
		go func() {
			_, _ = io.Copy(both, target)
			both.close()
			p.mu.Lock()
			delete(p.pairs, both)
			p.mu.Unlock()
		}()
	}
}

// Write passes a piece of an answer on, as far as it may come through.
func (b *pair) Write(piece []byte) (int, error) {
	b.mu.Lock()
	left := b.left
	if left >= 0 {
		b.left = max(0, left-len(piece))
	}
	b.mu.Unlock()
	if left < 0 || left > len(piece) {
		return b.client.Write(piece)
	}
	_, _ = b.client.Write(piece[:left])
	return left, io.ErrClosedPipe
}

func (b *pair) close() {
	b.once.Do(func() {
		_ = b.client.Close()
		_ = b.target.Close()
	})
}

// mostBeforeCut is how many bytes of answers come through at most before a connection is cut.
const mostBeforeCut = 300

// cut ends all connections: each after a few more bytes of answers, or in silence.
func (p *proxy) cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for b := range p.pairs {
		b.mu.Lock()
		b.left = rand.IntN(mostBeforeCut)
		b.mu.Unlock()
	}
}

func (p *proxy) close() error { return p.listener.Close() }
