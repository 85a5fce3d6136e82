package main

import (
	"crypto/tls"
	"fmt"
	"net"
	"os"

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

// load reads or makes the server's certificate, none if it serves plain HTTP. listen is the address it serves on, which a
// certificate of its own is for.
func (c *tlsConfig) load(listen string) (*tls.Certificate, error) {
	switch {
	case c.selfSigned:
		return c.makeOwn(listen)
	case c.cert != "":
		cert, err := tls.LoadX509KeyPair(c.cert, c.key)
		if err != nil {
			return nil, fmt.Errorf("--tls-cert and --tls-key: %w", err)
		}
		return &cert, nil
	default:
		return nil, nil
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
