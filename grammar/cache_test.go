package grammar

import (
	"fmt"
	"sync"
	"testing"
)

func TestCacheGivesTheSameTreeAgain(t *testing.T) {
	c := NewCache(10)
	first, err := c.Condition(Condition, "a = :v")
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := c.Condition(Filter, "a = :v"); again != first {
		t.Error("the same text was parsed twice")
	}
	if other, _ := c.Condition(Condition, "a  = :v"); other == first {
		t.Error("another text gave the same tree")
	}
	projection, _ := c.Projection("a")
	if again, _ := c.Projection("a"); again != projection {
		t.Error("the same projection was parsed twice")
	}
	statement, _ := c.Statement("SELECT a FROM t")
	if again, _ := c.Statement("SELECT a FROM t"); again != statement {
		t.Error("the same statement was parsed twice")
	}
	update, _ := c.Update("REMOVE a")
	if again, _ := c.Update("REMOVE a"); again != update {
		t.Error("the same update was parsed twice")
	}
}

func TestCacheForgetsTheTextNotUsedForLongest(t *testing.T) {
	c := NewCache(2)
	a, _ := c.Projection("a")
	b, _ := c.Projection("b")
	_, _ = c.Projection("a")
	_, _ = c.Projection("c")
	if again, _ := c.Projection("a"); again != a {
		t.Error("the text used last was forgotten")
	}
	if again, _ := c.Projection("b"); again == b {
		t.Error("the cache outgrew its size")
	}
}

func TestCacheNamesTheKindOfEachError(t *testing.T) {
	c := NewCache(0)
	for _, kind := range []Kind{Condition, Filter, KeyCondition} {
		if _, err := c.Condition(kind, "a"); err == nil || err.Kind != kind {
			t.Errorf("%s: got %v", kind, err)
		}
	}
}

// Run with -race: lexers, parsers and trees are shared.
func TestManyGoroutinesParseAtOnce(t *testing.T) {
	c := NewCache(8)
	var all sync.WaitGroup
	for g := range 8 {
		all.Go(func() {
			for i := range 200 {
				text := fmt.Sprintf("a%d = :v%d AND (b.c[0] < d OR NOT e IN (f, g))", i%20, g%2)
				parsed, err := c.Condition(Condition, text)
				if err != nil || parsed.AST.String() != text {
					t.Errorf("%s: got %v, %v", text, parsed, err)
				}
				if got, err := c.Statement("SELECT * FROM t WHERE " + text); err == nil || err.Token != "Unexpected term" {
					t.Errorf("got %v, %v", got, err)
				}
				if _, err := c.Update("SET a = "); err == nil || err.Near != "= " {
					t.Errorf("got %v", err)
				}
			}
		})
	}
	all.Wait()
}
