package api

import (
	"slices"
	"testing"
)

// FuzzDecode reads arbitrary bodies as every operation's input: a request is decoded or refused, never worse.
func FuzzDecode(f *testing.F) {
	for _, body := range []string{
		``, `null`, `{"TableName":"abc","Key":{"p":{"S":"a"}}}`, with(`"Item":{"p":{"M":{"a":{"L":[{"NS":["1"]}]}}}},"Expected":{"a":{"Value":{"B":"YQ=="}}}`),
		table("pcx", global(indexOf("ggg", "x:HASH", all))+local(indexOf("lll", "p:HASH x:RANGE", all))),
		`{"RequestItems":{"abc":[{"PutRequest":{"Item":{}}},null],"a!":null}}`, `{"TransactItems":[{"Put":{}}]}`, `{"GlobalSecondaryIndexUpdates":[{"Create":{}},null]}`,
	} {
		f.Add([]byte(body))
	}
	names := make([]string, 0, len(Operations))
	for name := range Operations {
		names = append(names, name)
	}
	slices.Sort(names)
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, older := range []bool{false, true} {
			SetValidation(older)
			for _, name := range names {
				in, err := Decode(Operations[name], body)
				if (in == nil) == (err == nil) {
					t.Errorf("%s: input %v and error %v", name, in, err)
				}
			}
		}
		SetValidation(false)
	})
}
