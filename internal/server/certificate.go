package server

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"slices"
	"time"
)

const (
	// selfSignedDays is the longest that clients trust a certificate of one's own; Apple's are the strictest.
	selfSignedDays = 825
	// clockSlack is how far a client's clock may be behind ours.
	clockSlack = time.Hour
	serialBits = 128
)

// SelfSigned makes a certificate for the given host names and addresses and for this machine's own (localhost and the loopback
// addresses), signed by nobody else: a client must be told to trust it, for which it gets the PEM text. The key is made
// anew each time and is nowhere but in memory.
func SelfSigned(hosts ...string) (cert tls.Certificate, pemText []byte, err error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return cert, nil, fmt.Errorf("make a key: %w", err)
	}
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), serialBits))
	if err != nil {
		return cert, nil, fmt.Errorf("make a serial number: %w", err)
	}
	now := time.Now()
	// It is no authority, since strict clients refuse one as a server's certificate. It does not say what its key may be used for:
	// OpenSSL would not take it for its own issuer without the right to sign, which only an authority may claim.
	template := x509.Certificate{
		SerialNumber:          serial,
		Subject:               pkix.Name{CommonName: "ddbsql, self-signed"},
		NotBefore:             now.Add(-clockSlack),
		NotAfter:              now.AddDate(0, 0, selfSignedDays),
		ExtKeyUsage:           []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		BasicConstraintsValid: true,
		DNSNames:              []string{"localhost"},
		IPAddresses:           []net.IP{net.IPv4(127, 0, 0, 1), net.IPv6loopback},
	}
	addHosts(&template, hosts)
	der, err := x509.CreateCertificate(rand.Reader, &template, &template, &key.PublicKey, key)
	if err != nil {
		return cert, nil, fmt.Errorf("make a certificate: %w", err)
	}
	cert = tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
	return cert, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), nil
}

// addHosts adds each host that is not there yet. Empty ones, and addresses that stand for all of a machine's, are nobody's name.
func addHosts(template *x509.Certificate, hosts []string) {
	for _, host := range hosts {
		ip := net.ParseIP(host)
		switch {
		case host == "" || ip.IsUnspecified():
		case ip == nil && !slices.Contains(template.DNSNames, host):
			template.DNSNames = append(template.DNSNames, host)
		case ip != nil && !slices.ContainsFunc(template.IPAddresses, ip.Equal):
			template.IPAddresses = append(template.IPAddresses, ip)
		}
	}
}
