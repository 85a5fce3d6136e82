package api

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// Elements of key schemas.
const (
	maxTableKeys      = 2 // of tables and local indexes
	maxGlobalKeys     = 8 // of global indexes: 4 HASH, then 4 RANGE
	maxGlobalKeysType = 4
)

// keySchemaLimits are the sizes of key schemas, which the model does not tell apart.
var (
	limitTableKeys  = limit{max: maxTableKeys, hasMax: true}
	limitGlobalKeys = limit{max: maxGlobalKeys, hasMax: true}
)

// checkKeyCount notes a key schema, whose path is already pushed, with too many elements.
func checkKeyCount(c *checker, schema []*KeySchemaElement, l *limit) {
	if l.holds(len(schema)) {
		return
	}
	c.count(len(schema), l, func(dst []byte) []byte {
		dst = append(dst, '[')
		for i, k := range schema {
			dst = echoStructure(echoComma(dst, i), k)
		}
		return append(dst, ']')
	})
}

// checkTableKeys refuses a key schema that is not HASH or HASH and RANGE with two names.
func checkTableKeys(schema []*KeySchemaElement) *apierr.Error {
	switch {
	case schema[0].KeyType != "HASH":
		return apierr.Invalid(textFirstNotHash)
	case len(schema) == 1:
		return nil
	case schema[1].KeyType != "RANGE":
		return apierr.Invalid(textSecondNotRange)
	case schema[0].AttributeName == schema[1].AttributeName:
		return apierr.Invalid(textSameName)
	}
	return nil
}

// checkGlobalKeys refuses a key schema that is not up to four HASH elements and then up to four RANGE elements, all of
// different names.
func checkGlobalKeys(schema []*KeySchemaElement) *apierr.Error {
	if len(schema) <= maxTableKeys && !(len(schema) == 2 && schema[1].KeyType == "HASH") {
		return checkTableKeys(schema)
	}
	if schema[0].KeyType != "HASH" {
		return apierr.Invalid(textFirstNotHash)
	}
	seen, count := map[string]bool{}, map[string]int{}
	for _, k := range schema {
		switch count[k.KeyType]++; {
		case k.KeyType == "HASH" && count["RANGE"] > 0:
			return apierr.Invalid(textHashAfterRange)
		case seen[k.AttributeName]:
			return apierr.Invalid(textSameNameIn + k.AttributeName)
		case count[k.KeyType] > maxGlobalKeysType:
			return apierr.Invalid(fmt.Sprintf(textTooManyElements, k.KeyType))
		}
		seen[k.AttributeName] = true
	}
	return nil
}

// keyNames are the attributes of a key schema.
func keyNames(schema []*KeySchemaElement) []string {
	names := make([]string, len(schema))
	for i, k := range schema {
		names[i] = k.AttributeName
	}
	return names
}

// definitions are the names that AttributeDefinitions define, in the order given.
type definitions struct {
	names []string
	set   map[string]bool
}

// newDefinitions refuses a name defined twice.
func newDefinitions(list []*AttributeDefinition) (definitions, *apierr.Error) {
	d := definitions{set: make(map[string]bool, len(list))}
	for _, a := range list {
		if d.set[a.AttributeName] {
			return d, apierr.Invalid(textDoubleAttribute + a.AttributeName)
		}
		d.set[a.AttributeName] = true
		d.names = append(d.names, a.AttributeName)
	}
	return d, nil
}

// cover refuses a key that is not wholly defined.
func (d definitions) cover(keys []string) *apierr.Error {
	for _, k := range keys {
		if d.set[k] {
			continue
		}
		if len(d.names) < len(keys) && len(d.names) > 0 {
			return apierr.Invalid(textNoKeyDefinition)
		}
		return apierr.Invalid(textNoIndexKeys + ". Keys: [" + strings.Join(keys, ", ") + "], AttributeDefinitions: [" + strings.Join(d.names, ", ") + "]")
	}
	return nil
}

// allUsed refuses definitions that no key uses. The service's text depends on whether there are indexes.
func (d definitions) allUsed(keys []string, indexes bool) *apierr.Error {
	slices.Sort(keys)
	keys = slices.Compact(keys)
	switch {
	case len(keys) == len(d.names): // every key is defined, so every definition is a key
		return nil
	case indexes:
		return apierr.Invalid(textUnused + strings.Join(d.names, ", ") + "], keys used: [" + strings.Join(keys, ", ") + "]")
	}
	return apierr.Invalid(textUnusedPlain)
}
