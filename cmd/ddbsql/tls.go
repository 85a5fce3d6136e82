package main

import (
	"crypto/tls"
	"fmt"
	"net"
	"os"
	"sync/atomic"

	"github.com/ddbsql/ddbsql/internal/reload"
	"github.com/ddbsql/ddbsql/internal/server"
)

// serves tells whether requests come over TLS.
func (c *tlsConfig) serves() bool { return c.cert != "" || c.selfSigned }

// check refuses settings that contradict each other.
func (c *tlsConfig) check() error {
	switch {
	case (c.cert == "") != (c.key == ""):
		return fmt.Errorf("--tls-cert and --tls-key need each other")
	case c.selfSigned && c.cert != "":
		return fmt.Errorf("--tls-self-signed makes a certificate and takes no --tls-cert")
	case c.certOut != "" && !c.selfSigned:
		return fmt.Errorf("--tls-cert-out needs --tls-self-signed")
	}
	return nil
}

// certificate is what the server shows at each handshake.
type certificate struct {
	current func() *tls.Certificate // nil if the server serves plain HTTP
	files   *reload.Source          // nil if it comes from no files
}

// certificate reads or makes the server's certificate; one that is in files is read again when they change. listen is the address it
// serves on, which a certificate of its own is for.
func (c *tlsConfig) certificate(listen string) (certificate, error) {
	switch {
	case c.selfSigned:
		own, err := c.makeOwn(listen)
		return certificate{current: func() *tls.Certificate { return own }}, err
	case c.cert != "":
		var current atomic.Pointer[tls.Certificate]
		files, err := reload.Read("--tls-cert and --tls-key", func() error {
			pair, err := tls.LoadX509KeyPair(c.cert, c.key)
			if err != nil {
				return fmt.Errorf("--tls-cert and --tls-key: %w", err)
			}
			current.Store(&pair)
			return nil
		}, c.cert, c.key)
		return certificate{current: current.Load, files: files}, err
	default:
		return certificate{}, nil
	}
}

// makeOwn makes a self-signed certificate and writes it where it was asked for; its key stays in memory.
func (c *tlsConfig) makeOwn(listen string) (*tls.Certificate, error) {
	host, _, err := net.SplitHostPort(listen)
	if err != nil {
		return nil, fmt.Errorf("--listen: %w", err)
	}
	machine, err := os.Hostname()
	if err != nil {
		return nil, fmt.Errorf("--tls-self-signed: %w", err)
	}
	cert, pemText, err := server.SelfSigned(machine, host)
	if err != nil {
		return nil, fmt.Errorf("--tls-self-signed: %w", err)
	}
	if c.certOut != "" {
		const everybodyReads = 0o644
		if err := os.WriteFile(c.certOut, pemText, everybodyReads); err != nil {
			return nil, fmt.Errorf("--tls-cert-out: %w", err)
		}
	}
	return &cert, nil
}
