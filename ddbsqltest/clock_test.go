package ddbsqltest_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/dynamodbstreams"
	streamtypes "github.com/aws/aws-sdk-go-v2/service/dynamodbstreams/types"

	"github.com/ddbsql/ddbsql/ddbsqltest"
)

var newYear = time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)

func TestItemsExpireByTheServersClock(t *testing.T) {
	t.Parallel()
	srv := ddbsqltest.Start(t)
	srv.SetClock(t, newYear)
	db := srv.Client()
	makeTable(t, db, "orders")
	_, err := db.UpdateTimeToLive(t.Context(), &dynamodb.UpdateTimeToLiveInput{TableName: aws.String("orders"),
		TimeToLiveSpecification: &types.TimeToLiveSpecification{AttributeName: aws.String("until"), Enabled: aws.Bool(true)}})
	if err != nil {
		t.Fatal(err)
	}
	until := newYear.Add(36 * time.Hour)
	put(t, db, "orders", item{"id": str("a"), "until": &types.AttributeValueMemberN{Value: fmt.Sprint(until.Unix())}})
	for _, c := range []struct {
		advance time.Duration
		swept   int
	}{{35 * time.Hour, 0}, {2 * time.Hour, 1}} {
		srv.Advance(t, c.advance)
		if n, err := srv.SweepExpired(); n != c.swept || err != nil {
			t.Errorf("after %s: %d swept (%v), want %d", c.advance, n, err, c.swept)
		}
	}
	if got := ids(t, db, "orders"); !slices.Equal(got, []string{}) {
		t.Errorf("after the sweep there are %v", got)
	}
}

func TestStreamsGoByTheServersClock(t *testing.T) {
	t.Parallel()
	srv := ddbsqltest.Start(t)
	srv.SetClock(t, newYear)
	db, streams := srv.Client(), dynamodbstreams.NewFromConfig(srv.Config())
	makeTable(t, db, "orders")
	put(t, db, "orders", item{"id": str("a")})
	described, err := db.DescribeTable(t.Context(), &dynamodb.DescribeTableInput{TableName: aws.String("orders")})
	if err != nil || !described.Table.CreationDateTime.Equal(newYear) {
		t.Fatalf("made at %v (%v), want %s", described.Table.CreationDateTime, err, newYear)
	}
	arn := described.Table.LatestStreamArn
	stream, err := streams.DescribeStream(t.Context(), &dynamodbstreams.DescribeStreamInput{StreamArn: arn})
	if err != nil {
		t.Fatal(err)
	}
	oldest, err := streams.GetShardIterator(t.Context(), &dynamodbstreams.GetShardIteratorInput{StreamArn: arn,
		ShardId: stream.StreamDescription.Shards[0].ShardId, ShardIteratorType: streamtypes.ShardIteratorTypeTrimHorizon})
	if err != nil {
		t.Fatal(err)
	}
	read := &dynamodbstreams.GetRecordsInput{ShardIterator: oldest.ShardIterator}
	if page, err := streams.GetRecords(t.Context(), read); err != nil || len(page.Records) != 1 {
		t.Fatalf("read %v (%v), want one record", page, err)
	}
	srv.Advance(t, 16*time.Minute)
	var expired *streamtypes.ExpiredIteratorException
	if _, err := streams.GetRecords(t.Context(), read); !errors.As(err, &expired) {
		t.Errorf("after 16 minutes the iterator gives %v", err)
	}
	srv.Advance(t, 24*time.Hour)
	if n, err := srv.TrimStreams(); n != 1 || err != nil {
		t.Errorf("%d records trimmed (%v), want 1", n, err)
	}
}
