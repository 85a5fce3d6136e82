package sqlgen

import "github.com/ddbsql/ddbsql/internal/catalog"

// GetItems reads several rows of one table: the row's place in keys counted from 1, size, item. Missing rows give nothing.
func (g *Generator) GetItems(t *catalog.Table, keys []catalog.Key) Statement {
	tokens, sks := keyLists(keys)
	b := g.build("SELECT k.n, t.size, ")
	b.Text(g.d.SendBefore, "t.item", g.d.SendAfter, " FROM unnest(").Arg(tokens).Text(", ").Arg(sks).Text(") WITH ORDINALITY AS k (token, sk, n) JOIN ", ItemTable(t), " AS t ON t.token = k.token AND t.sk = k.sk")
	return g.plain(b, "get_items")
}

// keyLists are keys as two arrays.
func keyLists(keys []catalog.Key) (tokens, sks [][]byte) {
	tokens, sks = make([][]byte, len(keys)), make([][]byte, len(keys))
	for i := range keys {
		tokens[i], sks[i] = keys[i].Token[:], keys[i].Sort
	}
	return tokens, sks
}
