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
	{"GetItem", "sqlite", 0, "get_item", 23, 2640},
	{"GetItem over HTTP, signed", "sqlite", 0, "get_item", 69, 6480},
	{"PutItem", "sqlite", 0, "begin put_item commit", 28, 3880},
	{"PutItem over HTTP, signed", "sqlite", 0, "begin put_item commit", 74, 7726},
	{"PutItem that moves an index entry", "sqlite", 0, "begin put_item put_entry commit", 40, 4448},
	{"PutItem with a condition", "sqlite", 1, "begin put_item_if commit", 62, 4576},
	{"UpdateItem", "sqlite", 1, "begin read_item put_item commit", 73, 9072},
	{"DeleteItem, then PutItem", "sqlite", 0, "begin delete_item commit begin put_item commit", 54, 5624},
	{"Query of 10", "sqlite", 1, "query", 67, 4648},
	{"Query of 100", "sqlite", 1, "query", 70, 15416},
	{"Query on an index of 10", "sqlite", 1, "query_index", 78, 5032},
	{"Query on an index of 100", "sqlite", 1, "query_index", 81, 15800},
	{"Scan of 10 with a filter", "sqlite", 1, "scan_filter", 67, 4368},
	{"Scan of 100 with a filter", "sqlite", 1, "scan_filter", 67, 4368},
	{"BatchGetItem of 100", "sqlite", 0, "100*get_item", 854, 223800},
	{"BatchWriteItem of 25", "sqlite", 0, "begin 25*put_item commit", 308, 78136},
	{"TransactWriteItems of 10", "sqlite", 0, "begin savepoint 10*put_item release commit", 159, 33096},
	{"TransactGetItems of 10", "sqlite", 0, "10*get_item", 158, 23632},
	{"GetItem", "postgres", 0, "get_item", 32, 2832},
	{"GetItem over HTTP, signed", "postgres", 0, "get_item", 80, 6800},
	{"PutItem", "postgres", 0, "put_item", 58, 6448},
	{"PutItem over HTTP, signed", "postgres", 0, "put_item", 106, 10552},
	{"PutItem that moves an index entry", "postgres", 0, "put_item", 67, 8608},
	{"PutItem with a condition", "postgres", 1, "put_item_if", 88, 7200},
	{"UpdateItem", "postgres", 1, "update_item", 113, 5992},
	{"DeleteItem, then PutItem", "postgres", 0, "delete_item put_item", 111, 9392},
	{"Query of 10", "postgres", 1, "query", 73, 4816},
	{"Query of 100", "postgres", 1, "query", 76, 15584},
	{"Query on an index of 10", "postgres", 1, "query_index", 84, 5200},
	{"Query on an index of 100", "postgres", 1, "query_index", 87, 15968},
	{"Scan of 10 with a filter", "postgres", 1, "scan_filter", 73, 3552},
	{"Scan of 100 with a filter", "postgres", 1, "scan_filter", 73, 3552},
	{"BatchGetItem of 100", "postgres", 0, "get_items", 491, 225584},
	{"BatchWriteItem of 25", "postgres", 0, "put_items", 202, 136456},
	{"TransactWriteItems of 10", "postgres", 0, "begin set_lock_timeout 10*(hold_item lock_item) get_version 10*replace_item commit", 510, 164640},
	{"TransactGetItems of 10", "postgres", 0, "get_items", 149, 24584},
}

// pages are subjects that differ in the number of items on the page alone, by furtherItems.
var pages = []struct {
	short, long string
	// perItem bounds the objects that each further item allocates, by database: none, but for the pieces of memory that a page takes now and then.
	perItem map[string]float64
}{
	{"Query of 10", "Query of 100", map[string]float64{"sqlite": 0.1, "postgres": 0.1}},
	{"Query on an index of 10", "Query on an index of 100", map[string]float64{"sqlite": 0.1, "postgres": 0.1}},
	{"Scan of 10 with a filter", "Scan of 100 with a filter", map[string]float64{"sqlite": 6, "postgres": 0}},
}

const furtherItems = 90
