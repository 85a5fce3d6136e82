package traces

import (
	"strconv"
	"strings"
	"time"

	"github.com/ddbsql/ddbsql/internal/wire"
)

// attributesRoom is in bytes; the attributes of a span are about so many.
const attributesRoom = 384

// Attributes are what a span says of its work, as OTLP writes them: KeyValue after KeyValue. They have names of things that the server
// defines, and numbers, never what an item or a request holds.
type Attributes []byte

func (a Attributes) key(name, kind string) Attributes {
	if len(a) > 0 {
		a = append(a, ',')
	}
	a = append(a, `{"key":`...)
	a = wire.AppendString(a, name)
	a = append(a, `,"value":{"`...)
	a = append(a, kind...)
	return append(a, `":`...)
}

// Text adds a text.
func (a Attributes) Text(name, value string) Attributes {
	return append(wire.AppendString(a.key(name, "stringValue"), clean(value)), "}}"...)
}

// Int adds a whole number, which JSON of OTLP has in quotes.
func (a Attributes) Int(name string, value int64) Attributes {
	a = append(a.key(name, "intValue"), '"')
	return append(strconv.AppendInt(a, value, 10), `"}}`...)
}

// Seconds adds a time.
func (a Attributes) Seconds(name string, value time.Duration) Attributes {
	return append(strconv.AppendFloat(a.key(name, "doubleValue"), value.Seconds(), 'f', -1, 64), "}}"...)
}

// Texts adds a list of texts.
func (a Attributes) Texts(name string, values []string) Attributes {
	a = append(a.key(name, "arrayValue"), `{"values":[`...)
	for i, value := range values {
		if i > 0 {
			a = append(a, ',')
		}
		a = append(a, `{"stringValue":`...)
		a = append(wire.AppendString(a, clean(value)), '}')
	}
	return append(a, "]}}}"...)
}

// clean makes UTF-8 of a text.
func clean(text string) string { return strings.ToValidUTF8(text, "\uFFFD") }
