package main

// workload is one kind of request, or a mix of them, asked again and again.
type workload struct {
	name  string
	table *table
	parts []part
	// answered is how many items an answer has, while a page is not full before; 0: it varies, or there are none.
	answered int
	// consumes says that an item can be asked for only once. Those that were are put back after the measurement.
	consumes bool
}

// part is a kind of request.
type part struct {
	name  string
	op    string
	share int // of a hundred requests
	// body appends the body of one request; nothing, when there is nothing left to ask.
	body func(dst []byte, g *generator) []byte
}

const (
	readBatch    = 100 // keys of a BatchGetItem
	writeBatch   = 25  // puts of a BatchWriteItem
	transactSize = 10  // actions of a transaction
)

// workloads in the order they are measured and printed.
var workloads = []workload{
	{name: "get", table: pointItems, parts: only("GetItem", getBody), answered: 1},
	{name: "put", table: pointItems, parts: only("PutItem", putBody)},
	{name: "put-if", table: pointItems, parts: only("PutItem", putIfBody)},
	{name: "update", table: pointItems, parts: only("UpdateItem", updateBody)},
	{name: "delete", table: pointItems, parts: only("DeleteItem", deleteBody), consumes: true},
	{name: "query", table: sortedItems, parts: only("Query", queryBody), answered: perPartition},
	{name: "query-gsi", table: sortedItems, parts: only("Query", queryIndexBody), answered: perGroup},
	{name: "scan-filter", table: sortedItems, parts: only("Scan", scanBody)},
	{name: "batch-get", table: pointItems, parts: only("BatchGetItem", batchGetBody), answered: readBatch},
	{name: "batch-write", table: pointItems, parts: only("BatchWriteItem", batchWriteBody)},
	{name: "transact-write", table: pointItems, parts: only("TransactWriteItems", transactWriteBody)},
	{name: "transact-get", table: pointItems, parts: only("TransactGetItems", transactGetBody), answered: transactSize},
	{name: "mixed-90-10", table: pointItems, parts: []part{{"get", "GetItem", 90, getBody}, {"put", "PutItem", 10, putBody}}},
	{name: "mixed-50-50", table: pointItems, parts: []part{{"get", "GetItem", 50, getBody}, {"put", "PutItem", 50, putBody}}},
}

// floor is what the echo server is asked: a PutItem, as the most ordinary request of about 1 KB.
var floor = workload{name: "floor", parts: only("PutItem", putBody)}

func only(op string, body func(dst []byte, g *generator) []byte) []part {
	return []part{{"", op, 100, body}}
}

// workloadNamed finds a workload.
func workloadNamed(name string) (workload, bool) {
	for _, w := range workloads {
		if w.name == name {
			return w, true
		}
	}
	return workload{}, false
}

// lines are the names under which a workload is reported: itself, and each part of a mix.
func (w workload) lines() []string {
	lines := []string{w.name}
	if len(w.parts) > 1 {
		for _, p := range w.parts {
			lines = append(lines, w.name+"/"+p.name)
		}
	}
	return lines
}

// pick draws a part by the shares.
func (w workload) pick(g *generator) int {
	if len(w.parts) == 1 {
		return 0
	}
	drawn := g.rng.IntN(100)
	for i, p := range w.parts {
		if drawn -= p.share; drawn < 0 {
			return i
		}
	}
	return len(w.parts) - 1
}
