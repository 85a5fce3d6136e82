package sqlgen

import (
	"github.com/ddbsql/ddbsql/internal/attr"
	"github.com/ddbsql/ddbsql/translator/plan"
)

// OnceTable holds the names of writes that must not happen twice; it is made by the migrations.
const OnceTable = "ddbsql_once"

// forgetAtOnce is how many names whose time is over are deleted with each new one: more than one, so that none pile up.
const forgetAtOnce = 10

// ClaimOnce takes the name of a write, and affects one row then: when nobody has it, or when its time is over.
func (g *Generator) ClaimOnce(o *plan.Once) Statement {
	b := g.build("INSERT INTO "+OnceTable+" AS o (account, operation, token, digest, expires, sizes) VALUES (", onceArgs(o)...)
	b.list(3, ", ", func(i int) { b.Ref(i + 1) })
	b.Text(", ").Arg(o.Digest[:]).Text(", ").Arg(o.Now.Add(plan.OnceWindow).UnixMilli()).Text(", ").Arg([]byte{})
	b.Text(") ON CONFLICT (account, operation, token) DO UPDATE SET digest = excluded.digest, expires = excluded.expires, sizes = excluded.sizes")
	return g.plain(b.Text(" WHERE o.expires <= ").Arg(o.Now.UnixMilli()), "claim_once")
}

// ReadOnce reads what a name stands for: digest, sizes, and whether its time is over.
func (g *Generator) ReadOnce(o *plan.Once) Statement {
	b := g.build("SELECT digest, sizes, expires <= ", append(onceArgs(o), o.Now.UnixMilli())...)
	return g.plain(b.Ref(4).Text(" FROM "+OnceTable).onceKey(), "read_once")
}

// RecordOnce writes what the items of a write cost to the name that it claimed.
func (g *Generator) RecordOnce(o *plan.Once, sizes []byte) Statement {
	b := g.build("UPDATE "+OnceTable+" SET sizes = ", append(onceArgs(o), sizes)...)
	return g.plain(b.Ref(4).onceKey(), "record_once")
}

// ForgetOnce deletes a few names whose time is over. It waits for nobody.
func (g *Generator) ForgetOnce(o *plan.Once) Statement {
	const key = "(account, operation, token)"
	b := g.build("DELETE FROM " + OnceTable + " WHERE " + key + " IN (SELECT account, operation, token FROM " + OnceTable + " WHERE expires <= ")
	b.Arg(o.Now.UnixMilli()).Text(" ORDER BY expires LIMIT ").Arg(int64(forgetAtOnce))
	if g.d.Guarded {
		b.Text(" FOR UPDATE SKIP LOCKED")
	}
	return g.plain(b.Text(")"), "forget_once")
}

func onceArgs(o *plan.Once) []any {
	return []any{attr.EscapeText(o.Account), attr.EscapeText(o.Operation), attr.EscapeText(o.Token)}
}

// onceKey appends the condition that a row has the name of parameters 1 to 3.
func (b *Builder) onceKey() *Builder {
	return b.Text(" WHERE account = ").Ref(1).Text(" AND operation = ").Ref(2).Text(" AND token = ").Ref(3)
}
