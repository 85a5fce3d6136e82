package translator

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

const (
	wrongSchema = "The provided key element does not match the schema"
	emptyString = "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: "
	longHash    = "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes"
	longRange   = "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes"
)

func stringOf(n int) string { return `{"S":"` + strings.Repeat("x", n) + `"}` }

func TestItemsArePutOnlyWithGoodKeys(t *testing.T) {
	const invalid = "One or more parameter values were invalid: "
	const index = "One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. "
	for _, c := range []struct{ name, item, want string }{
		{"all there", `"p":{"S":"x"},"c":{"S":"y"}`, ""},
		{"no sort key", `"p":{"S":"x"}`, invalid + "Missing the key c in the item"},
		{"nothing", ``, invalid + "Missing the key p in the item"},
		{"another type", `"p":{"N":"1"},"c":{"S":"y"}`, invalid + "Type mismatch for key p expected: S actual: N"},
		{"no scalar", `"p":{"S":"x"},"c":{"M":{}}`, invalid + "Type mismatch for key c expected: S actual: M"},
		{"empty", `"p":{"S":""},"c":{"S":""}`, emptyString + "p"},
		{"longest", `"p":` + stringOf(2048) + `,"c":` + stringOf(1024), ""},
		{"partition key too long", `"p":` + stringOf(2049) + `,"c":{"S":"y"}`, longHash},
		{"sort key too long", `"p":{"S":"x"},"c":` + stringOf(1025), longRange},
		{"index key of another type", `"p":{"S":"x"},"c":{"S":"y"},"h":{"S":"z"}`, invalid + "Type mismatch for Index Key h Expected: N Actual: S IndexName: gall"},
		{"null index key", `"p":{"S":"x"},"c":{"S":"y"},"l":{"NULL":true}`, invalid + "Type mismatch for Index Key l Expected: S Actual: NULL IndexName: lkeys"},
		{"empty index key", `"p":{"S":"x"},"c":{"S":"y"},"g":{"S":""}`, index + "IndexName: gall, IndexKey: g"},
		{"index partition key too long", `"p":{"S":"x"},"c":{"S":"y"},"g":` + stringOf(2049), longHash},
		{"index sort key too long", `"p":{"S":"x"},"c":{"S":"y"},"l":` + stringOf(1025), longRange},
		{"several index sort keys too long together", `"p":{"S":"x"},"c":{"S":"y"},"r1":` + stringOf(1000) + `,"r3":` + stringOf(25), longRange},
		{"a key of a hidden index of another type", `"p":{"S":"x"},"c":{"S":"y"},"e":{"S":""}`, ""},
		{"some of several index keys", `"p":{"S":"x"},"c":{"S":"y"},"m1":{"S":"z"}`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := PreparePutItem(request[*api.PutItemInput](t, "PutItem", `{"TableName":"indexed","Item":{`+c.item+`}}`), exprs)
			if err != nil {
				t.Fatal(err)
			}
			_, err = p.Plan(indexed())
			same(t, c.item, refusal(err), c.want)
		})
	}
}

func TestKeysNameExactlyTheSchema(t *testing.T) {
	for _, c := range []struct{ name, key, want string }{
		{"all there", `"p":{"S":"x"},"c":{"N":"1"}`, ""},
		{"one missing", `"p":{"S":"x"}`, wrongSchema},
		{"one too many", `"p":{"S":"x"},"c":{"N":"1"},"d":{"N":"1"}`, wrongSchema},
		{"another name", `"p":{"S":"x"},"d":{"N":"1"}`, wrongSchema},
		{"another type before an empty one", `"p":{"S":""},"c":{"S":"1"}`, wrongSchema},
		{"empty", `"p":{"S":""},"c":{"N":"1"}`, emptyString + "p"},
		{"too long", `"p":` + stringOf(2049) + `,"c":{"N":"1"}`, longHash},
	} {
		t.Run(c.name, func(t *testing.T) {
			body := `{"TableName":"pairs","Key":{` + c.key + `}}`
			for operation, plan := range map[string]func() string{
				"GetItem": func() string {
					p, _ := PrepareGetItem(request[*api.GetItemInput](t, "GetItem", body), exprs)
					_, err := p.Plan(pairs())
					return refusal(err)
				},
				"DeleteItem": func() string {
					p, _ := PrepareDeleteItem(request[*api.DeleteItemInput](t, "DeleteItem", body), exprs)
					_, err := p.Plan(pairs())
					return refusal(err)
				},
				"UpdateItem": func() string {
					p, _ := PrepareUpdateItem(request[*api.UpdateItemInput](t, "UpdateItem", body), exprs)
					_, err := p.Plan(pairs())
					return refusal(err)
				},
				"BatchGetItem": func() string { return batchGet(t, `"pairs":{"Keys":[{`+c.key+`}]}`, pairs()) },
				"BatchWriteItem": func() string {
					return batchWriteOf(t, `"pairs":[{"DeleteRequest":{"Key":{`+c.key+`}}}]`, pairs())
				},
			} {
				same(t, operation, plan(), c.want)
			}
		})
	}
}

func batchGet(t *testing.T, items string, tables ...*catalog.Table) string {
	t.Helper()
	p, err := PrepareBatchGetItem(request[*api.BatchGetItemInput](t, "BatchGetItem", `{"RequestItems":{`+items+`}}`), exprs)
	if err == nil {
		_, err = p.Plan(tables)
	}
	return refusal(err)
}

func batchWriteOf(t *testing.T, items string, tables ...*catalog.Table) string {
	t.Helper()
	p := PrepareBatchWriteItem(request[*api.BatchWriteItemInput](t, "BatchWriteItem", `{"RequestItems":{`+items+`}}`))
	for i, table := range tables {
		if _, err := p.Plan(i, table); err != nil {
			return refusal(err)
		}
	}
	return ""
}

func TestBatchesAreRefusedAsAWhole(t *testing.T) {
	const duplicates = "Provided list of item keys contains duplicates"
	x, same1 := `{"p":{"S":"x"},"c":{"N":"1"}}`, `{"p":{"S":"x"},"c":{"N":"1.0"}}`
	put := func(item string) string { return `{"PutRequest":{"Item":` + item + `}}` }
	for _, c := range []struct{ name, got, want string }{
		{"a key read twice, by equal numbers", batchGet(t, `"pairs":{"Keys":[`+x+`,`+same1+`]}`, pairs()), duplicates},
		{"a key in two tables", batchGet(t, `"pairs":{"Keys":[`+x+`]},"other":{"Keys":[`+x+`]}`, pairs(), pairs()), ""},
		{"a key written twice", batchWriteOf(t, `"pairs":[`+put(x)+`,{"DeleteRequest":{"Key":`+same1+`}}]`, pairs()), duplicates},
		{"a put without key", batchWriteOf(t, `"pairs":[`+put(x)+`,`+put(`{"p":{"S":"x"}}`)+`]`, pairs()), wrongSchema},
		{"a put with a key of another type", batchWriteOf(t, `"pairs":[`+put(`{"p":{"S":"x"},"c":{"S":"1"}}`)+`]`, pairs()), wrongSchema},
		{"a projection that overlaps", batchGet(t, `"pairs":{"Keys":[`+x+`],"ProjectionExpression":"a.b,a"}`, pairs()),
			"Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a]"},
		{"a name that is not used", batchGet(t, `"pairs":{"Keys":[`+x+`],"ProjectionExpression":"a","ExpressionAttributeNames":{"#b":"b"}}`, pairs()),
			"Value provided in ExpressionAttributeNames unused in expressions: keys: {#b}"},
	} {
		t.Run(c.name, func(t *testing.T) { same(t, c.name, c.got, c.want) })
	}
}

func TestBatchWritesKeepTheOrderOfTheRequest(t *testing.T) {
	in := request[*api.BatchWriteItemInput](t, "BatchWriteItem", `{"RequestItems":{
		"indexed":[{"PutRequest":{"Item":{"p":{"S":"x"},"c":{"S":"y"},"l":{"S":"z"}}}}],
		"pairs":[{"DeleteRequest":{"Key":{"p":{"S":"x"},"c":{"N":"1"}}}},{"PutRequest":{"Item":{"p":{"S":"x"},"c":{"N":"2"}}}}]}}`)
	p := PrepareBatchWriteItem(in)
	var all []plan.ItemWrite
	for i, table := range []*catalog.Table{indexed(), pairs()} {
		w, err := p.Plan(i, table)
		if err != nil {
			t.Fatal(err)
		}
		if w.Atomic {
			t.Errorf("the writes of table %d are atomic together", i)
		}
		all = append(all, w.Items...)
	}
	if len(all) != 3 {
		t.Fatalf("got %d writes", len(all))
	}
	for i, kind := range []plan.Kind{plan.Put, plan.Delete, plan.Put} {
		if all[i].Kind != kind || !all[i].HoldsOnMissing {
			t.Errorf("write %d: kind %d, holds on missing %v", i, all[i].Kind, all[i].HoldsOnMissing)
		}
	}
	entries := all[0].Entries
	if len(entries) != 6 || entries[0] != nil || entries[3] == nil || string(entries[3].Sort) != "z" {
		t.Errorf("the item is in other indexes than its local one: %v", entries)
	}
}

func TestWritesAskForTheImagesTheyReturn(t *testing.T) {
	const more = `,"ReturnValues":"ALL_OLD","ReturnValuesOnConditionCheckFailure":"ALL_OLD","ConditionExpression":"attribute_exists(a)"}`
	p, err := PreparePutItem(request[*api.PutItemInput](t, "PutItem", `{"TableName":"pairs","Item":{"p":{"S":"x"},"c":{"N":"1"}}`+more), exprs)
	if err != nil {
		t.Fatal(err)
	}
	d, err := PrepareDeleteItem(request[*api.DeleteItemInput](t, "DeleteItem", `{"TableName":"pairs","Key":{"p":{"S":"x"},"c":{"N":"1"}}`+more), exprs)
	if err != nil {
		t.Fatal(err)
	}
	for _, planned := range []func(*catalog.Table) (*plan.Write, *apierr.Error){p.Plan, d.Plan} {
		w, err := planned(pairs())
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Items[0]; !got.NeedOld || !got.NeedOldOnFailure || got.NeedNew || got.HoldsOnMissing {
			t.Errorf("kind %d: old %v, on failure %v, new %v, holds on missing %v", got.Kind, got.NeedOld, got.NeedOldOnFailure, got.NeedNew, got.HoldsOnMissing)
		}
	}
}
