package api

import (
	"slices"
	"strings"
	"sync/atomic"

	"github.com/ddbsql/ddbsql/internal/apierr"
)

// olderValidation is set when every operation answers as it did before the service moved it to the newer layer.
var olderValidation atomic.Bool

// SetValidation chooses the validation layer of all operations: the older one, or (the default) the newest known state
// of each. It is meant to be called once at the start.
func SetValidation(older bool) { olderValidation.Store(older) }

// moreChecks is a check of members that the model does not know.
type moreChecks interface{ checkMore(c *checker) }

// checkMembers refuses an input that violates constraints, all in one message. c is empty.
func checkMembers(op *Operation, l layer, in Input, c *checker) *apierr.Error {
	in.check(c)
	if m, ok := in.(moreChecks); ok {
		m.checkMore(c)
	}
	if len(c.found) == 0 {
		return nil
	}
	found := slices.DeleteFunc(c.found, func(v violation) bool {
		return v.value == "{}" && slices.Contains(op.rules.ownEmpty, v.member())
	})
	if l.older {
		found = olderViolations(found)
	} else {
		found = newerViolations(&op.rules, found)
	}
	if len(found) == 0 {
		return nil
	}
	rank := func(v violation) int { return rankOf(op.rules.first, v.member()) }
	slices.SortStableFunc(found, func(a, b violation) int { return rank(a) - rank(b) })
	return report(op, l, found)
}

func rankOf(first []string, member string) int {
	if i := slices.Index(first, member); i >= 0 {
		return i
	}
	return len(first)
}

// report writes up to ten violations into one message.
func report(op *Operation, l layer, found []violation) *apierr.Error {
	found = found[:min(len(found), maxViolations)]
	if l.older && found[0].kind == mustBeAllowed {
		return apierr.Invalid(found[0].text)
	}
	if !l.older && len(found) == 1 && found[0].kind == mustBeOneOf && slices.Contains(op.rules.bareEnums, found[0].member()) {
		return apierr.Invalid(found[0].words(false))
	}
	older := l.older || op.rules.oneEnum && slices.ContainsFunc(found, isMissing("Key"))
	texts := make([]string, len(found))
	for i := range found {
		texts[i] = found[i].words(l.older || older && found[i].kind == mustBeOneOf)
	}
	errors := " validation errors"
	if len(found) == 1 {
		errors = " validation error"
	}
	return apierr.Invalid(itoa(len(found)) + errors + textDetected + strings.Join(texts, "; "))
}

func isMissing(member string) func(violation) bool {
	return func(v violation) bool { return v.kind == mustExist && len(v.path) == 1 && v.member() == member }
}

// words is the violation in the words of the older or the newer layer.
func (v *violation) words(older bool) string {
	last := v.path[len(v.path)-1].name
	switch {
	case v.kind == mustBeAllowed:
		return v.text
	case older || v.kind == mustNameTables || olderWording[last]:
		return "Value " + v.quoted() + " at '" + v.where(lowerCamel) + "'" + textFailed + v.text
	case v.kind == mustBeOneOf && newerEnumText[v.enum.name] != "":
		return newerEnumText[v.enum.name]
	case v.kind == mustBeOneOf:
		return v.text
	}
	return "Value at '" + v.where(func(name string) string { return name }) + "'" + textFailed + v.text
}

func (v *violation) quoted() string {
	if v.kind == mustExist {
		return "null"
	}
	return "'" + v.value + "'"
}

// where is the member's path: transactItems.1.member.get.
func (v *violation) where(spell func(string) string) string {
	var b strings.Builder
	for i, s := range v.path {
		if i > 0 {
			b.WriteByte('.')
		}
		switch {
		case s.key:
			b.WriteString(s.name + ".member")
		case s.index > 0:
			b.WriteString(itoa(s.index) + ".member")
		default:
			b.WriteString(spell(s.name))
		}
	}
	return b.String()
}

func lowerCamel(name string) string { return strings.ToLower(name[:1]) + name[1:] }

// olderViolations leaves what is no member's violation to the older layer only when there is nothing else.
func olderViolations(found []violation) []violation {
	if members := only(found, func(v violation) bool { return v.kind != mustBeAllowed }); len(members) > 0 {
		return members
	}
	return found
}

// newerViolations leaves those violations that the newer layer reports together.
func newerViolations(r *rules, found []violation) []violation {
	found = slices.DeleteFunc(found, func(v violation) bool {
		last := v.path[len(v.path)-1].name
		return v.kind == mustBeOneOf && lateMembers[last] && !(r.earlyOperator && last == "ConditionalOperator")
	})
	if !r.allNameErrors {
		found = firstNameError(found)
	}
	if r.nameAlone {
		if bad := only(found, func(v violation) bool { return v.member() == "TableName" && v.kind != mustExist }); len(bad) > 0 {
			return bad
		}
	}
	if r.oneEnum && !slices.ContainsFunc(found, isMissing("Key")) {
		found = firstEnum(found)
	}
	if slices.ContainsFunc(found, isMissing("TableName")) {
		return found
	}
	for _, stage := range r.stages {
		if group := only(found, func(v violation) bool { return inStage(stage, v) }); len(group) > 0 {
			return group
		}
	}
	return found
}

func inStage(stage []string, v violation) bool {
	return slices.Contains(stage, v.member()) || v.value == "" && slices.Contains(stage, v.member()+"=")
}

func only(found []violation, keep func(violation) bool) []violation {
	var out []violation
	for _, v := range found {
		if keep(v) {
			out = append(out, v)
		}
	}
	return out
}

// firstNameError drops the second of two violations of the table's name.
func firstNameError(found []violation) []violation {
	seen := false
	return slices.DeleteFunc(found, func(v violation) bool {
		again := seen && v.member() == "TableName"
		seen = seen || v.member() == "TableName"
		return again
	})
}

// firstEnum drops all bad enumerations but the first.
func firstEnum(found []violation) []violation {
	seen := false
	return slices.DeleteFunc(found, func(v violation) bool {
		again := seen && v.kind == mustBeOneOf
		seen = seen || v.kind == mustBeOneOf
		return again
	})
}
