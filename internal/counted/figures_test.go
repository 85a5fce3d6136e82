package counted

// figure is what a request costs on a database once the server is warm: its tables are known, its texts were seen, its statements are
// compiled, its pools are filled. It then parses nothing and compiles nothing, which is why there are no columns for that.
type figure struct {
	request    string
	database   string
	parses     int    // expressions parsed the first time that the request comes, when its texts are new
	statements string // run in the database, in order; 25*name is a row of them
	objects    int    // allocated on the heap
	bytes      int    // of them, to bytesWithin
}

// bytesWithin is by how much the bytes of a request may differ from the figure: they are not the same in each run, for pools are emptied and
// maps grow now and then.
const bytesWithin = 3 // percent, or 64 bytes where that is more

var figures = []figure{
	{"GetItem", "sqlite", 0, "get_item", 12, 2142},
	{"GetItem over HTTP, signed", "sqlite", 0, "get_item", 14, 3056},
	{"PutItem", "sqlite", 0, "begin put_item commit", 18, 3224},
	{"PutItem over HTTP, signed", "sqlite", 0, "begin put_item commit", 20, 4056},
	{"PutItem that moves an index entry", "sqlite", 0, "begin put_item put_entry commit", 30, 3792},
	{"PutItem with a condition", "sqlite", 1, "begin put_item_if commit", 52, 4096},
	{"UpdateItem", "sqlite", 1, "begin read_item put_item commit", 56, 8152},
	{"DeleteItem, then PutItem", "sqlite", 0, "begin delete_item commit begin put_item commit", 34, 4312},
	{"Query of 10", "sqlite", 1, "query", 43, 2625},
	{"Query of 100", "sqlite", 1, "query", 43, 5073},
	{"Query on an index of 10", "sqlite", 1, "query_index", 49, 2753},
	{"Query on an index of 100", "sqlite", 1, "query_index", 49, 5201},
	{"Scan of 10 with a filter", "sqlite", 1, "scan_filter", 55, 3816},
	{"Scan of 100 with a filter", "sqlite", 1, "scan_filter", 55, 3816},
	{"BatchGetItem of 100", "sqlite", 0, "get_items", 232, 51086},
	{"BatchWriteItem of 25", "sqlite", 0, "begin 25*put_item commit", 272, 69648},
	{"TransactWriteItems of 10", "sqlite", 0, "begin savepoint 10*put_item release commit", 141, 32009},
	{"TransactGetItems of 10", "sqlite", 0, "get_items", 88, 8086},
	{"GetItem", "postgres", 0, "get_item", 26, 2592},
	{"GetItem over HTTP, signed", "postgres", 0, "get_item", 28, 3424},
	{"PutItem", "postgres", 0, "put_item", 47, 5968},
	{"PutItem over HTTP, signed", "postgres", 0, "put_item", 49, 6800},
	{"PutItem that moves an index entry", "postgres", 0, "put_item", 56, 8128},
	{"PutItem with a condition", "postgres", 1, "put_item_if", 78, 6896},
	{"UpdateItem", "postgres", 1, "update_item", 94, 5072},
	{"DeleteItem, then PutItem", "postgres", 0, "delete_item put_item", 89, 8432},
	{"Query of 10", "postgres", 1, "query", 49, 2920},
	{"Query of 100", "postgres", 1, "query", 49, 5368},
	{"Query on an index of 10", "postgres", 1, "query_index", 55, 3048},
	{"Query on an index of 100", "postgres", 1, "query_index", 55, 5496},
	{"Scan of 10 with a filter", "postgres", 1, "scan_filter", 61, 2976},
	{"Scan of 100 with a filter", "postgres", 1, "scan_filter", 61, 2976},
	{"BatchGetItem of 100", "postgres", 0, "get_items", 254, 68280},
	{"BatchWriteItem of 25", "postgres", 0, "put_items", 167, 127136},
	{"TransactWriteItems of 10", "postgres", 0, "begin set_lock_timeout 10*(hold_item lock_item) get_version 10*replace_item commit", 494, 164640},
	{"TransactGetItems of 10", "postgres", 0, "get_items", 110, 10680},
}

// pages are subjects that differ in the number of items on the page alone, by furtherItems.
var pages = []struct {
	short, long string
	// perItem bounds the objects that each further item allocates, by database: none, but for the pieces of memory that a page takes now and then.
	perItem map[string]float64
}{
	{"Query of 10", "Query of 100", map[string]float64{"sqlite": 0.1, "postgres": 0.1}},
	{"Query on an index of 10", "Query on an index of 100", map[string]float64{"sqlite": 0.1, "postgres": 0.1}},
	{"Scan of 10 with a filter", "Scan of 100 with a filter", map[string]float64{"sqlite": 0, "postgres": 0}},
}

const furtherItems = 90
