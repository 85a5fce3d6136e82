package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
)

// request is one operation and its input.
type request struct{ Operation, Input string }

// making are the requests that make what a fixture has: a table with indexes of both kinds, a stream and items that expire; one that is
// plain; one whose stream is disabled; one that is deleted; values of all types; a transaction with a token.
var making = []request{
	{"CreateTable", `{"TableName":"orders","BillingMode":"PAY_PER_REQUEST",
		"AttributeDefinitions":[{"AttributeName":"customer","AttributeType":"S"},{"AttributeName":"number","AttributeType":"N"},{"AttributeName":"status","AttributeType":"S"},{"AttributeName":"day","AttributeType":"B"}],
		"KeySchema":[{"AttributeName":"customer","KeyType":"HASH"},{"AttributeName":"number","KeyType":"RANGE"}],
		"GlobalSecondaryIndexes":[{"IndexName":"by-status","KeySchema":[{"AttributeName":"status","KeyType":"HASH"},{"AttributeName":"number","KeyType":"RANGE"}],"Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["total"]}}],
		"LocalSecondaryIndexes":[{"IndexName":"by-day","KeySchema":[{"AttributeName":"customer","KeyType":"HASH"},{"AttributeName":"day","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"}}],
		"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"},"Tags":[{"Key":"team","Value":"sales"}]}`},
	{"UpdateTimeToLive", `{"TableName":"orders","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"expires"}}`},
	{"CreateTable", `{"TableName":"plain","BillingMode":"PROVISIONED","ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":6},
		"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"B"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}`},
	{"CreateTable", `{"TableName":"silenced","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
		"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}}`},
	{"PutItem", `{"TableName":"silenced","Item":{"pk":{"S":"told"}}}`},
	{"UpdateTable", `{"TableName":"silenced","StreamSpecification":{"StreamEnabled":false}}`},
	{"PutItem", `{"TableName":"silenced","Item":{"pk":{"S":"not told"}}}`},
	{"CreateTable", `{"TableName":"deleted","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
		"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}`},
	{"DeleteTable", `{"TableName":"deleted"}`},
	{"PutItem", `{"TableName":"plain","Item":{"pk":{"B":"AAEC"},"all":{"M":{"s":{"S":"tab\tquote\" \u0000 \u0001 ü 漢 \ud83d\ude00"},"n":{"N":"-123456789012345678901234567890.12345678"},"small":{"N":"1E-130"},
		"b":{"B":"/+8="},"t":{"BOOL":true},"f":{"BOOL":false},"nil":{"NULL":true},"ss":{"SS":["b","a"]},"ns":{"NS":["2","1.5"]},"bs":{"BS":["AQ==","AA=="]},"l":{"L":[{"S":""},{"L":[]},{"M":{}}]}}}}}`},
	{"BatchWriteItem", `{"RequestItems":{"orders":[
		{"PutRequest":{"Item":{"customer":{"S":"anna"},"number":{"N":"1"},"status":{"S":"open"},"day":{"B":"AQ=="},"total":{"N":"12.50"},"note":{"S":"not projected"}}}},
		{"PutRequest":{"Item":{"customer":{"S":"anna"},"number":{"N":"2"},"status":{"S":"paid"},"day":{"B":"AA=="},"total":{"N":"7"},"expires":{"N":"4102444800"}}}},
		{"PutRequest":{"Item":{"customer":{"S":"anna"},"number":{"N":"-3.5"},"total":{"N":"0"}}}},
		{"PutRequest":{"Item":{"customer":{"S":"bob"},"number":{"N":"1"},"status":{"S":"open"},"total":{"N":"99"}}}}]}}`},
	{"UpdateItem", `{"TableName":"orders","Key":{"customer":{"S":"bob"},"number":{"N":"1"}},"UpdateExpression":"SET #s = :s ADD #t :one","ExpressionAttributeNames":{"#s":"status","#t":"total"},"ExpressionAttributeValues":{":s":{"S":"paid"},":one":{"N":"1"}}}`},
	{"DeleteItem", `{"TableName":"orders","Key":{"customer":{"S":"anna"},"number":{"N":"-3.5"}}}`},
	{"TransactWriteItems", `{"ClientRequestToken":"of the version before","TransactItems":[
		{"Put":{"TableName":"orders","Item":{"customer":{"S":"carl"},"number":{"N":"1"},"status":{"S":"open"},"total":{"N":"1"}}}},
		{"Update":{"TableName":"plain","Key":{"pk":{"B":"AAEC"}},"UpdateExpression":"SET seen = :yes","ExpressionAttributeValues":{":yes":{"BOOL":true}}}}]}`},
}

// reading are requests whose answers must stay what they are.
var reading = []request{
	{"ListTables", `{}`},
	{"DescribeTable", `{"TableName":"orders"}`},
	{"DescribeTable", `{"TableName":"plain"}`},
	{"DescribeTable", `{"TableName":"silenced"}`},
	{"DescribeTimeToLive", `{"TableName":"orders"}`},
	{"GetItem", `{"TableName":"plain","Key":{"pk":{"B":"AAEC"}},"ConsistentRead":true,"ReturnConsumedCapacity":"TOTAL"}`},
	{"Query", `{"TableName":"orders","KeyConditionExpression":"customer = :c","ExpressionAttributeValues":{":c":{"S":"anna"}},"ReturnConsumedCapacity":"INDEXES"}`},
	{"Query", `{"TableName":"orders","IndexName":"by-status","KeyConditionExpression":"#s = :s","ExpressionAttributeNames":{"#s":"status"},"ExpressionAttributeValues":{":s":{"S":"paid"}}}`},
	{"Query", `{"TableName":"orders","IndexName":"by-day","KeyConditionExpression":"customer = :c AND #d >= :d","ExpressionAttributeNames":{"#d":"day"},"ExpressionAttributeValues":{":c":{"S":"anna"},":d":{"B":"AA=="}}}`},
	{"Scan", `{"TableName":"orders","FilterExpression":"#t > :t","ExpressionAttributeNames":{"#t":"total"},"ExpressionAttributeValues":{":t":{"N":"5"}}}`},
	{"Scan", `{"TableName":"silenced"}`},
	{"ListStreams", `{}`},
}

// answer is a request with what was answered.
type answer struct {
	request
	Answer json.RawMessage
}

// make sends a request that has to succeed.
func (r request) make(url string) error {
	_, err := r.send(url)
	return err
}

// send sends a request and gives the body of the answer, which has to be a good one.
func (r request) send(url string) ([]byte, error) {
	target := "DynamoDB_20120810."
	if strings.Contains(r.Operation, "Stream") || strings.Contains(r.Operation, "Shard") || r.Operation == "GetRecords" {
		target = "DynamoDBStreams_20120810."
	}
	req, err := http.NewRequest(http.MethodPost, url, strings.NewReader(r.Input))
	if err != nil {
		return nil, err
	}
	req.Header.Set("X-Amz-Target", target+r.Operation)
	req.Header.Set("Content-Type", "application/x-amz-json-1.0")
	req.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err == nil && res.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s %s: status %d, %s", r.Operation, r.Input, res.StatusCode, body)
	}
	return body, err
}

// readAll asks all that is to stay as it is, the records of the streams too.
func readAll(url string) ([]answer, error) {
	var answers []answer
	for _, r := range reading {
		body, err := r.send(url)
		if err != nil {
			return nil, err
		}
		answers = append(answers, answer{r, body})
	}
	streams, err := readStreams(url)
	return append(answers, streams...), err
}

// readStreams describes all streams and reads all records of their shards.
func readStreams(url string) ([]answer, error) {
	var listed struct{ Streams []struct{ StreamArn string } }
	if err := ask(url, request{"ListStreams", `{}`}, &listed); err != nil {
		return nil, err
	}
	var answers []answer
	for _, s := range listed.Streams {
		describe := request{"DescribeStream", fmt.Sprintf(`{"StreamArn":%q}`, s.StreamArn)}
		body, err := describe.send(url)
		if err != nil {
			return nil, err
		}
		answers = append(answers, answer{describe, body})
		var described struct {
			StreamDescription struct{ Shards []struct{ ShardId string } }
		}
		if err := json.Unmarshal(body, &described); err != nil {
			return nil, err
		}
		for _, shard := range described.StreamDescription.Shards {
			records, err := readShard(url, s.StreamArn, shard.ShardId)
			if err != nil {
				return nil, err
			}
			answers = append(answers, records)
		}
	}
	return answers, nil
}

// readShard reads the records of a shard; what names the place to go on from is different each time, and left out.
func readShard(url, arn, shard string) (answer, error) {
	first := request{"GetShardIterator", fmt.Sprintf(`{"StreamArn":%q,"ShardId":%q,"ShardIteratorType":"TRIM_HORIZON"}`, arn, shard)}
	var begun struct{ ShardIterator string }
	if err := ask(url, first, &begun); err != nil {
		return answer{}, err
	}
	var page struct{ Records json.RawMessage }
	err := ask(url, request{"GetRecords", fmt.Sprintf(`{"ShardIterator":%q}`, begun.ShardIterator)}, &page)
	return answer{request{"GetRecords", first.Input}, page.Records}, err
}

func ask(url string, r request, into any) error {
	body, err := r.send(url)
	if err != nil {
		return err
	}
	return json.Unmarshal(body, into)
}

// save and load keep answers in a file, a line each.
func save(path string, answers []answer) error {
	var text bytes.Buffer
	for _, a := range answers {
		line, err := json.Marshal(a)
		if err != nil {
			return err
		}
		text.Write(append(line, '\n'))
	}
	return os.WriteFile(path, text.Bytes(), 0o644)
}

func load(path string) (answers []answer, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	for line := range bytes.Lines(text) {
		var a answer
		if err := json.Unmarshal(line, &a); err != nil {
			return nil, err
		}
		answers = append(answers, a)
	}
	return answers, nil
}
