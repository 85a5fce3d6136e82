package translator

import (
	"testing"

	"github.com/ddbsql/ddbsql/internal/api"
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/internal/catalog"
)

// FuzzStatements plans whatever parses, alone, in a batch and in a transaction: it must be a plan or a refusal.
func FuzzStatements(f *testing.F) {
	for _, text := range []string{
		`SELECT * FROM "indexed" WHERE p = 'a' AND c NOT BETWEEN 'x' AND ? ORDER BY p DESC, c`,
		`SELECT a.b[0], c FROM "indexed"."lkeys" WHERE (p = 'a' AND l = 'x') OR p IN ['b', 'c']`,
		`SELECT * FROM "indexed"."gall" WHERE g = 'a' AND h IN [1, 2] AND size(x) > 1`,
		`SELECT * FROM "indexed" WHERE b = attribute_exists(c) AND NOT (x IS MISSING OR y IS NOT LIST)`,
		`INSERT INTO "indexed" VALUE {'p': 'a', 'c': ?, 's': <<1, 2>>, 'm': {'x': [null, true]}}`,
		`UPDATE "indexed" SET a = b + 1, s = set_add(s, <<'x'>>), l = list_append(if_not_exists(l, []), ?) REMOVE x.y WHERE p = 'a' AND c = 'b' RETURNING ALL NEW *`,
		`DELETE FROM "indexed" WHERE p = 'a' AND c = ? AND contains(x, y) RETURNING ALL OLD *`,
		`EXISTS(SELECT * FROM "indexed" WHERE p = 'a' AND c = 'b' AND v = 1)`,
	} {
		f.Add(text)
	}
	number, _ := attr.NumberValue("1")
	values := []attr.Value{attr.StringValue("a"), number}
	tables := []*catalog.Table{indexed()}
	f.Fuzz(func(t *testing.T, text string) {
		if p, err := PrepareExecuteStatement(&api.ExecuteStatementInput{Statement: text, Parameters: values}, exprs); err == nil {
			if p.Read != nil {
				_, _ = p.PlanRead(tables[0])
			} else {
				_, _ = p.Write.Plan(tables[0])
			}
		}
		batch := &api.BatchExecuteStatementInput{Statements: []*api.BatchStatementRequest{{Statement: text, Parameters: values}}}
		if p, err := PrepareBatchExecuteStatement(batch, exprs); err == nil {
			_, _ = p.Plan(tables)
		}
		transaction := &api.ExecuteTransactionInput{TransactStatements: []*api.ParameterizedStatement{{Statement: text, Parameters: values}}}
		if p, err := PrepareExecuteTransaction(transaction, exprs); err == nil {
			_ = p.Digest()
			if p.Reads != nil {
				_, _ = p.PlanReads(tables)
			} else {
				_, _ = p.PlanWrites(tables)
			}
		}
	})
}
