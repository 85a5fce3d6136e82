package attr

import "testing"

func TestPickDoc(t *testing.T) {
	const item = `{"a": {"S":"x"},"big":{"M":{"a":{"N":"1"}}},"n":{"N":"2"},"z\u0001\u0001":{"SS":["u"]}}`
	cases := []struct {
		name  string
		names []string
		want  string
	}{
		{"attributes in document order", []string{"n", "a"}, `{"a":{"S":"x"},"n":{"N":"2"}}`},
		{"one that is not there", []string{"q", "n"}, `{"n":{"N":"2"}}`},
		{"a name inside of a map is not meant", []string{"big"}, `{"big":{"M":{"a":{"N":"1"}}}}`},
		{"a name with U+0000", []string{"z\x00"}, `{"z\u0001\u0001":{"SS":["u"]}}`},
		{"no name", nil, `{}`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := string(PickDoc([]byte("x"), []byte(item), c.names)); got != "x"+c.want {
				t.Errorf("got %s, want %s", got[1:], c.want)
			}
		})
	}
}
