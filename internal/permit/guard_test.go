package permit_test

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/auth"
	"github.com/ddbsql/ddbsql/internal/permit"
)

const (
	films  = "arn:aws:dynamodb:us-east-1:123456789012:table/films"
	stream = "/stream/2026-03-04T05:06:07.000"
)

// keys are restricted in each way, and not at all.
var keys = auth.Keys{
	"ALL":    {Secret: "s"},
	"READ":   {Secret: "s", ReadOnly: true},
	"FILMS":  {Secret: "s", Tables: []string{"orders-*", "films"}},
	"BOTH":   {Secret: "s", ReadOnly: true, Tables: []string{"films"}},
	"STAR":   {Secret: "s", Tables: []string{"*"}},
	"OTHERS": {Secret: "s", Tables: []string{"film", "films?", "Films", "orders-*"}},
}

func newGuard() *permit.Guard {
	return permit.New(permit.Config{
		Key:    func(accessKey string) (auth.Key, bool) { k, known := keys[accessKey]; return k, known },
		Region: "us-east-1", Account: "123456789012",
	})
}

// requests are one or more of each operation on the table films. action is what it does there, and resource what that is done to.
var requests = []struct {
	operation, body, action, resource string
	writes                            bool
}{
	{"BatchExecuteStatement", `{"Statements":[{"Statement":"SELECT * FROM films WHERE pk = 'a'"}]}`, "PartiQLSelect", films, false},
	{"BatchExecuteStatement", `{"Statements":[{"Statement":"DELETE FROM \"films\" WHERE pk = 'a'"}]}`, "PartiQLDelete", films, true},
	{"BatchGetItem", `{"RequestItems":{"films":{"Keys":[{"pk":{"S":"a"}}]}}}`, "BatchGetItem", films, false},
	{"BatchWriteItem", `{"RequestItems":{"films":[{"DeleteRequest":{"Key":{"pk":{"S":"a"}}}}]}}`, "BatchWriteItem", films, true},
	{"CreateTable", `{"TableName":"films","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"BillingMode":"PAY_PER_REQUEST"}`,
		"CreateTable", films, true},
	{"DeleteItem", `{"TableName":"films","Key":{"pk":{"S":"a"}}}`, "DeleteItem", films, true},
	{"DeleteTable", `{"TableName":"films"}`, "DeleteTable", films, true},
	{"DescribeContinuousBackups", `{"TableName":"films"}`, "DescribeContinuousBackups", films, false},
	{"DescribeEndpoints", `{}`, "DescribeEndpoints", "*", false},
	{"DescribeLimits", `{}`, "DescribeLimits", "*", false},
	{"DescribeStream", `{"StreamArn":"` + films + stream + `"}`, "DescribeStream", films + stream, false},
	{"DescribeTable", `{"TableName":"films"}`, "DescribeTable", films, false},
	{"DescribeTimeToLive", `{"TableName":"films"}`, "DescribeTimeToLive", films, false},
	{"ExecuteStatement", `{"Statement":"SELECT * FROM \"films\".\"year\""}`, "PartiQLSelect", films + "/index/year", false},
	{"ExecuteStatement", `{"Statement":"INSERT INTO films VALUE {'pk':'a'}"}`, "PartiQLInsert", films, true},
	{"ExecuteStatement", `{"Statement":"UPDATE films SET a = 1 WHERE pk = 'a'"}`, "PartiQLUpdate", films, true},
	{"ExecuteTransaction", `{"TransactStatements":[{"Statement":"SELECT * FROM films WHERE pk = 'a'"}]}`, "PartiQLSelect", films, false},
	{"ExecuteTransaction", `{"TransactStatements":[{"Statement":"EXISTS(SELECT * FROM films WHERE pk = 'a')"}]}`, "PartiQLSelect", films, false},
	{"ExecuteTransaction", `{"TransactStatements":[{"Statement":"DELETE FROM films WHERE pk = 'a'"}]}`, "PartiQLDelete", films, true},
	{"GetItem", `{"TableName":"films","Key":{"pk":{"S":"a"}}}`, "GetItem", films, false},
	{"GetRecords", `{"ShardIterator":"` + films + stream + `|1|AAAA"}`, "GetRecords", films + stream, false},
	{"GetShardIterator", `{"StreamArn":"` + films + stream + `","ShardId":"shardId-00000000000000000000-00000001","ShardIteratorType":"LATEST"}`, "GetShardIterator", films + stream, false},
	{"ListStreams", `{"TableName":"films"}`, "ListStreams", films + "/stream/*", false},
	{"ListStreams", `{}`, "ListStreams", strings.TrimSuffix(films, "films") + "*/stream/*", false},
	{"ListTables", `{}`, "ListTables", strings.TrimSuffix(films, "films") + "*", false},
	{"ListTagsOfResource", `{"ResourceArn":"` + films + `"}`, "ListTagsOfResource", films, false},
	{"PutItem", `{"TableName":"films","Item":{"pk":{"S":"a"}}}`, "PutItem", films, true},
	{"Query", `{"TableName":"films","KeyConditionExpression":"pk = :a","ExpressionAttributeValues":{":a":{"S":"a"}}}`, "Query", films, false},
	{"Query", `{"TableName":"films","IndexName":"year","KeyConditionExpression":"pk = :a","ExpressionAttributeValues":{":a":{"S":"a"}}}`, "Query", films + "/index/year", false},
	{"Scan", `{"TableName":"films"}`, "Scan", films, false},
	{"Scan", `{"TableName":"films","IndexName":"year"}`, "Scan", films + "/index/year", false},
	{"TagResource", `{"ResourceArn":"` + films + `","Tags":[{"Key":"a","Value":"b"}]}`, "TagResource", films, true},
	{"TransactGetItems", `{"TransactItems":[{"Get":{"TableName":"films","Key":{"pk":{"S":"a"}}}}]}`, "GetItem", films, false},
	{"TransactWriteItems", `{"TransactItems":[{"Put":{"TableName":"films","Item":{"pk":{"S":"a"}}}}]}`, "PutItem", films, true},
	{"TransactWriteItems", `{"TransactItems":[{"Delete":{"TableName":"films","Key":{"pk":{"S":"a"}}}}]}`, "DeleteItem", films, true},
	{"TransactWriteItems", `{"TransactItems":[{"Update":{"TableName":"films","Key":{"pk":{"S":"a"}},"UpdateExpression":"REMOVE a"}}]}`, "UpdateItem", films, true},
	{"TransactWriteItems", `{"TransactItems":[{"ConditionCheck":{"TableName":"films","Key":{"pk":{"S":"a"}},"ConditionExpression":"attribute_exists(pk)"}}]}`, "ConditionCheckItem", films, false},
	{"UntagResource", `{"ResourceArn":"` + films + `","TagKeys":["a"]}`, "UntagResource", films, true},
	{"UpdateItem", `{"TableName":"films","Key":{"pk":{"S":"a"}}}`, "UpdateItem", films, true},
	{"UpdateTable", `{"TableName":"films","BillingMode":"PAY_PER_REQUEST"}`, "UpdateTable", films, true},
	{"UpdateTimeToLive", `{"TableName":"films","TimeToLiveSpecification":{"AttributeName":"ttl","Enabled":true}}`, "UpdateTimeToLive", films, true},
}

// Each operation by each kind of key. A request that does not decode would be allowed: that each does is looked at, too.
func TestEveryOperation(t *testing.T) {
	g := newGuard()
	seen := map[string]bool{}
	for _, r := range requests {
		seen[r.operation] = true
		if _, refused := api.Decode(api.Operations[r.operation], []byte(r.body)); refused != nil {
			t.Fatalf("%s %s does not decode: %v", r.operation, r.body, refused)
		}
		ofOneTable := strings.HasPrefix(r.resource, films)
		for accessKey, allowed := range map[string]bool{
			"ALL": true, "READ": !r.writes, "FILMS": ofOneTable, "BOTH": ofOneTable && !r.writes, "STAR": true, "OTHERS": false,
		} {
			t.Run(r.operation+" "+r.action+" by "+accessKey, func(t *testing.T) {
				refusal := g.Permit(accessKey, r.operation, []byte(r.body))
				want := "User: arn:aws:iam::123456789012:user/" + accessKey + " is not authorized to perform: dynamodb:" + r.action + " on resource: " +
					r.resource + " because no identity-based policy allows the dynamodb:" + r.action + " action"
				switch {
				case allowed && refusal != nil:
					t.Errorf("refused: %v", refusal)
				case !allowed && (refusal == nil || refusal.Code != apierr.AccessDenied || refusal.Message != want):
					t.Errorf("got  %v\nwant %s", refusal, want)
				}
			})
		}
	}
	for _, op := range api.Served() {
		if !seen[op.Name] {
			t.Errorf("%s is not tested", op.Name)
		}
	}
}

// Ways to name a table that a key is not good for beside one that it is good for, or so that it looks like one.
func TestHiddenTables(t *testing.T) {
	g := newGuard()
	const get = `{"TableName":"secrets","Key":{"pk":{"S":"a"}}}`
	secrets := strings.Replace(films, "films", "secrets", 1)
	for _, c := range []struct{ name, operation, body string }{
		{"a name sent twice", "GetItem", `{"TableName":"films","TableName":"secrets","Key":{"pk":{"S":"a"}}}`},
		{"an escaped name", "GetItem", `{"\u0054ableName":"\u0073ecrets","Key":{"pk":{"S":"a"}}}`},
		{"an ARN", "GetItem", `{"TableName":"` + secrets + `","Key":{"pk":{"S":"a"}}}`},
		{"an ARN of another account", "GetItem", `{"TableName":"arn:aws:dynamodb:eu-west-1:999999999999:table/secrets","Key":{"pk":{"S":"a"}}}`},
		{"the second of two tables that are read", "BatchGetItem", `{"RequestItems":{"films":{"Keys":[{"pk":{"S":"a"}}]},"secrets":{"Keys":[{"pk":{"S":"a"}}]}}}`},
		{"the second of two tables that are read, by its ARN", "BatchGetItem", `{"RequestItems":{"films":{"Keys":[{"pk":{"S":"a"}}]},"` + secrets + `":{"Keys":[{"pk":{"S":"a"}}]}}}`},
		{"the second of two tables that are written", "BatchWriteItem", `{"RequestItems":{"films":[{"DeleteRequest":{"Key":{"pk":{"S":"a"}}}}],"secrets":[{"DeleteRequest":{"Key":{"pk":{"S":"a"}}}}]}}`},
		{"the second get of a transaction", "TransactGetItems", `{"TransactItems":[{"Get":{"TableName":"films","Key":{"pk":{"S":"a"}}}},{"Get":` + get + `}]}`},
		{"the second action of a transaction", "TransactWriteItems", `{"TransactItems":[{"Delete":{"TableName":"films","Key":{"pk":{"S":"a"}}}},{"Delete":` + get + `}]}`},
		{"the condition of a transaction", "TransactWriteItems", `{"TransactItems":[{"Delete":{"TableName":"films","Key":{"pk":{"S":"a"}}}},{"ConditionCheck":{"TableName":"secrets","Key":{"pk":{"S":"a"}},"ConditionExpression":"attribute_exists(pk)"}}]}`},
		{"a statement", "ExecuteStatement", `{"Statement":"select * from secrets"}`},
		{"a statement with a quoted name", "ExecuteStatement", `{"Statement":"SELECT * FROM \"secrets\""}`},
		{"a statement with an index that is named as a table", "ExecuteStatement", `{"Statement":"SELECT * FROM \"secrets\".\"films\""}`},
		{"a statement with a comment", "ExecuteStatement", `{"Statement":"SELECT * FROM /* films */ secrets"}`},
		{"the second statement of a batch", "BatchExecuteStatement", `{"Statements":[{"Statement":"SELECT * FROM films WHERE pk='a'"},{"Statement":"SELECT * FROM secrets WHERE pk='a'"}]}`},
		{"the second statement of a transaction", "ExecuteTransaction", `{"TransactStatements":[{"Statement":"DELETE FROM films WHERE pk='a'"},{"Statement":"EXISTS(SELECT * FROM secrets WHERE pk='a')"}]}`},
		{"a stream", "DescribeStream", `{"StreamArn":"` + secrets + stream + `"}`},
		{"the streams of all tables", "ListStreams", `{}`},
		{"the streams of all tables, from one on", "ListStreams", `{"ExclusiveStartStreamArn":"` + films + stream + `"}`},
		{"an iterator", "GetRecords", `{"ShardIterator":"` + secrets + stream + `|1|AAAA"}`},
		{"an iterator that is none", "GetRecords", `{"ShardIterator":"films"}`},
		{"the tags of an ARN", "ListTagsOfResource", `{"ResourceArn":"` + secrets + `"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, refused := api.Decode(api.Operations[c.operation], []byte(c.body)); refused != nil {
				t.Fatalf("does not decode: %v", refused)
			}
			refusal := g.Permit("FILMS", c.operation, []byte(c.body))
			if refusal == nil || refusal.Code != apierr.AccessDenied || !strings.Contains(refusal.Message, "/secrets") && !strings.Contains(refusal.Message, "/*") {
				t.Errorf("got %v", refusal)
			}
		})
	}
}

func TestKeysThatWent(t *testing.T) {
	if refusal := newGuard().Permit("NOBODY", "ListTables", []byte("{}")); refusal == nil || refusal.Code != apierr.UnrecognizedClient {
		t.Errorf("got %v", refusal)
	}
}
