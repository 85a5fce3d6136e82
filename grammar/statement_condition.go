package grammar

import (
	"github.com/ddbsql/ddbsql/grammar/ast"
	"github.com/ddbsql/ddbsql/grammar/gen/partiql"
)

// piece is a part of an expression: a condition or an operand. Both are nil where it was refused.
type piece struct {
	condition ast.Condition
	operand   ast.Operand
}

// asOperand gives the piece where an operand stands.
func (p piece) asOperand() ast.Operand {
	if p.operand == nil && p.condition != nil {
		return &ast.Truth{Of: p.condition}
	}
	return p.operand
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
	return b.asCondition(b.piece(shapeOf(ctx.Expression())), NoBoolean)
}

// asCondition gives the piece where a condition stands; problem says that it is none.
func (b *statementBuilder) asCondition(p piece, problem Problem) ast.Condition {
	if p.condition == nil && p.operand != nil {
		b.refuse(problem, "")
	}
	return p.condition
}

// piece builds a part of a condition, or of what SET assigns.
func (b *statementBuilder) piece(s *shape) piece {
	s = inner(s)
	if s.leaf != nil {
		return b.leaf(s.leaf)
	}
	if number, ok := numberOf(s); ok {
		return piece{operand: &ast.NumberLiteral{Text: number}}
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
	if _, isMissing := p.operand.(*ast.MissingLiteral); isMissing {
		b.refuse(MissingCompared, "")
	}
	return p.asOperand()
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
		return &ast.Not{Of: b.asCondition(b.piece(s.parts[0]), NotOfOperand)}
	case partiql.PartiQLParserAND:
		left := b.asCondition(b.piece(s.parts[0]), LogicOfOperand)
		return &ast.And{Left: left, Right: b.asCondition(b.piece(s.parts[1]), LogicOfOperand)}
	case partiql.PartiQLParserOR:
		left := b.asCondition(b.piece(s.parts[0]), LogicOfOperand)
		return &ast.Or{Left: left, Right: b.asCondition(b.piece(s.parts[1]), LogicOfOperand)}
	case partiql.PartiQLParserIN:
		return b.in(s)
	case partiql.PartiQLParserBETWEEN:
		of, low := b.operand(s.parts[0]), b.operand(s.parts[1])
		return &ast.Between{Of: of, Low: low, High: b.operand(s.parts[2])}
	case partiql.PartiQLParserIS:
		return b.isType(s)
	}
	b.note(ConditionOperator, operatorName(s), nil)
	return nil
}

// operatorName names an operator as the service does.
func operatorName(s *shape) string {
	if s.not {
		return "not"
	}
	return lower(s.first.GetText())
}

// in builds the IN of a list, whatever its brackets.
func (b *statementBuilder) in(s *shape) ast.Condition {
	of, list := b.operand(s.parts[0]), s.parts[1]
	in := &ast.In{Of: of}
	if list.leaf != nil && len(list.leaf.AllStep()) == 0 {
		if kind := kindOf(list); kind == kindList || kind == kindBag {
			for _, member := range membersOf(list.leaf.Term()) {
				in.List = append(in.List, b.operand(shapeOf(member)))
			}
		}
	}
	if len(in.List) == 0 {
		b.refuse(BadIn, "")
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
	name := upper(s.test.TypeName().GetText())
	if alias, ok := typeAliases[name]; ok {
		name = alias
	}
	if !types[name] {
		b.note(UnsupportedType, name, s.first)
	}
	of := b.piece(s.parts[0])
	switch of.operand.(type) {
	case *ast.Path, *ast.StringLiteral, *ast.NumberLiteral, *ast.BoolLiteral, *ast.NullLiteral, *ast.MissingLiteral:
	default:
		b.refuse(BadIs, "")
	}
	return &ast.IsType{Of: of.operand, Type: name, Not: s.not}
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
		return piece{operand: &ast.MissingLiteral{}}
	case kindSelect:
		b.note(UnsupportedToken, "SELECT", termToken(term))
		return piece{}
	case kindCall, kindAggregate:
		return b.call(term.PlainTerm(), kind)
	}
	return piece{operand: b.data(&shape{leaf: leaf}, "root")}
}

func (b *statementBuilder) pathPiece(leaf partiql.IOperandContext) piece {
	if path := b.path(leaf); path != nil {
		return piece{operand: path}
	}
	return piece{}
}
