package harness

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// fillInput fills an input structure of the SDK from the JSON of the wire format.
func fillInput(into reflect.Value, text string) error {
	v, err := ParseJSON(text)
	if err != nil {
		return err
	}
	return fill(into, v)
}

// ParseJSON reads JSON and keeps numbers as they were written.
func ParseJSON(text string) (any, error) {
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		return nil, fmt.Errorf("JSON %q: %w", text, err)
	}
	return v, nil
}

var attributeValue = reflect.TypeFor[types.AttributeValue]()

// fill sets one value of an SDK structure; a member the SDK does not know is an error of the test.
func fill(into reflect.Value, v any) error {
	if into.Type() == attributeValue {
		av, err := toAttributeValue(v)
		if err == nil {
			into.Set(reflect.ValueOf(av))
		}
		return err
	}
	if into.Type() == reflect.TypeFor[time.Time]() {
		return fillTime(into, v)
	}
	switch into.Kind() {
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		return fill(into.Elem(), v)
	case reflect.Struct:
		return fillStruct(into, v)
	case reflect.Map:
		return fillMap(into, v)
	case reflect.Slice:
		return fillSlice(into, v)
	}
	return fillScalar(into, v)
}

// fillTime reads seconds since 1970 with up to three decimals.
func fillTime(into reflect.Value, v any) error {
	number, _ := v.(json.Number)
	seconds, err := number.Float64()
	into.Set(reflect.ValueOf(time.UnixMilli(int64(math.Round(seconds * 1000)))))
	return err
}

func fillStruct(into reflect.Value, v any) error {
	members, ok := v.(map[string]any)
	if !ok {
		return fmt.Errorf("%v is not an object for %s", v, into.Type())
	}
	for name, member := range members {
		field := into.FieldByName(name)
		if !field.IsValid() {
			return fmt.Errorf("%s has no member %s", into.Type(), name)
		}
		if err := fill(field, member); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func fillMap(into reflect.Value, v any) error {
	members, ok := v.(map[string]any)
	if !ok {
		return fmt.Errorf("%v is not an object", v)
	}
	into.Set(reflect.MakeMap(into.Type()))
	for name, member := range members {
		elem := reflect.New(into.Type().Elem()).Elem()
		if err := fill(elem, member); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		into.SetMapIndex(reflect.ValueOf(name), elem)
	}
	return nil
}

func fillSlice(into reflect.Value, v any) error {
	elems, ok := v.([]any)
	if !ok {
		return fmt.Errorf("%v is not an array", v)
	}
	into.Set(reflect.MakeSlice(into.Type(), len(elems), len(elems)))
	for i, elem := range elems {
		if err := fill(into.Index(i), elem); err != nil {
			return fmt.Errorf("element %d: %w", i, err)
		}
	}
	return nil
}

func fillScalar(into reflect.Value, v any) error {
	switch v := v.(type) {
	case string:
		if into.Kind() == reflect.String {
			into.SetString(v)
			return nil
		}
	case bool:
		if into.Kind() == reflect.Bool {
			into.SetBool(v)
			return nil
		}
	case json.Number:
		if n, err := v.Int64(); err == nil && into.CanInt() {
			into.SetInt(n)
			return nil
		}
	}
	return fmt.Errorf("%v does not fit %s", v, into.Type())
}

// toAttributeValue reads an AttributeValue of the wire format.
func toAttributeValue(v any) (types.AttributeValue, error) {
	members, ok := v.(map[string]any)
	if !ok || len(members) != 1 {
		return nil, fmt.Errorf("%v is not an attribute value", v)
	}
	for kind, value := range members {
		switch kind {
		case "S":
			return fillMember(&types.AttributeValueMemberS{}, value)
		case "N":
			return fillMember(&types.AttributeValueMemberN{}, value)
		case "BOOL":
			return fillMember(&types.AttributeValueMemberBOOL{}, value)
		case "NULL":
			return fillMember(&types.AttributeValueMemberNULL{}, value)
		case "SS":
			return fillMember(&types.AttributeValueMemberSS{}, value)
		case "NS":
			return fillMember(&types.AttributeValueMemberNS{}, value)
		case "L":
			return fillMember(&types.AttributeValueMemberL{}, value)
		case "M":
			return fillMember(&types.AttributeValueMemberM{}, value)
		case "B":
			b, err := toBytes(value)
			return &types.AttributeValueMemberB{Value: b}, err
		case "BS":
			return toBinarySet(value)
		}
	}
	return nil, fmt.Errorf("%v has an unknown type", v)
}

// fillMember fills the field Value of one of the SDK's union members.
func fillMember(member types.AttributeValue, v any) (types.AttributeValue, error) {
	return member, fill(reflect.ValueOf(member).Elem().FieldByName("Value"), v)
}

func toBytes(v any) ([]byte, error) {
	text, ok := v.(string)
	if !ok {
		return nil, fmt.Errorf("%v is not base64", v)
	}
	return base64.StdEncoding.DecodeString(text)
}

func toBinarySet(v any) (types.AttributeValue, error) {
	elems, ok := v.([]any)
	if !ok {
		return nil, fmt.Errorf("%v is not an array", v)
	}
	set := &types.AttributeValueMemberBS{Value: [][]byte{}}
	for _, elem := range elems {
		b, err := toBytes(elem)
		if err != nil {
			return nil, err
		}
		set.Value = append(set.Value, b)
	}
	return set, nil
}
