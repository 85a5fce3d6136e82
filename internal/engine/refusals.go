package engine

import (
	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// refusalTexts are the service's words for what stored data refuses. %0, %1 ... stand for the refusal's details.
var refusalTexts = map[backends.RefusalCode]string{
	backends.RefusedPath:          "The document path provided in the update expression is invalid for update",
	backends.RefusedMissing:       "The provided expression refers to an attribute that does not exist in the item",
	backends.RefusedOperandType:   "An operand in the update expression has an incorrect data type",
	backends.RefusedNumber:        "%0",
	backends.RefusedItemSize:      "Item size to update has exceeded the maximum allowed size",
	backends.RefusedNesting:       "Nesting Levels have exceeded supported limits",
	backends.RefusedIndexKeyType:  "One or more parameter values were invalid: Type mismatch for Index Key %1 Expected: %2 Actual: %3 IndexName: %0",
	backends.RefusedIndexKeyEmpty: "One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty %2 value.",
	backends.RefusedIndexKeySize:  "%2",
	backends.RefusedLegacy:        "Type mismatch for attribute to update",
	backends.RefusedAddType:       "An operand in the update expression has an incorrect data type",
	backends.RefusedDeleteType:    "An operand in the update expression has an incorrect data type",
}

// indexKeyNames are the words that details name kinds and roles with, in the service's texts.
var indexKeyNames = map[string]string{
	"S":     "string",
	"B":     "binary",
	"hash":  "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes",
	"range": "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes",
}

func refusal(r *backends.Refusal) error {
	text := refusalTexts[r.Code]
	words := r.Code == backends.RefusedIndexKeyEmpty || r.Code == backends.RefusedIndexKeySize
	out := make([]byte, 0, len(text)+64)
	for i := 0; i < len(text); i++ {
		if text[i] != '%' {
			out = append(out, text[i])
			continue
		}
		i++
		out = append(out, detail(r, int(text[i]-'0'), words)...)
	}
	return apierr.Invalid(string(out))
}

func detail(r *backends.Refusal, i int, words bool) string {
	if i >= len(r.Detail) {
		return ""
	}
	if word, ok := indexKeyNames[r.Detail[i]]; ok && words && i == 2 {
		return word
	}
	return r.Detail[i]
}

// conditionFailed is the error of a write whose condition did not hold. item is what it looked at, if the request wants it.
func conditionFailed(item []byte) error {
	err := apierr.New(apierr.ConditionalCheckFailed, "The conditional request failed")
	if item != nil {
		err.Item = attr.AppendWire(nil, item)
	}
	return err
}
