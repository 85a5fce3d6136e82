package engine

import (
	"github.com/ddbsql/ddbsql/backends"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// refusalTexts are the service's words for what stored data refuses; detail is the refusal's.
var refusalTexts = map[backends.RefusalCode]func(detail []string) string{
	backends.RefusedPath:          always("The document path provided in the update expression is invalid for update"),
	backends.RefusedMissing:       always("The provided expression refers to an attribute that does not exist in the item"),
	backends.RefusedOperandType:   always("An operand in the update expression has an incorrect data type"),
	backends.RefusedAddType:       always("An operand in the update expression has an incorrect data type"),
	backends.RefusedDeleteType:    always("An operand in the update expression has an incorrect data type"),
	backends.RefusedLegacy:        always("Type mismatch for attribute to update"),
	backends.RefusedItemSize:      always("Item size to update has exceeded the maximum allowed size"),
	backends.RefusedNesting:       always("Nesting Levels have exceeded supported limits"),
	backends.RefusedNumber:        func(detail []string) string { return detail[0] },
	backends.RefusedIndexKeyType:  indexKeyType,
	backends.RefusedIndexKeyEmpty: indexKeyEmpty,
	backends.RefusedIndexKeySize:  indexKeySize,

	backends.RefusedCollectionSize: always("Collection size exceeded"),
}

func always(text string) func([]string) string { return func([]string) string { return text } }

func indexKeyType(d []string) string {
	return "One or more parameter values were invalid: Type mismatch for Index Key " + d[1] + " Expected: " + d[2] + " Actual: " + d[3] + " IndexName: " + d[0]
}

func indexKeyEmpty(d []string) string {
	kind := "string"
	if d[2] == attr.B.String() {
		kind = "binary"
	}
	return "One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. " +
		"The AttributeValue for a key attribute cannot contain an empty " + kind + " value."
}

func indexKeySize(d []string) string {
	if d[1] == "hash" {
		return "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes"
	}
	return "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes"
}

func refusal(r *backends.Refusal) error {
	text := refusalTexts[r.Code](r.Detail)
	if r.Code == backends.RefusedCollectionSize {
		return apierr.New(apierr.ItemCollectionTooLarge, text)
	}
	return apierr.Invalid(text)
}

// conditionFailed is the error of a write whose condition did not hold. item is what it looked at, if the request wants it.
func conditionFailed(item []byte) error {
	err := apierr.New(apierr.ConditionalCheckFailed, textConditionFailed)
	if item != nil {
		err.Item = attr.AppendWire(nil, item)
	}
	return err
}
