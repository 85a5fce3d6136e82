package main

import (
	"fmt"
	"math/rand/v2"
	"strconv"
)

// workload is one kind of request, asked again and again.
type workload struct {
	name string
	op   string
	// body appends the body of one request.
	body func(dst []byte, g *generator) []byte
}

// workloads in the order they are measured and printed.
var workloads = []workload{
	{"get", "GetItem", getBody},
	{"put", "PutItem", putBody},
	{"put-if", "PutItem", putIfBody},
	{"update", "UpdateItem", updateBody},
	{"query", "Query", queryBody},
	{"query-gsi", "Query", queryIndexBody},
	{"scan-filter", "Scan", scanBody},
	{"batch-get", "BatchGetItem", batchGetBody},
	{"batch-write", "BatchWriteItem", batchWriteBody},
}

// floor is what the echo server is asked: a PutItem, as the most ordinary request of about 1 KB.
var floor = workload{"floor", "PutItem", putBody}

const (
	itemTable    = "bench-items"  // partition key only: point reads and writes
	sortedTable  = "bench-sorted" // partitions of perPartition items, and a global index with groups of as many
	perPartition = 100
	batchSize    = 25
)

// generator makes keys and values. Each connection has its own.
type generator struct {
	rng    *rand.Rand
	items  int // how many items each table holds
	serial uint64
}

func newGenerator(seed uint64, items int) *generator {
	return &generator{rng: rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15)), items: items}
}

// filler is random text that values are cut from.
var filler = func() []byte {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -"
	rng := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, 1<<16)
	for i := range b {
		b[i] = letters[rng.IntN(len(letters))]
	}
	return b
}()

func (g *generator) text(dst []byte, n int) []byte {
	at := g.rng.IntN(len(filler) - n)
	return append(dst, filler[at:at+n]...)
}

func (g *generator) key() int { return g.rng.IntN(g.items) }

// appendAttributes appends the eight attributes beside the keys: about 1 KB in the service's measure, new at every call.
func (g *generator) appendAttributes(dst []byte) []byte {
	g.serial++
	for i := range 5 {
		dst = append(dst, `,"text`...)
		dst = strconv.AppendInt(dst, int64(i), 10)
		dst = append(dst, `":{"S":"`...)
		dst = g.text(dst, 170)
		dst = append(dst, `"}`...)
	}
	dst = append(dst, `,"version":{"N":"`...)
	dst = strconv.AppendUint(dst, g.serial, 10)
	dst = append(dst, `"},"flag":{"BOOL":true},"list":{"L":[{"N":"`...)
	dst = strconv.AppendInt(dst, int64(g.rng.IntN(1e9)), 10)
	return append(dst, `"},{"S":"second"},{"M":{"inner":{"S":"value"}}}]}`...)
}

func appendItemKey(dst []byte, id int) []byte {
	dst = append(dst, `"pk":{"S":"item-`...)
	dst = strconv.AppendInt(dst, int64(id), 10)
	return append(dst, `"}`...)
}

// appendItem appends an item of the item table: the key, a counter and eight attributes.
func (g *generator) appendItem(dst []byte, id int) []byte {
	dst = append(dst, '{')
	dst = appendItemKey(dst, id)
	dst = append(dst, `,"count":{"N":"0"}`...)
	return append(g.appendAttributes(dst), '}')
}

// appendSortedItem appends an item of the sorted table; its index key puts it into a group with others of other partitions.
func (g *generator) appendSortedItem(dst []byte, id int) []byte {
	groups := max(g.items/perPartition, 1)
	return append(g.appendAttributes(fmt.Appendf(dst, `{"pk":{"S":"part-%d"},"sk":{"N":"%d"},"grp":{"S":"group-%d"},"score":{"N":"%d.5"}`,
		id/perPartition, id%perPartition, id%groups, id)), '}')
}

func getBody(dst []byte, g *generator) []byte {
	dst = append(dst, `{"TableName":"`+itemTable+`","Key":{`...)
	return append(appendItemKey(dst, g.key()), `}}`...)
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
	dst = append(dst, `{"TableName":"`+itemTable+`","UpdateExpression":"SET #c = #c + :one, text0 = :text","ExpressionAttributeNames":{"#c":"count"},"ExpressionAttributeValues":{":one":{"N":"1"},":text":{"S":"`...)
	dst = g.text(dst, 170)
	dst = append(dst, `"}},"Key":{`...)
	return append(appendItemKey(dst, g.key()), `}}`...)
}

func queryBody(dst []byte, g *generator) []byte {
	dst = append(dst, `{"TableName":"`+sortedTable+`","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"part-`...)
	dst = strconv.AppendInt(dst, int64(g.key()/perPartition), 10)
	return append(dst, `"}}}`...)
}

func queryIndexBody(dst []byte, g *generator) []byte {
	dst = append(dst, `{"TableName":"`+sortedTable+`","IndexName":"by-group","KeyConditionExpression":"grp = :g","ExpressionAttributeValues":{":g":{"S":"group-`...)
	dst = strconv.AppendInt(dst, int64(g.rng.IntN(max(g.items/perPartition, 1))), 10)
	return append(dst, `"}}}`...)
}

// scanBody asks for one page of 1 MB from a random place, of which about one item in a hundred matches.
func scanBody(dst []byte, g *generator) []byte {
	return fmt.Appendf(dst, `{"TableName":"%s","FilterExpression":"sk = :n AND flag = :t","ExpressionAttributeValues":{":n":{"N":"%d"},":t":{"BOOL":true}}}`,
		sortedTable, g.rng.IntN(perPartition))
}

// distinctKeys are batchSize different keys.
func (g *generator) distinctKeys() [batchSize]int {
	var keys [batchSize]int
	start, step := g.key(), 1+g.rng.IntN(max(g.items/batchSize-1, 1))
	for i := range keys {
		keys[i] = (start + i*step) % g.items
	}
	return keys
}

func batchGetBody(dst []byte, g *generator) []byte {
	dst = append(dst, `{"RequestItems":{"`+itemTable+`":{"Keys":[`...)
	for i, key := range g.distinctKeys() {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, '{')
		dst = append(appendItemKey(dst, key), '}')
	}
	return append(dst, `]}}}`...)
}

func batchWriteBody(dst []byte, g *generator) []byte {
	keys := g.distinctKeys()
	return appendBatch(dst, itemTable, keys[:], g.appendItem)
}

// appendBatch appends a BatchWriteItem of puts.
func appendBatch(dst []byte, table string, ids []int, item func([]byte, int) []byte) []byte {
	dst = append(dst, `{"RequestItems":{"`+table+`":[`...)
	for i, id := range ids {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, `{"PutRequest":{"Item":`...)
		dst = append(item(dst, id), `}}`...)
	}
	return append(dst, `]}}`...)
}
