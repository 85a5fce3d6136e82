package translator

import (
	"slices"

	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// unprojected are the attributes that paths begin with and the index does not have, each once; nil when it has all.
func unprojected(t *catalog.Table, x *catalog.Index, paths []attr.Path) []string {
	var missing []string
	for _, p := range paths {
		if name := p[0].Name; !x.Projects(name, t) && !slices.Contains(missing, name) {
			missing = append(missing, name)
		}
	}
	return missing
}

// without is the predicate on items that lack those attributes, as a scan sees them through an index that does not
// project them. It may be nil.
func without(p plan.Predicate, missing []string) plan.Predicate {
	hidden := func(path attr.Path) bool { return slices.Contains(missing, path[0].Name) }
	switch p := p.(type) {
	case nil, *plan.Const:
		return p
	case *plan.And:
		return joinWithout(p.Of, missing, and)
	case *plan.Or:
		return joinWithout(p.Of, missing, or)
	case *plan.Not:
		return not(without(p.Of, missing))
	case *plan.Exists:
		if hidden(p.Path) {
			return &plan.Const{Value: false}
		}
		return p
	case *plan.TypeIs:
		if hidden(p.Path) {
			return &plan.Const{Value: false}
		}
		return p
	}
	o := operandsOf(p)
	for i := range o {
		switch x := o[i].(type) {
		case *plan.PathOperand:
			if hidden(x.Path) {
				o[i] = &plan.MissingOperand{}
			}
		case *plan.SizeOperand:
			if hidden(x.Path) {
				o[i] = &plan.MissingOperand{}
			}
		}
	}
	return folded(withOperands(p, o))
}

func joinWithout(of []plan.Predicate, missing []string, join func(l, r plan.Predicate) plan.Predicate) plan.Predicate {
	joined := without(of[0], missing)
	for _, p := range of[1:] {
		joined = join(joined, without(p, missing))
	}
	return joined
}
