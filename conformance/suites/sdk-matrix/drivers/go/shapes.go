package main

import (
	"encoding/base64"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	streamtypes "github.com/aws/aws-sdk-go-v2/service/dynamodbstreams/types"
	"github.com/aws/smithy-go/middleware"
)

// shapes turns the wire's JSON into the SDK's structs and back, by the names of their fields, which are the wire's.
type shapes struct {
	// through is what every map of attribute values goes through, on both ways: a high-level layer, or nothing.
	through func(map[string]types.AttributeValue) (map[string]types.AttributeValue, error)
}

var (
	anyValue  = reflect.TypeFor[types.AttributeValue]()
	itemValue = reflect.TypeFor[map[string]types.AttributeValue]()
	members   = map[string]reflect.Type{
		"S": reflect.TypeFor[types.AttributeValueMemberS](), "N": reflect.TypeFor[types.AttributeValueMemberN](),
		"B": reflect.TypeFor[types.AttributeValueMemberB](), "BOOL": reflect.TypeFor[types.AttributeValueMemberBOOL](),
		"NULL": reflect.TypeFor[types.AttributeValueMemberNULL](), "SS": reflect.TypeFor[types.AttributeValueMemberSS](),
		"NS": reflect.TypeFor[types.AttributeValueMemberNS](), "BS": reflect.TypeFor[types.AttributeValueMemberBS](),
		"L": reflect.TypeFor[types.AttributeValueMemberL](), "M": reflect.TypeFor[types.AttributeValueMemberM](),
	}
)

// fill sets v, a field of an input or the input itself, to a value of JSON.
func (s shapes) fill(v reflect.Value, data any) error {
	switch {
	case v.Type() == itemValue:
		return s.fillItem(v, data)
	case v.Type() == anyValue:
		item := reflect.New(itemValue).Elem()
		if err := s.fillItem(item, object{"alone": data}); err != nil {
			return err
		}
		v.Set(item.MapIndex(reflect.ValueOf("alone")))
		return nil
	}
	switch in := data.(type) {
	case object:
		return s.fillObject(v, in)
	case []any:
		v.Set(reflect.MakeSlice(v.Type(), len(in), len(in)))
		for i := range in {
			if err := s.fill(v.Index(i), in[i]); err != nil {
				return err
			}
		}
		return nil
	}
	return fillScalar(v, data)
}

func (s shapes) fillObject(v reflect.Value, in object) error {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return s.fillObject(v.Elem(), in)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for k, data := range in {
			element := reflect.New(v.Type().Elem()).Elem()
			if err := s.fill(element, data); err != nil {
				return err
			}
			v.SetMapIndex(reflect.ValueOf(k), element)
		}
		return nil
	}
	for k, data := range in {
		field := v.FieldByName(k)
		if !field.IsValid() {
			return fmt.Errorf("%s has no member %s", v.Type(), k)
		}
		if err := s.fill(field, data); err != nil {
			return err
		}
	}
	return nil
}

func fillScalar(v reflect.Value, data any) error {
	switch in := data.(type) {
	case string:
		if v.Kind() == reflect.Slice {
			b, err := base64.StdEncoding.DecodeString(in)
			v.SetBytes(b)
			return err
		}
		settable(v).SetString(in)
	case bool:
		settable(v).SetBool(in)
	case float64:
		if v = settable(v); v.CanInt() {
			v.SetInt(int64(in))
		} else {
			v.SetFloat(in)
		}
	default:
		return fmt.Errorf("no %T for a %s", data, v.Type())
	}
	return nil
}

// settable is v, or what v points to, which it makes.
func settable(v reflect.Value) reflect.Value {
	if v.Kind() != reflect.Pointer {
		return v
	}
	v.Set(reflect.New(v.Type().Elem()))
	return v.Elem()
}

func (s shapes) fillItem(v reflect.Value, data any) error {
	item := map[string]types.AttributeValue{}
	for name, wire := range data.(object) {
		av, err := attributeValue(wire)
		if err != nil {
			return err
		}
		item[name] = av
	}
	if s.through != nil {
		var err error
		if item, err = s.through(item); err != nil {
			return err
		}
	}
	v.Set(reflect.ValueOf(item))
	return nil
}

// attributeValue makes the SDK's value of a value's JSON. What is nested in it goes through nothing.
func attributeValue(wire any) (types.AttributeValue, error) {
	for kind, data := range wire.(object) {
		t, ok := members[kind]
		if !ok {
			return nil, fmt.Errorf("no type of values %s", kind)
		}
		v := reflect.New(t)
		if err := (shapes{}).fill(v.Elem().FieldByName("Value"), data); err != nil {
			return nil, err
		}
		return v.Interface().(types.AttributeValue), nil
	}
	return nil, fmt.Errorf("a value without a type")
}

// render gives the JSON of an output, or of a part of it. Members that are nil or an empty enumeration are left out.
func (s shapes) render(v reflect.Value) (any, error) {
	switch in := v.Interface().(type) {
	case map[string]types.AttributeValue:
		return s.renderItem(in)
	case []byte:
		return base64.StdEncoding.EncodeToString(in), nil
	case time.Time:
		return in.Format(time.RFC3339), nil
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		return s.renderPointed(v.Elem())
	case reflect.Struct:
		return s.renderStruct(v)
	case reflect.Map:
		return s.renderMap(v)
	case reflect.Slice:
		out := make([]any, v.Len())
		for i := range out {
			var err error
			if out[i], err = s.render(v.Index(i)); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	return scalar(v), nil
}

func scalar(v reflect.Value) any {
	switch {
	case v.CanInt():
		return float64(v.Int())
	case v.CanFloat():
		return v.Float()
	case v.Kind() == reflect.Bool:
		return v.Bool()
	}
	return v.String()
}

// renderPointed knows the members of the union of attribute values, of both clients, by their names.
func (s shapes) renderPointed(v reflect.Value) (any, error) {
	kind, ok := strings.CutPrefix(v.Type().Name(), "AttributeValueMember")
	if !ok {
		return s.render(v)
	}
	value, err := s.render(v.FieldByName("Value"))
	return object{kind: value}, err
}

func (s shapes) renderStruct(v reflect.Value) (any, error) {
	out := object{}
	for i := range v.NumField() {
		field := v.Type().Field(i)
		f := v.Field(i)
		if !field.IsExported() || field.Type == reflect.TypeFor[middleware.Metadata]() || isNothing(f) {
			continue
		}
		var err error
		if out[wireName(v.Type(), field.Name)], err = s.render(f); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// wireName is the name of a field on the wire: the same, but in records of streams, where names begin with a small letter.
func wireName(of reflect.Type, field string) string {
	if of == reflect.TypeFor[streamtypes.Record]() {
		return strings.ToLower(field[:1]) + field[1:]
	}
	return field
}

func isNothing(f reflect.Value) bool {
	switch f.Kind() {
	case reflect.Pointer, reflect.Interface, reflect.Map, reflect.Slice:
		return f.IsNil()
	case reflect.String:
		return f.Len() == 0
	}
	return false
}

func (s shapes) renderMap(v reflect.Value) (any, error) {
	out := object{}
	for k, element := range v.Seq2() {
		var err error
		if out[k.String()], err = s.render(element); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (s shapes) renderItem(item map[string]types.AttributeValue) (any, error) {
	if s.through != nil {
		var err error
		if item, err = s.through(item); err != nil {
			return nil, err
		}
	}
	return (shapes{}).renderMap(reflect.ValueOf(item))
}
