package main

import (
	"bufio"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/ddbsql/ddbsql/internal/server"
)

// A server over TLS, asked by a client that trusts the certificate and by the health check, which trusts everything of this machine.
func TestServeTLS(t *testing.T) {
	dir := t.TempDir()
	given, key, written := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem"), filepath.Join(dir, "written.pem")
	writeCertificate(t, given, key)
	for _, c := range []struct {
		name  string
		args  []string
		trust string // file of the certificate
	}{
		{"a given certificate", []string{"--tls-cert", given, "--tls-key", key}, given},
		{"a certificate of its own", []string{"--tls-self-signed", "--tls-cert-out", written}, written},
	} {
		t.Run(c.name, func(t *testing.T) {
			address := serveUntilEnd(t, append(c.args, "--listen", "127.0.0.1:0"))
			text, err := os.ReadFile(c.trust)
			if err != nil {
				t.Fatal(err)
			}
			trusted := x509.NewCertPool()
			trusted.AppendCertsFromPEM(text)
			client := http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: trusted}, DisableKeepAlives: true}}
			res, err := client.Get("https://" + address)
			if err != nil {
				t.Fatal(err)
			}
			res.Body.Close()

			check := run{args: append(c.args[:len(c.args):len(c.args)], "healthcheck", "--listen", address)}
			if err := check.execute(t); err != nil {
				t.Errorf("healthcheck: %v", err)
			}
			strict := run{args: []string{"healthcheck", "--url", "https://" + address}}
			if err := strict.execute(t); !errorHas(err, "unknown authority") {
				t.Errorf("healthcheck of a given URL: %v", err)
			}
		})
	}
}

func TestCertificatesThatCannotBeUsed(t *testing.T) {
	dir := t.TempDir()
	cert, key, other := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem"), filepath.Join(dir, "other.pem")
	writeCertificate(t, filepath.Join(dir, "unused.pem"), other)
	writeCertificate(t, cert, key)
	for _, c := range []struct {
		name string
		args []string
		err  string
	}{
		{"a file that is missing", []string{"--tls-cert", cert + "x", "--tls-key", key}, "no such file"},
		{"the key of another certificate", []string{"--tls-cert", cert, "--tls-key", other}, "private key does not match"},
		{"a place that cannot be written", []string{"--tls-self-signed", "--tls-cert-out", filepath.Join(dir, "no", "where")}, "--tls-cert-out"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := run{args: append(c.args, "--listen", "127.0.0.1:0")}
			if err := r.execute(t); !errorHas(err, c.err) {
				t.Errorf("error %v, want %q", err, c.err)
			}
			if r.opened {
				t.Error("the database was opened")
			}
		})
	}
}

// serveUntilEnd serves until the test ends, and gives the address.
func serveUntilEnd(t *testing.T, args []string) string {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	log, stderr := io.Pipe()
	r := run{args: append(args, "--log-format", "json"), stderr: stderr, ctx: ctx, db: &fakeDatabase{}}
	ended := make(chan error, 1)
	go func() {
		ended <- r.execute(t)
		stderr.Close()
	}()
	lines := bufio.NewReader(log)
	first, err := lines.ReadString('\n')
	var line struct{ Address string }
	if err != nil || json.Unmarshal([]byte(first), &line) != nil {
		t.Fatalf("first line of the log: %s, %v", first, err)
	}
	go io.Copy(io.Discard, lines)
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("ended with %v", err)
		}
	})
	return line.Address
}

// writeCertificate writes a certificate for this machine and its key.
func writeCertificate(t *testing.T, certFile, keyFile string) {
	t.Helper()
	cert, certText, err := server.SelfSigned()
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(cert.PrivateKey)
	if err != nil {
		t.Fatal(err)
	}
	keyText := pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
	if err := os.WriteFile(certFile, certText, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(keyFile, keyText, 0o600); err != nil {
		t.Fatal(err)
	}
}
