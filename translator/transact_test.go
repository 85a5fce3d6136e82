package translator

import (
	"strings"
	"testing"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// tablesNamed gives the test tables of those names.
func tablesNamed(names []string) []*catalog.Table {
	all := map[string]*catalog.Table{"pairs": pairs(), "singles": singles(), "indexed": indexed()}
	tables := make([]*catalog.Table, len(names))
	for i, n := range names {
		tables[i] = all[n]
	}
	return tables
}

// transactWrite prepares and plans a transaction of the actions.
func transactWrite(t *testing.T, actions ...string) (*plan.Write, *apierr.Error) {
	t.Helper()
	p, err := PrepareTransactWriteItems(transactInput(t, actions...), exprs)
	if err != nil {
		return nil, err
	}
	return p.Plan(tablesNamed(p.Tables()))
}

func transactInput(t *testing.T, actions ...string) *api.TransactWriteItemsInput {
	t.Helper()
	return request[*api.TransactWriteItemsInput](t, "TransactWriteItems", `{"TransactItems":[`+strings.Join(actions, ",")+`]}`)
}

func transactGet(t *testing.T, reads ...string) (*plan.Get, *apierr.Error) {
	t.Helper()
	p, err := PrepareTransactGetItems(request[*api.TransactGetItemsInput](t, "TransactGetItems", `{"TransactItems":[`+strings.Join(reads, ",")+`]}`), exprs)
	if err != nil {
		return nil, err
	}
	return p.Plan(tablesNamed(p.Tables()))
}

// told is a refusal with the reasons of a cancellation.
func told(err *apierr.Error) string {
	if err == nil || err.Reasons == nil {
		return refusal(err)
	}
	var parts []string
	for _, r := range err.Reasons {
		parts = append(parts, strings.TrimSuffix(r.Code+" "+r.Message, " "))
	}
	return strings.Join(parts, "; ")
}

// Actions on items of the table singles; more are further members.
func putOne(item, more string) string {
	return `{"Put":{"TableName":"singles","Item":` + item + more + `}}`
}
func deleteOne(key, more string) string {
	return `{"Delete":{"TableName":"singles","Key":` + key + more + `}}`
}
func checkOne(key, condition string) string {
	return `{"ConditionCheck":{"TableName":"singles","Key":` + key + `,"ConditionExpression":"` + condition + `"}}`
}
func updateOne(key, update, more string) string {
	return `{"Update":{"TableName":"singles","Key":` + key + `,"UpdateExpression":"` + update + `"` + more + `}}`
}

func TestTransactionsKeepTheOrderOfTheRequest(t *testing.T) {
	w, err := transactWrite(t,
		updateOne(`{"p":{"S":"1"}}`, `SET a = :v`, `,"ExpressionAttributeValues":{":v":{"S":"x"}},"ReturnValuesOnConditionCheckFailure":"ALL_OLD"`),
		checkOne(`{"p":{"S":"2"}}`, `attribute_exists(p)`),
		deleteOne(`{"p":{"S":"3"}}`, ``),
		putOne(`{"p":{"S":"4"}}`, `,"ConditionExpression":"attribute_not_exists(p)"`))
	if err != nil {
		t.Fatal(err)
	}
	if !w.Atomic || !w.NoWait || len(w.Items) != 4 {
		t.Fatalf("the plan is %+v", w)
	}
	for i, want := range []struct {
		kind             plan.Kind
		condition, holds bool
		old              bool
	}{{plan.Update, false, true, true}, {plan.Check, true, false, false}, {plan.Delete, false, true, false}, {plan.Put, true, true, false}} {
		got := &w.Items[i]
		if got.Kind != want.kind || (got.Condition != nil) != want.condition || got.HoldsOnMissing != want.holds || got.NeedOldOnFailure != want.old {
			t.Errorf("item %d is %+v, want %+v", i, got, want)
		}
	}
	same(t, "actions", showActions(w.Items[0].Actions), `set [a] {"S":"x"}`)
}

func TestTransactionsTellWhatRefusesThem(t *testing.T) {
	const (
		twice   = "Transaction request cannot include multiple operations on one item"
		a, b    = `{"p":{"S":"a"}}`, `{"p":{"S":"b"}}`
		invalid = "One or more parameter values were invalid: "
	)
	values := `,"ExpressionAttributeValues":{":v":{"S":"x"}}`
	for _, c := range []struct {
		name    string
		actions []string
		want    string
	}{
		{"an item put and checked", []string{putOne(a, ``), checkOne(a, `attribute_exists(p)`)}, twice},
		{"one key in two tables", []string{deleteOne(a, ``), `{"Delete":{"TableName":"pairs","Key":{"p":{"S":"a"},"c":{"N":"1"}}}}`}, ""},
		{"equal number keys", []string{`{"Delete":{"TableName":"pairs","Key":{"p":{"S":"a"},"c":{"N":"1"}}}}`, `{"Put":{"TableName":"pairs","Item":{"p":{"S":"a"},"c":{"N":"1.0"}}}}`}, twice},
		{"an item named twice beside a wrong key", []string{putOne(`{"p":{"N":"1"}}`, ``), putOne(a, ``), putOne(a, ``)}, twice},
		{"keys of a wrong type: the first one counts", []string{putOne(b, ``), putOne(`{"p":{"N":"7"}}`, ``), putOne(`{"p":{"N":"8"}}`, ``)},
			"None; ValidationError " + invalid + "Type mismatch for key p expected: S actual: N; None"},
		{"a put without key", []string{putOne(`{"q":{"S":"a"}}`, ``)}, "ValidationError " + invalid + "Missing the key p in the item"},
		{"a key with too many attributes", []string{deleteOne(a, ``), deleteOne(`{"p":{"S":"a"},"q":{"S":"a"}}`, ``)}, "None; ValidationError " + wrongSchema},
		{"a key that is too long", []string{updateOne(`{"p":`+stringOf(2049)+`}`, `REMOVE a`, ``)}, "ValidationError " + longHash},
		{"an update of the key", []string{updateOne(a, `SET p = :v`, values)}, "ValidationError " + invalid + "Cannot update attribute p. This attribute is part of the key"},
		{"an index key of a wrong type", []string{`{"Put":{"TableName":"indexed","Item":{"p":{"S":"x"},"c":{"S":"y"},"h":{"S":"z"}}}}`},
			"ValidationError " + invalid + "Type mismatch for Index Key h Expected: N Actual: S IndexName: gall"},
		{"an empty key refuses all", []string{putOne(`{"p":{"N":"7"}}`, ``), deleteOne(`{"p":{"S":""}}`, ``)}, emptyString + "p"},
		{"an empty index key of a put refuses all", []string{`{"Put":{"TableName":"indexed","Item":{"p":{"S":"x"},"c":{"S":"y"},"g":{"S":""}}}}`},
			notValid + "A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: gall, IndexKey: g"},
		{"a condition inside of a key", []string{deleteOne(a, `,"ConditionExpression":"p.x = :v"`+values)},
			"Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: p"},
		{"an empty condition", []string{checkOne(a, ``)}, "Invalid ConditionExpression: The expression can not be empty;"},
		{"an empty update", []string{updateOne(a, ``, ``)}, "Invalid UpdateExpression: The expression can not be empty;"},
		{"a name that is not defined", []string{putOne(a, ``), putOne(b, `,"ConditionExpression":"attribute_exists(#x)"`)},
			"Invalid ConditionExpression: An expression attribute name used in the document path is not defined; attribute name: #x"},
		{"a value that is not used", []string{putOne(a, `,"ConditionExpression":"attribute_exists(p)"`+values)},
			"Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}"},
		{"a value beside no expression, in a Put", []string{putOne(a, values)}, ""},
		{"paths that overlap", []string{updateOne(a, `SET a = :v, a.b = :v`, values)},
			"Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := transactWrite(t, c.actions...)
			same(t, c.name, told(err), c.want)
		})
	}
}

func TestTransactedReadsTellWhatRefusesThem(t *testing.T) {
	read := func(key, more string) string { return `{"Get":{"TableName":"singles","Key":` + key + more + `}}` }
	const a, b = `{"p":{"S":"a"}}`, `{"p":{"S":"b"}}`
	for _, c := range []struct {
		name  string
		reads []string
		want  string
	}{
		{"two items", []string{read(a, ``), read(b, ``)}, ""},
		{"an item named twice", []string{read(a, ``), read(b, ``), read(a, ``)}, "Transaction request cannot include multiple operations on one item"},
		{"keys of a wrong type: the first one counts", []string{read(a, ``), read(`{"p":{"N":"1"}}`, ``), read(`{"p":{"N":"2"}}`, ``)}, "None; ValidationError " + wrongSchema + "; None"},
		{"an empty key", []string{read(`{"p":{"N":"1"}}`, ``), read(`{"p":{"S":""}}`, ``)}, emptyString + "p"},
		{"an empty projection", []string{read(a, `,"ProjectionExpression":""`)}, "Invalid ProjectionExpression: The expression can not be empty;"},
		{"a name that is not used", []string{read(a, `,"ProjectionExpression":"x","ExpressionAttributeNames":{"#q":"q"}`)},
			"Value provided in ExpressionAttributeNames unused in expressions: keys: {#q}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			get, err := transactGet(t, c.reads...)
			same(t, c.name, told(err), c.want)
			if err == nil && (!get.Snapshot || len(get.Reads) != len(c.reads)) {
				t.Errorf("the plan is %+v", get)
			}
		})
	}
}

func TestDigestsTellRequestsApart(t *testing.T) {
	digest := func(actions ...string) [32]byte {
		p, err := PrepareTransactWriteItems(transactInput(t, actions...), exprs)
		if err != nil {
			t.Fatal(err)
		}
		return p.Digest()
	}
	const x = `{"p":{"S":"a"},"m":{"M":{"x":{"N":"1"},"y":{"NS":["1","2"]}}}}`
	condition := func(names, more string) string {
		return putOne(x, `,"ConditionExpression":"attribute_exists(#a) OR attribute_exists(#b)","ExpressionAttributeNames":{`+names+`}`+more)
	}
	first := condition(`"#a":"a","#b":"b"`, ``)
	for _, c := range []struct {
		name string
		a, b []string
		same bool
	}{
		{"the same", []string{first}, []string{first}, true},
		{"members and set members in another order, numbers in another form", []string{putOne(x, ``)},
			[]string{putOne(`{"m":{"M":{"y":{"NS":["2","1.0"]},"x":{"N":"1e0"}}},"p":{"S":"a"}}`, ``)}, true},
		{"names in another order", []string{first}, []string{condition(`"#b":"b","#a":"a"`, ``)}, true},
		{"NONE said or not", []string{first}, []string{condition(`"#a":"a","#b":"b"`, `,"ReturnValuesOnConditionCheckFailure":"NONE"`)}, true},
		{"ALL_OLD", []string{first}, []string{condition(`"#a":"a","#b":"b"`, `,"ReturnValuesOnConditionCheckFailure":"ALL_OLD"`)}, false},
		{"another name", []string{first}, []string{condition(`"#a":"a","#b":"c"`, ``)}, false},
		{"another value", []string{putOne(x, ``)}, []string{putOne(strings.Replace(x, `"1"`, `"3"`, 1), ``)}, false},
		{"another kind", []string{deleteOne(`{"p":{"S":"a"}}`, ``)}, []string{putOne(`{"p":{"S":"a"}}`, ``)}, false},
		{"another table", []string{putOne(`{"p":{"S":"a"},"c":{"N":"1"}}`, ``)}, []string{`{"Put":{"TableName":"pairs","Item":{"p":{"S":"a"},"c":{"N":"1"}}}}`}, false},
		{"another expression", []string{checkOne(`{"p":{"S":"a"}}`, `attribute_exists(p)`)}, []string{checkOne(`{"p":{"S":"a"}}`, `attribute_exists(q)`)}, false},
		{"actions in another order", []string{putOne(`{"p":{"S":"a"}}`, ``), putOne(`{"p":{"S":"b"}}`, ``)}, []string{putOne(`{"p":{"S":"b"}}`, ``), putOne(`{"p":{"S":"a"}}`, ``)}, false},
		{"one action more", []string{putOne(`{"p":{"S":"a"}}`, ``)}, []string{putOne(`{"p":{"S":"a"}}`, ``), putOne(`{"p":{"S":"b"}}`, ``)}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := digest(c.a...) == digest(c.b...); got != c.same {
				t.Errorf("the same: %v", got)
			}
		})
	}
}
