package translator

import (
	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

// filterTree makes QueryFilter or ScanFilter a condition, and gives the values of its placeholders.
func filterTree(op *api.Operation, filter api.Map[*api.Condition], operator *string) (ast.Condition, *attr.Item, *apierr.Error) {
	conditions, err := legacyConditions(op, filter)
	if err != nil {
		return nil, nil, err
	}
	tree, values := legacyTree(conditions, isOr(operator))
	return tree, values, nil
}

// textLegacyCount refuses KeyConditions of another number than keys have attributes; only keys of several attributes have more.
const textLegacyCount = "Conditions can be of length 1 or 2 only"

// keyConditionsTree makes KeyConditions a key condition, and gives the values of its placeholders.
func keyConditionsTree(op *api.Operation, keys api.Map[*api.Condition]) (ast.Condition, *attr.Item, *apierr.Error) {
	if len(keys) == 0 {
		return nil, nil, op.Refuse(textLegacyCount)
	}
	conditions, err := legacyConditions(op, keys)
	if err != nil {
		return nil, nil, err
	}
	for i := range conditions {
		switch conditions[i].operator {
		case "NE", "IN", "CONTAINS", "NOT_CONTAINS", "NULL", "NOT_NULL":
			return nil, nil, op.Refuse("Attempted conditional constraint is not an indexable operation")
		}
	}
	tree, values := legacyTree(conditions, false)
	return tree, values, nil
}

func legacyConditions(op *api.Operation, m api.Map[*api.Condition]) ([]legacyCondition, *apierr.Error) {
	conditions := make([]legacyCondition, len(m))
	for i := range m {
		conditions[i] = legacyCondition{name: m[i].Key, operator: m[i].Value.ComparisonOperator, values: m[i].Value.AttributeValueList}
		if err := conditions[i].check(op); err != nil {
			return nil, err
		}
	}
	return conditions, nil
}
