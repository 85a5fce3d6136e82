package main

import (
	"context"
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// healthcheckTimeout is for the whole question; containers ask every few seconds.
const healthcheckTimeout = 5 * time.Second

func (a *app) newHealthcheck() *cobra.Command {
	var url string
	cmd := &cobra.Command{
		Use:   "healthcheck",
		Short: "Ask a running server whether it is ready; exit 1 if it is not",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			client := http.DefaultClient
			if url == "" {
				url = localURL(&a.config)
				client = localClient()
			}
			return checkHealth(cmd.Context(), client, url)
		},
	}
	cmd.Flags().StringVar(&url, "url", "", "base URL of the server (default: the address of --listen)")
	return cmd
}

// localURL is where a server with this configuration is reached from its own machine.
func localURL(c *config) string {
	scheme := "http://"
	if c.tls.serves() {
		scheme = "https://"
	}
	host, port, err := net.SplitHostPort(c.listen)
	if err != nil {
		return scheme + c.listen
	}
	if ip := net.ParseIP(host); host == "" || ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return scheme + net.JoinHostPort(host, port)
}

// localClient asks this machine, under an address that need not be in the server's certificate. Whether that is the right one is not
// the question; nothing secret is said.
func localClient() *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
}

func checkHealth(ctx context.Context, client *http.Client, url string) error {
	ctx, cancel := context.WithTimeout(ctx, healthcheckTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimRight(url, "/")+"/readyz", nil)
	if err != nil {
		return err
	}
	res, err := client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("%s answers %s", req.URL, res.Status)
	}
	return nil
}
