package main

import "strconv"

// The bodies of requests. They are appended by hand, because the generator of the load shares the machine with the server.

func getBody(dst []byte, g *generator) []byte {
	return appendKeyed(dst, g.key())
}

// appendKeyed appends a request for an item of the item table, of which it says no more than the key.
func appendKeyed(dst []byte, id int) []byte {
	dst = append(dst, `{"TableName":"`+itemTable+`","Key":{`...)
	return append(appendItemKey(dst, id), `}}`...)
}

func putBody(dst []byte, g *generator) []byte {
	dst = append(dst, `{"TableName":"`+itemTable+`","Item":`...)
	return append(g.appendItem(dst, g.key()), '}')
}

func putIfBody(dst []byte, g *generator) []byte {
	dst = append(dst, `{"TableName":"`+itemTable+`","ConditionExpression":"attribute_not_exists(pk) OR #v <> :none","ExpressionAttributeNames":{"#v":"version"},"ExpressionAttributeValues":{":none":{"N":"-1"}},"Item":`...)
	return append(g.appendItem(dst, g.key()), '}')
}

func updateBody(dst []byte, g *generator) []byte {
	return appendUpdate(dst, g, g.key())
}

func appendUpdate(dst []byte, g *generator, id int) []byte {
	dst = append(dst, `{"TableName":"`+itemTable+`","UpdateExpression":"SET #c = #c + :one, text0 = :text","ExpressionAttributeNames":{"#c":"count"},"ExpressionAttributeValues":{":one":{"N":"1"},":text":{"S":"`...)
	dst = append(g.text(dst), `"}},"Key":{`...)
	return append(appendItemKey(dst, id), `}}`...)
}

// deleteBody takes each item once.
func deleteBody(dst []byte, g *generator) []byte {
	id, ok := g.once.next()
	if !ok {
		return dst
	}
	return appendKeyed(dst, id)
}

func queryBody(dst []byte, g *generator) []byte {
	dst = append(dst, `{"TableName":"`+sortedTable+`","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"part-`...)
	dst = strconv.AppendInt(dst, int64(g.key()/perPartition), 10)
	return append(dst, `"}}}`...)
}

func queryIndexBody(dst []byte, g *generator) []byte {
	dst = append(dst, `{"TableName":"`+sortedTable+`","IndexName":"by-group","KeyConditionExpression":"grp = :g","ExpressionAttributeValues":{":g":{"S":"group-`...)
	dst = strconv.AppendInt(dst, int64(g.rng.IntN(g.groups())), 10)
	return append(dst, `"}}}`...)
}

// scanBody asks for the first page of 1 MB, of which about one item in a hundred matches, each time others.
func scanBody(dst []byte, g *generator) []byte {
	dst = append(dst, `{"TableName":"`+sortedTable+`","FilterExpression":"sk = :n AND flag = :t","ExpressionAttributeValues":{":n":{"N":"`...)
	dst = strconv.AppendInt(dst, int64(g.rng.IntN(perPartition)), 10)
	return append(dst, `"},":t":{"BOOL":true}}}`...)
}

func batchGetBody(dst []byte, g *generator) []byte {
	var keys [readBatch]int
	dst = append(dst, `{"RequestItems":{"`+itemTable+`":{"Keys":[`...)
	for i, key := range g.distinctKeys(keys[:0], readBatch) {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, '{')
		dst = append(appendItemKey(dst, key), '}')
	}
	return append(dst, `]}}}`...)
}

func batchWriteBody(dst []byte, g *generator) []byte {
	var keys [writeBatch]int
	return appendBatch(dst, g, itemTable, g.distinctKeys(keys[:0], writeBatch), (*generator).appendItem)
}

// appendBatch appends a BatchWriteItem of puts.
func appendBatch(dst []byte, g *generator, table string, ids []int, item itemFunc) []byte {
	dst = append(append(append(dst, `{"RequestItems":{"`...), table...), `":[`...)
	for i, id := range ids {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, `{"PutRequest":{"Item":`...)
		dst = append(item(g, dst, id), `}}`...)
	}
	return append(dst, `]}}`...)
}

// transactWriteBody asks for as many puts as updates.
func transactWriteBody(dst []byte, g *generator) []byte {
	var keys [transactSize]int
	dst = append(dst, `{"TransactItems":[`...)
	for i, key := range g.distinctKeys(keys[:0], transactSize) {
		if i > 0 {
			dst = append(dst, ',')
		}
		if i%2 == 0 {
			dst = append(dst, `{"Put":{"TableName":"`+itemTable+`","Item":`...)
			dst = append(g.appendItem(dst, key), `}}`...)
		} else {
			dst = append(appendUpdate(append(dst, `{"Update":`...), g, key), '}')
		}
	}
	return append(dst, `]}`...)
}

func transactGetBody(dst []byte, g *generator) []byte {
	var keys [transactSize]int
	dst = append(dst, `{"TransactItems":[`...)
	for i, key := range g.distinctKeys(keys[:0], transactSize) {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(appendKeyed(append(dst, `{"Get":`...), key), '}')
	}
	return append(dst, `]}`...)
}
