package dynamodblocal_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams"
	streamtypes "github.com/aws/aws-sdk-go-v2/service/dynamodbstreams/types"
	"github.com/aws/smithy-go"
	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// createTable makes a table with a stream, and one item in it.
func createTable(t *testing.T, db *dynamodb.Client, name string) *types.TableDescription {
	t.Helper()
	ctx := context.Background()
	out, err := db.CreateTable(ctx, &dynamodb.CreateTableInput{
		TableName: &name, BillingMode: types.BillingModePayPerRequest,
		AttributeDefinitions: []types.AttributeDefinition{{AttributeName: aws.String("pk"), AttributeType: types.ScalarAttributeTypeS}},
		KeySchema:            []types.KeySchemaElement{{AttributeName: aws.String("pk"), KeyType: types.KeyTypeHash}},
		StreamSpecification:  &types.StreamSpecification{StreamEnabled: aws.Bool(true), StreamViewType: types.StreamViewTypeKeysOnly},
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.PutItem(ctx, &dynamodb.PutItemInput{TableName: &name, Item: map[string]types.AttributeValue{"pk": &types.AttributeValueMemberS{Value: name}}})
	if err != nil {
		t.Fatal(err)
	}
	return out.TableDescription
}

func tables(t *testing.T, db *dynamodb.Client) []string {
	t.Helper()
	out, err := db.ListTables(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return out.TableNames
}

var callers = []caller{{"one", "us-east-1"}, {"two", "us-east-1"}, {"one", "eu-west-1"}}

func TestSeparation(t *testing.T) {
	all := []string{"eu-west-1.one", "us-east-1.one", "us-east-1.two"}
	for _, c := range []struct {
		name   string
		args   []string
		shared bool     // everybody sees all tables
		kept   bool     // after a restart
		files  []string // in the working folder
	}{
		{"in memory", []string{"-inMemory"}, false, false, nil},
		{"in memory and shared", []string{"-inMemory", "-sharedDb"}, true, false, nil},
		{"in files", nil, false, true, []string{"one_eu-west-1.db", "one_us-east-1.db", "two_us-east-1.db"}},
		{"in one file", []string{"-sharedDb"}, true, true, []string{"shared-local-instance.db"}},
		{"in files that are optimized", []string{"-dbPath", ".", "-optimizeDbBeforeStartup"}, false, true,
			[]string{"one_eu-west-1.db", "one_us-east-1.db", "two_us-east-1.db"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			args := append([]string{"-jar", "DynamoDBLocal.jar"}, c.args...)
			p := start(t, binaries.java, folder, args...)
			for _, who := range callers {
				table := createTable(t, who.client(p), who.region+"."+who.key)
				if want := "arn:aws:dynamodb:ddblocal:000000000000:table/" + who.region + "." + who.key; *table.TableArn != want {
					t.Errorf("ARN %s, want %s", *table.TableArn, want)
				}
			}
			expect := func(present bool) {
				for _, who := range callers {
					want := []string{who.region + "." + who.key}
					if c.shared {
						want = all
					}
					if !present {
						want = nil
					}
					if got := tables(t, who.client(p)); !slices.Equal(got, want) {
						t.Errorf("%v sees %q, want %q", who, got, want)
					}
				}
			}
			expect(true)
			stop(t, p)
			if files := databases(t, folder); !slices.Equal(files, c.files) {
				t.Errorf("files %q, want %q", files, c.files)
			}
			p = start(t, binaries.java, folder, args...)
			defer stop(t, p)
			expect(c.kept)
		})
	}
}

func databases(t *testing.T, folder string) (names []string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.db"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paths {
		names = append(names, filepath.Base(p))
	}
	return names
}

// More databases than are open at a time.
func TestManyDatabases(t *testing.T) {
	const many = 40
	for _, where := range []string{"-dbPath=", "-inMemory"} {
		t.Run(where, func(t *testing.T) {
			p := start(t, binaries.java, t.TempDir(), strings.Fields("-jar DynamoDBLocal.jar "+strings.Replace(where, "=", " .", 1))...)
			defer stop(t, p)
			for i := range many {
				createTable(t, caller{fmt.Sprintf("key%d", i), "us-east-1"}.client(p), fmt.Sprintf("table%d", i))
			}
			for i := range many {
				if got, want := tables(t, caller{fmt.Sprintf("key%d", i), "us-east-1"}.client(p)), fmt.Sprintf("table%d", i); !slices.Equal(got, []string{want}) {
					t.Errorf("key%d sees %q", i, got)
				}
			}
		})
	}
}

// A stream's ARN and its iterators lead nowhere in another database, whether there is a table of that name or not.
func TestStreamsStayInTheirDatabase(t *testing.T) {
	p := start(t, binaries.java, t.TempDir(), "-jar", "DynamoDBLocal.jar", "-inMemory")
	defer stop(t, p)
	ctx := context.Background()
	owner := callers[0]
	stream := createTable(t, owner.client(p), "films").LatestStreamArn
	createTable(t, callers[1].client(p), "films")
	iterator := firstIterator(t, owner.streams(p), *stream)
	out, err := owner.streams(p).GetRecords(ctx, &dynamodbstreams.GetRecordsInput{ShardIterator: iterator})
	if err != nil || len(out.Records) > 1 {
		t.Fatalf("the owner reads %v, %v", out, err)
	}
	for _, other := range callers[1:] {
		_, err := other.streams(p).DescribeStream(ctx, &dynamodbstreams.DescribeStreamInput{StreamArn: stream})
		var notFound *streamtypes.ResourceNotFoundException
		if !errors.As(err, &notFound) {
			t.Errorf("%v describes the stream: %v", other, err)
		}
		if _, err = other.streams(p).GetRecords(ctx, &dynamodbstreams.GetRecordsInput{ShardIterator: iterator}); err == nil {
			t.Errorf("%v reads the stream", other)
		}
	}
}

func firstIterator(t *testing.T, db *dynamodbstreams.Client, stream string) *string {
	t.Helper()
	ctx := context.Background()
	described, err := db.DescribeStream(ctx, &dynamodbstreams.DescribeStreamInput{StreamArn: &stream})
	if err != nil {
		t.Fatal(err)
	}
	out, err := db.GetShardIterator(ctx, &dynamodbstreams.GetShardIteratorInput{
		StreamArn: &stream, ShardId: described.StreamDescription.Shards[0].ShardId, ShardIteratorType: streamtypes.ShardIteratorTypeTrimHorizon,
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.ShardIterator
}

func TestAccessKeys(t *testing.T) {
	p := start(t, binaries.java, t.TempDir(), "-jar", "DynamoDBLocal.jar", "-inMemory")
	defer stop(t, p)
	for key, code := range map[string]string{"abc123": "", "a-b": "UnrecognizedClientException", "../x": "UnrecognizedClientException"} {
		_, err := caller{key, "us-east-1"}.client(p).ListTables(context.Background(), nil)
		var refusal smithy.APIError
		if (err == nil) != (code == "") || errors.As(err, &refusal) && refusal.ErrorCode() != code {
			t.Errorf("%s: %v", key, err)
		}
	}
}

// What DynamoDB Local left in its files is not ours to change.
func TestAFileOfDynamoDBLocalIsLeftAsItIs(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "one_us-east-1.db")
	writeDatabase(t, file, "CREATE TABLE dm (TableName TEXT); CREATE TABLE cf (version TEXT); INSERT INTO cf VALUES ('v2.4.0')")
	foreign, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	p := start(t, binaries.java, folder, "-jar", "DynamoDBLocal.jar")
	if _, err := callers[0].client(p).ListTables(context.Background(), nil); err == nil {
		t.Error("it was opened")
	}
	if !p.Prints("database of another program") {
		t.Errorf("the log says %s", p.Log())
	}
	if got := tables(t, callers[1].client(p)); len(got) != 0 {
		t.Errorf("beside it there are %q", got)
	}
	stop(t, p)
	if after, err := os.ReadFile(file); err != nil || string(after) != string(foreign) {
		t.Errorf("it was changed, %v", err)
	}
}

// writeDatabase makes a database file with what a script does.
func writeDatabase(t *testing.T, path, script string) {
	t.Helper()
	db, err := sqlite.OpenConn(path, sqlite.OpenReadWrite|sqlite.OpenCreate)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(sqlitex.ExecuteScript(db, script, nil), db.Close()); err != nil {
		t.Fatal(err)
	}
}
