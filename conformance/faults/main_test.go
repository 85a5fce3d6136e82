//go:build linux

package faults

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/smithy-go"
	"golang.org/x/sys/unix"

	"github.com/ddbsql/ddbsql/conformance/server"
)

// binary is the program that is tested.
var binary string

func TestMain(m *testing.M) {
	os.Exit(buildAndRun(m))
}

func buildAndRun(m *testing.M) int {
	dir, err := os.MkdirTemp("", "ddbsql-faults")
	if err == nil {
		defer os.RemoveAll(dir)
		// Some tests run it as another user.
		err = os.Chmod(dir, 0o755)
	}
	if err == nil {
		binary, err = server.Build(dir)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

// subject is a server on a file, with a table.
type subject struct {
	*server.Process
	path string
	db   *dynamodb.Client
}

const table = "faults"

// start serves the file until the test ends, unless the process ends before.
func start(t *testing.T, path string, flags ...string) *subject {
	t.Helper()
	p, err := server.Start(server.Options{Binary: binary, DB: "sqlite:" + path, Args: flags})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Kill)
	return &subject{Process: p, path: path, db: server.NewClient(p.URL)}
}

// startNew serves a new file with an empty table that has an index.
func startNew(t *testing.T, flags ...string) *subject {
	t.Helper()
	s := start(t, filepath.Join(t.TempDir(), "faults.db"), flags...)
	s.createTable(t)
	return s
}

func (s *subject) createTable(t *testing.T) {
	t.Helper()
	_, err := s.db.CreateTable(context.Background(), &dynamodb.CreateTableInput{
		TableName: aws.String(table), BillingMode: types.BillingModePayPerRequest,
		KeySchema:            []types.KeySchemaElement{{AttributeName: aws.String("id"), KeyType: types.KeyTypeHash}},
		AttributeDefinitions: []types.AttributeDefinition{{AttributeName: aws.String("id"), AttributeType: "S"}, {AttributeName: aws.String("kind"), AttributeType: "S"}},
		GlobalSecondaryIndexes: []types.GlobalSecondaryIndex{{
			IndexName: aws.String("kinds"), Projection: &types.Projection{ProjectionType: types.ProjectionTypeAll},
			KeySchema: []types.KeySchemaElement{{AttributeName: aws.String("kind"), KeyType: types.KeyTypeHash}},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// payload makes items of 2 KB.
var payload = strings.Repeat("payload ", 250)

func (s *subject) put(id int) error {
	_, err := s.db.PutItem(context.Background(), &dynamodb.PutItemInput{TableName: aws.String(table), Item: map[string]types.AttributeValue{
		"id":      &types.AttributeValueMemberS{Value: strconv.Itoa(id)},
		"kind":    &types.AttributeValueMemberS{Value: "kind-" + strconv.Itoa(id%5)},
		"payload": &types.AttributeValueMemberS{Value: strconv.Itoa(id) + " " + payload},
	}})
	return err
}

// fill puts items with the ids from 0 on.
func (s *subject) fill(t *testing.T, count int) {
	t.Helper()
	for id := range count {
		if err := s.put(id); err != nil {
			t.Fatal(err)
		}
	}
}

// has tells whether there is an item; what it holds must be right.
func (s *subject) has(id int) (bool, error) {
	out, err := s.db.GetItem(context.Background(), &dynamodb.GetItemInput{
		TableName: aws.String(table), ConsistentRead: aws.Bool(true),
		Key: map[string]types.AttributeValue{"id": &types.AttributeValueMemberS{Value: strconv.Itoa(id)}},
	})
	if err != nil || out.Item == nil {
		return false, err
	}
	got, _ := out.Item["payload"].(*types.AttributeValueMemberS)
	if got == nil || got.Value != strconv.Itoa(id)+" "+payload {
		return true, errWrong
	}
	return true, nil
}

// errWrong is the error of an answer that is none, but wrong.
var errWrong = errors.New("the answer is wrong")

// code is the type of an error that the server answered, empty for none.
func code(err error) string {
	var answered smithy.APIError
	if errors.As(err, &answered) {
		return answered.ErrorCode()
	}
	return ""
}

// allow sets a limit of the running server's process.
func (s *subject) allow(t *testing.T, resource int, most uint64) {
	t.Helper()
	var old unix.Rlimit
	if err := unix.Prlimit(s.PID(), resource, nil, &old); err != nil {
		t.Fatal(err)
	}
	if err := unix.Prlimit(s.PID(), resource, &unix.Rlimit{Cur: most, Max: old.Max}, nil); err != nil {
		t.Fatal(err)
	}
}

// command runs a command of the program on the file, and gives what it printed and whether it succeeded.
func command(name, path string) (printed string, ok bool) {
	out, err := exec.Command(binary, name, "--db", "sqlite:"+path, "--listen", "127.0.0.1:0").CombinedOutput()
	return string(out), err == nil
}
