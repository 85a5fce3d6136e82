package main

import (
	"fmt"
	"maps"
	"regexp"
	"strconv"
	"strings"
)

// Values of JSON are nil, bool, float64, string, []any and object, here and in the files beside.
type object = map[string]any

var variable = regexp.MustCompile(`\$\{(\w+)\}`)

// expand replaces the variables, $repeat and $list in v. It fails for a variable that nobody has set.
func expand(v any, variables object) (any, error) {
	switch v := v.(type) {
	case string:
		return expandText(v, variables)
	case []any:
		return expandAll(v, variables)
	case object:
		if repeat, ok := v["$repeat"].([]any); ok {
			return strings.Repeat(repeat[0].(string), int(repeat[1].(float64))), nil
		}
		if list, ok := v["$list"].(object); ok {
			return expandList(list, variables)
		}
		return expandObject(v, variables)
	}
	return v, nil
}

// expandText gives a text, or the variable's own value if the text is nothing but its name.
func expandText(text string, variables object) (any, error) {
	if m := variable.FindStringSubmatch(text); m != nil && m[0] == text {
		if v, ok := variables[m[1]]; ok {
			return v, nil
		}
	}
	var err error
	text = variable.ReplaceAllStringFunc(text, func(match string) string {
		v, ok := variables[match[2:len(match)-1]]
		if !ok {
			err = fmt.Errorf("nobody has set %s", match)
		}
		return fmt.Sprint(v)
	})
	return text, err
}

func expandAll(list []any, variables object) (any, error) {
	out := make([]any, len(list))
	for i, v := range list {
		var err error
		if out[i], err = expand(v, variables); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func expandObject(in object, variables object) (any, error) {
	out := object{}
	for k, v := range in {
		name, err := expandText(k, variables)
		if err != nil {
			return nil, err
		}
		if out[name.(string)], err = expand(v, variables); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func expandList(list object, variables object) (any, error) {
	from, to, step := int(list["from"].(float64)), int(list["to"].(float64)), 1
	if from > to {
		step = -1
	}
	out := []any{}
	for i := from; i != to+step; i += step {
		with := maps.Clone(variables)
		with["i"] = strconv.Itoa(i)
		v, err := expand(list["of"], with)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// at follows a path like Shards.0.ShardId.
func at(v any, path string) (any, error) {
	for part := range strings.SplitSeq(path, ".") {
		switch in := v.(type) {
		case object:
			v = in[part]
		case []any:
			i, err := strconv.Atoi(part)
			if err != nil || i >= len(in) {
				return nil, fmt.Errorf("no %s in a list of %d", path, len(in))
			}
			v = in[i]
		}
		if v == nil {
			return nil, fmt.Errorf("no %s in the output", path)
		}
	}
	return v, nil
}
