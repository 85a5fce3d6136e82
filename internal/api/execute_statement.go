package api

import (
	"github.com/ddbsql/ddbsql/internal/apierr"
	"github.com/ddbsql/ddbsql/internal/attr"
)

func (in *ExecuteStatementInput) request(layer) *apierr.Error { return CheckParameters(in.Parameters) }

// CheckParameters refuses values of a statement that cannot be used, whether the statement uses them or not. In a batch they refuse only
// their own statement.
func CheckParameters(values []attr.Value) *apierr.Error {
	for i := range values {
		v := &values[i]
		p := v.Problem
		if p == nil && v.Depth > attr.MaxDepth {
			p = attr.TooDeep()
		}
		if err := (layer{older: true}).problem(p); err != nil {
			return err
		}
	}
	return nil
}
