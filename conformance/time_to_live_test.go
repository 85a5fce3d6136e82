package conformance

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// expiryCase is what becomes of items when they are looked at by their time to live. In items and keys, +N and -N as numbers are times
// N seconds from now.
type expiryCase struct {
	name      string
	table     string
	attribute string
	// before are items that are there when time to live is enabled; the others are put afterwards.
	before, expire, stay []string
}

const year = 365 * 24 * 3600

var expiryCases = []expiryCase{
	{name: "a number of seconds in the past", table: hashTable, attribute: "e",
		expire: []string{`"pk":{"S":"a"},"e":{"N":"-1"}`, `"pk":{"S":"b"},"e":{"N":"-60"},"x":{"S":"y"}`},
		stay:   []string{`"pk":{"S":"c"},"e":{"N":"+3600"}`, `"pk":{"S":"d"}`}},
	{name: "items that were there before", table: sortedTable, attribute: "e",
		before: []string{`"pk":{"S":"a"},"sk":{"S":"1"},"e":{"N":"-60"}`, `"pk":{"S":"b"},"sk":{"S":"1"},"e":{"N":"-60"}`},
		stay:   []string{`"pk":{"S":"a"},"sk":{"S":"2"},"e":{"N":"+60"}`}},
	{name: "other forms of numbers", table: hashTable, attribute: "e",
		expire: []string{`"pk":{"S":"a"},"e":{"N":"-60.25"}`, `"pk":{"S":"b"},"e":{"N":"-60e0"}`},
		stay:   []string{`"pk":{"S":"c"},"e":{"N":"9.9e125"}`, `"pk":{"S":"d"},"e":{"N":"0"}`, `"pk":{"S":"e"},"e":{"N":"-160000000e1"}`, `"pk":{"S":"f"},"e":{"N":"1e-130"}`}},
	{name: "no more than five years", table: hashTable, attribute: "e",
		expire: []string{`"pk":{"S":"a"},"e":{"N":"-` + strconv.Itoa(5*year-year/12) + `"}`},
		stay:   []string{`"pk":{"S":"b"},"e":{"N":"-` + strconv.Itoa(5*year+year/12) + `"}`}},
	{name: "other types never", table: hashTable, attribute: "e",
		expire: []string{`"pk":{"S":"a"},"e":{"N":"-60"}`},
		stay: []string{`"pk":{"S":"b"},"e":{"S":"-60"}`, `"pk":{"S":"c"},"e":{"NS":["-60"]}`, `"pk":{"S":"d"},"e":{"L":[{"N":"-60"}]}`,
			`"pk":{"S":"f"},"e":{"NULL":true}`, `"pk":{"S":"g"},"e":{"M":{"e":{"N":"-60"}}}`, `"pk":{"S":"h"},"e":{"S":""}`}},
	{name: "the name is no path", table: hashTable, attribute: "m.e",
		expire: []string{`"pk":{"S":"a"},"m.e":{"N":"-60"}`},
		stay:   []string{`"pk":{"S":"b"},"m":{"M":{"e":{"N":"-60"}}}`}},
	{name: "a name that SQL or JSON might misread", table: hashTable, attribute: `it's \"q\" $1 ?1`,
		expire: []string{`"pk":{"S":"a"},"it's \"q\" $1 ?1":{"N":"-60"}`}},
	{name: "items with a sort key", table: sortedTable, attribute: "e",
		expire: []string{`"pk":{"S":"a"},"sk":{"S":"1"},"e":{"N":"-60"}`},
		stay:   []string{`"pk":{"S":"a"},"sk":{"S":"2"},"e":{"N":"+60"}`}},
	{name: "the partition key", attribute: "pk",
		table:  `{"BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"N"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}`,
		expire: []string{`"pk":{"N":"-60"}`}, stay: []string{`"pk":{"N":"+60"}`}},
	{name: "a partition key of another type", table: hashTable, attribute: "pk", stay: []string{`"pk":{"S":"-60"}`}},
	{name: "the sort key", table: numberTable, attribute: "sk",
		expire: []string{`"pk":{"S":"a"},"sk":{"N":"-60"}`}, stay: []string{`"pk":{"S":"a"},"sk":{"N":"+60"}`}},
	{name: "the key of a global index", table: indexedTable, attribute: "r",
		expire: []string{`"pk":{"S":"a"},"sk":{"S":"1"},"g":{"S":"g"},"r":{"N":"-60"},"l":{"S":"l"}`, `"pk":{"S":"a"},"sk":{"S":"2"},"r":{"N":"-60"}`},
		stay:   []string{`"pk":{"S":"a"},"sk":{"S":"3"},"g":{"S":"g"},"r":{"N":"+60"},"l":{"S":"l"}`}},
	{name: "the key of a local index", attribute: "l",
		table:  strings.Replace(indexedTable, `{"AttributeName":"l","AttributeType":"S"}`, `{"AttributeName":"l","AttributeType":"N"}`, 1),
		expire: []string{`"pk":{"S":"a"},"sk":{"S":"1"},"g":{"S":"g"},"r":{"N":"1"},"l":{"N":"-60"}`},
		stay:   []string{`"pk":{"S":"a"},"sk":{"S":"2"},"g":{"S":"g"},"r":{"N":"1"},"l":{"N":"+60"}`}},
	{name: "entries of indexes go with their items", table: indexedTable, attribute: "e",
		expire: []string{`"pk":{"S":"a"},"sk":{"S":"1"},"g":{"S":"g"},"r":{"N":"1"},"l":{"S":"l"},"e":{"N":"-60"}`},
		stay:   []string{`"pk":{"S":"a"},"sk":{"S":"2"},"g":{"S":"g"},"r":{"N":"2"},"l":{"S":"l"},"e":{"N":"+60"}`}},
}

func TestExpiry(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		for _, x := range expiryCases {
			t.Run(x.name, func(t *testing.T) { x.play(t, c) })
		}
	})
}

func (x *expiryCase) play(t *testing.T, c *caller) {
	table := newTableName()
	createTable(t, c, table, x.table)
	x.put(t, c, table, x.before)
	enableTimeToLive(t, c, table, x.attribute)
	x.put(t, c, table, append(append([]string{}, x.expire...), x.stay...))
	want := fmt.Sprintf(`{"Count":%d,"ScannedCount":%[1]d}`, len(x.stay))
	scan := func(more string) string { return c.ok(t, "Scan", tableInput(table, `{"Select":"COUNT"`+more+`}`)) }
	awaitSweep(t, c, func() bool { return scan("") == want })
	for _, item := range x.stay {
		if got := c.ok(t, "GetItem", tableInput(table, `{"Key":{`+keyOf(item)+`}}`)); !strings.Contains(got, `"Item"`) {
			t.Errorf("the item %s is gone", item)
		}
	}
	if strings.Contains(x.table, "IndexName") {
		for _, index := range []string{"all", "keys", "local"} {
			if got := scan(`,"IndexName":"` + index + `"`); got != want {
				t.Errorf("index %s: %s, want %s", index, got, want)
			}
		}
	}
}

func (x *expiryCase) put(t *testing.T, c *caller, table string, items []string) {
	t.Helper()
	for _, item := range items {
		c.ok(t, "PutItem", tableInput(table, `{"Item":{`+timed(item)+`}}`))
	}
}

var offset = regexp.MustCompile(`"([+-]\d{1,9})(\.\d+|e0)?"`)

// timed writes times for the offsets in an item.
func timed(item string) string {
	return offset.ReplaceAllStringFunc(item, func(text string) string {
		parts := offset.FindStringSubmatch(text)
		seconds, _ := strconv.Atoi(parts[1])
		return fmt.Sprintf(`"%d%s"`, started.Unix()+int64(seconds), parts[2])
	})
}

// started is what offsets are counted from, so that an item's key is the same each time it is written.
var started = time.Now()

var keyMembers = regexp.MustCompile(`^"pk":\{"[SN]":"[^"]*"\}(,"sk":\{"[SN]":"[^"]*"\})?`)

// keyOf is the part of an item that is its key.
func keyOf(item string) string { return timed(keyMembers.FindString(item)) }

func enableTimeToLive(t *testing.T, c *caller, table, attribute string) {
	t.Helper()
	c.ok(t, "UpdateTimeToLive", tableInput(table, `{"TimeToLiveSpecification":{"Enabled":true,"AttributeName":"`+attribute+`"}}`))
}

// expiryDeadline is how long items may take to expire.
const expiryDeadline = 20 * time.Second

// awaitSweep waits until expired items are gone. A server of our own is asked to sweep; others have their own time for it.
func awaitSweep(t *testing.T, c *caller, gone func() bool) {
	t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for deadline := time.Now().Add(expiryDeadline); ; <-tick.C {
		if c.target.process != nil {
			sweep(t, c)
		}
		if gone() {
			return
		}
		if time.Now().After(deadline) {
			t.Fatal("expired items are still there")
		}
	}
}

// sweep has a server of our own remove expired items now.
func sweep(t *testing.T, c *caller) {
	t.Helper()
	c.administer(t, "ttl/sweep", "")
}

// An item whose time is moved on before it is over stays, and one that is put again after it expired does too.
func TestExpiryLooksAtTheItemAsItIs(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		table := newTableName()
		createTable(t, c, table, hashTable)
		enableTimeToLive(t, c, table, "e")
		put := func(item string) { c.ok(t, "PutItem", tableInput(table, `{"Item":{`+timed(item)+`}}`)) }
		there := func(key string) bool {
			return strings.Contains(c.ok(t, "GetItem", tableInput(table, `{"Key":{"pk":{"S":"`+key+`"}}}`)), `"Item"`)
		}
		put(`"pk":{"S":"moved"},"e":{"N":"+3600"}`)
		put(`"pk":{"S":"again"},"e":{"N":"-60"}`)
		awaitSweep(t, c, func() bool { return !there("again") })
		put(`"pk":{"S":"again"},"e":{"N":"+60"}`)
		c.ok(t, "UpdateItem", tableInput(table, timed(`{"Key":{"pk":{"S":"moved"}},"UpdateExpression":"SET e = :e","ExpressionAttributeValues":{":e":{"N":"-60"}}}`)))
		awaitSweep(t, c, func() bool { return !there("moved") })
		if !there("again") {
			t.Error("the item that was put again is gone")
		}
		c.ok(t, "UpdateTimeToLive", tableInput(table, `{"TimeToLiveSpecification":{"Enabled":false,"AttributeName":"e"}}`))
		put(`"pk":{"S":"late"},"e":{"N":"-60"}`)
		if c.target.process != nil {
			sweep(t, c)
			if !there("late") {
				t.Error("an item expired of a table whose time to live is disabled")
			}
		}
	})
}

// expiringOften starts servers on one empty database that look for expired items ten times a second; two where a database may have
// several.
func expiringOften(t *testing.T, c *caller) [2]*caller {
	t.Helper()
	c.target.process.Kill()
	if err := c.target.start("--ttl-interval", "100ms"); err != nil {
		t.Fatal(err)
	}
	first := newCaller(c.target)
	if !strings.HasPrefix(c.target.db, "postgres") {
		return [2]*caller{first, first}
	}
	second := *c.target
	if err := second.start("--ttl-interval", "100ms"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(second.process.Kill)
	return [2]*caller{first, newCaller(&second)}
}

// Items expire by themselves, on whichever server they were put: many at a time, those of a table that time to live is enabled for
// later, and those put while others are swept, also when two servers are asked to sweep at the same time. The stream tells of each once, and that it was not a request.
func TestItemsExpireInTheBackground(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		const items, batch = 600, 25
		servers := expiringOften(t, c)
		table := newTableName()
		createTable(t, servers[0], table, streamedTable(hashTable))
		for first := 0; first < items; first += batch {
			if first == items/2 {
				enableTimeToLive(t, servers[1], table, "e")
			}
			var puts []string
			for i := first; i < first+batch; i++ {
				puts = append(puts, timed(fmt.Sprintf(`{"PutRequest":{"Item":{"pk":{"S":"%d"},"e":{"N":"%+d"}}}}`, i, []int{-60, 3600}[i%2])))
			}
			servers[first/batch%2].ok(t, "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+strings.Join(puts, ",")+`]}}`)
		}
		tick := time.NewTicker(50 * time.Millisecond)
		defer tick.Stop()
		want := fmt.Sprintf(`{"Count":%d,"ScannedCount":%[1]d}`, items/2)
		for deadline := time.Now().Add(expiryDeadline); servers[0].ok(t, "Scan", tableInput(table, `{"Select":"COUNT"}`)) != want; <-tick.C {
			if servers[0] != servers[1] {
				together(len(servers), func(i int) { sweep(t, servers[i]) })
			}
			if time.Now().After(deadline) {
				t.Fatal("expired items are still there")
			}
		}
		wantExpired(t, servers[0].records(t, servers[0].streamOf(t, table)), items/2)
	})
}

// wantExpired fails unless the stream has the removals of so many items, each once, by the service itself and with the item as it was.
func wantExpired(t *testing.T, records []record, items int) {
	t.Helper()
	removed := map[string]bool{}
	for _, r := range records {
		if r.EventName != "REMOVE" {
			continue
		}
		if key := string(r.Dynamodb.Keys); removed[key] {
			t.Errorf("the item %s was removed twice", key)
		} else {
			removed[key] = true
		}
		if d := differenceOf(`{"Type":"Service","PrincipalId":"dynamodb.amazonaws.com"}`, string(r.UserIdentity)); d != "" {
			t.Errorf("who removed the item: %s", d)
		}
		if !strings.Contains(string(r.Dynamodb.OldImage), `"e"`) || r.Dynamodb.NewImage != nil {
			t.Errorf("the images are %s and %s", r.Dynamodb.OldImage, r.Dynamodb.NewImage)
		}
	}
	if len(removed) != items {
		t.Errorf("%d items were removed, want %d", len(removed), items)
	}
}

// A sweep finds what it removes by the index of times, and reads no table.
func TestASweepReadsByIndex(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		table := newTableName()
		createTable(t, c, table, hashTable)
		enableTimeToLive(t, c, table, "e")
		for first := 0; first < 2000; first += 25 {
			var puts []string
			for i := first; i < first+25; i++ {
				puts = append(puts, timed(fmt.Sprintf(`{"PutRequest":{"Item":{"pk":{"S":"%d"},"e":{"N":"%+d"}}}}`, i, max(i, 10)-10)))
			}
			c.ok(t, "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+strings.Join(puts, ",")+`]}}`)
		}
		plan := c.explain(t, "ttl/sweep", `{"TableName":"`+table+`"}`)
		find, _, removes := strings.Cut(plan, "statement delete_item")
		if !regexp.MustCompile(`SEARCH x USING PRIMARY KEY \(itoken=\? AND isk>\? AND isk<\?\)|Index Scan using ddbsql_t\d+_i\d+_pkey`).MatchString(find) || !removes {
			t.Errorf("the page is not found by the index of times:\n%s", plan)
		}
		if regexp.MustCompile(`(?m)Seq Scan|^ *SCAN`).MatchString(plan) {
			t.Errorf("a table is read:\n%s", plan)
		}
	})
}
