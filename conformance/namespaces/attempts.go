package main

import (
	"fmt"
	"net/http"
	"strings"
)

// kind is a way to get at what is the owner's. try is an error if it succeeded.
type kind struct {
	name string
	try  func(t *trial, thief *caller) error
}

var kinds = []kind{
	{"by names", func(t *trial, c *caller) error { return allRefused(c, onTable(secret)) }},
	{"by ARNs of tables", func(t *trial, c *caller) error { return allRefused(c, onTable(t.loot.table)) }},
	{"by the ARN of a table whose name is taken", func(t *trial, c *caller) error { return allWithout(c, onTable(t.loot.sharedARN)) }},
	{"by tags of an ARN", func(t *trial, c *caller) error {
		return allRefused(c, []request{{"ListTagsOfResource", object{"ResourceArn": t.loot.table}}})
	}},
	{"by LastEvaluatedKeys", byLastKey},
	{"by lists of tables", byLists},
	{"by stream ARNs", byStreams},
	{"by shard iterators", byIterators},
	{"by client request tokens", byTokens},
	{"by statements", byStatements},
	{"by NextTokens", byNextToken},
	{"by the owner's key", byForgedKey},
}

// request is an operation and its parameters.
type request struct {
	operation string
	in        object
}

// onTable are requests that read a table, which they name by a name or an ARN.
func onTable(table string) []request {
	key := object{"pk": text("p"), "sk": text("001")}
	return []request{
		{"GetItem", object{"TableName": table, "Key": key}},
		{"Query", object{"TableName": table, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": object{":p": text("p")}}},
		{"Scan", object{"TableName": table}},
		{"BatchGetItem", object{"RequestItems": object{table: object{"Keys": []object{key}}}}},
		{"TransactGetItems", object{"TransactItems": []object{{"Get": object{"TableName": table, "Key": key}}}}},
		{"DescribeTable", object{"TableName": table}},
		{"DeleteItem", object{"TableName": table, "Key": object{"pk": text("none"), "sk": text("none")}, "ReturnValues": "ALL_OLD"}},
		{"DescribeTimeToLive", object{"TableName": table}},
	}
}

func allRefused(c *caller, requests []request) error { return all(c, requests, answer.refused) }
func allWithout(c *caller, requests []request) error { return all(c, requests, answer.leak) }

func all(c *caller, requests []request, judge func(answer) error) error {
	for _, r := range requests {
		a, err := c.ask(r.operation, r.in)
		if err == nil {
			err = judge(a)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", r.operation, err)
		}
	}
	return nil
}

func byLastKey(t *trial, c *caller) error {
	query := object{"TableName": shared, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": object{":p": text("p")}, "ExclusiveStartKey": t.loot.lastKey}
	return allWithout(c, []request{{"Query", query}, {"Scan", object{"TableName": shared, "ExclusiveStartKey": t.loot.lastKey}}})
}

// byLists looks for names in lists.
func byLists(t *trial, c *caller) error {
	for _, r := range []request{
		{"ListTables", object{}}, {"ListTables", object{"ExclusiveStartTableName": secret[:len(secret)-1]}},
		{"ListStreams", object{}}, {"ListStreams", object{"TableName": secret}},
		{"ListStreams", object{"ExclusiveStartStreamArn": t.loot.sharedStream}},
	} {
		a, err := c.ask(r.operation, r.in)
		if err != nil {
			return err
		}
		// A refusal repeats what was asked for.
		if a.status == http.StatusOK && (strings.Contains(a.text, secret) || strings.Contains(a.text, t.loot.sharedStream)) {
			return fmt.Errorf("%s tells what the owner has: %s", r.operation, a.text)
		}
	}
	return nil
}

func byStreams(t *trial, c *caller) error {
	var requests []request
	for _, arn := range []string{t.loot.stream, t.loot.sharedStream} {
		requests = append(requests,
			request{"DescribeStream", object{"StreamArn": arn}},
			request{"GetShardIterator", object{"StreamArn": arn, "ShardId": t.loot.shard, "ShardIteratorType": "TRIM_HORIZON"}})
	}
	return allRefused(c, requests)
}

func byIterators(t *trial, c *caller) error {
	return allRefused(c, []request{
		{"GetRecords", object{"ShardIterator": t.loot.iterator}}, {"GetRecords", object{"ShardIterator": t.loot.sharedShardIterator}},
	})
}

// byTokens repeats a token of the owner: that it was used must not be told, neither by an answer without an effect nor by a refusal.
func byTokens(t *trial, c *caller) error {
	t.tokens++
	sk := fmt.Sprintf("%s %d", c.name, t.tokens)
	token := fmt.Sprintf("token %d", t.tokens)
	same := object{"ClientRequestToken": token, "TransactItems": []object{putTogether(sk, "v")}}
	if _, err := t.owner.must("TransactWriteItems", same); err != nil {
		return err
	}
	for _, in := range []object{same, {"ClientRequestToken": t.loot.token + token, "TransactItems": []object{putTogether(sk+"b", "v")}}} {
		if _, err := c.must("TransactWriteItems", in); err != nil {
			return err
		}
	}
	a, err := c.must("GetItem", object{"TableName": shared, "Key": object{"pk": text("t"), "sk": text(sk)}})
	if err != nil {
		return err
	}
	if !strings.Contains(a.text, sk) {
		return fmt.Errorf("a transaction was taken for one of the owner's: %s", a.text)
	}
	return nil
}

func byStatements(t *trial, c *caller) error {
	var refused []request
	for _, table := range []string{secret, t.loot.table} {
		statement := `SELECT * FROM "` + table + `"`
		refused = append(refused,
			request{"ExecuteStatement", object{"Statement": statement}},
			request{"ExecuteTransaction", object{"TransactStatements": []object{{"Statement": statement + ` WHERE pk = 'p' AND sk = '001'`}}}})
	}
	if err := allRefused(c, refused); err != nil {
		return err
	}
	return allWithout(c, []request{
		{"BatchExecuteStatement", object{"Statements": []object{{"Statement": `SELECT * FROM "` + secret + `" WHERE pk = 'p' AND sk = '001'`}}}},
		{"ExecuteStatement", object{"Statement": `SELECT * FROM "` + t.loot.sharedARN + `"`}},
	})
}

func byNextToken(t *trial, c *caller) error {
	return allWithout(c, []request{{"ExecuteStatement", object{"Statement": `SELECT * FROM "` + shared + `"`, "NextToken": t.loot.nextToken}}})
}

// byForgedKey claims to be the owner, without the owner's secret, and without any signature.
func byForgedKey(t *trial, c *caller) error {
	forged := *t.owner
	forged.secret, forged.url = "thiefs-secret", c.url
	if err := allRefused(&forged, onTable(secret)); err != nil {
		return err
	}
	r, err := http.NewRequest(http.MethodPost, c.url, strings.NewReader(`{"TableName":"`+secret+`"}`))
	if err != nil {
		return err
	}
	r.Header.Set("X-Amz-Target", "DynamoDB_20120810.Scan")
	r.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential="+t.owner.key+"/20250101/us-east-1/dynamodb/aws4_request")
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusBadRequest {
		return fmt.Errorf("a request without a signature has status %d", res.StatusCode)
	}
	return nil
}
