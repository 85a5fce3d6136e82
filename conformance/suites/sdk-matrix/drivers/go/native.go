package main

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// errCannotHold: Go's values have no place for a value of the step.
var errCannotHold = errors.New("attributevalue cannot hold it")

// native takes an item through the high-level layer, package attributevalue: unmarshals it into a struct as a program would
// declare it, and marshals that.
func native(item map[string]types.AttributeValue) (map[string]types.AttributeValue, error) {
	t, err := structFor(item)
	if err != nil {
		return nil, err
	}
	v := reflect.New(t)
	if err := attributevalue.UnmarshalMapWithOptions(item, v.Interface(), useNumber); err != nil {
		return nil, fmt.Errorf("unmarshal: %w", err)
	}
	return attributevalue.MarshalMap(v.Interface())
}

func useNumber(o *attributevalue.DecoderOptions) { o.UseNumber = true }

// structFor declares a struct with a field for each attribute.
func structFor(item map[string]types.AttributeValue) (reflect.Type, error) {
	var fields []reflect.StructField
	for _, name := range slices.Sorted(maps.Keys(item)) {
		// An empty name and "-" mean something else in a tag, and a comma ends the name.
		if name == "" || name == "-" || strings.Contains(name, ",") {
			return nil, fmt.Errorf("%w: no struct tag can say %q", errCannotHold, name)
		}
		t, option, err := typeFor(item[name])
		if err != nil {
			return nil, err
		}
		tag := reflect.StructTag(fmt.Sprintf("dynamodbav:%q", name+option))
		fields = append(fields, reflect.StructField{Name: fmt.Sprintf("F%d", len(fields)), Type: t, Tag: tag})
	}
	return reflect.StructOf(fields), nil
}

// typeFor returns the type and the option of the tag that a program declares for such a value.
func typeFor(av types.AttributeValue) (t reflect.Type, option string, err error) {
	switch av := av.(type) {
	case *types.AttributeValueMemberS:
		return reflect.TypeFor[string](), "", nil
	case *types.AttributeValueMemberN:
		return reflect.TypeFor[attributevalue.Number](), "", nil
	case *types.AttributeValueMemberB:
		return reflect.TypeFor[[]byte](), "", nil
	case *types.AttributeValueMemberBOOL:
		return reflect.TypeFor[bool](), "", nil
	case *types.AttributeValueMemberNULL:
		return reflect.TypeFor[*string](), "", nil
	case *types.AttributeValueMemberSS:
		return reflect.TypeFor[[]string](), ",stringset", nil
	case *types.AttributeValueMemberNS:
		return reflect.TypeFor[[]attributevalue.Number](), ",numberset", nil
	case *types.AttributeValueMemberBS:
		return reflect.TypeFor[[][]byte](), ",binaryset", nil
	case *types.AttributeValueMemberM:
		t, err := structFor(av.Value)
		return t, "", err
	case *types.AttributeValueMemberL:
		if slices.ContainsFunc(av.Value, hasSet) {
			return nil, "", fmt.Errorf("%w: sets in a list come back as lists", errCannotHold)
		}
		return reflect.TypeFor[[]any](), "", nil
	}
	return nil, "", fmt.Errorf("no type for a %T", av)
}

// hasSet tells whether a value is a set or has one in it: []any and map[string]any forget that.
func hasSet(av types.AttributeValue) bool {
	switch av := av.(type) {
	case *types.AttributeValueMemberSS, *types.AttributeValueMemberNS, *types.AttributeValueMemberBS:
		return true
	case *types.AttributeValueMemberL:
		return slices.ContainsFunc(av.Value, hasSet)
	case *types.AttributeValueMemberM:
		return slices.ContainsFunc(slices.Collect(maps.Values(av.Value)), hasSet)
	}
	return false
}
