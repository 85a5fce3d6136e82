package conformance

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/ddbsql/ddbsql/conformance/suites/go-sdk/harness"
)

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

// expiring is a put of an item whose time to live is over in so many seconds.
func expiring(key, seconds int) string {
	return fmt.Sprintf(`{"PutRequest":{"Item":{"pk":{"S":"%d"},"e":{"N":"%d"}}}}`, key, time.Now().Unix()+int64(seconds))
}

func enableTimeToLive(t *testing.T, c *caller, table, attribute string) {
	t.Helper()
	c.OK(t, "UpdateTimeToLive", harness.TableInput(table, `{"TimeToLiveSpecification":{"Enabled":true,"AttributeName":"`+attribute+`"}}`))
}

// The service lets a table's time to live be changed once an hour; here it can be disabled at once, and nothing expires from then on.
func TestTimeToLiveIsDisabled(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, c *caller) {
		table := c.Own(t, harness.HashTable)
		describe := func(want string) {
			t.Helper()
			c.Play(t, "", "DescribeTimeToLive", harness.TableInput(table, `{}`), `{"TimeToLiveDescription":{`+want+`}}`)
		}
		update := func(name, enabled string) {
			t.Helper()
			specification := `{"TimeToLiveSpecification":{"AttributeName":"` + name + `","Enabled":` + enabled + `}}`
			c.Play(t, "", "UpdateTimeToLive", harness.TableInput(table, specification), specification)
		}
		update("e", "true")
		describe(`"TimeToLiveStatus":"ENABLED","AttributeName":"e"`)
		update("e", "false")
		describe(`"TimeToLiveStatus":"DISABLED"`)
		c.OK(t, "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+expiring(1, -60)+`]}}`)
		c.administer(t, "ttl/sweep", "")
		c.Play(t, table, "Scan", `{"Select":"COUNT"}`, `{"Count":1,"ScannedCount":1}`)
		update("f", "true")
		describe(`"TimeToLiveStatus":"ENABLED","AttributeName":"f"`)
	})
}

// Items expire by themselves, on whichever server they were put: many at a time, those of a table that time to live is enabled for
// later, and those put while others are swept, also when two servers are asked to sweep at the same time. The stream tells of each once, and that it was not a request.
func TestItemsExpireInTheBackground(t *testing.T) {
	t.Parallel()
	onOwn(t, func(t *testing.T, c *caller) {
		const items, batch = 600, 25
		servers := expiringOften(t, c)
		table := servers[0].Own(t, harness.StreamedTable(harness.HashTable))
		for first := 0; first < items; first += batch {
			if first == items/2 {
				enableTimeToLive(t, servers[1], table, "e")
			}
			var puts []string
			for i := first; i < first+batch; i++ {
				puts = append(puts, expiring(i, []int{-60, 3600}[i%2]))
			}
			servers[first/batch%2].OK(t, "BatchWriteItem", `{"RequestItems":{"`+table+`":[`+strings.Join(puts, ",")+`]}}`)
		}
		want := fmt.Sprintf(`{"Count":%d,"ScannedCount":%[1]d}`, items/2)
		gone := harness.Eventually(20*time.Second, func() bool {
			if servers[0] != servers[1] {
				harness.Together(len(servers), func(i int) { servers[i].administer(t, "ttl/sweep", "") })
			}
			return servers[0].OK(t, "Scan", harness.TableInput(table, `{"Select":"COUNT"}`)) == want
		})
		if !gone {
			t.Fatal("expired items are still there")
		}
		wantExpired(t, servers[0].Records(t, servers[0].StreamOf(t, table)), items/2)
	})
}

// wantExpired fails unless the stream has the removals of so many items, each once, by the service itself and with the item as it was.
func wantExpired(t *testing.T, records []harness.Record, items int) {
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
		if d := harness.Difference(`{"Type":"Service","PrincipalId":"dynamodb.amazonaws.com"}`, string(r.UserIdentity)); d != "" {
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
