package grammar

import (
	"strings"

	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/grammar/gen/partiql"
)

// piece is a part of an expression: a condition or an operand. Both are nil where it was refused.
type piece struct {
	condition ast.Condition
	operand   ast.Operand
}

var comparisons = map[int]ast.Op{
	partiql.PartiQLParserEQ:  ast.EQ,
	partiql.PartiQLParserNE:  ast.NE,
	partiql.PartiQLParserNEQ: ast.NE,
	partiql.PartiQLParserLT:  ast.LT,
	partiql.PartiQLParserLE:  ast.LE,
	partiql.PartiQLParserGT:  ast.GT,
	partiql.PartiQLParserGE:  ast.GE,
}

// where builds the condition of a WHERE clause; nil if there is none.
func (b *statementBuilder) where(ctx partiql.IWhereContext) ast.Condition {
	if ctx == nil {
		return nil
	}
	p := b.piece(shapeOf(ctx.Expression()))
	if p.operand != nil {
		b.note(NoBoolean, "", nil)
	}
	return p.condition
}

// logical gives the piece where NOT, AND or OR need a condition; problem says that it is none.
func (b *statementBuilder) logical(p piece, problem Problem, operator string) ast.Condition {
	switch p.operand.(type) {
	case nil:
	case *ast.Call:
		b.refuse(NumberOperand, operator)
	default:
		b.note(problem, "", nil)
	}
	return p.condition
}

// piece builds a part of a condition, or of what SET assigns.
func (b *statementBuilder) piece(s *shape) piece {
	s = inner(s)
	if s.leaf != nil {
		return b.leaf(s.leaf)
	}
	if number := b.number(s, root); number != nil {
		return piece{operand: number}
	}
	if op, ok := comparisons[s.op]; ok && len(s.parts) == 2 {
		b.operators++
		left := b.operand(s.parts[0])
		return piece{condition: &ast.Compare{Op: op, Left: left, Right: b.operand(s.parts[1])}}
	}
	if b.inSet {
		return b.sum(s)
	}
	return piece{condition: b.condition(s)}
}

// operand builds an operand of a comparison, a function or a sum.
func (b *statementBuilder) operand(s *shape) ast.Operand {
	p := b.piece(s)
	if p.operand == nil && p.condition != nil {
		return &ast.Truth{Of: p.condition}
	}
	return p.operand
}

// condition builds what only WHERE can have.
func (b *statementBuilder) condition(s *shape) ast.Condition {
	b.operators++
	if s.not && s.test == nil {
		b.operators++
		return &ast.Not{Of: b.bare(s)}
	}
	return b.bare(s)
}

// bare builds a condition without the NOT that its operator begins with.
func (b *statementBuilder) bare(s *shape) ast.Condition {
	switch s.op {
	case partiql.PartiQLParserNOT:
		return &ast.Not{Of: b.logical(b.piece(s.parts[0]), NotOfOperand, "NOT")}
	case partiql.PartiQLParserAND:
		left, right := b.sides(s, "AND")
		return &ast.And{Left: left, Right: right}
	case partiql.PartiQLParserOR:
		left, right := b.sides(s, "OR")
		return &ast.Or{Left: left, Right: right}
	case partiql.PartiQLParserIN:
		return b.in(s)
	case partiql.PartiQLParserBETWEEN:
		of, low := b.operand(s.parts[0]), b.operand(s.parts[1])
		return &ast.Between{Of: of, Low: low, High: b.operand(s.parts[2])}
	case partiql.PartiQLParserIS:
		return b.isType(s)
	}
	b.note(ConditionOperator, operatorOf(s), nil)
	return nil
}

// sides builds both sides of AND or OR. They are judged when both are read.
func (b *statementBuilder) sides(s *shape, operator string) (left, right ast.Condition) {
	first, second := b.piece(s.parts[0]), b.piece(s.parts[1])
	return b.logical(first, LogicOfOperand, operator), b.logical(second, LogicOfOperand, operator)
}

// operatorOf names an operator that conditions do not have; its NOT is a condition of its own.
func operatorOf(s *shape) string {
	if s.op == partiql.PartiQLParserLIKE {
		return "like"
	}
	return operatorName(s)
}

// in builds the IN of a list, whatever its brackets.
func (b *statementBuilder) in(s *shape) ast.Condition {
	var members []partiql.IExpressionContext
	if kind := kindOf(s.parts[1]); kind == kindList || kind == kindBag {
		members = membersOf(s.parts[1].leaf.Term())
	}
	if len(members) == 0 {
		b.note(BadIn, "", nil)
	}
	in := &ast.In{Of: b.operand(s.parts[0])}
	for _, member := range members {
		in.List = append(in.List, b.operand(shapeOf(member)))
	}
	return in
}

// types are those that IS knows.
var types = map[string]bool{
	"MISSING": true, "NULL": true, "BOOLEAN": true, "BLOB": true, "STRING": true, "NUMERIC": true, "STRUCT": true,
	"TUPLE": true, "LIST": true,
}

// typeAliases are other names of types.
var typeAliases = map[string]string{
	"BOOL": "BOOLEAN", "INT": "INTEGER", "INT2": "SMALLINT", "INTEGER2": "SMALLINT", "INT4": "INTEGER4", "INT8": "INTEGER8",
	"BIGINT": "INTEGER8", "DEC": "DECIMAL", "VARCHAR": "CHARACTER_VARYING", "CHAR": "CHARACTER",
	"CHARACTERVARYING": "CHARACTER_VARYING", "CHARVARYING": "CHARACTER_VARYING", "DOUBLEPRECISION": "DOUBLE_PRECISION",
}

func (b *statementBuilder) isType(s *shape) ast.Condition {
	if s.not {
		b.operators++
	}
	name := strings.ToUpper(s.test.TypeName().GetText())
	if alias, ok := typeAliases[name]; ok {
		name = alias
	}
	of := inner(s.parts[0])
	if kind := kindOf(of); !scalarKind(of) && kind != kindName && kind != kindPath {
		b.note(BadIs, "", nil)
	}
	if !types[name] {
		b.note(UnsupportedType, name, s.first)
	}
	return &ast.IsType{Of: b.operand(of), Type: name, Not: s.not}
}

// leaf builds an operand without operators.
func (b *statementBuilder) leaf(leaf partiql.IOperandContext) piece {
	term := leaf.Term()
	if len(leaf.AllStep()) > 0 {
		return b.pathPiece(leaf)
	}
	switch kind := termKind(term); kind {
	case kindName:
		return b.pathPiece(leaf)
	case kindParameter:
		return piece{operand: b.parameter(term.GetStart())}
	case kindMissing:
		b.note(MissingCompared, "", nil)
		return piece{}
	case kindSelect:
		b.note(UnsupportedToken, "SELECT", nil)
		return piece{}
	case kindCall, kindAggregate:
		return b.call(term.PlainTerm(), kind)
	}
	return piece{operand: b.data(&shape{leaf: leaf}, root)}
}

func (b *statementBuilder) pathPiece(leaf partiql.IOperandContext) piece {
	if path := b.path(leaf); path != nil {
		return piece{operand: path}
	}
	return piece{}
}
