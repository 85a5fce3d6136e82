package grammar

import (
	"strings"
	"testing"
)

const (
	benchCondition = "attribute_exists(pk) AND #version = :version AND (price BETWEEN :low AND :high OR NOT contains(tags, :tag))"
	benchUpdate    = "SET #a = :a, b.c[1] = if_not_exists(b.c[1], :zero) + :one REMOVE d ADD hits :one"
	benchSelect    = `SELECT Artist, Tags[0] FROM "Music"."ByGenre" WHERE Genre = ? AND (Year BETWEEN 1990 AND ? OR NOT contains(Tags, 'live'))`
	benchThree     = "a = :v AND b < :w AND attribute_exists(c)"
)

func BenchmarkParseCondition(b *testing.B) {
	for b.Loop() {
		if _, err := ParseCondition(Condition, benchCondition); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseThreeTerms(b *testing.B) {
	for b.Loop() {
		if _, err := ParseCondition(Condition, benchThree); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseUpdate(b *testing.B) {
	for b.Loop() {
		if _, err := ParseUpdate(benchUpdate); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseStatement(b *testing.B) {
	for b.Loop() {
		if _, err := ParseStatement(benchSelect); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStatementCacheHit(b *testing.B) {
	c := NewCache(1000)
	for b.Loop() {
		if _, err := c.Statement(benchSelect); err != nil {
			b.Fatal(err)
		}
	}
}

// The most levels that 4096 bytes can hold.
func BenchmarkParseDeepest(b *testing.B) {
	text := strings.Repeat("(", 2046) + "a<b" + strings.Repeat(")", 2046)
	for b.Loop() {
		if _, err := ParseCondition(Condition, text); err == nil {
			b.Fatal("not refused")
		}
	}
}

func BenchmarkCacheHit(b *testing.B) {
	c := NewCache(1000)
	for b.Loop() {
		if _, err := c.Condition(Condition, benchCondition); err != nil {
			b.Fatal(err)
		}
	}
}
