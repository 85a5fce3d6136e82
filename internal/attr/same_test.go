package attr

import "testing"

func TestSameItem(t *testing.T) {
	for name, c := range map[string]struct {
		a, b string
		want bool
	}{
		"the same text":               {`{"a":{"S":"x"}}`, `{"a":{"S":"x"}}`, true},
		"attributes in another order": {`{"a":{"S":"x"},"b":{"N":"1"}}`, `{"b": {"N": "1"}, "a": {"S": "x"}}`, true},
		"members in another order":    {`{"a":{"M":{"x":{"N":"1"},"y":{"L":[{"M":{"p":{"S":""},"q":{"S":""}}}]}}}}`, `{"a":{"M":{"y":{"L":[{"M":{"q":{"S":""},"p":{"S":""}}}]},"x":{"N":"1"}}}}`, true},
		"another value":               {`{"a":{"S":"x"}}`, `{"a":{"S":"y"}}`, false},
		"another type":                {`{"a":{"S":"1"}}`, `{"a":{"N":"1"}}`, false},
		"another name":                {`{"a":{"S":"x"}}`, `{"b":{"S":"x"}}`, false},
		"an attribute more":           {`{"a":{"S":"x"}}`, `{"a":{"S":"x"},"b":{"S":""}}`, false},
		"elements in another order":   {`{"a":{"L":[{"S":"x"},{"S":"y"}]}}`, `{"a":{"L":[{"S":"y"},{"S":"x"}]}}`, false},
		"another value deep inside":   {`{"a":{"M":{"b":{"M":{"c":{"S":"x"}}}}}}`, `{"a":{"M":{"b":{"M":{"c":{"S":"y"}}}}}}`, false},
		"the same set":                {`{"a":{"SS":["x","y"]}}`, `{"a":{"SS":["x", "y"]}}`, true},
		"another set":                 {`{"a":{"SS":["x","y"]}}`, `{"a":{"SS":["x","z"]}}`, false},
	} {
		for _, docs := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			if got, err := SameItem([]byte(docs[0]), []byte(docs[1])); got != c.want || err != nil {
				t.Errorf("%s: %v, %v", name, got, err)
			}
		}
	}
	if _, err := SameItem([]byte(`{"a":{"S":"x"}}`), []byte(`{"a":`)); err == nil {
		t.Error("a document that cannot be read is no error")
	}
}
