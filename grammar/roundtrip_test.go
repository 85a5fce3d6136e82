package grammar

import (
	"math/rand/v2"
	"reflect"
	"strconv"
	"testing"

	"github.com/ddbsql/ddbsql/grammar/ast"
)

// grower grows random trees of every shape a text can have.
type grower struct{ *rand.Rand }

func (g grower) pick(words ...string) string { return words[g.IntN(len(words))] }

func (g grower) condition(depth int) ast.Condition {
	if depth == 0 {
		return &ast.Call{Name: "attribute_exists", Args: []ast.Operand{g.path()}}
	}
	switch g.IntN(8) {
	case 0:
		return &ast.And{Left: g.condition(depth - 1), Right: g.condition(depth - 1)}
	case 1:
		return &ast.Or{Left: g.condition(depth - 1), Right: g.condition(depth - 1)}
	case 2:
		return &ast.Not{Of: g.condition(depth - 1)}
	case 3:
		return &ast.Between{Of: g.operand(), Low: g.operand(), High: g.operand()}
	case 4:
		return &ast.In{Of: g.operand(), List: g.operands()}
	case 5:
		return &ast.Call{Name: g.pick("contains", "begins_with", "attribute_type"), Args: g.operands()}
	default:
		op := ast.Op(g.pick("=", "<>", "<", "<=", ">", ">="))
		return &ast.Compare{Op: op, Left: g.operand(), Right: g.operand()}
	}
}

func (g grower) operand() ast.Operand {
	switch g.IntN(4) {
	case 0:
		return &ast.Value{Name: g.pick(":v", ":1", ":_x")}
	case 1:
		return &ast.Call{Name: "size", Args: []ast.Operand{g.path()}}
	default:
		return g.path()
	}
}

func (g grower) operands() []ast.Operand {
	list := make([]ast.Operand, 1+g.IntN(3))
	for i := range list {
		list[i] = g.operand()
	}
	return list
}

func (g grower) path() *ast.Path {
	path := &ast.Path{Elements: []ast.Element{{Name: g.pick("a", "b1", "#n", "contains", "Bc_")}}}
	for g.IntN(3) == 0 {
		element := ast.Element{Name: g.pick("c", "#m", "size_")}
		if g.IntN(2) == 0 {
			element = ast.Element{Index: g.IntN(1 << 31)}
		}
		path.Elements = append(path.Elements, element)
	}
	return path
}

func (g grower) assigned() ast.Operand {
	value := &ast.Value{Name: ":v" + strconv.Itoa(g.IntN(9))}
	maybe := &ast.Call{Name: "if_not_exists", Args: []ast.Operand{g.path(), value}}
	switch g.IntN(4) {
	case 0:
		return &ast.Call{Name: "list_append", Args: []ast.Operand{maybe, value}}
	case 1:
		return &ast.Arithmetic{Minus: g.IntN(2) == 0, Left: g.path(), Right: maybe}
	default:
		return maybe
	}
}

func (g grower) update() *ast.Update {
	u := &ast.Update{Set: []ast.Assign{{Path: g.path(), Value: g.assigned()}, {Path: g.path(), Value: g.path()}}}
	if g.IntN(2) == 0 {
		u.Remove = []*ast.Path{g.path(), g.path()}
	}
	if g.IntN(2) == 0 {
		u.Add = []ast.Change{{Path: g.path(), Value: &ast.Value{Name: ":v"}}}
	}
	if g.IntN(2) == 0 {
		u.Delete = []ast.Change{{Path: g.path(), Value: &ast.Value{Name: ":v"}}}
	}
	return u
}

func TestRandomTreesWriteTextsOfTheSameTree(t *testing.T) {
	g := grower{rand.New(rand.NewPCG(1, 2))}
	for range 3000 {
		condition := g.condition(g.IntN(5))
		text := condition.String()
		if c, err := ParseCondition(Filter, text); err != nil || !reflect.DeepEqual(c.AST, condition) {
			t.Fatalf("%s: %v", text, err)
		}
		update := g.update()
		if u, err := ParseUpdate(update.String()); err != nil || !reflect.DeepEqual(u.AST, update) {
			t.Fatalf("%s: %v", update, err)
		}
		projection := &ast.Projection{Paths: []*ast.Path{g.path(), g.path()}}
		if p, err := ParseProjection(projection.String()); err != nil || !reflect.DeepEqual(p.AST, projection) {
			t.Fatalf("%s: %v", projection, err)
		}
	}
}
