package translator

import (
	"slices"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/internal/apierr"
)

// readOrder is the order in which the areas of a SELECT are read.
type readOrder struct {
	partitionsBackward, sortBackward bool
}

const textOrderTerm = "Argument to ORDER BY must be of type VariableReference. Type: "

// orderOf is the order that ORDER BY asks for. Partitions come in the order of their keys; a clause that names nothing but the
// partition key reads the sort keys downwards, as the service does.
func orderOf(terms []ast.OrderTerm, k keySchema, q *keyed) (o readOrder, err *apierr.Error) {
	byPartition, bySort := false, false
	for _, term := range terms {
		if len(term.Path.Elements) != 1 {
			return o, apierr.Invalid(textOrderTerm + "PATH")
		}
		name := term.Path.Elements[0].Name
		switch {
		case keyIndex(k.partition, name) >= 0:
			byPartition, o.partitionsBackward = true, term.Direction == "DESC"
		case keyIndex(k.sort, name) >= 0:
			bySort, o.sortBackward = true, term.Direction == "DESC"
		default:
			return o, apierr.Invalid("Variable reference " + name + " in ORDER BY clause must be part of the primary key")
		}
	}
	switch {
	case q.overlap:
		return o, errOverlap
	case len(terms) == 0:
		return o, nil
	case q.areas == nil:
		return o, apierr.Invalid("Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.")
	case q.partitions() > 1 && !byPartition:
		return o, apierr.Invalid("Must have hash key in ORDER BY clause when more than one hash key condition specified in WHERE clause.")
	}
	if !bySort {
		o.sortBackward = true
	}
	return o, nil
}

var errOverlap = apierr.Invalid("Overlapping conditions with range keys are not supported in where clause")

// arrange brings areas, which stand in ascending order, into the order asked for.
func (o readOrder) arrange(areas []area) {
	if o.partitionsBackward != o.sortBackward {
		for start := 0; start < len(areas); {
			end := start + 1
			for end < len(areas) && string(keyBytes(areas[end])) == string(keyBytes(areas[start])) {
				end++
			}
			slices.Reverse(areas[start:end])
			start = end
		}
	}
	if o.partitionsBackward {
		slices.Reverse(areas)
	}
}
