package main

import "strconv"

const (
	scaleTable = "bench-scale"
	bigKey     = "big" // the partition key of measurePartition
)

// scaleItems has partitions of perPartition items and no index: what grows is the table alone.
var scaleItems = &table{scaleTable, func(shape) string { return keyedDefinition(scaleTable) }, (*generator).appendScaleItem}

// keyedDefinition is the CreateTable request of a table with both keys.
func keyedDefinition(name string) string {
	return `{"TableName":"` + name + `","BillingMode":"PAY_PER_REQUEST",
		"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"}],
		"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]}`
}

// scaleWorkloads are what is compared between tables of different sizes.
var scaleWorkloads = []workload{
	{name: "get", table: scaleItems, parts: only("GetItem", scaleKeyBody), answered: 1},
	{name: "put", table: scaleItems, parts: only("PutItem", scalePutBody)},
	{name: "update", table: scaleItems, parts: only("UpdateItem", scaleUpdateBody)},
	{name: "delete", table: scaleItems, parts: only("DeleteItem", scaleDeleteBody), consumes: true},
	{name: "query", table: scaleItems, parts: only("Query", scaleQueryBody), answered: perPartition},
}

func appendPartition(dst []byte, id int) []byte {
	return strconv.AppendInt(append(dst, "part-"...), int64(id/perPartition), 10)
}

func appendScaleKey(dst []byte, id int) []byte {
	dst = append(appendPartition(append(dst, `"pk":{"S":"`...), id), `"},"sk":{"N":"`...)
	return append(strconv.AppendInt(dst, int64(id%perPartition), 10), `"}`...)
}

func (g *generator) appendScaleItem(dst []byte, id int) []byte {
	dst = append(appendScaleKey(append(dst, '{'), id), `,"count":{"N":"0"}`...)
	return append(g.appendAttributes(dst), '}')
}

// appendBigItem appends an item of the one big partition.
func (g *generator) appendBigItem(dst []byte, id int) []byte {
	return append(g.appendAttributes(appendBigKey(append(dst, '{'), id)), '}')
}

func appendBigKey(dst []byte, id int) []byte {
	dst = append(dst, `"pk":{"S":"`+bigKey+`"},"sk":{"N":"`...)
	return append(strconv.AppendInt(dst, int64(id), 10), `"}`...)
}

func appendScaleKeyed(dst []byte, id int) []byte {
	dst = append(dst, `{"TableName":"`+scaleTable+`","Key":{`...)
	return append(appendScaleKey(dst, id), `}`...)
}

func scaleKeyBody(dst []byte, g *generator) []byte {
	return append(appendScaleKeyed(dst, g.key()), '}')
}

func scalePutBody(dst []byte, g *generator) []byte {
	dst = append(dst, `{"TableName":"`+scaleTable+`","Item":`...)
	return append(g.appendScaleItem(dst, g.key()), '}')
}

func scaleUpdateBody(dst []byte, g *generator) []byte {
	dst = append(appendScaleKeyed(dst, g.key()), `,"UpdateExpression":"SET #c = #c + :one, text0 = :text","ExpressionAttributeNames":{"#c":"count"},"ExpressionAttributeValues":{":one":{"N":"1"},":text":{"S":"`...)
	return append(g.text(dst), `"}}}`...)
}

// scaleDeleteBody takes each item once.
func scaleDeleteBody(dst []byte, g *generator) []byte {
	id, ok := g.once.next()
	if !ok {
		return dst
	}
	return append(appendScaleKeyed(dst, id), '}')
}

func scaleQueryBody(dst []byte, g *generator) []byte {
	dst = append(dst, `{"TableName":"`+scaleTable+`","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"`...)
	return append(appendPartition(dst, g.key()), `"}}}`...)
}

// bigQueryBody asks for a page of perPartition items behind one near a place of the big partition.
func bigQueryBody(place int) func(dst []byte, g *generator) []byte {
	return func(dst []byte, g *generator) []byte {
		dst = append(dst, `{"TableName":"`+scaleTable+`","Limit":100,"KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"`+bigKey+`"}},"ExclusiveStartKey":{`...)
		return append(appendBigKey(dst, place+g.rng.IntN(perPartition)), `}}`...)
	}
}

// scaleScans is how many segments a table is scanned in: each request asks for the first page of one.
const scaleScans = 64

func scaleScanBody(dst []byte, g *generator) []byte {
	dst = append(dst, `{"TableName":"`+scaleTable+`","TotalSegments":64,"Segment":`...)
	return append(strconv.AppendInt(dst, int64(g.rng.IntN(scaleScans)), 10), '}')
}
