package main

import (
	"context"
	"crypto/tls"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/internal/reload"
)

const (
	fileOfOne    = "[a]\naws_access_key_id=A\naws_secret_access_key=s\n"
	fileOfReader = fileOfOne + "ddbsql_permissions=read\n"
)

func TestKeyholder(t *testing.T) {
	dir := t.TempDir()
	plain, reader := filepath.Join(dir, "plain"), filepath.Join(dir, "reader")
	writeFile(t, plain, fileOfOne)
	writeFile(t, reader, fileOfReader)
	for _, c := range []struct {
		name              string
		config            config
		verifies, permits bool
		err               string
	}{
		{"without keys nothing is verified", config{}, false, false, ""},
		{"with one key signatures are verified", config{accessKey: "A", secretKey: "s"}, true, false, ""},
		{"with a file of keys signatures are verified, and what keys may", config{credentialsFile: plain}, true, true, ""},
		{"keys that are not to be asked for", config{accessKey: "A", secretKey: "s", skipSignatures: true}, false, false, ""},
		{"keys of a file that are not to be asked for", config{credentialsFile: plain, skipSignatures: true}, false, false, ""},
		{"restricted keys that are not to be asked for", config{credentialsFile: reader, skipSignatures: true}, false, false, "--skip-signatures"},
		{"a file that is missing is no reason to verify nothing", config{credentialsFile: plain + "x"}, false, false, "--credentials-file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, err := c.config.keyholder()
			if !errorHas(err, c.err) || (h.verifier != nil) != c.verifies || (h.permit != nil) != c.permits || (h.file != nil) != c.permits {
				t.Errorf("got %+v, %v", h, err)
			}
		})
	}
}

// What is in the file counts a second after it was written, whole or not at all; the flag's key stays.
func TestKeysAreReadAgain(t *testing.T) {
	file := filepath.Join(t.TempDir(), "credentials")
	writeFile(t, file, fileOfOne)
	c := config{credentialsFile: file, accessKey: "FLAG", secretKey: "f"}
	h, err := c.keyholder()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	reload.Watch(ctx, slog.New(slog.DiscardHandler), h.file)

	writeFile(t, file, "[b]\naws_access_key_id=B\naws_secret_access_key=s\n")
	soon(t, "the new key counts", func() bool { _, known := h.verifier.Key("B"); return known })
	if _, known := h.verifier.Key("A"); known {
		t.Error("the old key is still known")
	}
	writeFile(t, file, "nonsense")
	writeFile(t, file, fileOfReader)
	soon(t, "the key counts again", func() bool { k, known := h.verifier.Key("A"); return known && k.ReadOnly })
	if refusal := h.permit("A", "DeleteTable", []byte(`{"TableName":"films"}`)); refusal == nil || !strings.Contains(refusal.Message, "user/A is not authorized") {
		t.Errorf("a key that may only read deletes a table: %v", refusal)
	}
	if _, known := h.verifier.Key("FLAG"); !known {
		t.Error("the flag's key is gone")
	}
}

// New handshakes meet the new certificate, and a pair of which one file is written yet changes nothing.
func TestCertificatesAreReadAgain(t *testing.T) {
	dir := t.TempDir()
	cert, key := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	writeCertificate(t, cert, key)
	address := serveUntilEnd(t, []string{"--tls-cert", cert, "--tls-key", key, "--listen", "127.0.0.1:0"})
	before := shownCertificate(t, address)

	newCert, newKey := filepath.Join(dir, "new-cert.pem"), filepath.Join(dir, "new-key.pem")
	writeCertificate(t, newCert, newKey)
	if err := os.Rename(newKey, key); err != nil {
		t.Fatal(err)
	}
	time.Sleep(2 * reload.Interval) // long enough for a look at the wrong pair
	if shownCertificate(t, address) != before {
		t.Fatal("half a pair is in use")
	}
	if err := os.Rename(newCert, cert); err != nil {
		t.Fatal(err)
	}
	soon(t, "the new certificate is shown", func() bool { return shownCertificate(t, address) != before })
}

// shownCertificate is the certificate of a handshake.
func shownCertificate(t *testing.T, address string) string {
	t.Helper()
	conn, err := tls.DialWithDialer(&net.Dialer{Timeout: 10 * time.Second}, "tcp", address, &tls.Config{InsecureSkipVerify: true})
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	return string(conn.ConnectionState().PeerCertificates[0].Raw)
}

// soon waits until something is so.
func soon(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); !is(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("not so in ten seconds: %s", what)
		}
	}
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
