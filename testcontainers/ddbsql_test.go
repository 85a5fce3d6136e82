package ddbsql_test

import (
	"cmp"
	"os"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/testcontainers/testcontainers-go"

	ddbsql "github.com/ddbsql/ddbsql/testcontainers"
)

var image = cmp.Or(os.Getenv("DDBSQL_IMAGE"), "ddbsql")

// client is an SDK client of a server, with this region and key.
func client(endpoint, region, accessKey, secretKey string) *dynamodb.Client {
	return dynamodb.New(dynamodb.Options{
		BaseEndpoint: &endpoint, Region: region, Credentials: credentials.NewStaticCredentialsProvider(accessKey, secretKey, ""),
	})
}

var table = &dynamodb.CreateTableInput{
	TableName: aws.String("films"), BillingMode: types.BillingModePayPerRequest,
	AttributeDefinitions: []types.AttributeDefinition{{AttributeName: aws.String("title"), AttributeType: types.ScalarAttributeTypeS}},
	KeySchema:            []types.KeySchemaElement{{AttributeName: aws.String("title"), KeyType: types.KeyTypeHash}},
}

func TestRun(t *testing.T) {
	for _, c := range []struct {
		name                      string
		options                   []testcontainers.ContainerCustomizer
		region, accessKey, secret string
		arn                       string // empty: the request is refused
	}{
		{"without options any key will do", nil, "us-east-1", "any", "any", "arn:aws:dynamodb:us-east-1:000000000000:table/films"},
		{"in a file", []testcontainers.ContainerCustomizer{ddbsql.WithDatabase("sqlite:/data/films.db")}, "us-east-1", "any", "any", "arn:aws:dynamodb:us-east-1:000000000000:table/films"},
		{"in another region", []testcontainers.ContainerCustomizer{ddbsql.WithRegion("eu-west-1")}, "eu-west-1", "any", "any", "arn:aws:dynamodb:eu-west-1:000000000000:table/films"},
		{"with the right key", []testcontainers.ContainerCustomizer{ddbsql.WithCredentials("key", "secret")}, "us-east-1", "key", "secret", "arn:aws:dynamodb:us-east-1:000000000000:table/films"},
		{"with another secret", []testcontainers.ContainerCustomizer{ddbsql.WithCredentials("key", "secret")}, "us-east-1", "key", "another", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctr, err := ddbsql.Run(t.Context(), image, c.options...)
			testcontainers.CleanupContainer(t, ctr)
			if err != nil {
				t.Fatal(err)
			}
			url, err := ctr.ConnectionString(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			out, err := client(url, c.region, c.accessKey, c.secret).CreateTable(t.Context(), table)
			if (err == nil) != (c.arn != "") {
				t.Fatalf("CreateTable: %v", err)
			}
			if err == nil && *out.TableDescription.TableArn != c.arn {
				t.Errorf("ARN %s", *out.TableDescription.TableArn)
			}
		})
	}
}

func TestRunOfNoImage(t *testing.T) {
	ctr, err := ddbsql.Run(t.Context(), "ddbsql-that-is-not-there:0")
	testcontainers.CleanupContainer(t, ctr)
	if err == nil {
		t.Error("no error")
	}
}
