package sqlgen

import (
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// The comparisons that any database has, between what its operands give.

func equal(b *Builder, left, right plan.Operand) {
	b.d.Any(b, left)
	b.Text(" = ")
	b.d.Any(b, right)
}

func ordered(b *Builder, op string, left, right plan.Operand, t attr.Type) {
	b.d.Scalar(b, left, t)
	b.Text(op)
	b.d.Scalar(b, right, t)
}

func between(b *Builder, of, low, high plan.Operand, t attr.Type) {
	b.d.Scalar(b, of, t)
	b.Text(" BETWEEN ")
	b.d.Scalar(b, low, t)
	b.Text(" AND ")
	b.d.Scalar(b, high, t)
}

func in(b *Builder, of plan.Operand, list []plan.Operand) {
	b.d.Any(b, of)
	b.Text(" IN (")
	b.list(len(list), ", ", func(i int) { b.d.Any(b, list[i]) })
	b.Text(")")
}
