package main

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/ddbsql/ddbsql/conformance/places"
)

const (
	dynamo = "DynamoDB_20120810."
	// guardValue is in an item that no request names by its key.
	guardValue = "guard-5f0c"
	// sentinels is how many items there are in the table that no request names.
	sentinels = 20
)

// house is what must be after the requests as it was before: the table sentinel, its index, and which tables there are.
type house struct {
	description map[string]any
	items       []any
	index       []any
	tables      []string
}

// prepare makes the tables and their first items, and learns what only the server knows.
func (t *trial) prepare() (house, error) {
	for _, body := range places.Tables {
		if err := t.call(dynamo+"CreateTable", body, nil); err != nil {
			return house{}, err
		}
	}
	for i := range sentinels {
		body := fmt.Sprintf(`{"TableName":"sentinel","Item":{"pk":{"S":"%d"},"g":{"S":"all"},"v":{"S":"kept %d"}}}`, i, i)
		if err := t.call(dynamo+"PutItem", body, nil); err != nil {
			return house{}, err
		}
	}
	for _, body := range []string{
		`{"TableName":"play","Item":{"pk":{"S":"` + guardValue + `"},"sk":{"S":"b"},"g":{"S":"` + guardValue + `"},"l":{"N":"1"},"v":{"S":"` + guardValue + `"}}}`,
		`{"TableName":"play","Item":{"pk":{"S":"a"},"sk":{"S":"b"},"g":{"S":"c"},"l":{"N":"1"}}}`,
		`{"TableName":"play","Item":{"pk":{"S":"a"},"sk":{"S":"c"},"g":{"S":"c"},"l":{"N":"2"}}}`,
	} {
		if err := t.call(dynamo+"PutItem", body, nil); err != nil {
			return house{}, err
		}
	}
	if err := t.learn(); err != nil {
		return house{}, err
	}
	if err := t.understood(); err != nil {
		return house{}, err
	}
	return t.look()
}

// learn asks for the addresses and the places that requests name, and for a token.
func (t *trial) learn() (err error) {
	if t.known.Names, err = places.Learn(t.call); err != nil {
		return err
	}
	var page struct{ NextToken string }
	if err := t.call(dynamo+"ExecuteStatement", `{"Statement":"`+continued+`","Limit":1}`, &page); err != nil {
		return err
	}
	token, err := base64.StdEncoding.DecodeString(page.NextToken)
	if err != nil {
		return err
	}
	start := strings.IndexByte(string(token), '{')
	if start < 0 {
		return fmt.Errorf("a token has no key in it: %q", token)
	}
	t.known.tokenHead = token[:start]
	return nil
}

// understood sends all requests as they are: one that is not understood would keep hostile texts from where they might do harm.
func (t *trial) understood() error {
	var problems []error
	for _, r := range places.Requests {
		r.Body = t.known.Fill(r.Body)
		err := t.call(r.Op, r.Plain(), nil)
		if (err == nil) != (r.Fails == "") || err != nil && !strings.Contains(err.Error(), "#"+r.Fails) {
			problems = append(problems, fmt.Errorf("%s %s: %v, not %q", r.Op, r.Plain(), err, r.Fails))
		}
	}
	return errors.Join(problems...)
}

// continued is a statement that has tokens.
const continued = "SELECT * FROM play"

// look gives what must not change.
func (t *trial) look() (house, error) {
	var h house
	var page struct{ Items []any }
	if err := t.call(dynamo+"Scan", `{"TableName":"sentinel"}`, &page); err != nil {
		return h, err
	}
	h.items = page.Items
	if err := t.call(dynamo+"Scan", `{"TableName":"sentinel","IndexName":"byg"}`, &page); err != nil {
		return h, err
	}
	h.index = page.Items
	var list struct{ TableNames []string }
	if err := t.call(dynamo+"ListTables", `{}`, &list); err != nil {
		return h, err
	}
	h.tables = list.TableNames
	var description struct{ Table map[string]any }
	if err := t.call(dynamo+"DescribeTable", `{"TableName":"sentinel"}`, &description); err != nil {
		return h, err
	}
	h.description = description.Table
	// They are as of some seconds ago.
	for _, late := range []string{"ItemCount", "TableSizeBytes", "GlobalSecondaryIndexes"} {
		delete(h.description, late)
	}
	return h, nil
}

// verify compares with what was before. Names of tables that are made are hostile texts, if they are names.
func (t *trial) verify(before house) error {
	after, err := t.look()
	if err != nil {
		return fmt.Errorf("after the requests: %w", err)
	}
	after.tables = slices.DeleteFunc(after.tables, func(name string) bool {
		return !slices.Contains(before.tables, name) && slices.Contains(corpus(), name)
	})
	for what, pair := range map[string][2]any{
		"the items of the sentinel": {before.items, after.items}, "the index of the sentinel": {before.index, after.index},
		"the description of the sentinel": {before.description, after.description}, "the list of tables": {before.tables, after.tables},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			return fmt.Errorf("%s changed\nfrom %v\nto   %v", what, pair[0], pair[1])
		}
	}
	if len(after.items) != sentinels || len(after.index) != sentinels {
		return fmt.Errorf("%d items in the sentinel, %d in its index", len(after.items), len(after.index))
	}
	var found struct{ Differences []string }
	if err := t.administer("check", &found); err != nil || len(found.Differences) > 0 {
		return fmt.Errorf("check: %v, %v", found.Differences, err)
	}
	return nil
}

// tokenDocuments are keys, as tokens have them, with the mark inside.
var tokenDocuments = []string{
	`{"pk":{"S":"` + mark + `"},"sk":{"S":"b"}}`, `{"pk":{"S":"a"},"sk":{"S":"` + mark + `"}}`, `{"pk":{"` + mark + `":"a"},"sk":{"S":"b"}}`,
	`{"` + mark + `":{"S":"a"},"sk":{"S":"b"}}`, `{"pk":{"S":"a"},"sk":{"S":"b"},"` + mark + `":{"S":"c"}}`, `{"pk":{"N":"` + mark + `"},"sk":{"S":"b"}}`, mark,
}

// withToken is a body with a token of that key.
func (k *known) withToken(document string) string {
	token := base64.StdEncoding.EncodeToString(append(slices.Clone(k.tokenHead), document...))
	body, err := json.Marshal(map[string]any{"Statement": continued, "Limit": 1, "NextToken": token})
	if err != nil {
		panic(err) // texts are always encoded
	}
	return string(body)
}
