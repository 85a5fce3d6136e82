package api

import (
	"strconv"

	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/wire"
)

// target is what the decoder was reading, as the service's texts for JSON of the wrong type name it: the Java class of
// a scalar, or the Java collection or structure.
type target struct {
	class string
	// field is set for what stands directly as a structure's member and not inside of a list or map.
	field bool
}

const (
	shapePackage    = "com.amazonaws.dynamodb.v20120810."
	classMap        = "java.util.Map<java.lang.String, " + shapePackage + "AttributeValue>"
	classPrefix     = "class "
	classLangPrefix = "class java.lang."
)

// The service's texts for JSON of the wrong type.
const (
	textField        = "Unexpected field type"
	textElement      = "Unexpected value type in payload"
	textBadToken     = "Unexpected token received from parser"
	textObject       = "Start of structure or map found where not expected."
	textCollection   = "Unrecognized collection type "
	textBase64Length = "Base64 encoded length is expected a multiple of 4 bytes but found: "
)

// failure is the SerializationException of a body that could not be read; nil when it could. The service sends no
// text with malformed or over-deep JSON.
func (d *decoder) failure() *apierr.Error {
	err := d.s.Err()
	if err == nil {
		return nil
	}
	text := ""
	if err.Kind == wire.Type {
		text = mismatch(err, d.target, d.body)
	}
	return apierr.New(apierr.Serialization, text)
}

// mismatch is the text for a token of the wrong kind. An attribute value is read without a target: err says enough.
func mismatch(err *wire.Error, to target, body []byte) string {
	switch err.Want {
	case wire.Object, wire.Array:
		return collectionMismatch(err, to)
	case wire.Base64:
		return base64Mismatch(body[err.Offset:])
	}
	if to.class == "" {
		to.class = scalarClasses[err.Want]
	}
	switch {
	case err.Got == wire.Object:
		return textObject
	case err.Got == wire.Array && err.Want == wire.Bool:
		return ""
	case err.Got == wire.Array:
		return textCollection + classLangPrefix + to.class
	case err.Got == wire.String && err.Want == wire.Bool:
		return textBadToken
	}
	return tokenName(err.Got, body[err.Offset:]) + " cannot be converted to " + to.class
}

var scalarClasses = map[wire.Kind]string{wire.String: "String", wire.Bool: "Boolean", wire.Number: "Double"}

func collectionMismatch(err *wire.Error, to target) string {
	switch {
	case err.Want == wire.Array && err.Got == wire.Object:
		return textObject
	case err.Got == wire.Array && to.class == "":
		return textCollection + classPrefix + shapePackage + "AttributeValue"
	case err.Got == wire.Array:
		return textCollection + to.class
	case to.field || err.Want == wire.Array:
		return textField
	}
	return textElement
}

// base64Mismatch is the text for a string, whose token starts here, that is no base64.
func base64Mismatch(token []byte) string {
	n := 0
	for n+1 < len(token) && token[n+1] != '"' {
		n++
	}
	if n%4 == 0 {
		return textElement
	}
	return textBase64Length + strconv.Itoa(n)
}

// tokenName is how the service's parser calls a scalar token.
func tokenName(kind wire.Kind, token []byte) string {
	switch {
	case kind == wire.String:
		return "STRING_VALUE"
	case kind == wire.Bool && token[0] == 't':
		return "TRUE_VALUE"
	case kind == wire.Bool:
		return "FALSE_VALUE"
	case kind == wire.Null:
		return "NULL_VALUE"
	case kind == wire.Decimal:
		return "DECIMAL_VALUE"
	}
	return "NUMBER_VALUE"
}
