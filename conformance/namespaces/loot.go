package main

import "fmt"

// loot is what the owner got from the servers, and the thieves got hold of.
type loot struct {
	table, stream       string // ARNs
	shard               string
	iterator            string
	lastKey             any    // of a Query of the shared table
	nextToken           any    // of a statement on the shared table
	token               string // of a transaction on the shared table
	sharedARN           string
	sharedStream        string
	sharedShardIterator string
}

// collect asks for all of it, as the owner.
func collect(c *caller) (l loot, err error) {
	if l.table, l.stream, err = arns(c, secret); err != nil {
		return l, err
	}
	if l.sharedARN, l.sharedStream, err = arns(c, shared); err != nil {
		return l, err
	}
	if l.shard, l.iterator, err = iterator(c, l.stream); err != nil {
		return l, err
	}
	if _, l.sharedShardIterator, err = iterator(c, l.sharedStream); err != nil {
		return l, err
	}
	page, err := c.must("Query", object{"TableName": shared, "Limit": 5, "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": object{":p": text("p")}})
	if err != nil {
		return l, err
	}
	if l.lastKey, err = page.member("LastEvaluatedKey"); err != nil {
		return l, err
	}
	if page, err = c.must("ExecuteStatement", object{"Statement": `SELECT * FROM "` + shared + `"`, "Limit": 5}); err != nil {
		return l, err
	}
	if l.nextToken, err = page.member("NextToken"); err != nil {
		return l, err
	}
	l.token = "a-token-of-the-owner"
	_, err = c.must("TransactWriteItems", object{"ClientRequestToken": l.token, "TransactItems": []object{putTogether("of-a-transaction", word)}})
	return l, err
}

// putTogether is a put of an item in a transaction on the shared table.
func putTogether(sk, v string) object {
	return object{"Put": object{"TableName": shared, "Item": object{"pk": text("t"), "sk": text(sk), "v": text(v)}}}
}

// arns gives those of a table and of its stream.
func arns(c *caller, table string) (arn, stream string, err error) {
	a, err := c.must("DescribeTable", object{"TableName": table})
	if err != nil {
		return "", "", err
	}
	described, err := a.member("Table")
	if err != nil {
		return "", "", err
	}
	members := described.(object)
	return fmt.Sprint(members["TableArn"]), fmt.Sprint(members["LatestStreamArn"]), nil
}

// iterator gives the shard of a stream, and an iterator from its beginning.
func iterator(c *caller, stream string) (shard, it string, err error) {
	a, err := c.must("DescribeStream", object{"StreamArn": stream})
	if err != nil {
		return "", "", err
	}
	description, err := a.member("StreamDescription")
	if err != nil {
		return "", "", err
	}
	shard = fmt.Sprint(description.(object)["Shards"].([]any)[0].(object)["ShardId"])
	if a, err = c.must("GetShardIterator", object{"StreamArn": stream, "ShardId": shard, "ShardIteratorType": "TRIM_HORIZON"}); err != nil {
		return "", "", err
	}
	found, err := a.member("ShardIterator")
	return shard, fmt.Sprint(found), err
}
