// Package ddbsql runs ddbsql, a server that speaks Amazon DynamoDB's API, in a container for tests: a module of Testcontainers for
// Go.
//
// Go programs can have the server inside of their own process instead, with package ddbsqltest of ddbsql, which needs no Docker.
package ddbsql

import (
	"context"
	"fmt"

	"github.com/testcontainers/testcontainers-go"
	"github.com/testcontainers/testcontainers-go/wait"
)

const port = "8000/tcp"

// Container is a running ddbsql.
type Container struct {
	testcontainers.Container
}

// Run starts a container of an image of ddbsql and returns when the server answers. Items are in memory and any credentials are
// accepted, unless options say otherwise. The container is not nil if it was made but did not get that far, so that it can be terminated.
func Run(ctx context.Context, img string, opts ...testcontainers.ContainerCustomizer) (*Container, error) {
	all := append([]testcontainers.ContainerCustomizer{
		testcontainers.WithExposedPorts(port),
		testcontainers.WithEnv(map[string]string{"DDBSQL_LISTEN": "0.0.0.0:8000", "DDBSQL_DB": "sqlite::memory:"}),
		testcontainers.WithWaitStrategy(wait.ForHTTP("/readyz").WithPort(port)),
	}, opts...)
	ctr, err := testcontainers.Run(ctx, img, all...)
	var c *Container
	if ctr != nil {
		c = &Container{Container: ctr}
	}
	if err != nil {
		return c, fmt.Errorf("run ddbsql: %w", err)
	}
	return c, nil
}

// ConnectionString is the URL of the server as the test reaches it, "http://host:port": what an SDK's client takes as its endpoint.
func (c *Container) ConnectionString(ctx context.Context) (string, error) {
	return c.PortEndpoint(ctx, port, "http")
}

// WithCredentials has requests refused that are not signed with this access key and secret.
func WithCredentials(accessKey, secretKey string) testcontainers.CustomizeRequestOption {
	return testcontainers.WithEnv(map[string]string{"DDBSQL_ACCESS_KEY": accessKey, "DDBSQL_SECRET_KEY": secretKey})
}

// WithRegion sets the region of ARNs, and of signatures if they are verified; it is us-east-1 without.
func WithRegion(region string) testcontainers.CustomizeRequestOption {
	return testcontainers.WithEnv(map[string]string{"DDBSQL_REGION": region})
}

// WithDatabase keeps items at a URL, as the container reaches it: postgres://user:password@host/database, or sqlite:/data/NAME.db in the
// image's volume.
func WithDatabase(url string) testcontainers.CustomizeRequestOption {
	return testcontainers.WithEnv(map[string]string{"DDBSQL_DB": url})
}
