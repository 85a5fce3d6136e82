// Package dynamodblocal_test starts the program as harnesses start DynamoDB Local, and looks at what they see.
package dynamodblocal_test

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams"

	"github.com/ddbsql/ddbsql/conformance/server"
)

var binaries struct{ ddbsql, java string }

func TestMain(m *testing.M) {
	status, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		status = 1
	}
	os.Exit(status)
}

// run builds the program, gives it the name java as well, and runs the tests.
func run(m *testing.M) (status int, err error) {
	dir, err := os.MkdirTemp("", "ddbsql-java")
	if err != nil {
		return 1, err
	}
	defer os.RemoveAll(dir)
	if binaries.ddbsql, err = server.Build(dir); err != nil {
		return 1, err
	}
	binaries.java = filepath.Join(dir, "java")
	if err := os.Symlink(binaries.ddbsql, binaries.java); err != nil {
		return 1, err
	}
	return m.Run(), nil
}

// start runs a program with these arguments before -port, in a working folder.
func start(t *testing.T, program, folder string, args ...string) *server.Process {
	t.Helper()
	address, err := server.FreeAddress()
	if err != nil {
		t.Fatal(err)
	}
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, append(args, "-port", port)...)
	cmd.Dir = folder
	p, err := server.Launch(cmd, "http://"+address, "/readyz")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// stop ends a server as a harness does, in order.
func stop(t *testing.T, p *server.Process) {
	t.Helper()
	if err := p.Stop(); err != nil {
		t.Error(err)
	}
}

// caller is who the data belongs to.
type caller struct{ key, region string }

func (c caller) client(p *server.Process) *dynamodb.Client {
	return dynamodb.New(dynamodb.Options{
		Region: c.region, BaseEndpoint: aws.String(p.URL), Retryer: aws.NopRetryer{}, HTTPClient: server.HTTPClient,
		Credentials: credentials.NewStaticCredentialsProvider(c.key, "any", ""),
	})
}

func (c caller) streams(p *server.Process) *dynamodbstreams.Client {
	return dynamodbstreams.New(dynamodbstreams.Options{
		Region: c.region, BaseEndpoint: aws.String(p.URL), Retryer: aws.NopRetryer{}, HTTPClient: server.HTTPClient,
		Credentials: credentials.NewStaticCredentialsProvider(c.key, "any", ""),
	})
}

func TestStarts(t *testing.T) {
	for _, c := range []struct {
		name, program string
		args          []string
	}{
		{"by the name java", binaries.java, []string{"-Djava.library.path=./DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar", "-inMemory", "-sharedDb"}},
		{"by an image's entry point with Java's arguments", binaries.ddbsql, []string{"-Djava.library.path=./DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar", "-inMemory", "-sharedDb"}},
		{"by a class path", binaries.java, []string{"-Xmx512m", "-cp", "lib/*", "com.amazonaws.services.dynamodbv2.local.main.ServerRunner", "-inMemory", "-sharedDb"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := start(t, c.program, t.TempDir(), c.args...)
			defer stop(t, p)
			for _, line := range []string{"Initializing DynamoDB Local with the following configuration:\nPort:\t", "\nInMemory:\ttrue\n", "\nSharedDb:\ttrue\n", "\nCorsParams:\tnull\n"} {
				if !p.Prints(line) {
					t.Errorf("printed %q, without %q", p.Log(), line)
				}
			}
			res, err := http.Get(p.URL)
			if err != nil {
				t.Fatal(err)
			}
			defer res.Body.Close()
			body, err := io.ReadAll(res.Body)
			if err != nil || res.StatusCode != http.StatusBadRequest || !strings.Contains(string(body), `#MissingAuthenticationToken"`) {
				t.Errorf("GET / is answered %d %s, %v", res.StatusCode, body, err)
			}
			out, err := caller{"fakeMyKeyId", "local"}.client(p).ListTables(t.Context(), nil)
			if err != nil || len(out.TableNames) != 0 {
				t.Errorf("tables %v, %v", out, err)
			}
		})
	}
}
