package ddbsqltest_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams"

	"github.com/ddbsql/ddbsql/ddbsqltest"
)

type item = map[string]types.AttributeValue

func str(s string) types.AttributeValue { return &types.AttributeValueMemberS{Value: s} }

// makeTable makes a plainTable with a stream.
func makeTable(t testing.TB, db *dynamodb.Client, name string) {
	t.Helper()
	in := plainTable(name)
	in.StreamSpecification = &types.StreamSpecification{StreamEnabled: aws.Bool(true), StreamViewType: types.StreamViewTypeNewImage}
	if _, err := db.CreateTable(t.Context(), in); err != nil {
		t.Fatal(err)
	}
}

// plainTable is a table with the partition key "id".
func plainTable(name string) *dynamodb.CreateTableInput {
	return &dynamodb.CreateTableInput{
		TableName: aws.String(name), BillingMode: types.BillingModePayPerRequest,
		AttributeDefinitions: []types.AttributeDefinition{{AttributeName: aws.String("id"), AttributeType: types.ScalarAttributeTypeS}},
		KeySchema:            []types.KeySchemaElement{{AttributeName: aws.String("id"), KeyType: types.KeyTypeHash}},
	}
}

func put(t testing.TB, db *dynamodb.Client, table string, it item) {
	t.Helper()
	if _, err := db.PutItem(t.Context(), &dynamodb.PutItemInput{TableName: &table, Item: it}); err != nil {
		t.Fatal(err)
	}
}

// ids are the keys of a table's items, nil and no error if there is no such table.
func ids(t testing.TB, db *dynamodb.Client, table string) []string {
	t.Helper()
	out, err := db.Scan(t.Context(), &dynamodb.ScanInput{TableName: &table})
	var missing *types.ResourceNotFoundException
	if errors.As(err, &missing) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	found := []string{}
	for _, it := range out.Items {
		found = append(found, it["id"].(*types.AttributeValueMemberS).Value)
	}
	slices.Sort(found)
	return found
}

func TestEachServerHasItsOwnTables(t *testing.T) {
	t.Parallel()
	first, second := ddbsqltest.Start(t).Client(), ddbsqltest.Start(t).Client()
	makeTable(t, first, "orders")
	put(t, first, "orders", item{"id": str("a")})
	if got := ids(t, first, "orders"); !slices.Equal(got, []string{"a"}) {
		t.Errorf("the first server has %v", got)
	}
	if got := ids(t, second, "orders"); got != nil {
		t.Errorf("the second server has %v", got)
	}
}

func TestRestoreGoesBackToTheSnapshot(t *testing.T) {
	t.Parallel()
	srv := ddbsqltest.Start(t)
	db := srv.Client()
	makeTable(t, db, "orders")
	put(t, db, "orders", item{"id": str("a")})
	snapshot := srv.Snapshot(t)

	for n := range 3 {
		put(t, db, "orders", item{"id": str(fmt.Sprint("b", n))})
		makeTable(t, db, "later")
		srv.Restore(t, snapshot)
		if got := ids(t, db, "orders"); !slices.Equal(got, []string{"a"}) {
			t.Errorf("after restoring, orders has %v", got)
		}
		if got := ids(t, db, "later"); got != nil {
			t.Errorf("after restoring, a later table has %v", got)
		}
	}
	described, err := db.DescribeTable(t.Context(), &dynamodb.DescribeTableInput{TableName: aws.String("orders")})
	if err != nil || *described.Table.ItemCount != 1 {
		t.Errorf("the table described: %v, %v", described, err)
	}
}

func TestASnapshotCanBeRestoredOnAnotherServer(t *testing.T) {
	t.Parallel()
	srv := ddbsqltest.Start(t)
	makeTable(t, srv.Client(), "orders")
	put(t, srv.Client(), "orders", item{"id": str("a")})
	snapshot := srv.Snapshot(t)

	other := ddbsqltest.Start(t)
	makeTable(t, other.Client(), "other")
	other.Restore(t, snapshot)
	put(t, other.Client(), "orders", item{"id": str("b")})
	if got := ids(t, other.Client(), "orders"); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("the other server has %v", got)
	}
	if got := ids(t, srv.Client(), "orders"); !slices.Equal(got, []string{"a"}) {
		t.Errorf("the first server has %v", got)
	}
}

func TestResetForgetsEverything(t *testing.T) {
	t.Parallel()
	srv := ddbsqltest.Start(t)
	db := srv.Client()
	for range 3 {
		// A table of the same name and other keys takes the place of the one that is gone.
		makeTable(t, db, "orders")
		put(t, db, "orders", item{"id": str("a")})
		srv.Reset(t)
		tables, err := db.ListTables(t.Context(), &dynamodb.ListTablesInput{})
		if err != nil || len(tables.TableNames) != 0 {
			t.Errorf("after a reset there are %v (%v)", tables.TableNames, err)
		}
	}
}

func TestStreamsHaveOneShardAndCanBeRead(t *testing.T) {
	t.Parallel()
	srv := ddbsqltest.Start(t)
	makeTable(t, srv.Client(), "orders")
	put(t, srv.Client(), "orders", item{"id": str("a")})
	streams := dynamodbstreams.NewFromConfig(srv.Config())
	list, err := streams.ListStreams(t.Context(), &dynamodbstreams.ListStreamsInput{TableName: aws.String("orders")})
	if err != nil || len(list.Streams) != 1 {
		t.Fatalf("streams: %v, %v", list, err)
	}
	described, err := streams.DescribeStream(t.Context(), &dynamodbstreams.DescribeStreamInput{StreamArn: list.Streams[0].StreamArn})
	if err != nil || len(described.StreamDescription.Shards) != 1 {
		t.Fatalf("the stream: %v, %v", described, err)
	}
}

func TestExpiredItemsGoWhenTheyAreSwept(t *testing.T) {
	t.Parallel()
	srv := ddbsqltest.Start(t)
	db := srv.Client()
	makeTable(t, db, "orders")
	_, err := db.UpdateTimeToLive(t.Context(), &dynamodb.UpdateTimeToLiveInput{TableName: aws.String("orders"),
		TimeToLiveSpecification: &types.TimeToLiveSpecification{AttributeName: aws.String("until"), Enabled: aws.Bool(true)}})
	if err != nil {
		t.Fatal(err)
	}
	put(t, db, "orders", item{"id": str("a"), "until": &types.AttributeValueMemberN{Value: fmt.Sprint(time.Now().Add(-time.Hour).Unix())}})
	put(t, db, "orders", item{"id": str("b")})
	if n, err := srv.SweepExpired(); n != 1 || err != nil {
		t.Errorf("%d swept (%v), want 1", n, err)
	}
	if got := ids(t, db, "orders"); !slices.Equal(got, []string{"b"}) {
		t.Errorf("after the sweep there are %v", got)
	}
}

func TestAClosedServerAnswersNobody(t *testing.T) {
	t.Parallel()
	srv, err := ddbsqltest.New(ddbsqltest.Options{Region: "eu-west-1"})
	if err != nil {
		t.Fatal(err)
	}
	makeTable(t, srv.Client(), "orders")
	var both sync.WaitGroup
	for range 2 {
		both.Go(func() {
			if err := srv.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	both.Wait()
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	if _, err := srv.Client().ListTables(ctx, &dynamodb.ListTablesInput{}); err == nil {
		t.Error("a closed server answers")
	}
}

// BenchmarkStart is the time from Start to the answer of a GetItem, on a table made meanwhile.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		srv := startAndRead(b)
		b.StopTimer()
		if err := srv.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

// startAndRead starts a server, makes a table and reads an item.
func startAndRead(t testing.TB) *ddbsqltest.Server {
	srv, err := ddbsqltest.New(ddbsqltest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	db := srv.Client()
	if _, err := db.CreateTable(t.Context(), plainTable("orders")); err != nil {
		t.Fatal(err)
	}
	if _, err := db.GetItem(t.Context(), &dynamodb.GetItemInput{TableName: aws.String("orders"), Key: item{"id": str("a")}}); err != nil {
		t.Fatal(err)
	}
	return srv
}

// firstStart tells a process that it is one of BenchmarkFirstStart's.
const firstStart = "DDBSQLTEST_FIRST_START"

// TestFirst is what runs in such a process.
func TestFirst(t *testing.T) {
	if os.Getenv(firstStart) == "" {
		return
	}
	began := time.Now()
	srv := startAndRead(t)
	fmt.Printf("first start: %d ns\n", time.Since(began))
	if err := srv.Close(); err != nil {
		t.Fatal(err)
	}
}

// BenchmarkFirstStart measures the first start of a process, in which nothing has run before, SDK and sockets neither: each round is a process
// of its own, and in it the first test.
func BenchmarkFirstStart(b *testing.B) {
	var all []float64
	for b.Loop() {
		cmd := exec.CommandContext(b.Context(), os.Args[0], "-test.run=^TestFirst$")
		cmd.Env = append(os.Environ(), firstStart+"=1")
		out, err := cmd.Output()
		if err != nil {
			b.Fatal(err)
		}
		var took float64
		_, line, _ := strings.Cut(string(out), "first start: ")
		if _, err := fmt.Sscanf(line, "%f ns", &took); err != nil {
			b.Fatalf("%s: %v", out, err)
		}
		all = append(all, took/1e6)
	}
	slices.Sort(all)
	b.ReportMetric(all[len(all)/2], "ms/median")
	b.ReportMetric(all[len(all)*9/10], "ms/p90")
	b.ReportMetric(0, "ns/op") // of a process
}

func BenchmarkSnapshot(b *testing.B) {
	srv := seeded(b)
	for b.Loop() {
		srv.Snapshot(b)
	}
}

func BenchmarkRestore(b *testing.B) {
	srv := seeded(b)
	snapshot := srv.Snapshot(b)
	for b.Loop() {
		srv.Restore(b, snapshot)
	}
}

// seeded is a server with a table of 100 items.
func seeded(b *testing.B) *ddbsqltest.Server {
	srv := ddbsqltest.Start(b)
	makeTable(b, srv.Client(), "orders")
	for n := range 100 {
		put(b, srv.Client(), "orders", item{"id": str(fmt.Sprint(n))})
	}
	return srv
}
