package api

import (
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// checkOperator refuses a ConditionalOperator that joins fewer than two conditions, or in a way the service does not
// know. Conditions is the number of them, in Expected or a filter.
func checkOperator(l layer, operator *string, conditions int) *apierr.Error {
	switch {
	case operator == nil:
		return nil
	case conditions == 0:
		return l.refuse(textNoConditions)
	case conditions == 1:
		return l.refuse(textFewConditions)
	case !enumConditionalOperator.has(*operator):
		return l.refuse(enumConditionalOperator.text())
	}
	return nil
}

// checkExpected refuses conditions of Expected with an empty name, an unusable value or an unknown comparison.
func checkExpected(l layer, expected Map[*ExpectedAttributeValue]) *apierr.Error {
	for i := range expected {
		e := expected[i].Value
		if expected[i].Key == "" {
			return l.refuse(textEmptyName)
		}
		if e == nil {
			continue
		}
		if err := checkOperands(l, attr.MaxDepth, e.Value, e.AttributeValueList); err != nil {
			return err
		}
		if e.ComparisonOperator != nil && !enumComparisonOperator.has(*e.ComparisonOperator) {
			return l.refuse(textComparison)
		}
	}
	return nil
}

// checkConditions is checkExpected for KeyConditions and filters, whose values may have fewer than depth levels.
func checkConditions(l layer, conditions Map[*Condition], depth int) *apierr.Error {
	for i := range conditions {
		c := conditions[i].Value
		if conditions[i].Key == "" {
			return l.refuse(textEmptyName)
		}
		if c == nil {
			continue
		}
		if err := checkOperands(l, depth, nil, c.AttributeValueList); err != nil {
			return err
		}
		if !enumComparisonOperator.has(c.ComparisonOperator) {
			return l.refuse(textComparison)
		}
	}
	return nil
}

// checkOperands refuses unusable values, and those that have that many levels.
func checkOperands(l layer, depth int, value *attr.Value, list []attr.Value) *apierr.Error {
	if value != nil {
		if err := checkOperand(l, depth, value); err != nil {
			return err
		}
	}
	for i := range list {
		if err := checkOperand(l, depth, &list[i]); err != nil {
			return err
		}
	}
	return nil
}

func checkOperand(l layer, depth int, v *attr.Value) *apierr.Error {
	if v.Problem == nil && v.Depth >= depth {
		return l.problem(attr.TooDeep())
	}
	return l.problem(v.Problem)
}

// checkUpdates refuses AttributeUpdates with an empty name or an unusable value.
func checkUpdates(l layer, updates Map[*AttributeValueUpdate]) *apierr.Error {
	for i := range updates {
		if updates[i].Key == "" {
			return l.refuse(textEmptyName)
		}
		if u := updates[i].Value; u != nil {
			if err := checkOperands(l, attr.MaxDepth, u.Value, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkAttributesToGet refuses an empty name, and a name given twice.
func checkAttributesToGet(l layer, names []string) *apierr.Error {
	seen := make(map[string]bool, len(names))
	for _, name := range names {
		if name == "" {
			return l.refuse(textEmptyName)
		}
		if seen[name] {
			return l.refuse(textDuplicate + name)
		}
		seen[name] = true
	}
	return nil
}
