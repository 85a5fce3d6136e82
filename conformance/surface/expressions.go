package main

import (
	"fmt"
	"strings"
)

// expression makes the expressions of one request, and the names and values they use.
type expression struct {
	*maker
	schema        schema
	names, values *object
	changed       map[string]bool // attributes that the update expression changes
}

func (m *maker) expressions(s schema) *expression {
	return &expression{maker: m, schema: s, names: obj(), values: obj(), changed: map[string]bool{}}
}

// attach adds what the expressions use to the request.
func (x *expression) attach(in *object) *object {
	if len(x.names.members) > 0 {
		in.set("ExpressionAttributeNames", x.names)
	}
	if len(x.values.members) > 0 {
		in.set("ExpressionAttributeValues", x.values)
	}
	return in
}

// called is an attribute's name as an expression writes it: by a placeholder, or plainly where that can be.
func (x *expression) called(name string) string {
	plain := strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") == "" && name != "status" && name != "ttl"
	if plain && x.chance(60) {
		return name
	}
	for _, m := range x.names.members {
		if m.value == node(text(name)) {
			return m.name
		}
	}
	placeholder := fmt.Sprintf("#n%d", len(x.names.members))
	x.names.set(placeholder, text(name))
	return placeholder
}

func (x *expression) path() string {
	path := x.called(x.name())
	for x.chance(25) {
		if x.chance(50) {
			path += "." + x.called(x.name())
		} else {
			path += fmt.Sprintf("[%d]", x.IntN(3))
		}
	}
	return path
}

func (x *expression) given(value node) string {
	placeholder := fmt.Sprintf(":v%d", len(x.values.members))
	x.values.set(placeholder, value)
	return placeholder
}

// comparable are two values of the same type, which mostly is one that has an order.
func (x *expression) comparable() (least, most string) {
	make := pick(x.maker, func() node { return obj("S", text(x.str())) }, func() node { return obj("N", text(x.number())) }, func() node { return x.value(1) })
	return x.given(make()), x.given(make())
}

// target is a path that an update changes, mostly not one that it has changed already.
func (x *expression) target() string {
	if x.chance(20) {
		return x.path()
	}
	name := x.name()
	for range 3 {
		if !x.changed[name] && name != "pk" && name != "sk" {
			break
		}
		name = x.name()
	}
	x.changed[name] = true
	return x.called(name)
}

func (x *expression) anyValue() string { return x.given(x.value(1)) }

func (x *expression) operand() string {
	switch x.IntN(8) {
	case 0:
		return "size(" + x.path() + ")"
	case 1, 2, 3:
		return x.path()
	default:
		return x.anyValue()
	}
}

// condition is a condition or filter.
func (x *expression) condition(deep int) string {
	if deep > 0 && x.chance(40) {
		switch x.IntN(4) {
		case 0:
			return "NOT " + x.condition(deep-1)
		case 1:
			return "(" + x.condition(deep-1) + ")"
		default:
			return x.condition(deep-1) + pick(x.maker, " AND ", " OR ", " and ") + x.condition(deep-1)
		}
	}
	switch x.IntN(11) {
	case 0:
		return "attribute_exists(" + x.path() + ")"
	case 1:
		return "attribute_not_exists(" + x.path() + ")"
	case 2:
		return "attribute_type(" + x.path() + ", " + x.given(obj("S", x.oneOf("S", "N", "B", "SS", "NS", "BS", "BOOL", "NULL", "M", "L"))) + ")"
	case 3:
		start, _ := x.comparable()
		return "begins_with(" + x.path() + ", " + start + ")"
	case 4:
		return "contains(" + x.path() + ", " + x.operand() + ")"
	case 5:
		least, most := x.comparable()
		return x.operand() + " BETWEEN " + least + " AND " + most
	case 6:
		return x.operand() + " IN (" + x.anyValue() + ", " + x.operand() + ")"
	case 7:
		return x.operand() + pick(x.maker, " = ", " <> ", " < ", " <= ", " > ", " >= ") + x.operand()
	default:
		_, bound := x.comparable()
		return x.path() + pick(x.maker, " = ", " <> ", " < ", " <= ", " > ", " >= ") + bound
	}
}

// update is an update expression with each of the clauses at most once.
func (x *expression) update() string {
	var clauses []string
	for _, clause := range []func() string{x.setClause, x.removeClause, x.addClause, x.deleteClause} {
		if x.chance(40) {
			clauses = append(clauses, clause())
		}
	}
	if len(clauses) == 0 {
		return x.setClause()
	}
	x.Shuffle(len(clauses), func(i, j int) { clauses[i], clauses[j] = clauses[j], clauses[i] })
	return strings.Join(clauses, " ")
}

func (x *expression) actions(verb string, action func() string) string {
	var all []string
	for range 1 + x.IntN(3) {
		all = append(all, action())
	}
	return verb + " " + strings.Join(all, ", ")
}

func (x *expression) setClause() string {
	return x.actions("SET", func() string {
		path := x.target()
		switch x.IntN(6) {
		case 0:
			return path + " = if_not_exists(" + x.path() + ", " + x.operandOfSet() + ")"
		case 1:
			return path + " = list_append(" + x.operandOfSet() + ", " + x.given(obj("L", arr(x.value(0)))) + ")"
		case 2:
			return path + " = " + x.operandOfSet() + pick(x.maker, " + ", " - ") + x.given(obj("N", text(x.number())))
		default:
			return path + " = " + x.operandOfSet()
		}
	})
}

func (x *expression) operandOfSet() string {
	if x.chance(30) {
		return x.path()
	}
	return x.anyValue()
}

func (x *expression) removeClause() string { return x.actions("REMOVE", x.target) }

func (x *expression) addClause() string {
	return x.actions("ADD", func() string {
		if x.chance(60) {
			return x.target() + " " + x.given(obj("N", text(x.number())))
		}
		return x.target() + " " + x.given(x.set())
	})
}

func (x *expression) deleteClause() string {
	return x.actions("DELETE", func() string { return x.target() + " " + x.given(x.set()) })
}

func (x *expression) projection() string {
	var paths []string
	for range 1 + x.IntN(4) {
		paths = append(paths, x.path())
	}
	return strings.Join(paths, ", ")
}

// keyCondition chooses items of one partition.
func (x *expression) keyCondition(keys []key) string {
	is := x.called(keys[0].name) + " = " + x.given(x.keyValue(keys[0].kind))
	if len(keys) == 1 || x.chance(30) {
		return is
	}
	sort, of := x.called(keys[1].name), func() string { return x.given(x.keyValue(keys[1].kind)) }
	switch x.IntN(4) {
	case 0:
		return is + " AND " + sort + " BETWEEN " + of() + " AND " + of()
	case 1:
		return is + " AND begins_with(" + sort + ", " + of() + ")"
	default:
		return is + " AND " + sort + pick(x.maker, " = ", " < ", " <= ", " > ", " >= ") + of()
	}
}
