// Package films_test tests a program that keeps films in DynamoDB, by Testcontainers' own module for DynamoDB Local. All that makes the
// server ddbsql is the name of the image.
package films_test

import (
	"cmp"
	"context"
	"errors"
	"os"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/testcontainers/testcontainers-go"
	tcdynamodb "github.com/testcontainers/testcontainers-go/modules/dynamodb"
)

// image stands where amazon/dynamodb-local:2.6.1 stood.
var image = cmp.Or(os.Getenv("DDBSQL_IMAGE"), "ddbsql")

// start runs a container for the test and gives its endpoint.
func start(t *testing.T, options ...testcontainers.ContainerCustomizer) string {
	t.Helper()
	ctr, err := tcdynamodb.Run(t.Context(), image, options...)
	testcontainers.CleanupContainer(t, ctr)
	if err != nil {
		t.Fatal(err)
	}
	address, err := ctr.ConnectionString(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return "http://" + address
}

func client(endpoint, accessKey string) *dynamodb.Client {
	return dynamodb.New(dynamodb.Options{
		BaseEndpoint: &endpoint, Region: "us-east-1", Credentials: credentials.NewStaticCredentialsProvider(accessKey, "any", ""),
	})
}

// createFilms makes a table of films by director and year, and gives its ARN.
func createFilms(ctx context.Context, t *testing.T, db *dynamodb.Client) *string {
	t.Helper()
	out, err := db.CreateTable(ctx, &dynamodb.CreateTableInput{
		TableName: aws.String("films"), BillingMode: types.BillingModePayPerRequest,
		AttributeDefinitions: []types.AttributeDefinition{
			{AttributeName: aws.String("director"), AttributeType: types.ScalarAttributeTypeS},
			{AttributeName: aws.String("year"), AttributeType: types.ScalarAttributeTypeN},
		},
		KeySchema: []types.KeySchemaElement{
			{AttributeName: aws.String("director"), KeyType: types.KeyTypeHash},
			{AttributeName: aws.String("year"), KeyType: types.KeyTypeRange},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.TableDescription.TableArn
}

func TestFilmsAreFoundByDirectorInOrder(t *testing.T) {
	ctx := t.Context()
	db := client(start(t), "any")
	createFilms(ctx, t, db)
	for year, title := range map[string]string{"1931": "M", "1927": "Metropolis", "1922": "Dr. Mabuse"} {
		item := map[string]types.AttributeValue{
			"director": &types.AttributeValueMemberS{Value: "Lang"}, "year": &types.AttributeValueMemberN{Value: year},
			"title": &types.AttributeValueMemberS{Value: title},
		}
		if _, err := db.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String("films"), Item: item}); err != nil {
			t.Fatal(err)
		}
	}
	found, err := db.Query(ctx, &dynamodb.QueryInput{
		TableName:                aws.String("films"),
		KeyConditionExpression:   aws.String("director = :d AND #y > :y"),
		ExpressionAttributeNames: map[string]string{"#y": "year"},
		ExpressionAttributeValues: map[string]types.AttributeValue{
			":d": &types.AttributeValueMemberS{Value: "Lang"}, ":y": &types.AttributeValueMemberN{Value: "1925"},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, film := range found.Items {
		titles = append(titles, film["title"].(*types.AttributeValueMemberS).Value)
	}
	if !slices.Equal(titles, []string{"Metropolis", "M"}) {
		t.Errorf("found %q", titles)
	}
}

// DynamoDB has tags, DynamoDB Local 2.6 refuses them: this is ddbsql.
func TestTablesHaveTags(t *testing.T) {
	ctx := t.Context()
	db := client(start(t, tcdynamodb.WithDisableTelemetry()), "any")
	arn := createFilms(ctx, t, db)
	_, err := db.TagResource(ctx, &dynamodb.TagResourceInput{
		ResourceArn: arn, Tags: []types.Tag{{Key: aws.String("owner"), Value: aws.String("archive")}},
	})
	if err != nil {
		t.Fatal(err)
	}
	listed, err := db.ListTagsOfResource(ctx, &dynamodb.ListTagsOfResourceInput{ResourceArn: arn})
	if err != nil || len(listed.Tags) != 1 || *listed.Tags[0].Value != "archive" {
		t.Errorf("tags %v, %v", listed, err)
	}
}

func TestOtherCredentialsSeeTheTableOnlyInASharedDatabase(t *testing.T) {
	for _, c := range []struct {
		name    string
		options []testcontainers.ContainerCustomizer
		seen    bool
	}{
		{"separate", nil, false},
		{"shared", []testcontainers.ContainerCustomizer{tcdynamodb.WithSharedDB()}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx := t.Context()
			endpoint := start(t, c.options...)
			createFilms(ctx, t, client(endpoint, "one"))
			_, err := client(endpoint, "two").DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: aws.String("films")})
			var notFound *types.ResourceNotFoundException
			if c.seen && err != nil || !c.seen && !errors.As(err, &notFound) {
				t.Errorf("DescribeTable: %v", err)
			}
		})
	}
}
