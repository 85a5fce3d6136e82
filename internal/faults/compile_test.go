package faults

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRulesThatCannotBe(t *testing.T) {
	for _, c := range []struct{ name, rule, text string }{
		{"none at all", ``, "rules cannot be read"},
		{"no JSON", `{`, "rules cannot be read"},
		{"more than one text", `{"Drop":true} {}`, "something follows them"},
		{"a member nobody knows", `{"Errror":"x"}`, `unknown field "Errror"`},
		{"no fault", `{"Table":"orders"}`, "a rule needs a fault: Error, Drop, Unprocessed, PageSize or Latency"},
		{"two faults", `{"Drop":true,"Error":"InternalServerError"}`, "one of Error, Drop, Unprocessed and PageSize, not several"},
		{"an error nobody knows", `{"Error":"Oops"}`, `Error is "Oops", must be one of ProvisionedThroughputExceededException, ThrottlingException, `},
		{"a text without an error", `{"Drop":true,"Message":"x"}`, "Message needs an Error"},
		{"a latency that is none", `{"Latency":"soon"}`, `time: invalid duration "soon"`},
		{"a negative latency", `{"Latency":"-1s"}`, "Latency is -1s, cannot be negative"},
		{"no items", `{"Unprocessed":0}`, `a whole number from 1 on, or "all", not 0`},
		{"some items", `{"Unprocessed":"some"}`, `a whole number from 1 on, or "all", not "some"`},
		{"a negative page", `{"PageSize":-1}`, "PageSize is -1, must be positive"},
		{"a page after the effect", `{"PageSize":1,"After":true}`, "After is for Error, Drop and Latency"},
		{"two moments", `{"Drop":true,"Nth":1,"First":2}`, "one of Nth, Every and First, not several"},
		{"a negative moment", `{"Drop":true,"Every":-2}`, "Every is -2, must be positive"},
		{"more than certain", `{"Drop":true,"Probability":1.5}`, "Probability is 1.5, must be from 0 to 1"},
		{"a seed of nothing", `{"Drop":true,"Seed":1}`, "Seed needs a Probability"},
		{"no table's name", `{"Drop":true,"Table":"a b"}`, `Table is "a b", must be the name of a table`},
		{"a key of another type", `{"Drop":true,"Key":{"id":{"BOOL":"true"}}}`, `Key "id": a pattern of a key is a text, or one of`},
		{"a key of two types", `{"Drop":true,"Key":{"id":{"S":"a","N":"1"}}}`, "a pattern of a key is a text, or one of"},
		{"an operation nobody knows", `{"Drop":true,"Operations":["Put"]}`, `no operation is named "Put"`},
		{"an error of other operations", `{"Error":"ExpiredIteratorException","Operations":["GetItem"]}`, "ExpiredIteratorException happens to GetRecords only, not to GetItem"},
		{"pages of operations without", `{"PageSize":1,"Operations":["Put*"]}`, "PageSize happens to DescribeStream, ExecuteStatement"},
		{"a key of operations without", `{"Drop":true,"Key":{"id":"a"},"Operations":["Scan"]}`, "a Key happens to BatchGetItem"},
		{"one of several", `{"Rules":[{"Drop":true},{"Drop":true,"Nth":-1}]}`, "rule 2: a rule's Nth is -1"},
		{"one and several", `{"Drop":true,"Rules":[{"Drop":true}]}`, "not both"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rs := NewRules()
			rules, err := Parse([]byte(c.rule))
			if err == nil {
				_, err = rs.Add(rules...)
			}
			if err == nil || !strings.Contains(err.Error(), c.text) {
				t.Errorf("got %v, want %s", err, c.text)
			}
			if left := rs.List(); len(left) != 0 {
				t.Errorf("%v were added", left)
			}
		})
	}
}

// What a list shows of a rule can be given as a rule again.
func TestListsShowRulesAsTheyWereGiven(t *testing.T) {
	const rule = `"Name":"n","Operations":["BatchGetItem"],"Table":"o*","Key":{"id":"a","sk":{"N":"1"}},"Every":2,"Probability":0.5,"Seed":3,"Times":4,"Latency":"250ms","Unprocessed":"all"`
	listed, err := json.Marshal(rulesOf(t, `{`+rule+`}`).List())
	if want := `[{"Id":1,` + rule + `,"Seen":0,"Matched":0,"Injected":0}]`; err != nil || string(listed) != want {
		t.Errorf("got  %s (%v)\nwant %s", listed, err, want)
	}
}

func TestRulesOfAFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "faults.json")
	for _, c := range []struct{ name, text, want string }{
		{"good ones", `{"Rules":[{"Drop":true},{"Latency":"1s"}]}`, ""},
		{"a bad one", `{"Rules":[{"Drop":true},{}]}`, "faults.json: rule 2: a rule needs a fault"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := os.WriteFile(file, []byte(c.text), 0o600); err != nil {
				t.Fatal(err)
			}
			rs := NewRules()
			switch err := rs.AddFile(file); {
			case c.want == "" && (err != nil || len(rs.List()) != 2):
				t.Errorf("got %v, %v", rs.List(), err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("got %v", err)
			}
		})
	}
	if err := NewRules().AddFile(file + ".missing"); err == nil {
		t.Error("a file that is not there has no rules")
	}
}
