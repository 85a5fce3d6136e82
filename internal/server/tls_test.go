package server_test

import (
	"bufio"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"github.com/ddbsql/ddbsql/internal/server"
)

// startTLS serves with a certificate of its own, which the returned pool trusts.
func startTLS(t *testing.T) (address string, trusted *x509.CertPool) {
	t.Helper()
	cert, pemText, err := server.SelfSigned()
	if err != nil {
		t.Fatal(err)
	}
	trusted = x509.NewCertPool()
	if !trusted.AppendCertsFromPEM(pemText) {
		t.Fatal("no certificate in the PEM text")
	}
	url, _ := start(t, tables(), server.Options{Certificate: func() *tls.Certificate { return &cert }})
	return strings.TrimPrefix(url, "http://"), trusted
}

// tlsClient offers HTTP/2, too, as SDKs may.
func tlsClient(c *tls.Config) *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: c, ForceAttemptHTTP2: true, DisableKeepAlives: true}}
}

func TestTLS(t *testing.T) {
	address, trusted := startTLS(t)
	for _, c := range []struct {
		name    string
		config  *tls.Config
		refused string
	}{
		{"TLS 1.2", &tls.Config{RootCAs: trusted, MaxVersion: tls.VersionTLS12}, ""},
		{"TLS 1.3", &tls.Config{RootCAs: trusted, MinVersion: tls.VersionTLS13}, ""},
		{"TLS 1.1", &tls.Config{RootCAs: trusted, MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11}, "protocol version"},
		{"a client that does not trust the certificate", &tls.Config{RootCAs: x509.NewCertPool()}, "unknown authority"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, err := tlsClient(c.config).Get("https://" + address)
			if err == nil {
				res.Body.Close()
			}
			if c.refused != "" {
				if err == nil || !strings.Contains(err.Error(), c.refused) {
					t.Fatalf("error %v, want %q", err, c.refused)
				}
				return
			}
			if err != nil || res.StatusCode != 200 || res.ProtoMajor != 1 {
				t.Fatalf("got %v, %v; want 200 by HTTP/1.1", res, err)
			}
		})
	}
	t.Run("plain HTTP gets a plain refusal", func(t *testing.T) {
		got := send(t, request(t, http.MethodGet, "http://"+address, ""))
		if got.status != 400 || !strings.Contains(got.body, "HTTP request to an HTTPS server") {
			t.Errorf("got %d %s", got.status, got.body)
		}
	})
	t.Run("an SDK that trusts the certificate", func(t *testing.T) {
		client := dynamodb.New(dynamodb.Options{
			Region: "us-east-1", BaseEndpoint: aws.String("https://" + address), HTTPClient: tlsClient(&tls.Config{RootCAs: trusted}),
			Credentials: credentials.NewStaticCredentialsProvider("a", "b", ""),
		})
		out, err := client.ListTables(context.Background(), &dynamodb.ListTablesInput{})
		if err != nil || len(out.TableNames) != 1 {
			t.Errorf("got %v, %v", out, err)
		}
	})
}

func TestSelfSigned(t *testing.T) {
	for _, c := range []struct {
		name  string
		hosts []string
		more  []string // names beside those that every certificate has
	}{
		{"no further hosts", nil, nil},
		{"a name", []string{"db.example.com"}, []string{"db.example.com"}},
		{"an address", []string{"10.1.2.3"}, []string{"10.1.2.3"}},
		{"hosts that are there already", []string{"localhost", "127.0.0.1", "::1"}, nil},
		{"hosts that are none", []string{"", "0.0.0.0", "::"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			made, _, err := server.SelfSigned(c.hosts...)
			if err != nil {
				t.Fatal(err)
			}
			cert, err := x509.ParseCertificate(made.Certificate[0])
			if err != nil {
				t.Fatal(err)
			}
			names := slices.Clone(cert.DNSNames)
			for _, ip := range cert.IPAddresses {
				names = append(names, ip.String())
			}
			want := append([]string{"localhost", "127.0.0.1", "::1"}, c.more...)
			slices.Sort(names)
			slices.Sort(want)
			if !slices.Equal(names, want) {
				t.Errorf("names %v, want %v", names, want)
			}
			if cert.IsCA {
				t.Error("it may sign others")
			}
			for _, name := range want {
				if err := cert.VerifyHostname(name); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// A client that stalls the handshake, or trickles it, is cut off in time; a slow one that goes on is served, and neither disturbs others.
func TestSlowTLS(t *testing.T) {
	cert, pemText, err := server.SelfSigned()
	if err != nil {
		t.Fatal(err)
	}
	trusted := x509.NewCertPool()
	trusted.AppendCertsFromPEM(pemText)
	url, _ := start(t, &fakeEngine{}, server.Options{
		Certificate: func() *tls.Certificate { return &cert },
		Timeouts:    server.Timeouts{ReadHeader: 500 * time.Millisecond, Read: 500 * time.Millisecond},
	})
	address := strings.TrimPrefix(url, "http://")
	stalled, trickling := dial(t, address), dial(t, address)
	write(t, stalled, "\x16\x03\x01") // the beginning of a handshake
	go func() {
		for { // one that never gets anywhere
			if _, err := trickling.Write([]byte{0x16}); err != nil {
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
	}()
	slow := &tls.Dialer{NetDialer: &net.Dialer{}, Config: &tls.Config{RootCAs: trusted, ServerName: "localhost"}}
	conn, err := slow.DialContext(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	for _, piece := range strings.SplitAfter(shortRequest, "\n") {
		write(t, conn, piece)
		time.Sleep(20 * time.Millisecond)
	}
	if got := next(t, bufio.NewReader(conn)); got.status != 200 {
		t.Errorf("a slow client got %d %s", got.status, got.body)
	}
	for name, conn := range map[string]net.Conn{"stalls": stalled, "trickles": trickling} {
		// What is read to the end proves that the server, not the deadline, ended the connection.
		if _, err := io.ReadAll(conn); errors.Is(err, os.ErrDeadlineExceeded) {
			t.Errorf("a client that %s is not cut off", name)
		}
	}
}
