package gosdk

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
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

func TestUpdateTimeToLive_expiry(t *testing.T) {
	const source = "Developer guide: TTL: how it works; time-to-live-ttl-before-you-start"
	group(t, func(t *testing.T, c *caller) {
		for _, x := range expiryCases {
			runCase(t, x.name, source, func(t *testing.T) { x.play(t, c) })
		}
	})
}

func (x *expiryCase) play(t *testing.T, c *caller) {
	expires(t)
	table := c.Own(t, x.table)
	x.put(t, c, table, x.before)
	enableTimeToLive(t, c, table, x.attribute)
	x.put(t, c, table, append(append([]string{}, x.expire...), x.stay...))
	want := fmt.Sprintf(`{"Count":%d,"ScannedCount":%[1]d}`, len(x.stay))
	scan := func(more string) string { return c.OK(t, "Scan", tableInput(table, `{"Select":"COUNT"`+more+`}`)) }
	awaitExpiry(t, func() bool { return scan("") == want })
	for _, item := range x.stay {
		if got := c.OK(t, "GetItem", tableInput(table, `{"Key":{`+keyPart(item)+`}}`)); !strings.Contains(got, `"Item"`) {
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
		c.OK(t, "PutItem", tableInput(table, `{"Item":{`+timed(item)+`}}`))
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

// keyPart is the part of an item that is its key.
func keyPart(item string) string { return timed(keyMembers.FindString(item)) }

func enableTimeToLive(t *testing.T, c *caller, table, attribute string) {
	t.Helper()
	c.OK(t, "UpdateTimeToLive", tableInput(table, `{"TimeToLiveSpecification":{"Enabled":true,"AttributeName":"`+attribute+`"}}`))
}

// expires leaves the case out if it is not known how long the endpoint takes to remove what is over.
func expires(t *testing.T) {
	t.Helper()
	if settings.Expiry == 0 {
		t.Skip("left out: expired items may stay for days, and CONFORMANCE_GO_SDK_EXPIRY does not say how long this endpoint keeps them")
	}
}

// awaitExpiry waits until expired items are gone.
func awaitExpiry(t *testing.T, gone func() bool) {
	t.Helper()
	if !harness.Eventually(settings.Expiry, gone) {
		t.Fatalf("after %s expired items are still there", settings.Expiry)
	}
}

// An item whose time is moved on before it is over stays, and one that is put again after it expired does too.
func TestUpdateTimeToLive_expiry_looks_at_the_item_as_it_is(t *testing.T) {
	single(t, "Developer guide: TTL: how it works", func(t *testing.T, c *caller) {
		expires(t)
		table := c.Own(t, hashTable)
		enableTimeToLive(t, c, table, "e")
		put := func(item string) { c.OK(t, "PutItem", tableInput(table, `{"Item":{`+timed(item)+`}}`)) }
		there := func(key string) bool {
			return strings.Contains(c.OK(t, "GetItem", tableInput(table, `{"Key":{"pk":{"S":"`+key+`"}}}`)), `"Item"`)
		}
		put(`"pk":{"S":"moved"},"e":{"N":"+3600"}`)
		put(`"pk":{"S":"again"},"e":{"N":"-60"}`)
		awaitExpiry(t, func() bool { return !there("again") })
		put(`"pk":{"S":"again"},"e":{"N":"+60"}`)
		c.OK(t, "UpdateItem", tableInput(table, timed(`{"Key":{"pk":{"S":"moved"}},"UpdateExpression":"SET e = :e","ExpressionAttributeValues":{":e":{"N":"-60"}}}`)))
		awaitExpiry(t, func() bool { return !there("moved") })
		if !there("again") {
			t.Error("the item that was put again is gone")
		}
	})
}
